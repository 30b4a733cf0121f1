//! What the page around the widget sets.

use hojokin_engine::{Edition, Moment};
use hojokin_rules::rulebook;
use hojokin_texts::Language;

use super::Mode;

/// The settings that its attributes make.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The edition to start with (`edition`).
    pub edition: Option<String>,
    /// The moment for which to answer (`as-of`), now unless set.
    pub as_of: Moment,
    /// The chamber's name (`chamber-name`).
    pub chamber: Option<String>,
    /// The language to start with (`lang`).
    pub language: Language,
    /// Whether the page has set the moment.
    pub dated: bool,
    /// The way of asking to start with (`mode`).
    pub mode: Mode,
    /// The ids of programmes and editions to which the widget is limited (`programmes`).
    pub only: Option<String>,
}

impl Settings {
    /// Those of a page that sets nothing, at this moment.
    pub fn at(as_of: Moment) -> Self {
        Self {
            edition: None,
            as_of,
            chamber: None,
            language: Language::Japanese,
            dated: false,
            mode: Mode::Guided,
            only: None,
        }
    }

    /// Whether the page offers an edition.
    pub fn offers(&self, edition: &Edition) -> bool {
        let Some(only) = &self.only else { return true };
        // Bytes: no id has other signs, and the reading of characters is larger.
        let mut ids = only.as_bytes().split(|sign| *sign == b',' || sign.is_ascii_whitespace());
        // The id of an edition begins with that of its programme.
        let named = |id| edition.id.as_bytes().strip_prefix(id);
        ids.any(|id| named(id).is_some_and(|rest| matches!(rest, [] | [b'/', ..])))
    }

    /// The edition that the page asks for.
    pub(crate) fn named(&self) -> Option<&'static Edition> {
        self.edition.as_deref().and_then(|id| rulebook().edition(id))
    }
}
