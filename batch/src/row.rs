//! One row as a case, with every mistake in it.

use std::fmt;

use csv::StringRecord;
use hojokin_engine::{
    Answers, Case, Domain, Edition, Expenses, FactId, Kind, Moment, Rulebook, Tax, Yen,
};
use hojokin_rules::rulebook;
use hojokin_typed::{FieldError, whole};

use crate::columns::{Column, Columns, Meaning, names};

/// A case, and the edition that it is for; `None` for all that are open.
pub(crate) struct Asked {
    pub(crate) case: Case,
    pub(crate) edition: Option<&'static Edition>,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Mistake {
    /// The heading of its column; empty for the row.
    heading: String,
    cell: String,
    what: &'static str,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { heading, cell, what } = self;
        if heading.is_empty() {
            return f.write_str(what);
        }
        write!(f, "{heading}：「{cell}」{what}")
    }
}

/// Reads a row; what its cells leave out is that of the job.
pub(crate) fn read(
    Columns(columns): &Columns,
    row: &StringRecord,
    edition: Option<&'static Edition>,
    as_of: Moment,
) -> Result<Asked, Vec<Mistake>> {
    let book = rulebook();
    let mut mistakes = Vec::new();
    if row.len() != columns.len() {
        let what = "列の数が見出しと違います。コンマや引用符を確かめてください";
        mistakes.push(Mistake { heading: String::new(), cell: String::new(), what });
    }
    let mut asked = Asked {
        case: Case { as_of, answers: Answers::none(book.facts), expenses: Expenses::none(&book) },
        edition,
    };
    let (mut tax, mut spent) = (Tax::Excluded, Vec::new());
    for (column, cell) in columns.iter().zip(row) {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        if let Err(what) = take(column, cell, &book, &mut asked, (&mut tax, &mut spent)) {
            let (heading, cell) = (column.heading.clone(), cell.to_owned());
            mistakes.push(Mistake { heading, cell, what });
        }
    }
    for (category, amount) in spent {
        asked.case.expenses.set(category, tax.taken_out_of(amount));
    }
    if mistakes.is_empty() { Ok(asked) } else { Err(mistakes) }
}

type Spent = Vec<(hojokin_engine::CategoryId, Yen)>;

/// Takes in a cell; says what is wrong with it otherwise.
fn take(
    column: &Column,
    cell: &str,
    book: &Rulebook,
    asked: &mut Asked,
    (tax, spent): (&mut Tax, &mut Spent),
) -> Result<(), &'static str> {
    match column.meaning {
        Meaning::Copied => {}
        Meaning::Edition => {
            asked.edition = Some(
                book.edition(cell).ok_or("という公募回はありません（一覧：hojokin editions）")?,
            );
        }
        Meaning::AsOf => {
            asked.case.as_of = cell
                .parse()
                .map_err(|()| "は日付ではありません（2026-12-15 のように書いてください）")?;
        }
        Meaning::Tax => {
            *tax = match cell {
                "税抜" | "excluded" => Tax::Excluded,
                "税込" | "included" => Tax::Included,
                _ => return Err("は税込・税抜のどちらでもありません"),
            }
        }
        Meaning::Category(id) => {
            if let Some(amount) = number(cell)? {
                spent.push((id, amount));
            }
        }
        Meaning::Fact(id) => {
            if let Some(answer) = answer(book, id, cell)? {
                asked.case.answers.set(id, answer);
            }
        }
    }
    Ok(())
}

fn answer(book: &Rulebook, id: FactId, cell: &str) -> Result<Option<Domain>, &'static str> {
    let Some(fact) = book.facts.get(usize::from(id.0)) else { return Ok(None) };
    Ok(match fact.kind {
        Kind::Truth => truth(cell)?.map(Domain::truth),
        Kind::Number | Kind::Money => number(cell)?.map(|Yen(number)| Domain::number(number)),
        Kind::Choice(choices) => {
            let is = |choice: &&str| *choice == cell || names().choice(fact.id, choice) == cell;
            let place = choices
                .iter()
                .position(is)
                .ok_or("は選択肢にありません（一覧：hojokin editions）")?;
            u32::try_from(place).ok().map(Domain::choice)
        }
    })
}

/// Yes or no as lists have it; `None` where it is not known.
fn truth(cell: &str) -> Result<Option<bool>, &'static str> {
    match cell.to_lowercase().as_str() {
        "はい" | "有" | "あり" | "ある" | "○" | "〇" | "1" | "true" | "yes" | "y" => {
            Ok(Some(true))
        }
        "いいえ" | "無" | "なし" | "ない" | "×" | "✕" | "0" | "false" | "no" | "n" => {
            Ok(Some(false))
        }
        "不明" | "わからない" | "?" | "？" => Ok(None),
        _ => Err("は「はい」「いいえ」のどちらでもありません"),
    }
}

fn number(cell: &str) -> Result<Option<Yen>, &'static str> {
    whole(cell).map_err(|error| match error {
        FieldError::NotANumber => "は数ではありません",
        FieldError::Negative => "は 0 より小さい数です",
        FieldError::Fraction => "は整数ではありません",
        FieldError::TooLarge => "は大きすぎます（1兆まで）",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Columns {
        Columns::of(
            ["名", "業種", "従業員数", "賃金の引上げ", "広報費", "公募回", "基準日", "消費税"]
                .into_iter(),
            &[],
        )
        .expect("right")
    }

    fn row(cells: &[&str]) -> Result<Asked, Vec<Mistake>> {
        let as_of = "2024-05-10".parse().expect("a moment");
        read(&columns(), &StringRecord::from(cells.to_vec()), None, as_of)
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        let cells =
            ["A", "小売業", "４人", "○", "110万円", "jizokuka/2024-16", "2024-05-20", "税込"];
        let Ok(asked) = row(&cells) else { panic!("it is right") };
        assert_eq!(asked.edition.map(|edition| edition.id), Some("jizokuka/2024-16"));
        assert_eq!(asked.case.as_of, "2024-05-20".parse().expect("a moment"));
        let publicity = rulebook().category("publicity").expect("there is one");
        assert_eq!(asked.case.expenses.of(publicity), Yen(1_000_000));
        let (wage_raise, _) = rulebook().fact("wage_raise").expect("there is one");
        assert_eq!(asked.case.answers.domain(wage_raise), Domain::truth(true));
    }

    #[test]
    fn an_empty_or_unknown_cell_leaves_the_question_open() {
        let Ok(asked) = row(&["A", "", " ", "不明", "", "", "", ""]) else {
            panic!("it is right")
        };
        assert!(asked.edition.is_none());
        assert!(asked.case.answers.facts().all(|fact| asked.case.answers.is_open(fact)));
    }

    #[test]
    fn every_mistake_of_a_row_is_told() {
        let cells =
            ["A", "鉱業", "-1", "たぶん", "一円五十銭", "jizokuka/99", "2024-02-30", "内税"];
        let Err(mistakes) = row(&cells) else { panic!("all is wrong") };
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 7, "{told:#?}");
        assert_eq!(told[1], "従業員数：「-1」は 0 より小さい数です");
        let Err(mistakes) = row(&["A", "小売業"]) else { panic!("too few cells") };
        assert_eq!(mistakes.len(), 1);
    }
}
