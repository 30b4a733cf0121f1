//! Facts, choices and categories in Japanese, from a table that translators can read (`words.tsv`).

use super::super::Question;

/// One line a text, its columns parted by tabs: the key, a short name, the unit, the question, a hint.
const WORDS: &str = include_str!("words.tsv");

/// The columns after `key`.
fn row(key: &str) -> Option<impl Iterator<Item = &'static str>> {
    let line = WORDS.lines().find(|line| line.split('\t').next() == Some(key))?;
    Some(line.split('\t').skip(1))
}

pub(super) fn question(fact: &str) -> Option<Question> {
    let mut columns = row(fact)?.skip(1);
    let (unit, ask, hint) = (columns.next()?, columns.next()?, columns.next());
    Some(Question { ask, hint, unit })
}

pub(super) fn name(fact: &str) -> &'static str {
    row(fact).and_then(|mut columns| columns.next()).unwrap_or("")
}

pub(super) fn choice(fact: &str, choice: &str) -> &'static str {
    name(&format!("{fact}={choice}"))
}

pub(super) fn category(key: &str) -> &'static str {
    name(&format!("/{key}"))
}

#[cfg(test)]
mod tests {
    use hojokin_engine::Kind;
    use hojokin_rules::rulebook;

    use super::*;

    #[test]
    fn every_fact_has_its_texts() {
        for fact in rulebook().facts {
            assert!(question(fact.id).is_some_and(|texts| !texts.ask.is_empty()), "{}", fact.id);
            assert_ne!(name(fact.id), "", "{}", fact.id);
            let unit = question(fact.id).map_or("", |texts| texts.unit);
            let number = matches!(fact.kind, Kind::Number | Kind::Money);
            assert_eq!(number, !unit.is_empty(), "{}: the unit of a number", fact.id);
            let Kind::Choice(choices) = fact.kind else { continue };
            for key in choices {
                assert_ne!(choice(fact.id, key), "", "{} {key}", fact.id);
            }
        }
    }

    #[test]
    fn every_category_has_a_name() {
        for key in rulebook().categories {
            assert_ne!(category(key), "", "{key}");
        }
    }

    #[test]
    fn no_text_is_left_over() {
        let rulebook = rulebook();
        for line in WORDS.lines().skip(1) {
            let key = line.split('\t').next().unwrap_or_default();
            let known = match (key.strip_prefix('/'), key.split_once('=')) {
                (Some(category), _) => rulebook.category(category).is_some(),
                (None, Some((fact, _))) => rulebook.fact(fact).is_some(),
                (None, None) => rulebook.fact(key).is_some(),
            };
            assert!(known, "{key}");
        }
    }
}
