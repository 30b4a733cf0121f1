//! Questions one by one, the frames side by side, what another answer would bring, and the page for paper.

use hojokin_rules::rulebook;
use hojokin_widget::{
    components::{adoption, frame_table, guide, modes, near_misses, paper, print_button, proof},
    markup::Markup,
    proof::Proof,
    state::{Action, Field, Keeping, Mode, State, Step},
};
use yew::prelude::Callback;

use crate::{
    firms::{answered, asked, at, estimate, fact, manufacturer, retailer, words},
    rendering::check,
};

#[test]
fn both_ways_of_asking_are_offered() {
    check("modes", |m| modes(m, words(), Mode::Guided, &Callback::noop()));
}

#[test]
fn questions_come_one_by_one() {
    check("guide", |m| show(m, &at("2026-11-21", Some("jizokuka/2026-20"))));
    check("guide-worth", |m| show(m, &retailer(&[Action::Ask(Mode::Guided)])));
    check("guide-purpose", |m| {
        let mut state = at("2026-11-21", None);
        for action in [Action::Ask(Mode::Guided), Action::Next, Action::Skip] {
            state.apply(action);
        }
        state.apply(Action::Purpose(2));
        show(m, &state);
    });
    check("guide-costs", |m| {
        let typed = |text: &str| Action::Type(Field::Total, text.to_owned());
        let mut state = at("2026-11-21", Some("jizokuka/2026-20"));
        for action in [
            Action::Ask(Mode::Guided),
            Action::Skip,
            Action::Type(Field::Fact(fact("employees")), "4".to_owned()),
            Action::Next,
            typed("75万"),
        ] {
            state.apply(action);
        }
        show(m, &state);
    });
    check("guide-done", |m| {
        let mut state = answered();
        state.apply(Action::Ask(Mode::Guided));
        while state.guide.now.is_some() {
            assert_ne!(state.guide.now, Some(Step::Purpose));
            state.apply(Action::Next);
        }
        show(m, &state);
    });
}

fn show(m: &mut Markup, state: &State) {
    let (estimates, asked) = asked(state);
    guide(m, words(), state, &asked, &estimates, Vec::new(), &Callback::noop());
}

#[test]
fn frames_stand_side_by_side() {
    check("frame_table", |m| {
        let state = answered();
        frame_table(m, words(), &state, &estimate(&state), &Callback::noop());
    });
    check("frame_table-single", |m| {
        let state = at("2026-11-21", Some("gyomu-kaizen/2026"));
        frame_table(m, words(), &state, &estimate(&state), &Callback::noop());
    });
}

#[test]
fn a_near_miss_names_its_price() {
    let state = |raise| {
        let mut state = answered();
        state.apply(Action::Truth(fact("wage_raise"), Some(raise)));
        state
    };
    let edition = rulebook().edition("jizokuka/2024-16").expect("it is built in");
    check("near_misses", move |m| near_misses(m, words(), edition, &state(false).case()));
    check("near_misses-none", move |m| near_misses(m, words(), edition, &state(true).case()));
}

#[test]
fn paper_has_what_was_entered_and_how_it_is_reckoned() {
    let show = |m: &mut Markup, state: State| {
        let (estimates, asked) = asked(&state);
        paper(m, words(), &state, &asked, &estimates, "https://chamber.example/");
    };
    check("paper", move |m| show(m, answered()));
    check("paper-all", move |m| show(m, manufacturer()));
    check("paper-button", |m| print_button(m, words(), &Callback::noop()));
}

#[test]
fn the_check_and_how_many_were_selected() {
    let edition = |id| rulebook().edition(id).expect("it is built in");
    check("adoption", move |m| adoption(m, words(), edition("it/2026")));
    check("adoption-none", move |m| adoption(m, words(), edition("gyomu-kaizen/2026")));
    check("proof", |m| {
        let mut state = answered();
        let (examples, agreed, requests) = (18, 18, 0);
        state.apply(Action::Keep(Keeping::Proof(Proof { examples, agreed, requests })));
        proof(m, words(), &state, &Callback::noop());
    });
    check("proof-open", |m| proof(m, words(), &answered(), &Callback::noop()));
}
