//! The grant against what is spent on one frame: the line, where it bends and falls away, where the firm stands; the
//! same as a table; and back from a wanted grant.

use hojokin_engine::{
    Case, Estimate, FrameEstimate, Terms, Yen,
    curve::{Curve, Turn, curve},
    inverse::least_expense,
};
use yew::Callback;

use super::{Label, plot, typed_field};
use crate::{
    markup::Markup,
    state::{Action, Field, State},
    text::{Message, Words},
};

/// The chart of the frame that a person looks at closely; nothing where its grant cannot be worked out.
pub fn chart(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimate: &Estimate,
    case: &Case,
    onact: &Callback<Action>,
) {
    let Some((frame, terms, curve)) = charted(state, estimate, case) else { return m.nothing() };
    m.open("section", "chart");
    m.set("aria-labelledby", "chart");
    m.open("h3", "chart__title");
    m.set("id", "chart");
    m.text(words.of_frame(Message::Chart, frame.frame.name));
    m.close();
    if let Some(assumed) = words.assumed(&frame.assumed) {
        m.line("p", "chart__assumed", assumed);
    }
    plot(m, words, &curve);
    legend(m, words, &curve);
    table(m, words, &curve);
    let label = Label {
        ask: words.say(Message::Wanted),
        hint: None,
        unit: words.say(Message::YenUnit),
        name: words.say(Message::Wanted),
        money: true,
    };
    typed_field(m, words, state, Field::Wanted, label, onact);
    if let Some(wanted) = state.number(Field::Wanted).map(Yen) {
        let reach = least_expense(estimate.edition, frame.frame, &terms, case, wanted);
        let most = curve.most.map_or(Yen::ZERO, |most| most.grant);
        m.line("p", "chart__wanted", words.wanted(wanted, reach, most));
    }
    m.close();
}

/// The frame that has a chart, the terms that it is for, and its curve.
pub fn charted<'e>(
    state: &State,
    estimate: &'e Estimate,
    case: &Case,
) -> Option<(&'e FrameEstimate, Terms, Curve)> {
    let frame = state.frame(estimate)?;
    let terms = frame.terms?;
    Some((frame, terms, curve(estimate.edition, frame.frame, &terms, case)?))
}

/// What the picture shows, in sentences with the numbers of its marks.
fn legend(m: &mut Markup, words: Words, curve: &Curve) {
    m.label("p", "chart__note", words.say(Message::ChartAxes));
    m.line("p", "chart__present", words.present(curve.now));
    m.open("ol", "chart__turns");
    for point in curve.points.iter().filter(|point| point.turn != Turn::End) {
        m.line("li", "chart__turn", words.point(point));
    }
    m.close();
    if let Some(most) = curve.most {
        m.line("p", "chart__note", words.most(most.grant));
    }
}

/// The same in rows, the firm's own among them.
fn table(m: &mut Markup, words: Words, curve: &Curve) {
    m.open("details", "chart__twin");
    m.label("summary", "", words.say(Message::ChartTable));
    m.open("table", "chart__table");
    m.open("thead", "");
    m.open("tr", "");
    for name in [Message::ChartExpense, Message::CashGrant, Message::ChartChange] {
        m.open("th", "");
        m.set("scope", "col");
        m.say(words.say(name));
        m.close();
    }
    m.close();
    m.close();
    m.open("tbody", "");
    let now = curve.now;
    let mut before = now.entered != Yen::ZERO;
    for point in &curve.points {
        if before && now.total < point.expense {
            before = false;
            row(m, words, [now.total, now.grant], words.say(Message::ChartNow).to_owned());
        }
        row(m, words, [point.expense, point.grant], words.turn(point));
    }
    m.close();
    m.close();
    m.close();
}

fn row(m: &mut Markup, words: Words, amounts: [Yen; 2], change: String) {
    m.open("tr", "");
    for amount in amounts {
        m.line("td", "chart__amount", words.yen(amount));
    }
    m.line("td", "", change);
    m.close();
}
