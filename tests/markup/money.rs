//! The chart of a frame, and how its money flows.

use hojokin_engine::Tax;
use hojokin_texts::Language;
use hojokin_widget::{
    components::{cash, chart, charted, expense_form, plot},
    desk::Looked,
    hand::Copied,
    markup::Markup,
    state::{Action, Field, Keeping, State},
    text::Words,
};
use yew::Callback;

use crate::{
    firms::{answered, at, category, edition, estimate, fact, nobody, retailer, words},
    rendering::check,
    spoken,
};

/// A state that has this edition chosen and a manufacturer's answers.
fn tiered(id: &'static str, expenses: &[(&str, &str)], more: &[Action]) -> State {
    let mut state = at("2024-05-10", Some(id));
    state.apply(Action::Pick(fact("industry"), Some(0)));
    let typed = |field, text: &str| Action::Type(field, text.to_owned());
    state.apply(typed(Field::Fact(fact("employees")), "30"));
    for (key, amount) in expenses {
        state.apply(typed(Field::Expense(category(key)), amount));
    }
    more.iter().for_each(|action| state.apply(action.clone()));
    state
}

/// The floor, the tier and the end of ものづくり, for half open answers.
fn maker(more: &[Action]) -> State {
    tiered("monodukuri/2024-18", &[("machinery", "6,000,000")], more)
}

#[test]
fn the_grant_against_the_expenses_is_a_picture_and_sentences_and_a_table() {
    let show = |m: &mut Markup, state: &State| {
        chart(m, words(), state, &estimate(state), &state.case(), &Callback::noop());
    };
    let wanted = |text: &str| Action::Type(Field::Wanted, text.to_owned());
    check("chart", move |m| show(m, &maker(&[wanted("1,000万")])));
    check("chart-never", move |m| show(m, &answered_with(wanted("10億"))));
    check("chart-none", move |m| {
        let many = Action::Type(Field::Fact(fact("employees")), "21".to_owned());
        show(m, &retailer(&[many]));
    });
    check("plot", |m| {
        let state = maker(&[]);
        let (estimate, case) = (estimate(&state), state.case());
        let (_, _, curve) = charted(&state, &estimate, &case).expect("it has a chart");
        plot(m, words(), &curve);
    });
}

fn answered_with(more: Action) -> State {
    let mut state = answered();
    state.apply(more);
    state
}

#[test]
fn the_money_goes_out_first_and_comes_back_after_the_report_where_a_source_says_so() {
    let show = |m: &mut Markup, state: &State| {
        cash(m, words(), state, &estimate(state), &state.case());
    };
    check("cash", move |m| show(m, &answered_with(Action::Tax(Tax::Included))));
    check("cash-before", move |m| {
        show(m, &tiered("it/2024", &[("software", "400,000")], &[]));
    });
    check("cash-unknown", move |m| {
        show(m, &tiered("shoryokuka-general/2025", &[("machinery", "6,000,000")], &[]));
    });
}

#[test]
fn the_expense_sheet_comes_out_as_the_application_has_it() {
    fn show(m: &mut Markup, words: Words, state: &State) {
        let (estimate, case, on) = (estimate(state), state.case(), nobody());
        expense_form(m, &Looked { words, state, estimate: &estimate, case: &case, on: &on });
    }
    check("expense_form", |m| {
        let mut state = answered();
        state.apply(Action::Keep(Keeping::Copied(Copied::FormCsv)));
        show(m, words(), &state);
    });
    check("expense_form-split", |m| {
        show(m, words(), &answered_with(Action::Frame("normal")));
    });
    check("expense_form-en", |m| {
        show(m, spoken(Language::English), &answered_with(Action::Frame("normal")))
    });
    check("expense_form-none", |m| {
        // The form of 第20回 is not known, a total tells no category, and other programmes have no such form.
        show(m, words(), &answered_with(Action::Choose(Some(edition("jizokuka/2026-20")))));
        let mut total = at("2024-05-10", Some("jizokuka/2024-16"));
        total.apply(Action::Type(Field::Total, "900,000".to_owned()));
        show(m, words(), &total);
        show(m, words(), &maker(&[]));
    });
}
