//! The widget as a whole.

use hojokin_engine::Moment;
use hojokin_texts::Language;
use hojokin_widget::{
    app::App,
    state::{Mode, Settings},
};
use yew::prelude::*;

use crate::rendering::rendered;

#[test]
fn the_whole_widget_has_its_parts_in_the_order_of_reading() {
    let parts_of = |edition: Option<&'static str>, parts: &[&str]| {
        let html = rendered(move |m| {
            let as_of: Moment = "2026-11-21".parse().expect("a moment");
            let edition = edition.map(str::to_owned);
            let settings = Settings {
                edition,
                as_of,
                chamber: None,
                language: Language::Japanese,
                dated: true,
                mode: Mode::Sheet,
            };
            m.add(html! { <App {settings} load={Callback::noop()} loaded={0} print={Callback::noop()} paper={false} /> });
        });
        let place = |part: &&str| html.find(&format!("class=\"{part}\""));
        let places: Vec<_> = parts.iter().map(place).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{html}");
    };
    let (head, foot) = (["app", "bar", "modes"], ["grounds", "announcer"]);
    let one = [
        "edition-picker",
        "notice",
        "questions",
        "expense-sheet",
        "outlook",
        "frame-table",
        "frame-list",
        "hand-on",
    ];
    let all = ["edition-picker", "questions", "expense-sheet", "programme-list", "hand-on"];
    parts_of(Some("jizokuka/2025-17"), &[&head[..], &one, &foot].concat());
    parts_of(None, &[&head[..], &all, &foot].concat());
}
