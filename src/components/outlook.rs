//! The result in one line: how much, how certain, and what would settle it.

use hojokin_engine::{Estimate, FactId, Moment, Verdict, Yen};
// How a style tells rounds that are open from others.
pub(super) use hojokin_engine::json::status as status_key;
use hojokin_rules::rulebook;

use crate::{
    markup::Markup,
    state::grants,
    text::{Message, Words},
};

/// The id of the heading, which can have the focus.
pub const OUTLOOK: &str = "outlook";

/// The most that any frame gives, as a range while questions are open; nothing for figures.
pub fn outlook(m: &mut Markup, words: Words, estimate: &Estimate, as_of: Moment) {
    let range = estimate.range();
    let nothing = estimate.frames.iter().all(|frame| frame.eligible_expenses == Yen::ZERO);
    let none = estimate.frames.iter().all(|frame| frame.verdict == Verdict::Ineligible);
    let (grants, status) = (grants(estimate.edition), status_key(estimate.status));
    m.open("div", "outlook");
    m.open("p", "outlook__status");
    m.set("data-status", status);
    m.text(words.status(estimate.edition, estimate.status, as_of));
    m.close();
    heading(
        m,
        "outlook__label",
        if grants { words.say(Message::Outlook) } else { words.rule(estimate.edition.name) },
    );
    if none {
        m.label("p", "outlook__empty", words.say(Message::NoFrame));
    } else if grants && nothing {
        m.label("p", "outlook__empty", words.say(Message::NothingEntered));
    } else if grants {
        m.open("p", "outlook__amount");
        m.set("part", "amount");
        m.set("data-status", status);
        m.text(words.range(range));
        m.close();
        if range.low != range.high {
            m.line("p", "outlook__open", words.deciding(&deciding(estimate)));
        }
    }
    m.label("p", "outlook__disclaimer", words.say(Message::Disclaimer));
    m.close();
}

/// The heading of the results, which links lead to.
pub(super) fn heading(m: &mut Markup, class: &'static str, text: &'static str) {
    m.open("h3", class);
    m.set("id", OUTLOOK);
    m.set("tabindex", "-1");
    m.say(text);
    m.close();
}

/// The open facts of the frames that could still give the most.
fn deciding(estimate: &Estimate) -> Vec<&'static str> {
    let low = estimate.range().low;
    let open = || estimate.frames.iter().filter(|frame| low < frame.grant.high);
    let decides = |fact: &&FactId| open().any(|frame| frame.unanswered.contains(fact));
    let facts = estimate.edition.facts.iter().filter(decides);
    facts.map(|fact| rulebook().facts[usize::from(fact.0)].id).collect()
}
