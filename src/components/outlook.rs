//! The result in one line: how much, how certain, and what would settle it.

use hojokin_engine::{Estimate, FactId, Range, Status, Verdict, Yen};
use hojokin_rules::rulebook;
use yew::prelude::*;

use crate::text::{Message, Words};

/// The most that any frame gives, as a range while questions are open.
pub fn outlook(words: Words, estimate: &Estimate) -> Html {
    let range = range(estimate);
    let nothing = estimate.frames.iter().all(|frame| frame.eligible_expenses == Yen::ZERO);
    let none = estimate.frames.iter().all(|frame| frame.verdict == Verdict::Ineligible);
    html! {
        <div class="outlook">
            <p class="outlook__status" data-status={status_key(estimate.status)}>
                { words.status(estimate.edition, estimate.status) }
            </p>
            <h3 class="outlook__label" id="outlook" tabindex="-1">{ words.say(Message::Outlook) }</h3>
            if none {
                <p class="outlook__empty">{ words.say(Message::NoFrame) }</p>
            } else if nothing {
                <p class="outlook__empty">{ words.say(Message::NothingEntered) }</p>
            } else {
                <p class="outlook__amount" data-status={status_key(estimate.status)}>{ words.range(range) }</p>
                if range.low != range.high {
                    <p class="outlook__open">{ words.deciding(&deciding(estimate)) }</p>
                }
            }
            <p class="outlook__disclaimer">{ words.say(Message::Disclaimer) }</p>
        </div>
    }
}

/// The most that is certain and the most that is possible over all frames.
pub fn range(estimate: &Estimate) -> Range {
    let most = |amount: fn(&Range) -> Yen| {
        estimate.frames.iter().map(|frame| amount(&frame.grant)).max().unwrap_or_default()
    };
    Range { low: most(|range| range.low), high: most(|range| range.high) }
}

/// How a style tells rounds that are open from others.
fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Ended => "ended",
        Status::Upcoming => "upcoming",
        Status::Undated => "undated",
    }
}

/// The open facts of the frames that could still give the most.
fn deciding(estimate: &Estimate) -> Vec<&'static str> {
    let low = range(estimate).low;
    let open = || estimate.frames.iter().filter(|frame| low < frame.grant.high);
    let decides = |fact: &&FactId| open().any(|frame| frame.unanswered.contains(fact));
    let facts = estimate.edition.facts.iter().filter(decides);
    facts.map(|fact| rulebook().facts[usize::from(fact.0)].id).collect()
}
