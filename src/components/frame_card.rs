//! One frame: whether, how much, at which rate, up to which cap, and why.

use hojokin_engine::{
    Case, Caution, Edition, FrameEstimate, Verdict, Warning, Yen, inverse::least_expense,
};

use super::{citation::noted, figures, meter, requirement_list, working};
use crate::{
    markup::Markup,
    state::own_funds,
    text::{Message, Words},
};

/// A card with everything about one frame; `best` if no other one gives more for certain.
pub fn frame_card(
    m: &mut Markup,
    words: Words,
    edition: &Edition,
    frame: &FrameEstimate,
    best: bool,
    case: &Case,
) {
    let verdict = match frame.verdict {
        Verdict::Eligible => "eligible",
        Verdict::Ineligible => "ineligible",
        Verdict::Undetermined => "undetermined",
    };
    m.open("article", "frame-card");
    m.set("part", "card");
    m.set("data-frame", frame.frame.id);
    m.set("data-verdict", verdict);
    m.set("data-best", if best { "true" } else { "false" });
    m.open("header", "frame-card__head");
    m.label("h4", "frame-card__name", words.rule(frame.frame.name));
    m.open("p", "frame-card__badges");
    if best {
        m.label("span", "frame-card__best", words.say(Message::Best));
    }
    m.label("span", "frame-card__verdict", words.verdict(frame.verdict));
    m.close();
    m.close();
    if frame.verdict != Verdict::Ineligible {
        amounts(m, words, edition, frame, case);
    }
    requirement_list(m, words, edition, &frame.requirements);
    if !frame.steps.is_empty() {
        working(m, words, edition, &frame.steps, &frame.assumed, best);
    }
    if frame.verdict != Verdict::Ineligible && !frame.frame.obligations.is_empty() {
        m.open("div", "frame-card__obligations");
        m.label("h5", "frame-card__heading", words.say(Message::Obligations));
        for note in frame.frame.obligations {
            noted(m, words, "p", edition, note);
        }
        m.close();
    }
    m.close();
}

/// Amount, rate, cap, own funds, and from which expense on nothing more is granted.
fn amounts(m: &mut Markup, words: Words, edition: &Edition, frame: &FrameEstimate, case: &Case) {
    let Some(grant) = frame.frame.grant() else {
        return figures(m, words, edition, frame);
    };
    let eligible = frame.eligible_expenses;
    let own = own_funds(frame, grant, case);
    let capped = frame.terms.and_then(|terms| Some((terms, terms.whole_cap(grant)?)));
    let reach = capped.filter(|_| grant.rate.is_some()).and_then(|(terms, cap)| {
        least_expense(edition, frame.frame, &terms, case, cap).zip(Some(cap))
    });
    let entered = Yen::ZERO < eligible;
    if entered {
        m.line("p", "frame-card__amount", words.range(frame.grant));
        if let Some((_, cap)) = capped {
            meter(m, words, frame.grant, cap);
        }
    }
    m.open("dl", "frame-card__facts");
    fact(m, words, Message::Rate, words.rate(frame));
    fact(m, words, Message::Cap, words.cap(frame));
    if entered {
        fact(m, words, Message::Eligible, words.yen(eligible));
        fact(m, words, Message::OwnFunds, words.range(own));
    }
    m.close();
    for caution in frame.warnings.iter().filter_map(caution) {
        m.label("p", "frame-card__caution", words.rule(caution.text));
    }
    if let Some((reach, cap)) = reach {
        m.line("p", "frame-card__reach", words.reach(reach, cap));
    }
}

/// A line of a list of facts.
pub(super) fn fact(m: &mut Markup, words: Words, name: Message, value: String) {
    m.open("div", "");
    m.label("dt", "", words.say(name));
    m.line("dd", "", value);
    m.close();
}

fn caution(warning: &Warning) -> Option<&'static Caution> {
    match warning {
        Warning::Caution(caution) => Some(caution),
        Warning::Category(_) => None,
    }
}
