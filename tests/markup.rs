//! What each component renders, without a browser: `tests/markup/<component>[-<state>].html`.
//!
//! `UPDATE=1 cargo test --test markup` writes the files anew; read the difference before committing it.

use std::{env, fs};

use hojokin_engine::{CategoryId, Cite, Date, Edition, FactId, Range, Status, Yen};
use hojokin_rules::rulebook;
use hojokin_widget::{
    app::App,
    components::{
        Announcer, ChoiceField, NumberField, TruthField, bar, choice_field, citation,
        edition_picker, error_summary, expense_sheet, frame_card, frame_list, grounds, meter,
        notice, number_field, outlook, questions, requirement_list, result_bar, truth_field,
        working,
    },
    state::{Action, Field, Settings, State},
    text::Words,
};
use yew::prelude::*;

/// Whatever a test shows.
#[derive(Properties)]
struct ShownProps {
    show: Box<dyn Fn() -> Html + Send>,
}

impl PartialEq for ShownProps {
    /// Each test renders once, so the props never change.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Shown(ShownProps { show }: &ShownProps) -> Html {
    show()
}

/// Renders on a line an element, so that a change shows as the line that it is.
fn rendered(show: impl Fn() -> Html + Send + 'static) -> String {
    let renderer = yew::ServerRenderer::<Shown>::with_props(|| ShownProps { show: Box::new(show) });
    let html = pollster::block_on(renderer.hydratable(false).render());
    html.replace("><", ">\n<") + "\n"
}

/// Renders and compares with `tests/markup/<name>.html`.
#[track_caller]
fn check(name: &str, show: impl Fn() -> Html + Send + 'static) {
    let html = rendered(show);
    let path = format!("tests/markup/{name}.html");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &html).expect("tests/markup is writable");
    }
    assert_eq!(html, fs::read_to_string(&path).unwrap_or_default(), "{path}");
}

fn words() -> Words {
    Words::japanese()
}

fn edition(id: &str) -> &'static Edition {
    rulebook().edition(id).expect("it is built in")
}

fn fact(id: &str) -> FactId {
    rulebook().fact(id).expect("it is built in").0
}

fn category(id: &str) -> CategoryId {
    rulebook().category(id).expect("it is built in")
}

/// A retailer with 4 employees in 第16回, spending 600,000円 on publicity and 300,000円 on a website.
fn retailer(more: &[Action]) -> State {
    let settings = Settings {
        edition: Some("jizokuka/2024-16".to_owned()),
        as_of: "2024-05-10".parse().expect("a day"),
        chamber: None,
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
        state = (*std::rc::Rc::new(state).reduce(action.clone())).clone();
    }
    state
}

