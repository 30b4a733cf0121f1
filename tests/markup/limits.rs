//! How far the limits of categories are filled, at their fields.

use hojokin_engine::Tax;
use hojokin_widget::{
    components::{expense_sheet, limits},
    markup::Markup,
    state::{Action, Field, Mode, State},
};
use yew::Callback;

use crate::{
    firms::{answered, asked, at, category, estimate, retailer, words},
    rendering::check,
};

/// What stands at all fields, one after the other.
fn show(m: &mut Markup, state: &State) {
    for limit in limits(words(), state, &estimate(state), &state.case()) {
        m.add(limit);
    }
}

fn spend(mut state: State, amounts: &[(&str, &str)]) -> State {
    for (key, amount) in amounts {
        state.apply(Action::Type(Field::Expense(category(key)), (*amount).to_owned()));
    }
    state
}

#[test]
fn a_limit_shows_as_it_fills() {
    let disposal = |amount: &'static str| {
        move |m: &mut Markup| show(m, &spend(answered(), &[("disposal", amount)]))
    };
    check("limits", disposal("50,000"));
    check("limits-full", disposal("735,000"));
    check("limits-over", disposal("1,000,000"));
}

#[test]
fn open_questions_leave_the_limit_open() {
    check("limits-open", |m| {
        show(m, &spend(retailer(&[]), &[("publicity", "3,000,000"), ("website", "180,000")]))
    });
}

#[test]
fn categories_with_one_limit_fill_it_together() {
    check("limits-together", |m| {
        let state = at("2026-11-21", Some("shoryokuka-general/2026-8"));
        show(
            m,
            &spend(
                state,
                &[("machinery", "9,000,000"), ("expert", "3,000,000"), ("cloud", "2,500,000")],
            ),
        )
    });
}

#[test]
fn without_a_limit_or_an_amount_nothing_is_there() {
    check("limits-none", |m| {
        show(m, &at("2026-11-21", Some("jizokuka/2026-20")));
        show(m, &spend(at("2026-11-21", Some("jizokuka/2026-20")), &[("machinery", "900,000")]));
        let mut guided = answered();
        guided.apply(Action::Ask(Mode::Guided));
        show(m, &guided);
    });
}

#[test]
fn it_stands_below_its_field() {
    check("expense_sheet-limits", |m| {
        let mut state = answered();
        state.apply(Action::Tax(Tax::Included));
        let (estimates, asked) = asked(&state);
        let limits = limits(words(), &state, &estimates[0], &state.case());
        expense_sheet(m, words(), &state, &asked, &estimates, limits, &Callback::noop())
    });
}
