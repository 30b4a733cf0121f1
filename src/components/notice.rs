//! That a round is not open, so that an old amount never looks like one to apply for.

use hojokin_engine::{Edition, Status};

use super::citation;
use crate::{markup::Markup, text::Words};

/// A sentence about the round with its citation; nothing while the round is open.
pub fn notice(m: &mut Markup, words: Words, edition: &Edition, status: Status) {
    let Some(sentence) = words.not_open(edition, status) else { return m.nothing() };
    let cite = match status {
        Status::Upcoming => edition.opens.map(|day| day.cite),
        _ => edition.closes.map(|day| day.cite),
    };
    m.open("div", "notice");
    m.line("p", "notice__text", sentence);
    if let Some(cite) = cite {
        m.open("p", "notice__cite");
        citation(m, words, edition, cite);
        m.close();
    }
    m.close();
}