fn answered() -> State {
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

#[test]
fn the_head_shows_whose_widget_it_is() {
    check("bar", || bar(words(), Some("見本商工会議所")));
    check("bar-alone", || bar(words(), None));
}

#[test]
fn the_rounds_are_listed_with_where_they_stand() {
    check("edition_picker", || {
        let as_of: Date = "2026-11-21".parse().expect("a day");
        edition_picker(words(), edition("jizokuka/2025-17"), as_of, &Callback::noop())
    });
}

#[test]
fn errors_lead_to_their_fields() {
    check("error_summary", || {
        let errors = [("fact-employees".to_owned(), "従業員数は数字で入れてください".to_owned())];
        error_summary(words(), &errors, &Callback::noop())
    });
    check("error_summary-none", || error_summary(words(), &[], &Callback::noop()));
}

#[test]
fn a_choice_is_a_labelled_list() {
    check("choice_field", || {
        let field = ChoiceField {
            id: "x".to_owned(),
            label: "業種",
            hint: Some("手がかり"),
            choices: vec!["小売業", "飲食店"],
            chosen: Some(1),
            onchoose: Callback::noop(),
        };
        choice_field(words(), field)
    });
}

#[test]
fn a_question_has_three_answers() {
    let field = |hints: &[&str], answer| TruthField {
        id: "x".to_owned(),
        label: "はいですか",
        hints: hints.iter().map(|hint| (*hint).to_owned()).collect(),
        answer,
        onanswer: Callback::noop(),
    };
    check("truth_field", move || truth_field(words(), &field(&["手がかり"], Some(false))));
    check("truth_field-open", move || truth_field(words(), &field(&[], None)));
}

#[test]
fn a_number_has_its_error_beside_it() {
    let field = |value, error: Option<&str>| NumberField {
        id: "x".to_owned(),
        label: "広報費",
        hint: error.map(|_| "手がかり".to_owned()),
        error: error.map(str::to_owned),
        unit: "円",
        value,
        ontype: Callback::noop(),
        oncommit: Callback::noop(),
    };
    check("number_field", move || number_field(field("1,000", None)));
    check("number_field-error", move || number_field(field("abc", Some("数字で"))));
}

#[test]
fn questions_say_what_the_round_asks_for_and_what_no_longer_matters() {
    check("questions", || {
        let state = retailer(&[Action::Truth(fact("wage_raise"), Some(false))]);
        questions(words(), &state, &state.estimate(), &Callback::noop())
    });
}

#[test]
fn expenses_stand_by_category_with_their_limits() {
    check("expense_sheet", || {
        let state = retailer(&[]);
        expense_sheet(words(), &state, &state.estimate(), &Callback::noop())
    });
    check("expense_sheet-uncounted", || {
        let misc = Field::Expense(category("misc"));
        let state = retailer(&[
            Action::Type(misc, "50,000".to_owned()),
            Action::Choose(edition("jizokuka/2025-17")),
        ]);
        expense_sheet(words(), &state, &state.estimate(), &Callback::noop())
    });
}

#[test]
fn a_round_that_is_not_open_says_so() {
    check("notice-ended", || notice(words(), edition("jizokuka/2024-16"), Status::Ended));
    check("notice-undated", || {
        notice(words(), edition("jizokuka-startup/2025-1"), Status::Undated)
    });
    check("notice-upcoming", || notice(words(), edition("jizokuka/2014"), Status::Upcoming));
    check("notice-open", || notice(words(), edition("jizokuka/2014"), Status::Open));
}

#[test]
fn the_outlook_is_an_amount_a_range_or_says_why_there_is_none() {
    check("outlook", || outlook(words(), &answered().estimate()));
    check("outlook-range", || outlook(words(), &retailer(&[]).estimate()));
    check("outlook-empty", || {
        let nothing = |id| Action::Type(Field::Expense(category(id)), String::new());
        outlook(words(), &retailer(&[nothing("publicity"), nothing("website")]).estimate())
    });
    check("outlook-none", || {
        let many = Action::Type(Field::Fact(fact("employees")), "21".to_owned());
        outlook(words(), &retailer(&[many]).estimate())
    });
}

#[test]
fn the_meter_shows_what_is_certain_and_what_is_possible() {
    check("meter", || {
        meter(words(), Range { low: Yen(250_000), high: Yen(375_000) }, Yen(500_000))
    });
}

#[test]
fn a_frame_is_a_card() {
    check("frame_card-best", || card(&answered(), "wage", true));
    check("frame_card-undetermined", || card(&retailer(&[]), "wage", false));
    check("frame_card-ineligible", || card(&answered(), "startup", false));
}

fn card(state: &State, id: &str, best: bool) -> Html {
    let estimate = state.estimate();
    let frame = estimate.frames.iter().find(|frame| frame.frame.id == id);
    let frame = frame.expect("the edition has this frame");
    frame_card(words(), state.edition, frame, best, &state.case())
}

#[test]
fn frames_that_can_be_had_come_first_and_the_others_are_folded() {
    check("frame_list", || frame_list(words(), &answered().estimate(), &answered().case()));
}

#[test]
fn requirements_start_with_what_is_not_met() {
    check("requirement_list", || {
        let state = retailer(&[Action::Truth(fact("excluded_form"), Some(true))]);
        requirement_list(words(), state.edition, &state.estimate().frames[1].requirements)
    });
}

#[test]
fn the_working_is_a_list_of_sentences_with_their_sources() {
    let shown = |state: State, open| {
        let frame = state.estimate().frames[1].clone();
        working(words(), state.edition, &frame.steps, &frame.assumed, open)
    };
    check("working", move || shown(answered(), true));
    check("working-assumed", move || shown(retailer(&[]), false));
}

#[test]
fn a_citation_is_a_link_where_it_can_be_and_says_what_is_not_verified() {
    check("citation", || {
        let edition = edition("jizokuka/2025-17");
        citation(words(), edition, edition.frames[0].cap.cite)
    });
    check("citation-unverified", || {
        let edition = edition("jizokuka/2024-16");
        citation(words(), edition, Cite { verified: false, ..edition.frames[0].cap.cite })
    });
}

#[test]
fn the_foot_says_what_the_results_rest_on() {
    check("grounds", || {
        let as_of: Date = "2026-11-21".parse().expect("a day");
        grounds(words(), edition("jizokuka/2024-16"), as_of)
    });
}

#[test]
fn the_bar_of_a_phone_leads_to_the_results() {
    check("result_bar", || result_bar(words(), &answered().estimate(), &Callback::noop()));
}

#[test]
fn the_live_region_is_there_from_the_start() {
    check("announcer", || html! { <Announcer text="見込み額 500,000円" /> });
}

/// The parts have files of their own; here only that all of them are there, in the order in which they are read.
#[test]
fn the_whole_widget_has_its_parts_in_the_order_of_reading() {
    let html = rendered(|| {
        let as_of: Date = "2026-11-21".parse().expect("a day");
        html! { <App settings={Settings { edition: None, as_of, chamber: None }} /> }
    });
    let parts = [
        "app",
        "bar",
        "edition-picker",
        "notice",
        "questions",
        "expense-sheet",
        "outlook",
        "frame-list",
        "grounds",
        "announcer",
    ];
    let places = parts.map(|part| html.find(&format!("class=\"{part}\"")));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{html}");
}
