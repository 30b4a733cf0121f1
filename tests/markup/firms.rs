//! The firms that the markup tests show.

use hojokin_engine::{CategoryId, Cite, Edition, Estimate, FactId, Moment};
use hojokin_rules::rulebook;
use hojokin_widget::{
    desk::On,
    state::{Action, Asked, Field, Mode, Settings, State},
    text::Words,
};

/// The day on which the firms ask.
pub(crate) fn day() -> Moment {
    "2024-05-10".parse().expect("a moment")
}

pub(crate) fn words() -> Words {
    Words::japanese()
}

pub(crate) fn edition(id: &str) -> &'static Edition {
    rulebook().edition(id).expect("it is built in")
}

pub(crate) fn fact(id: &str) -> FactId {
    rulebook().fact(id).expect("it is built in").0
}

pub(crate) fn category(id: &str) -> CategoryId {
    rulebook().category(id).expect("it is built in")
}
use yew::Callback;

/// A retailer with 4 employees in 第16回, spending 600,000円 on publicity and 300,000円 on a website.
pub(crate) fn retailer(more: &[Action]) -> State {
    let settings = Settings {
        edition: Some("jizokuka/2024-16".to_owned()),
        dated: true,
        mode: Mode::Sheet,
        ..Settings::at(day())
    };
    let mut state = State::new(settings);
    let typed = |field, text: &str| Action::Type(field, text.to_owned());
    let given = [
        Action::Pick(fact("industry"), Some(5)),
        typed(Field::Fact(fact("employees")), "4"),
        typed(Field::Expense(category("publicity")), "600,000"),
        typed(Field::Expense(category("website")), "300,000"),
    ];
    for action in given.iter().chain(more) {
        state.apply(action.clone());
    }
    state
}

/// What the round that the state has chosen would grant.
pub(crate) fn estimate(state: &State) -> Estimate {
    let mut estimates = state.estimates(&state.case());
    assert_eq!(estimates.len(), 1, "one round is chosen");
    estimates.remove(0)
}

pub(crate) fn asked(state: &State) -> (Vec<Estimate>, Asked) {
    let estimates = state.estimates(&state.case());
    let asked = Asked::of(&estimates, state.settings.as_of);
    (estimates, asked)
}

/// Where the cap of an edition's first frame is written.
pub(crate) fn cap(edition: &Edition) -> Cite {
    let cap = edition.frames[0].grant().and_then(|grant| grant.cap);
    cap.expect("the frame has a cap").cite
}

pub(crate) fn answered() -> State {
    let no = |id| Action::Truth(fact(id), Some(false));
    retailer(&[
        Action::Truth(fact("wage_raise"), Some(true)),
        no("deficit"),
        no("invoice_new"),
        no("startup_support"),
        no("graduation"),
        no("atotsugi_finalist"),
    ])
}

/// Nobody in particular, at this moment.
pub(crate) fn at(as_of: &str, edition: Option<&str>) -> State {
    let as_of = as_of.parse().expect("a moment");
    State::new(Settings {
        edition: edition.map(str::to_owned),
        dated: true,
        mode: Mode::Sheet,
        ..Settings::at(as_of)
    })
}

/// A manufacturer with 10 employees that wants a machine, on a day on which several programmes are open.
pub(crate) fn manufacturer() -> State {
    let mut state = at("2024-03-10", None);
    let typed = |field, text: &str| Action::Type(field, text.to_owned());
    let given = [
        Action::Pick(fact("industry"), Some(0)),
        Action::Pick(fact("legal_form"), Some(0)),
        typed(Field::Fact(fact("employees")), "10"),
        typed(Field::Expense(category("machinery")), "9,000,000"),
        typed(Field::Expense(category("website")), "300,000"),
    ];
    for action in given {
        state.apply(action);
    }
    state
}

/// Nobody listens.
pub(crate) fn nobody() -> On {
    On {
        act: Callback::noop(),
        go: Callback::noop(),
        hand: Callback::noop(),
        call: Callback::noop(),
    }
}
