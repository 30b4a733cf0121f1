//! The questions one by one, the weightiest first, each with what its answer is worth.

use hojokin_engine::{Estimate, FactId, Yen};
use hojokin_rules::rulebook;
use yew::{Callback, Html};

use super::{expense_sheet, named, questions::question};
use crate::{
    markup::{Markup, On},
    state::{Action, Asked, State, Step},
    text::{Message, PURPOSES, Words},
};

/// The question that is asked now between the way there and the ways on; after the last one, that it was the last.
pub fn guide(
    m: &mut Markup,
    words: Words,
    state: &State,
    asked: &Asked,
    estimates: &[Estimate],
    limits: Vec<Html>,
    onact: &Callback<Action>,
) {
    let guide = &state.guide;
    m.open("form", "guide");
    m.on(
        On::Submit,
        onact.reform(|event: yew::Event| {
            event.prevent_default();
            Action::Next
        }),
    );
    progress(m, words, state);
    m.open("div", "guide__question");
    match guide.now {
        Some(Step::Fact(fact)) => {
            question(m, words, state, estimates, onact, fact);
            worth(m, words, estimates, fact);
        }
        Some(Step::Purpose) => purposes(m, words, state, onact),
        Some(Step::Expenses) => expense_sheet(m, words, state, asked, estimates, limits, onact),
        Some(Step::Confirm) => to_confirm(m, words, state, asked, estimates, onact),
        None => m.nothing(),
    }
    m.close();
    ways(m, words, state, onact);
    past(m, words, state, onact);
    m.close();
}

/// Which question it is, and about how many are left.
fn progress(m: &mut Markup, words: Words, state: &State) {
    let guide = &state.guide;
    let before = guide.past.iter().position(|step| Some(*step) == guide.now);
    let done = guide.past.len();
    m.open("p", "guide__progress");
    m.open("b", "");
    m.set("id", "guide");
    m.set("tabindex", "-1");
    match guide.now {
        Some(_) => m.text(words.step_number(before.unwrap_or(done) + 1)),
        None => m.say(words.say(Message::GuideDone)),
    }
    m.close();
    m.open("progress", "");
    m.set_to("max", (done + guide.left + 1).to_string().into());
    m.set_to("value", (done + usize::from(guide.now.is_none())).to_string().into());
    m.set("aria-hidden", "true");
    m.close();
    match guide.now {
        Some(_) => m.line("span", "", words.steps_left(guide.left)),
        None => m.nothing(),
    }
    m.close();
}

/// Back, on without an answer, on with it.
fn ways(m: &mut Markup, words: Words, state: &State, onact: &Callback<Action>) {
    let guide = &state.guide;
    m.open("p", "guide__ways");
    if let Some(before) = state.step_before() {
        button(m, words.say(Message::Back), onact, Action::Visit(before));
    }
    if guide.now.is_some() {
        if guide.now != Some(Step::Confirm) {
            button(m, words.say(Message::Unknown), onact, Action::Skip);
        }
        m.open("button", "guide__next");
        m.set("type", "submit");
        m.say(words.say(Message::Next));
        m.close();
    }
    m.close();
}

fn button(m: &mut Markup, text: &'static str, onact: &Callback<Action>, action: Action) {
    m.open("button", "");
    m.set("type", "button");
    m.on(On::Click, onact.reform(move |_: yew::Event| action.clone()));
    m.say(text);
    m.close();
}

/// By how much the answer can move the result.
fn worth(m: &mut Markup, words: Words, estimates: &[Estimate], fact: FactId) {
    match estimates.iter().map(|estimate| estimate.worth(fact)).max() {
        Some(worth) if Yen::ZERO < worth => m.line("p", "guide__worth", words.worth(worth)),
        _ => m.nothing(),
    }
}

/// What the firm wants to do.
fn purposes(m: &mut Markup, words: Words, state: &State, onact: &Callback<Action>) {
    m.open("fieldset", "guide__purposes");
    m.label("legend", "truth-field__legend", words.say(Message::PurposeQuestion));
    m.label("p", "truth-field__hint", words.say(Message::PurposeHint));
    for (place, text) in PURPOSES.into_iter().enumerate() {
        let id = format!("purpose-{place}");
        m.open("label", "truth-field__choice");
        m.set_to("for", id.clone().into());
        m.open("input", "");
        m.set("type", "checkbox");
        m.set_to("id", id.into());
        m.checked(state.wants(place));
        m.on(On::Change, onact.reform(move |_: yew::Event| Action::Purpose(place)));
        m.close();
        m.label("span", "", words.say(text));
        m.close();
    }
    m.close();
}

/// All that is only to be confirmed, at once.
fn to_confirm(
    m: &mut Markup,
    words: Words,
    state: &State,
    asked: &Asked,
    estimates: &[Estimate],
    onact: &Callback<Action>,
) {
    m.label("h3", "questions__title", words.say(Message::Confirm));
    m.label("p", "questions__hint", words.say(Message::ConfirmHint));
    for id in &asked.facts {
        if rulebook().facts[usize::from(id.0)].confirm {
            question(m, words, state, estimates, onact, *id);
        }
    }
}

/// What has been answered, each with the way back to it.
fn past(m: &mut Markup, words: Words, state: &State, onact: &Callback<Action>) {
    let past = &state.guide.past;
    if past.is_empty() {
        return m.nothing();
    }
    m.open("details", "guide__past");
    m.line("summary", "", words.past_answers(past.len()));
    m.open("ul", "");
    for step in past.iter().copied() {
        let (name, answer) = words.answer_to(state, step);
        m.open("li", "");
        m.label("span", "", name);
        m.say(" ");
        m.line("b", "", answer);
        m.open("button", "");
        m.set("type", "button");
        named(m, words, words.change_answer(name));
        m.on(On::Click, onact.reform(move |_: yew::Event| Action::Visit(step)));
        m.say(words.say(Message::Change));
        m.close();
        m.close();
    }
    m.close();
    m.close();
}
