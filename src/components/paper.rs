//! The result on paper: one A4 page to hand over, made when something is printed.

use std::cmp::Reverse;

use hojokin_engine::{Edition, Estimate, FrameEstimate, Moment, Yen};

use super::{
    cash::{amounts, of_frame},
    category_name,
    citation::titled,
    contact::contacts,
    expense_form::{ROWS, formed},
    frame_table::frames,
    in_order,
    notice::deadlines,
    share::code,
    working::{alone, sentence},
};
use hojokin_rules::version;
use yew::Callback;

use crate::{
    app::PRINT,
    hand,
    markup::{Markup, On},
    state::{Asked, State, Step},
    text::{Message, Words},
};

/// Of a chosen edition what was entered, its frames, the working of the one that is looked at, and what to do next; of
/// all programmes together what was entered and their list. A code leads back to what was entered on `page`.
pub fn paper(
    m: &mut Markup,
    words: Words,
    state: &State,
    asked: &Asked,
    estimates: &[Estimate],
    page: &str,
) {
    m.open("section", "paper");
    head(m, words, state, estimates, page);
    match (estimates, state.edition) {
        ([estimate], Some(_)) => frames(m, words, state, estimate, None),
        _ => m.nothing(),
    }
    m.open("div", "paper__columns");
    answers(m, words, state, asked);
    match (estimates, state.edition) {
        ([estimate], Some(edition)) => {
            if let Some(frame) = state.frame(estimate) {
                working(m, words, edition, frame);
                obligations(m, words, frame);
            }
            if let Some((frame, cash)) = of_frame(state, estimate, &state.case()) {
                m.line("h3", "", words.of_frame(Message::Cash, frame.frame.name));
                amounts(m, words, cash, edition.payment.is_some());
            }
            expenses(m, words, state, estimate);
        }
        _ => programmes(m, words, estimates, state.settings.as_of),
    }
    next(m, words, state);
    m.close();
    m.label("p", "paper__disclaimer", words.say(Message::Disclaimer));
    m.close();
}

/// Whose it is, what of, the code, and room for the adviser.
fn head(m: &mut Markup, words: Words, state: &State, estimates: &[Estimate], page: &str) {
    let settings = &state.settings;
    m.open("header", "paper__head");
    m.open("div", "");
    if let Some(chamber) = &settings.chamber {
        m.line("p", "", chamber.clone());
    }
    m.label("h2", "", words.say(Message::PaperTitle));
    m.line("p", "", words.basis(state.edition, settings.as_of));
    m.line("p", "", words.rules_version(version()));
    if let ([estimate], Some(edition)) = (estimates, state.edition) {
        m.line("p", "", words.status(edition, estimate.status, settings.as_of));
        deadlines(m, words, edition, estimate.status, settings.as_of);
        // What the screen shows in large letters.
        let range = estimate.range();
        if Yen::ZERO < range.high {
            m.open("p", "paper__amount");
            m.say(words.say(Message::Outlook));
            m.say(" ");
            m.line("b", "", words.range(range));
            m.close();
        }
    }
    m.close();
    if let Some((size, outlines)) = hand::share(state, page).code {
        code(m, words, size, &outlines);
    }
    m.open("dl", "paper__officer");
    for line in [Message::PaperOfficer, Message::PaperPhone, Message::PaperMemo] {
        m.label("dt", "", words.say(line));
        m.open("dd", "");
        m.close();
    }
    m.close();
    m.close();
}

fn answers(m: &mut Markup, words: Words, state: &State, asked: &Asked) {
    m.label("h3", "", words.say(Message::PaperAnswers));
    m.open("dl", "paper__answers");
    for fact in &asked.facts {
        let step = Step::Fact(*fact);
        if state.is_answered(step) {
            let (name, answer) = words.answer_to(state, step);
            entry(m, name, answer);
        }
    }
    let case = state.case();
    for category in case.expenses.categories() {
        let amount = case.expenses.of(category);
        if Yen::ZERO < amount {
            entry(m, category_name(words, state, category), words.yen(amount));
        }
    }
    m.close();
}

fn entry(m: &mut Markup, name: &'static str, value: String) {
    m.open("div", "");
    m.label("dt", "", name);
    m.line("dd", "", value);
    m.close();
}

fn working(m: &mut Markup, words: Words, edition: &Edition, frame: &FrameEstimate) {
    m.line("h3", "", words.working_of(frame.frame.name));
    if let Some(assumed) = words.assumed(&frame.assumed) {
        m.line("p", "", assumed);
    }
    let alone = alone(&frame.steps);
    m.open("ol", "paper__steps");
    for step in &frame.steps {
        m.open("li", "");
        sentence(m, words, step, alone);
        m.say(" ");
        titled(m, words, words.cite(step.cite, edition.source(step.cite)));
        m.close();
    }
    m.close();
}

fn obligations(m: &mut Markup, words: Words, frame: &FrameEstimate) {
    if frame.frame.obligations.is_empty() {
        return m.nothing();
    }
    m.label("h3", "", words.say(Message::Obligations));
    for note in frame.frame.obligations {
        m.label("p", "", words.rule(note.text));
    }
}

/// The rows of the application's own expense sheet.
fn expenses(m: &mut Markup, words: Words, state: &State, estimate: &Estimate) {
    let Some((frame, form)) = formed(state, estimate, &state.case()) else { return };
    m.line("h3", "", words.of_frame(Message::Form, frame.frame.name));
    m.open("dl", "");
    for (name, amount) in ROWS.into_iter().zip(form.rows()) {
        m.open("div", "");
        m.open("dt", "");
        titled(m, words, Words::japanese().form_row(name, &form));
        m.close();
        m.line("dd", "", words.range(amount));
        m.close();
    }
    m.close();
    if let Some(split) = words.form_split(&form) {
        m.line("p", "", split);
    }
}

/// As many programmes as a page has room for.
fn programmes(m: &mut Markup, words: Words, estimates: &[Estimate], as_of: Moment) {
    const MOST: usize = 12;
    m.label("h3", "", words.say(Message::Programmes));
    m.open("dl", "paper__answers");
    let ordered = in_order(estimates.iter().collect(), |estimate| {
        let range = estimate.range();
        Reverse((range.low, range.high))
    });
    for estimate in ordered.into_iter().take(MOST) {
        m.open("div", "");
        m.open("dt", "");
        m.say(words.rule(estimate.edition.name));
        m.say(" ");
        m.say(words.rule(estimate.edition.round));
        m.say(" ");
        m.text(words.status(estimate.edition, estimate.status, as_of));
        m.close();
        m.line("dd", "", words.range(estimate.range()));
        m.close();
    }
    m.close();
}

fn next(m: &mut Markup, words: Words, state: &State) {
    m.label("h3", "", words.say(Message::PaperNext));
    m.open("ol", "paper__steps");
    for step in [Message::PaperConsult, Message::PaperCheck, Message::PaperOrder] {
        m.label("li", "", words.say(step));
    }
    m.close();
    // Nobody can press a link on paper.
    for by in contacts(state).into_iter().flatten() {
        m.line("p", "", words.named(words.say(Message::Consult), by));
    }
}

/// Prints the page.
pub fn print_button(m: &mut Markup, words: Words, oncall: &Callback<&'static str>) {
    m.open("button", "paper-button");
    m.set("type", "button");
    m.on(On::Click, oncall.reform(|_: yew::Event| PRINT));
    m.say(words.say(Message::Print));
    m.close();
}
