//! One frame: whether, how much, at which rate, up to which cap, and why.

use hojokin_engine::{Case, Edition, FrameEstimate, Range, Verdict, inverse::least_expense};
use yew::prelude::*;

use super::{citation, meter, requirement_list, working};
use crate::text::{Message, Words};

/// A card with everything about one frame; `best` if no other one gives more for certain.
pub fn frame_card(
    words: Words,
    edition: &Edition,
    frame: &FrameEstimate,
    best: bool,
    case: &Case,
) -> Html {
    let verdict = match frame.verdict {
        Verdict::Eligible => "eligible",
        Verdict::Ineligible => "ineligible",
        Verdict::Undetermined => "undetermined",
    };
    html! {
        <article class="frame-card" data-frame={frame.frame.id} data-verdict={verdict} data-best={best.to_string()}>
            <header class="frame-card__head">
                <h4 class="frame-card__name">{ frame.frame.name }</h4>
                <p class="frame-card__badges">
                    if best {
                        <span class="frame-card__best">{ words.say(Message::Best) }</span>
                    }
                    <span class="frame-card__verdict">{ words.verdict(frame.verdict) }</span>
                </p>
            </header>
            if frame.verdict != Verdict::Ineligible {
                { amounts(words, edition, frame, case) }
            }
            { requirement_list(words, edition, &frame.requirements) }
            if !frame.steps.is_empty() {
                { working(words, edition, &frame.steps, &frame.assumed, best) }
            }
            if frame.verdict != Verdict::Ineligible && !frame.frame.obligations.is_empty() {
                <div class="frame-card__obligations">
                    <h5 class="frame-card__heading">{ words.say(Message::Obligations) }</h5>
                    for note in frame.frame.obligations {
                        <p>{ note.text }<br />{ citation(words, edition, note.cite) }</p>
                    }
                </div>
            }
        </article>
    }
}

/// Amount, rate, cap, own funds, and from which expense on nothing more is granted.
fn amounts(words: Words, edition: &Edition, frame: &FrameEstimate, case: &Case) -> Html {
    let eligible = frame.eligible_expenses;
    let own = Range { low: eligible - frame.grant.high, high: frame.own_funds };
    let cap = frame.terms.map(|terms| terms.cap.value);
    let reach = frame.terms.and_then(|terms| {
        least_expense(edition, &terms, case, terms.cap.value).zip(Some(terms.cap.value))
    });
    let entered = case.expenses.entered().next().is_some();
    html! {
        <>
            if entered {
                <p class="frame-card__amount">{ words.range(frame.grant) }</p>
                if let Some(cap) = cap {
                    { meter(words, frame.grant, cap) }
                }
            }
            <dl class="frame-card__facts">
                <div><dt>{ words.say(Message::Rate) }</dt><dd>{ words.rate(frame.rate) }</dd></div>
                <div><dt>{ words.say(Message::Cap) }</dt><dd>{ words.cap(frame.cap) }</dd></div>
                if entered {
                    <div><dt>{ words.say(Message::Eligible) }</dt><dd>{ words.yen(eligible) }</dd></div>
                    <div><dt>{ words.say(Message::OwnFunds) }</dt><dd>{ words.range(own) }</dd></div>
                }
            </dl>
            if let Some((reach, cap)) = reach {
                <p class="frame-card__reach">{ words.reach(reach, cap) }</p>
            }
        </>
    }
}
