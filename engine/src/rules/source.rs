//! Where rules are written.

use crate::{date::Date, moment::Moment};

/// A value and where it is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub cite: Cite,
}

/// A place in a source (根拠).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cite {
    /// The id of the source, such as `"seed-001"`.
    pub doc: &'static str,
    /// The printed page.
    pub page: Option<u16>,
    /// Lines of the text file, such as `"5498-5499"`.
    pub lines: Option<&'static str>,
    /// Any other place, such as 別表 or Q6-10.
    pub place: Option<&'static str>,
    /// Whether the figure could be verified (`false` is shown as 未確認).
    pub verified: bool,
}

/// A text with its citation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Note {
    /// The text.
    pub text: &'static str,
    /// Where it is written.
    pub cite: Cite,
}

/// A day before the closing day by which something must be done (締切の前の期限).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deadline {
    /// What must be done, such as 様式4の発行の受付.
    pub name: &'static str,
    /// Until when.
    pub at: Moment,
    /// Where it is written.
    pub cite: Cite,
}

/// How a grant is paid (支払い): after the report on what was done and paid, once its amount is settled (精算払い).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Payment {
    /// Where that is written.
    pub cite: Cite,
    /// Where it is written that what was ordered before the decision (交付決定) does not count; `None` where no
    /// source states it.
    pub after_decision: Option<Cite>,
}

/// A document that citations name (資料).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Source {
    /// Its id, such as `"S-17"`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its official address, where it has one.
    pub url: Option<&'static str>,
    /// The day on which it, or the copy named in `read_from`, was read.
    pub read_on: Date,
    /// What was read: the document itself or a copy of it.
    pub read_from: &'static str,
    /// Whether an official text was read in full.
    pub verified: bool,
}

/// Whom to ask about a programme (問い合わせ先).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Contact {
    /// The office.
    pub name: &'static str,
    /// Its telephone number, where a source states one.
    pub tel: Option<&'static str>,
    /// Its page, where a source states one.
    pub url: Option<&'static str>,
    /// Where it is written.
    pub cite: Cite,
}
