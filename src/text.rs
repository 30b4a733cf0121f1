//! Every sentence that a person reads: values in, a sentence of the language in use out.
//!
//! What is said stands in the tables of `texts/`; here stands when it is said and with what in its blanks.

mod amounts;
mod answers;
mod changes;
mod fields;
mod form;
mod hand;
mod money;
mod number;
mod requirements;
mod rounds;
mod value;
mod working;

use hojokin_engine::{Fact, Kind};
use hojokin_rules::rulebook;
use hojokin_texts::{Blank, Language, Texts, Word, fill};

use self::value::Value;

pub use self::answers::PURPOSES;
pub use hojokin_texts::Message;

/// The texts of the language in use; two are equal if their language is.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static Texts);

impl Words {
    /// Japanese.
    pub fn japanese() -> Self {
        Self(Texts::japanese())
    }

    /// The texts of a language, if they have been loaded.
    pub fn of(language: Language) -> Option<Self> {
        Texts::of(language).map(Self)
    }

    /// The language.
    pub fn language(self) -> Language {
        self.0.language()
    }

    /// A text of the rules; what has not been translated stays as it is.
    pub fn rule(self, text: &'static str) -> &'static str {
        if self.language() == Language::Japanese {
            return text;
        }
        // Every text of the rules is kept once, so the place in memory tells which it is.
        let place = hojokin_rules::texts().iter().position(|known| std::ptr::eq(*known, text));
        place.and_then(|place| self.0.rule(place)).unwrap_or(text)
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

    /// Sentences one after the other.
    pub fn sentences(self, all: &[String]) -> String {
        all.join(self.say(Message::BetweenSentences))
    }

    /// How a fact is asked.
    pub fn question(self, fact: &str) -> Option<Word> {
        self.0.word(place(fact)?)
    }

    /// A fact's name within a sentence, such as インボイス.
    pub fn fact_name(self, fact: &str) -> &'static str {
        self.question(fact).map_or("", |word| word.name)
    }

    /// A choice of a fact.
    pub fn choice(self, fact: &str, choice: &str) -> &'static str {
        let choices = rulebook().fact(fact).map_or(&[][..], |(_, fact)| choices(fact));
        let after = choices.iter().position(|known| *known == choice);
        let place = place(fact).zip(after).map(|(fact, after)| fact + 1 + after);
        self.name_at(place)
    }

    /// The name of a category in an edition that does not count it.
    pub fn category(self, key: &str) -> &'static str {
        let after = rulebook().categories.iter().position(|known| *known == key);
        self.name_at(after.map(|after| lines(rulebook().facts) + after))
    }

    fn name_at(self, place: Option<usize>) -> &'static str {
        place.and_then(|place| self.0.word(place)).map_or("", |word| word.name)
    }
}

/// The place of a fact in the tables of words.
fn place(fact: &str) -> Option<usize> {
    let facts = rulebook().facts;
    let before = facts.iter().position(|known| known.id == fact)?;
    Some(lines(facts.get(..before)?))
}

/// How many lines of the tables these facts have.
fn lines(facts: &[Fact]) -> usize {
    facts.iter().map(|fact| 1 + choices(fact).len()).sum()
}

fn choices(fact: &Fact) -> &'static [&'static str] {
    match fact.kind {
        Kind::Choice(choices) => choices,
        _ => &[],
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_choices_and_categories_are_found_in_the_table() {
        let words = Words::japanese();
        assert_eq!(words.fact_name("industry"), "業種");
        assert_eq!(words.choice("industry", "retail"), "小売業");
        assert_eq!(words.fact_name("employees"), "従業員数");
        assert_eq!(words.choice("prefecture", "47"), "沖縄県");
        assert_eq!(words.category("website"), "ウェブサイト関連費");
        for nonsense in [words.fact_name("x"), words.choice("industry", "x"), words.category("x")] {
            assert_eq!(nonsense, "");
        }
    }

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
}
