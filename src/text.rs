//! Every sentence that a person reads: values in, a sentence of the language in use out.
//!
//! What is said stands in the tables of `texts/`; here stands when it is said and with what in its blanks.

mod amounts;
mod changes;
mod fields;
mod number;
mod requirements;
mod rounds;
mod value;
mod working;

use hojokin_texts::{Blank, Texts, Word, fill};

use self::value::Value;

pub use hojokin_texts::Message;

/// The texts of the language in use; two are equal if their language is.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static Texts);

impl Words {
    /// Japanese.
    pub fn japanese() -> Self {
        Self(Texts::japanese())
    }

    /// The `lang` of the texts.
    pub fn lang(self) -> &'static str {
        "ja"
    }

    /// A message without blanks.
    pub fn say(self, message: Message) -> &'static str {
        self.0.say(message)
    }

    /// A message with its blanks filled.
    #[inline(never)]
    fn fill(self, message: Message, blanks: &[(Blank, Value<'_>)]) -> String {
        fill(self.say(message), &mut |wanted, text| {
            let found = blanks.iter().find(|(blank, _)| wanted == *blank);
            debug_assert!(found.is_some(), "{message:?}: no value for {wanted:?}");
            if let Some((_, value)) = found {
                self.put(*value, text);
            }
        })
    }

    /// How a fact is asked.
    pub fn question(self, fact: &str) -> Option<Word> {
        self.0.word(fact)
    }

    /// A fact's name within a sentence, such as インボイス.
    pub fn fact_name(self, fact: &str) -> &'static str {
        self.0.word(fact).map_or("", |word| word.name)
    }

    /// A choice of a fact.
    pub fn choice(self, fact: &str, choice: &str) -> &'static str {
        self.fact_name(&[fact, choice].join("="))
    }

    /// The name of a category in an edition that does not count it.
    pub fn category(self, key: &str) -> &'static str {
        self.fact_name(&["/", key].concat())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

#[cfg(test)]
mod tests {
    use hojokin_engine::Kind;
    use hojokin_rules::rulebook;

    use super::*;

    #[test]
    fn every_fact_has_its_texts() {
        let words = Words::japanese();
        for fact in rulebook().facts {
            let texts = words.question(fact.id).expect(fact.id);
            assert!(!texts.ask.is_empty() && !texts.name.is_empty(), "{}", fact.id);
            let number = matches!(fact.kind, Kind::Number | Kind::Money);
            assert_eq!(number, !texts.unit.is_empty(), "{}: the unit of a number", fact.id);
            let Kind::Choice(choices) = fact.kind else { continue };
            for key in choices {
                assert_ne!(words.choice(fact.id, key), "", "{} {key}", fact.id);
            }
        }
    }

    #[test]
    fn every_category_has_a_name() {
        for key in rulebook().categories {
            assert_ne!(Words::japanese().category(key), "", "{key}");
        }
    }

    #[test]
    fn no_text_is_left_over() {
        let rulebook = rulebook();
        for key in Texts::keys() {
            let known = match (key.strip_prefix('/'), key.split_once('=')) {
                (Some(category), _) => rulebook.category(category).is_some(),
                (None, Some((fact, _))) => rulebook.fact(fact).is_some(),
                (None, None) => rulebook.fact(key).is_some(),
            };
            assert!(known, "{key}");
        }
    }
}
