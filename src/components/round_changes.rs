//! What changed from the round before, in money for this firm and in words.

use hojokin_engine::{Case, Estimate, Yen, differences::differences, estimate};
use hojokin_rules::rulebook;

use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// A folded comparison with the round before; nothing where there is none.
pub fn round_changes(m: &mut Markup, words: Words, now: &Estimate, case: &Case) {
    let Some(edition) = rulebook().round_before(now.edition) else { return m.nothing() };
    let before = estimate(edition, case);
    m.open("details", "round-changes");
    m.line("summary", "", words.changes_since(edition));
    m.open("dl", "round-changes__amounts");
    // Before anything is entered, all amounts are 0 and say nothing.
    for frame in now.frames.iter().filter(|frame| Yen::ZERO < frame.eligible_expenses) {
        let old = before.frames.iter().find(|old| old.frame.id == frame.frame.id);
        let Some(old) = old else { continue };
        m.open("div", "");
        m.label("dt", "", words.rule(frame.frame.name));
        m.line("dd", "", words.change(old.grant, frame.grant));
        m.close();
    }
    m.close();
    m.open("ul", "round-changes__rules");
    let found = differences(edition, now.edition);
    for difference in &found {
        m.line("li", "", words.difference(difference));
    }
    if found.is_empty() {
        m.label("li", "", words.say(Message::NoChanges));
    }
    m.close();
    m.close();
}
