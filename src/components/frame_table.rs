//! The frames side by side, and the choice of the one to look at closely.

use hojokin_engine::{Estimate, FrameEstimate, Verdict, Yen};
use yew::Callback;

use crate::{
    markup::{Markup, On},
    state::{Action, State},
    text::{Message, Words},
};

/// What each column says. Where there is no room for columns, each line of a frame begins with it (`data-label`); a table
/// that is not displayed as one is only read out as one with the roles set.
const COLUMNS: [Message; 5] = [
    Message::ColumnFrame,
    Message::ColumnAmount,
    Message::Rate,
    Message::Cap,
    Message::ColumnVerdict,
];

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
    m.set("part", "table");
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
    m.set("role", "table");
    m.label("caption", "", words.say(Message::Compare));
    m.open("thead", "");
    m.set("role", "rowgroup");
    m.open("tr", "");
    m.set("role", "row");
    for column in COLUMNS {
        m.open("th", "");
        m.set("scope", "col");
        m.set("role", "columnheader");
        m.say(words.say(column));
        m.close();
    }
    m.close();
    m.close();
    m.open("tbody", "");
    m.set("role", "rowgroup");
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
    m.set("role", "row");
    m.set("data-best", if shown { "true" } else { "false" });
    m.open("th", "");
    m.set("scope", "row");
    m.set("role", "rowheader");
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
    let verdict = words.verdict(frame.verdict).to_owned();
    let cells = cells.map(|(known, cell)| if known { cell } else { "—".to_owned() });
    for (column, cell) in COLUMNS.into_iter().skip(1).zip(cells.into_iter().chain([verdict])) {
        m.open("td", "");
        m.set("role", "cell");
        m.set("data-label", words.say(column));
        m.text(cell);
        m.close();
    }
    m.close();
}
