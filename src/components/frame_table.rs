//! The frames side by side, and the choice of the one to look at closely.

use hojokin_engine::{Estimate, FrameEstimate, Verdict, Yen};
use yew::Callback;

use crate::{
    markup::{Markup, On},
    state::{Action, State},
    text::{Message, Words},
};

/// The table, in which a frame is chosen; nothing for a single one.
pub fn frame_table(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimate: &Estimate,
    onact: &Callback<Action>,
) {
    if granting(estimate).count() < 2 {
        return m.nothing();
    }
    m.open("div", "frame-table");
    frames(m, words, state, estimate, Some(onact));
    m.close();
}

fn granting(estimate: &Estimate) -> impl Iterator<Item = &FrameEstimate> {
    estimate.frames.iter().filter(|frame| frame.frame.grant().is_some())
}

/// A row for every frame that grants something, with a button unless it is for paper.
pub(super) fn frames(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimate: &Estimate,
    onact: Option<&Callback<Action>>,
) {
    let looked_at = state.frame(estimate).map(|frame| frame.frame.id);
    m.open("table", "");
    m.label("caption", "", words.say(Message::Compare));
    m.open("thead", "");
    m.open("tr", "");
    for column in [
        Message::ColumnFrame,
        Message::ColumnAmount,
        Message::Rate,
        Message::Cap,
        Message::ColumnVerdict,
    ] {
        m.open("th", "");
        m.set("scope", "col");
        m.say(words.say(column));
        m.close();
    }
    m.close();
    m.close();
    m.open("tbody", "");
    for frame in granting(estimate) {
        row(m, words, frame, Some(frame.frame.id) == looked_at, onact);
    }
    m.close();
    m.close();
}

fn row(
    m: &mut Markup,
    words: Words,
    frame: &FrameEstimate,
    shown: bool,
    onact: Option<&Callback<Action>>,
) {
    let id = frame.frame.id;
    m.open("tr", "");
    m.set("data-best", if shown { "true" } else { "false" });
    m.open("th", "");
    m.set("scope", "row");
    m.open(if onact.is_some() { "button" } else { "span" }, "frame-table__frame");
    if let Some(onact) = onact {
        m.set("type", "button");
        m.set("aria-pressed", if shown { "true" } else { "false" });
        m.on(On::Click, onact.reform(move |_: yew::Event| Action::Frame(id)));
    }
    m.say(words.rule(frame.frame.name));
    m.close();
    m.close();
    let possible = frame.verdict != Verdict::Ineligible;
    let amount = words.range(frame.grant);
    let cells = [
        (possible && Yen::ZERO < frame.eligible_expenses, amount),
        (possible, words.rate(frame)),
        (possible, words.cap(frame)),
    ];
    for (known, cell) in cells {
        m.line("td", "", if known { cell } else { "—".to_owned() });
    }
    m.label("td", "", words.verdict(frame.verdict));
    m.close();
}
