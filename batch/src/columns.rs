//! What the headings of a list mean.

use std::collections::HashMap;

use hojokin_engine::{CategoryId, Edition, Fact, FactId, Kind};
use hojokin_rules::rulebook;
use hojokin_texts::Texts;

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Meaning {
    /// The answer to a fact.
    Fact(FactId),
    /// The expenses of a category, in yen.
    Category(CategoryId),
    /// The round (公募回): its id.
    Edition,
    /// The day or moment for which to answer (基準日).
    AsOf,
    /// Whether the expenses contain consumption tax (税込・税抜).
    Tax,
    /// Nothing that counts: it is copied.
    Copied,
}

/// A column of the list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// What it means.
    pub meaning: Meaning,
}

impl Column {
    /// What the column is taken for, in words.
    pub fn taken_for(&self) -> String {
        let names = names();
        match self.meaning {
            Meaning::Fact(id) => {
                let fact = rulebook().facts.get(usize::from(id.0));
                let (name, id) = fact.map_or(("", ""), |fact| (names.fact(fact.id), fact.id));
                format!("{name}（{id}）")
            }
            Meaning::Category(id) => {
                let key = key(id);
                format!("経費：{}（{key}、円）", names.category(key))
            }
            Meaning::Edition => "公募回の id（edition）".to_owned(),
            Meaning::AsOf => "基準日（as_of）".to_owned(),
            Meaning::Tax => "経費の消費税：税込・税抜（tax）".to_owned(),
            Meaning::Copied => "計算には使わず、そのまま写します".to_owned(),
        }
    }
}

/// Why headings cannot be taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ColumnError {
    /// Two columns mean the same.
    Twice(String, String),
    /// A column that is to be taken for something is not there.
    NoColumn(String),
    /// What a column is to be taken for is not known.
    NoMeaning(String),
}

impl std::fmt::Display for ColumnError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Twice(one, other) => {
                write!(f, "列「{one}」と「{other}」が同じものです。一つにしてください")
            }
            Self::NoColumn(heading) => write!(f, "列「{heading}」がありません"),
            Self::NoMeaning(word) => {
                write!(
                    f,
                    "「{word}」という事項や経費区分はありません（一覧：hojokin batch --template）"
                )
            }
        }
    }
}

/// The columns of a list in their order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Columns(pub Vec<Column>);

impl Columns {
    /// Reads headings: ids and Japanese names of facts and categories, `edition` or 公募回, `as_of` or 基準日, `tax` or
    /// 消費税. `renamed` says what headings of other words mean.
    ///
    /// # Errors
    /// Every mistake: two columns for one thing, and entries of `renamed` that mean nothing.
    pub fn of<'h>(
        headings: impl Iterator<Item = &'h str>,
        renamed: &[(String, String)],
    ) -> Result<Self, Vec<ColumnError>> {
        let (names, mut errors) = (names(), Vec::new());
        let mut columns: Vec<Column> = headings
            .map(|heading| Column {
                heading: heading.trim().to_owned(),
                meaning: names.meaning(heading).unwrap_or(Meaning::Copied),
            })
            .collect();
        for (heading, word) in renamed {
            let Some(meaning) = names.meaning(word) else {
                errors.push(ColumnError::NoMeaning(word.clone()));
                continue;
            };
            match columns.iter_mut().find(|column| column.heading == heading.trim()) {
                Some(column) => column.meaning = meaning,
                None => errors.push(ColumnError::NoColumn(heading.clone())),
            }
        }
        for (place, column) in columns.iter().enumerate() {
            let before = columns.get(..place).unwrap_or_default();
            let same = before.iter().find(|one| one.meaning == column.meaning);
            if let Some(same) = same.filter(|_| column.meaning != Meaning::Copied) {
                errors.push(ColumnError::Twice(same.heading.clone(), column.heading.clone()));
            }
        }
        if errors.is_empty() { Ok(Self(columns)) } else { Err(errors) }
    }
}

/// The headings of an empty list for an edition, in Japanese.
pub fn template(edition: &Edition) -> Vec<&'static str> {
    let (names, book) = (names(), rulebook());
    let facts = edition.facts.iter().filter_map(|id| book.facts.get(usize::from(id.0)));
    let mut headings: Vec<&str> = facts.map(|fact| names.fact(fact.id)).collect();
    headings.extend(edition.categories.iter().map(|category| names.category(category.key)));
    headings
}

