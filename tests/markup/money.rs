//! The chart of a frame, and how its money flows.

use hojokin_engine::Tax;
use hojokin_widget::{
    components::{cash, chart, charted, plot},
    markup::Markup,
    state::{Action, Field, State},
};
use yew::Callback;

use crate::{
    firms::{answered, at, category, estimate, fact, retailer, words},
    rendering::check,
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
