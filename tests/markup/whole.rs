//! The widget as a whole.

use hojokin_engine::Moment;
use hojokin_widget::{
    app::App,
    components::waiting,
    desk::{Looked, desk},
    state::{Mode, Settings},
};
use yew::prelude::*;

use crate::{
    firms::{answered, edition, nobody, words},
    rendering::{check, rendered},
};

#[test]
fn a_part_that_is_loaded_later_has_its_place() {
    check("waiting", |m| waiting(m, words(), false, &Callback::noop()));
    check("waiting-missing", |m| waiting(m, words(), true, &Callback::noop()));
}

#[test]
fn a_round_has_its_results_in_the_order_of_reading() {
    let html = rendered(|m| {
        let state = answered();
        let case = state.case();
        let now = hojokin_engine::estimate(edition("jizokuka/2025-17"), &case);
        let looked =
            Looked { words: words(), state: &state, estimate: &now, case: &case, on: &nobody() };
        (desk().results)(m, &looked);
    });
    let parts = ["frame-table", "frame-list", "chart", "cash", "round-changes"];
    let places = parts.map(|part| html.find(&format!("class=\"{part}\"")));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{html}");
}

#[test]
fn the_whole_widget_has_its_parts_in_the_order_of_reading() {
    let parts_of = |edition: Option<&'static str>, parts: &[&str]| {
        let html = rendered(move |m| {
            let as_of: Moment = "2026-11-21".parse().expect("a moment");
            let edition = edition.map(str::to_owned);
            let settings =
                Settings { edition, dated: true, mode: Mode::Sheet, ..Settings::at(as_of) };
            m.add(html! { <App {settings} call={Callback::noop()} loaded={0} paper={false} /> });
        });
        let place = |part: &&str| html.find(&format!("class=\"{part}\""));
        let places: Vec<_> = parts.iter().map(place).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{html}");
    };
    let (head, foot) = (["app", "bar", "modes"], ["foot", "announcer"]);
    let one = ["edition-picker", "notice", "questions", "expense-sheet", "outlook", "waiting"];
    let all = ["edition-picker", "questions", "expense-sheet", "programme-list"];
    parts_of(Some("jizokuka/2025-17"), &[&head[..], &one, &foot].concat());
    parts_of(None, &[&head[..], &all, &foot].concat());
}
