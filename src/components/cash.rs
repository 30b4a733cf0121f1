//! The money of one frame: what is paid first, what comes back and when, and what is left to the firm.

use hojokin_engine::{
    Case, Edition, Estimate, FrameEstimate, Payment, Status,
    cash::{Cash, cash as cash_of},
};

use super::{citation, frame_card::fact, notice::deadlines};
use crate::{
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// The cash of the frame that a person looks at closely; nothing while no expense is entered, and where the firm cannot
/// get it.
pub fn cash(m: &mut Markup, words: Words, state: &State, estimate: &Estimate, case: &Case) {
    let edition = estimate.edition;
    let Some((frame, cash)) = of_frame(state, estimate, case) else { return m.nothing() };
    m.open("section", "cash");
    m.set("aria-labelledby", "cash");
    m.open("h3", "cash__title");
    m.set("id", "cash");
    m.text(words.of_frame(Message::Cash, frame.frame.name));
    m.close();
    amounts(m, words, cash, edition.payment.is_some());
    m.label("p", "cash__how", words.paid(state.tax));
    m.line("p", "cash__first", words.first(cash, edition.payment.is_some()));
    match edition.payment {
        Some(payment) => {
            m.open("p", "");
            citation(m, words, edition, payment.cite);
            m.close();
        }
        None => m.label("strong", "citation__unverified", words.say(Message::Unverified)),
    }
    m.label("p", "", words.say(Message::CashAsk));
    if let Some(payment) = edition.payment {
        timeline(m, words, state, edition, payment, !frame.frame.obligations.is_empty());
    }
    m.close();
}

/// The frame and its cash.
pub(super) fn of_frame<'a>(
    state: &State,
    estimate: &'a Estimate,
    case: &Case,
) -> Option<(&'a FrameEstimate, Cash)> {
    let (frame, grant) = state.granted(estimate)?;
    Some((frame, cash_of(state.tax, state.paid(), grant, case, frame.grant)))
}

pub(super) fn amounts(m: &mut Markup, words: Words, cash: Cash, settled: bool) {
    m.open("dl", "cash__amounts");
    fact(m, words, Message::CashTotal, words.yen(cash.total));
    fact(m, words, Message::CashTax, words.yen(cash.tax));
    fact(m, words, Message::CashGrant, words.range(cash.grant));
    fact(m, words, Message::CashOwn, words.range(cash.own));
    if settled {
        fact(m, words, Message::CashPeak, words.yen(cash.total));
        fact(m, words, Message::CashBridge, words.range(cash.grant));
    }
    m.close();
}

/// What happens one after the other, with the days of the round.
fn timeline(
    m: &mut Markup,
    words: Words,
    state: &State,
    edition: &Edition,
    payment: Payment,
    obliged: bool,
) {
    let (status, as_of) = (state.status(edition), state.settings.as_of);
    m.label("h4", "cash__heading", words.say(Message::Flow));
    m.open("ol", "cash__flow");
    for step in [
        Message::FlowApply,
        Message::FlowSelected,
        Message::FlowDecided,
        Message::FlowOrder,
        Message::FlowReport,
        Message::FlowChecked,
        Message::FlowPaid,
    ] {
        m.open("li", "cash__step");
        m.label("b", "", words.say(step));
        match step {
            Message::FlowApply => {
                if status != Status::Undated {
                    m.line("p", "", words.status(edition, status, as_of));
                }
                deadlines(m, words, edition, status, as_of);
            }
            Message::FlowOrder => before(m, words, edition, payment),
            Message::FlowPaid if obliged => m.label("p", "", words.say(Message::FlowAfter)),
            _ => {}
        }
        m.close();
    }
    m.close();
}

/// That nothing may be ordered before the decision, as far as it is known.
fn before(m: &mut Markup, words: Words, edition: &Edition, payment: Payment) {
    m.open("p", "cash__before");
    match payment.after_decision {
        Some(cite) => {
            m.say(words.say(Message::FlowBefore));
            m.empty("br");
            citation(m, words, edition, cite);
        }
        None => {
            m.say(words.say(Message::FlowBeforeUnknown));
            m.say(" ");
            m.label("strong", "citation__unverified", words.say(Message::Unverified));
        }
    }
    m.close();
}
