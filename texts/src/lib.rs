//! Everything that the widget says, a folder of tables for each language.
//!
//! `messages.tsv` has the sentences, `words.tsv` the questions and the names that come with them. The build stops
//! if a language lacks one of them, so there is no text at run time that can be missing.
//!
//! ```
//! use hojokin_texts::{Blank, Message, Texts, fill};
//!
//! let left = fill(Texts::japanese().say(Message::LeftDays), &mut |blank, text| {
//!     assert!(blank == Blank::Days);
//!     text.push('3');
//! });
//! assert_eq!(left, "あと3日");
//! ```

mod fill;

use std::sync::OnceLock;

pub use self::fill::{Blanks, fill};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The keys of the words, in the order of every language's file.
const KEYS: &str = include_str!(concat!(env!("OUT_DIR"), "/keys.txt"));

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    messages: Vec<&'static str>,
    words: Vec<&'static str>,
}

/// What stands in the table under a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Word {
    /// The name within a sentence.
    pub name: &'static str,
    /// The unit of a number.
    pub unit: &'static str,
    /// The question.
    pub ask: &'static str,
    /// What counts and what does not, where that needs saying.
    pub hint: Option<&'static str>,
}

impl Texts {
    /// 日本語.
    pub fn japanese() -> &'static Self {
        static JAPANESE: OnceLock<Texts> = OnceLock::new();
        JAPANESE.get_or_init(|| Self::read(include_str!(concat!(env!("OUT_DIR"), "/ja.txt"))))
    }

    /// The texts of a file that the build has made: the messages, an empty line, the words.
    fn read(file: &'static str) -> Self {
        let (messages, words) = file.split_once("\n\n").unwrap_or_default();
        Self { messages: messages.lines().collect(), words: words.lines().collect() }
    }

    /// A message; what its blanks are is told by its table.
    pub fn say(&self, message: Message) -> &'static str {
        self.messages.get(message as usize).copied().unwrap_or_default()
    }

    /// The words under a key: a fact (`employees`), its choice (`industry=retail`) or a category (`/website`).
    pub fn word(&self, key: &str) -> Option<Word> {
        let place = KEYS.lines().position(|known| known == key)?;
        let mut columns = self.words.get(place)?.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (name, unit, ask, hint) = (next(), next(), next(), next());
        Some(Word { name, unit, ask, hint: (!hint.is_empty()).then_some(hint) })
    }

    /// The keys of all words.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.lines()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_what_its_line_says() {
        let word = |key| Texts::japanese().word(key);
        let employees = word("employees").expect("it is in the table");
        assert_eq!((employees.name, employees.unit), ("従業員数", "人"));
        assert!(employees.ask.ends_with("何人ですか") && employees.hint.is_some());
        let form = word("legal_form").expect("it is in the table");
        assert_eq!((form.unit, form.hint), ("", None));
        assert_eq!(word("industry=retail").map(|word| word.name), Some("小売業"));
        assert_eq!(word("nonsense"), None);
    }

    #[test]
    fn messages_stand_in_the_order_of_their_names() {
        let texts = Texts::japanese();
        assert_eq!(texts.say(Message::Title), "補助金シミュレーター");
        assert_eq!(texts.say(Message::YearsUnit), "年");
        assert_eq!(texts.messages.len(), Message::YearsUnit as usize + 1);
        assert_eq!(texts.words.len(), Texts::keys().count());
    }
}
