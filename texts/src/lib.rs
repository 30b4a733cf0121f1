//! Everything that the widget says, a folder of tables for each language.
//!
//! `messages.tsv` has the sentences, `words.tsv` the questions and the names that come with them, `rules.tsv` the
//! texts of the rule files. The build stops if a language lacks one of the first two, so there is no text at run time
//! that can be missing; a text of the rules without a translation stays Japanese.
//!
//! Japanese is built in; the other languages are files that are loaded when they are wanted.
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
mod reading;

use std::sync::OnceLock;

pub use self::{
    fill::{Blanks, fill},
    reading::{Reading, first_reading, plain},
};

include!(concat!(env!("OUT_DIR"), "/names.rs"));
include!(concat!(env!("OUT_DIR"), "/counts.rs"));

/// What stands in the first line of a language's file.
const STAMP: &str = include_str!(concat!(env!("OUT_DIR"), "/stamp.txt"));

/// A language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
    /// 日本語.
    Japanese,
    /// やさしい日本語: plain words, with the reading above every kanji.
    Easy,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Japanese, Self::Easy, Self::English];

    /// What a page calls it in the attribute `lang`, and its file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::Easy => "ja-x-easy",
            Self::English => "en",
        }
    }

    /// The `lang` of its texts.
    pub fn tag(self) -> &'static str {
        if self == Self::English { "en" } else { "ja" }
    }

    /// Its own name, for those who look for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Japanese => "日本語",
            Self::Easy => "やさしい日本語",
            Self::English => "English",
        }
    }

    /// The language of a `lang` attribute, such as `en-GB`.
    pub fn of(lang: &str) -> Option<Self> {
        let same = |language: &Self| lang.eq_ignore_ascii_case(language.id());
        let main = lang.split('-').next().unwrap_or_default();
        let near = |language: &Self| main.eq_ignore_ascii_case(language.tag());
        Self::ALL.into_iter().find(same).or_else(|| Self::ALL.into_iter().find(near))
    }

    /// Where its texts are once they have been loaded; Japanese is built in.
    fn loaded(self) -> Option<&'static OnceLock<Texts>> {
        static LOADED: [OnceLock<Texts>; 2] = [OnceLock::new(), OnceLock::new()];
        LOADED.get((self as usize).checked_sub(1)?)
    }
}

/// The files of the languages that are not built in: their ids and what stands in them.
#[cfg(feature = "files")]
pub const FILES: [(&str, &str); 2] = [
    ("ja-x-easy", include_str!(concat!(env!("OUT_DIR"), "/easy.txt"))),
    ("en", include_str!(concat!(env!("OUT_DIR"), "/en.txt"))),
];

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    language: Language,
    messages: Vec<&'static str>,
    words: Vec<&'static str>,
    rules: Vec<&'static str>,
}

/// A line of the table of words.
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
        let file = include_str!(concat!(env!("OUT_DIR"), "/ja.txt"));
        JAPANESE.get_or_init(|| Self::read(Language::Japanese, file))
    }

    /// The texts of a language, if they are there.
    pub fn of(language: Language) -> Option<&'static Self> {
        match language.loaded() {
            Some(slot) => slot.get(),
            None => Some(Self::japanese()),
        }
    }

    /// Takes in the file of a language; `false` if it is not one of this build.
    pub fn load(language: Language, file: String) -> bool {
        let Some(slot) = language.loaded() else { return true };
        let ours = file.split('\n').next() == Some(STAMP);
        if ours {
            slot.get_or_init(|| Self::read(language, String::leak(file)));
        }
        ours
    }

    /// The texts of a file that the build has made, a line each: its stamp, the messages, the words, the texts of the
    /// rules.
    fn read(language: Language, file: &'static str) -> Self {
        let mut lines = file.split('\n').skip(1);
        let messages = lines.by_ref().take(MESSAGES).collect();
        let words = lines.by_ref().take(WORDS).collect();
        Self { language, messages, words, rules: lines.collect() }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of the rules at this place of their list, if it has been translated.
    pub fn rule(&self, place: usize) -> Option<&'static str> {
        self.rules.get(place).copied().filter(|text| !text.is_empty())
    }

    /// A message; what its blanks are is told by its table.
    pub fn say(&self, message: Message) -> &'static str {
        self.messages.get(message as usize).copied().unwrap_or_default()
    }

    /// The words at this place: the facts of the rules in their order, each followed by its choices, then the categories.
    pub fn word(&self, place: usize) -> Option<Word> {
        let mut columns = self.words.get(place)?.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (name, unit, ask, hint) = (next(), next(), next(), next());
        Some(Word { name, unit, ask, hint: (!hint.is_empty()).then_some(hint) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_what_its_line_says() {
        let file = ["0\n", &"m\n".repeat(MESSAGES), "従業員数\t人\t何人ですか\tヒント\n小売業\n"];
        let texts = Texts::read(Language::Japanese, String::leak(file.concat()));
        let employees =
            Word {
                name: "従業員数", unit: "人", ask: "何人ですか", hint: Some("ヒント")
            };
        assert_eq!(texts.word(0), Some(employees));
        assert_eq!(texts.word(1), Some(Word { name: "小売業", unit: "", ask: "", hint: None }));
        assert_eq!(texts.word(WORDS), None);
    }

    #[test]
    fn messages_stand_in_the_order_of_their_names() {
        let texts = Texts::japanese();
        assert_eq!(texts.say(Message::Title), "補助金シミュレーター");
        assert_eq!(texts.say(Message::YearsUnit), "年");
        assert_eq!(texts.messages.len(), MESSAGES);
    }
}