/// The id of a category.
pub(crate) fn key(id: CategoryId) -> &'static str {
    rulebook().categories.get(usize::from(id.0)).copied().unwrap_or_default()
}

/// The Japanese names of facts, choices and categories, and what they name.
pub(crate) struct Names {
    meanings: HashMap<&'static str, Meaning>,
    /// By the id of a fact, or after `=` of a choice, or after `/` of a category.
    names: HashMap<String, &'static str>,
}

impl Names {
    fn meaning(&self, heading: &str) -> Option<Meaning> {
        self.meanings.get(heading.trim()).copied()
    }

    pub(crate) fn fact(&self, id: &str) -> &'static str {
        self.names.get(id).copied().unwrap_or_default()
    }

    pub(crate) fn choice(&self, id: &str, choice: &str) -> &'static str {
        self.names.get(&format!("{id}={choice}")).copied().unwrap_or_default()
    }

    pub(crate) fn category(&self, key: &str) -> &'static str {
        self.names.get(&format!("/{key}")).copied().unwrap_or_default()
    }
}

pub(crate) fn names() -> &'static Names {
    static NAMES: std::sync::OnceLock<Names> = std::sync::OnceLock::new();
    NAMES.get_or_init(|| {
        let (book, texts) = (rulebook(), Texts::japanese());
        let mut made = Names { meanings: HashMap::new(), names: HashMap::new() };
        let mut place = 0;
        let mut next = || {
            place += 1;
            texts.word(place - 1).map_or("", |word| word.name)
        };
        for (n, Fact { id, kind, .. }) in book.facts.iter().enumerate() {
            let (name, fact) = (next(), FactId(u16::try_from(n).unwrap_or(u16::MAX)));
            made.names.insert((*id).to_owned(), name);
            made.meanings.extend([(*id, Meaning::Fact(fact)), (name, Meaning::Fact(fact))]);
            if let Kind::Choice(choices) = kind {
                for choice in *choices {
                    made.names.insert(format!("{id}={choice}"), next());
                }
            }
        }
        for (n, key) in book.categories.iter().enumerate() {
            let (name, id) = (next(), CategoryId(u16::try_from(n).unwrap_or(u16::MAX)));
            made.names.insert(format!("/{key}"), name);
            made.meanings.extend([(*key, Meaning::Category(id)), (name, Meaning::Category(id))]);
        }
        for (id, name, meaning) in [
            ("edition", "公募回", Meaning::Edition),
            ("as_of", "基準日", Meaning::AsOf),
            ("tax", "消費税", Meaning::Tax),
        ] {
            made.meanings.extend([(id, meaning), (name, meaning)]);
        }
        made
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_means_one_thing() {
        let (book, names) = (rulebook(), names());
        let words = book.facts.len() + book.categories.len() + 3;
        // By its id and by its name.
        assert_eq!(names.meanings.len(), 2 * words);
        assert!(names.names.values().all(|name| !name.is_empty()));
    }

    #[test]
    fn headings_are_taken_by_id_by_name_and_by_word() {
        let renamed = [("社員".to_owned(), "employees".to_owned())];
        let columns =
            Columns::of(["会社名", " 業種 ", "社員", "publicity", "基準日"].into_iter(), &renamed);
        let Columns(columns) = columns.expect("they are right");
        let taken: Vec<_> = columns.iter().map(Column::taken_for).collect();
        assert_eq!(
            taken,
            [
                "計算には使わず、そのまま写します",
                "業種（industry）",
                "従業員数（employees）",
                "経費：広報費（publicity、円）",
                "基準日（as_of）"
            ]
        );
    }

    #[test]
    fn every_mistake_in_headings_is_told() {
        let renamed =
            [("社員", "employees"), ("従業員数", "staff")].map(|(a, b)| (a.into(), b.into()));
        let errors =
            Columns::of(["業種", "industry", "従業員数"].into_iter(), &renamed).unwrap_err();
        assert_eq!(
            errors,
            [
                ColumnError::NoColumn("社員".to_owned()),
                ColumnError::NoMeaning("staff".to_owned()),
                ColumnError::Twice("業種".to_owned(), "industry".to_owned()),
            ]
        );
    }

    #[test]
    fn a_template_has_what_the_round_asks_and_counts() {
        let edition = rulebook().edition("jizokuka/2024-16").expect("built in");
        let headings = template(edition);
        assert!(headings.contains(&"業種") && headings.contains(&"広報費"));
        assert!(Columns::of(headings.into_iter(), &[]).is_ok());
    }
}
