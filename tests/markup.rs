//! What each component renders, without a browser: `tests/markup/<component>[-<state>].html`.
//!
//! `UPDATE=1 cargo test --test markup` writes the files anew; read the difference before committing it.

#[path = "markup/firms.rs"]
mod firms;
#[path = "markup/handing.rs"]
mod handing;
#[path = "markup/limits.rs"]
mod limits;
#[path = "markup/money.rs"]
mod money;
#[path = "markup/rendering.rs"]
mod rendering;
#[path = "markup/results.rs"]
mod results;
#[path = "markup/whole.rs"]
mod whole;

use rendering::check;

use firms::{
    answered, asked, at, cap, category, day, edition, estimate, fact, manufacturer, retailer, words,
};

use hojokin_engine::{Cite, Range, Yen};
use hojokin_texts::{FILES, Language, Texts};
use hojokin_widget::{
    components::{
        Announcer, ChoiceField, NumberField, TruthField, bar, choice_field, citation, contact,
        edition_picker, emits, error_summary, expense_sheet, figures, foot, frame_card, frame_list,
        grounds, meter, notice, number_field, outlook, programme_list, questions, repayment,
        requirement_list, result_bar, round_changes, truth_field, wage_helper, working,
    },
    markup::Markup,
    state::{Action, Field, Missed, State},
    text::Words,
};
use yew::prelude::*;

#[test]
fn the_head_shows_whose_widget_it_is() {
    check("bar", |m| bar(m, words(), Some("見本商工会議所"), &Callback::noop()));
    check("bar-alone", |m| bar(m, words(), None, &Callback::noop()));
}

#[test]
fn the_rounds_are_listed_with_where_they_stand() {
    let as_of = "2026-11-21";
    check("edition_picker", move |m| {
        edition_picker(m, words(), &at(as_of, Some("jizokuka/2025-17")), &Callback::noop())
    });
    check("edition_picker-all", move |m| {
        edition_picker(m, words(), &at(as_of, None), &Callback::noop())
    });
}

#[test]
fn errors_lead_to_their_fields() {
    check("error_summary", |m| {
        let errors = [("fact-employees".to_owned(), "従業員数は数字で入れてください".to_owned())];
        error_summary(m, words(), &errors, &Callback::noop())
    });
    check("error_summary-none", |m| error_summary(m, words(), &[], &Callback::noop()));
}

#[test]
fn a_choice_is_a_labelled_list() {
    check("choice_field", |m| {
        let field = ChoiceField {
            id: "x".to_owned(),
            label: "業種",
            hint: Some("手がかり"),
            choices: vec!["小売業", "飲食店"],
            chosen: Some(1),
            onchoose: Callback::noop(),
        };
        choice_field(m, words(), field)
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
    check("truth_field", move |m| truth_field(m, words(), field(&["手がかり"], Some(false))));
    check("truth_field-open", move |m| truth_field(m, words(), field(&[], None)));
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
    check("number_field", move |m| number_field(m, field("1,000", None)));
    check("number_field-error", move |m| number_field(m, field("abc", Some("数字で"))));
}

#[test]
fn questions_say_what_the_round_asks_for_and_what_no_longer_matters() {
    check("questions", |m| {
        let state = retailer(&[Action::Truth(fact("wage_raise"), Some(false))]);
        let (estimates, asked) = asked(&state);
        questions(m, words(), &state, &asked, &estimates, &Callback::noop())
    });
}

#[test]
fn expenses_stand_by_category_with_their_limits() {
    check("expense_sheet", |m| {
        let state = retailer(&[]);
        let (estimates, asked) = asked(&state);
        expense_sheet(m, words(), &state, &asked, &estimates, Vec::new(), &Callback::noop())
    });
    check("expense_sheet-uncounted", |m| {
        let misc = Field::Expense(category("misc"));
        let state = retailer(&[
            Action::Type(misc, "50,000".to_owned()),
            Action::Choose(Some(edition("jizokuka/2025-17"))),
        ]);
        let (estimates, asked) = asked(&state);
        expense_sheet(m, words(), &state, &asked, &estimates, Vec::new(), &Callback::noop())
    });
}

#[test]
fn a_round_that_is_not_open_says_so() {
    let check = |name, as_of: &'static str, id: &'static str, prefecture: Option<u32>| {
        check(name, move |m| {
            let mut state = at(as_of, Some(id));
            state.apply(Action::Pick(fact("prefecture"), prefecture));
            notice(m, words(), &state, edition(id))
        })
    };
    check("notice-ended", "2026-11-21", "jizokuka/2024-16", None);
    check("notice-replaced", "2026-11-21", "jizokuka-startup/2025-1", None);
    check("notice-followed", "2026-11-21", "monodukuri/2026-23", None);
    check("notice-undated", "2026-11-21", "go-tech/2024", None);
    check("notice-upcoming", "2014-02-26", "jizokuka/2014", None);
    check("notice-open", "2014-03-01", "jizokuka/2014", None);
    check("notice-deadline", "2026-11-21", "jizokuka/2026-20", None);
    check("notice-by_prefecture", "2026-11-21", "gyomu-kaizen/2026", None);
    check("notice-open_here", "2026-11-21", "gyomu-kaizen/2026", Some(2));
    check("notice-closed_here", "2026-11-21", "gyomu-kaizen/2026", Some(12));
}

#[test]
fn the_outlook_is_an_amount_a_range_or_says_why_there_is_none() {
    check("outlook", |m| outlook(m, words(), &estimate(&answered()), day()));
    check("outlook-range", |m| outlook(m, words(), &estimate(&retailer(&[])), day()));
    check("outlook-empty", |m| {
        let nothing = |id| Action::Type(Field::Expense(category(id)), String::new());
        outlook(
            m,
            words(),
            &estimate(&retailer(&[nothing("publicity"), nothing("website")])),
            day(),
        )
    });
    check("outlook-none", |m| {
        let many = Action::Type(Field::Fact(fact("employees")), "21".to_owned());
        outlook(m, words(), &estimate(&retailer(&[many])), day())
    });
}

#[test]
fn the_meter_shows_what_is_certain_and_what_is_possible() {
    check("meter", |m| {
        meter(m, words(), Range { low: Yen(250_000), high: Yen(375_000) }, Yen(500_000))
    });
}

#[test]
fn a_frame_is_a_card() {
    check("frame_card-best", |m| card(m, &answered(), "wage", true));
    check("frame_card-undetermined", |m| card(m, &retailer(&[]), "wage", false));
    check("frame_card-ineligible", |m| card(m, &answered(), "startup", false));
}

fn card(m: &mut Markup, state: &State, id: &str, best: bool) {
    let estimate = estimate(state);
    let frame = estimate.frames.iter().find(|frame| frame.frame.id == id);
    let frame = frame.expect("the edition has this frame");
    frame_card(m, words(), estimate.edition, frame, best, &state.case());
}

#[test]
fn frames_that_can_be_had_come_first_and_the_others_are_folded() {
    check("frame_list", |m| frame_list(m, words(), &estimate(&answered()), &answered().case()));
    check("frame_list-unstated", |m| {
        let state = at("2026-11-06", Some("ma/2026-16"));
        frame_list(m, words(), &estimate(&state), &state.case())
    });
}

#[test]
fn requirements_start_with_what_is_not_met() {
    check("requirement_list", |m| {
        let state = retailer(&[Action::Truth(fact("excluded_form"), Some(true))]);
        let estimate = estimate(&state);
        requirement_list(m, words(), estimate.edition, &estimate.frames[1].requirements)
    });
}

#[test]
fn the_working_is_a_list_of_sentences_with_their_sources() {
    let shown = |m: &mut Markup, state: State, open| {
        let estimate = estimate(&state);
        let frame = &estimate.frames[1];
        working(m, words(), estimate.edition, &frame.steps, &frame.assumed, open);
    };
    check("working", move |m| shown(m, answered(), true));
    check("working-assumed", move |m| shown(m, retailer(&[]), false));
}

#[test]
fn a_citation_is_a_link_where_it_can_be_and_says_what_is_not_verified() {
    check("citation", |m| {
        let edition = edition("jizokuka/2025-17");
        citation(m, words(), edition, cap(edition))
    });
    check("citation-unverified", |m| {
        let edition = edition("jizokuka/2024-16");
        citation(m, words(), edition, Cite { verified: false, ..cap(edition) })
    });
}

#[test]
fn the_foot_says_what_the_results_rest_on() {
    check("grounds", |m| grounds(m, words(), edition("jizokuka/2024-16")));
    check("foot", |m| foot(m, words(), &at("2024-05-10", Some("jizokuka/2024-16"))));
}

#[test]
fn the_page_says_where_the_chamber_is_asked_and_that_it_gets_what_is_entered() {
    let state = || at("2024-05-10", Some("jizokuka/2024-16"));
    let told = move || {
        let mut state = state();
        let asked = ["https://example.or.jp/soudan?a=1&b=2", "03-1234-5678"];
        state.kept.contact = Some(asked.map(str::to_owned));
        state.kept.emits = true;
        state
    };
    check("contact-none", move |m| contact(m, words(), &state()));
    check("emits-none", move |m| emits(m, words(), &state().kept));
    check("contact", move |m| contact(m, words(), &told()));
    check("emits", move |m| emits(m, words(), &told().kept));
    check("foot-emits", move |m| foot(m, words(), &told()));
}

#[test]
fn the_bar_of_a_phone_leads_to_the_results() {
    check("result_bar", |m| {
        result_bar(m, words(), &[estimate(&answered())], day(), &Callback::noop())
    });
}

#[test]
fn the_live_region_is_there_from_the_start() {
    check("announcer", |m| {
        Announcer::default().view(m);
    });
}

#[test]
fn programmes_stand_by_what_they_grant_for_certain() {
    let list = |m: &mut Markup, state: &State| {
        programme_list(m, words(), state, &state.estimates(&state.case()), &Callback::noop())
    };
    check("programme_list", move |m| list(m, &manufacturer()));
    check("programme_list-2026", move |m| list(m, &at("2026-11-21", None)));
}

#[test]
fn all_programmes_share_questions_and_one_expense_sheet() {
    check("expense_sheet-all", |m| {
        let state = manufacturer();
        let (estimates, asked) = asked(&state);
        expense_sheet(m, words(), &state, &asked, &estimates, Vec::new(), &Callback::noop())
    });
}

#[test]
fn a_programme_without_a_grant_shows_its_figures() {
    check("figures", |m| {
        let mut state = manufacturer();
        let kyosai = edition("shokibo-kyosai/2024");
        for action in [
            Action::Choose(Some(kyosai)),
            Action::Type(Field::Fact(fact("premium")), "50,000".to_owned()),
            Action::Type(Field::Fact(fact("taxable_income")), "7,200,000".to_owned()),
        ] {
            state.apply(action);
        }
        figures(m, words(), kyosai, &estimate(&state).frames[0])
    });
}

#[test]
fn the_wage_that_a_promise_asks_for_is_worked_out_for_the_prefecture() {
    check("wage_helper", |m| {
        let wage = Field::Fact(fact("site_minimum_wage"));
        let state = retailer(&[
            Action::Pick(fact("prefecture"), Some(12)),
            Action::Type(wage, "1,120".to_owned()),
        ]);
        wage_helper(m, words(), &state, edition("jizokuka/2024-16"), &Callback::noop())
    });
}

#[test]
fn what_is_to_be_paid_back_is_worked_out_where_the_rule_is_known() {
    check("repayment", |m| {
        let typed = |missed, text: &str| Action::Type(Field::Repayment(missed), text.to_owned());
        let state = retailer(&[
            typed(Missed::Grant, "25,000,000"),
            typed(Missed::TotalOfEmployees, "90"),
            typed(Missed::TotalOfOfficers, "140"),
            typed(Missed::HeadOfEmployees, "110"),
            typed(Missed::HeadOfOfficers, "80"),
            typed(Missed::YearsPlanned, "3"),
            typed(Missed::YearsMissed, "1"),
        ]);
        repayment(m, words(), &state, edition("monodukuri/2025-20"), &Callback::noop())
    });
    check("repayment-none", |m| {
        repayment(m, words(), &retailer(&[]), edition("jizokuka/2024-16"), &Callback::noop())
    });
}

#[test]
fn what_changed_from_the_round_before_is_in_money_and_in_words() {
    let changes = |m: &mut Markup, id| {
        let case = answered().case();
        let now = hojokin_engine::estimate(edition(id), &case);
        round_changes(m, words(), &now, &case);
    };
    check("round_changes", move |m| changes(m, "jizokuka/2025-17"));
    check("round_changes-tier", move |m| changes(m, "shoryokuka-general/2026-8"));
    check("round_changes-none", move |m| changes(m, "jizokuka/2024-16"));
    check("round_changes-first", move |m| changes(m, "jizokuka/2014"));
}

/// The words of a language that is not built in.
fn spoken(language: Language) -> Words {
    let (_, file) = FILES.iter().find(|(id, _)| *id == language.id()).expect("it has a file");
    assert!(Texts::load(language, (*file).to_owned()));
    Words::of(language).expect("it is loaded")
}

#[test]
fn easy_japanese_has_a_reading_above_every_kanji() {
    let state = || at("2026-11-21", Some("jizokuka/2026-20"));
    check("notice-easy", move |m| {
        notice(m, spoken(Language::Easy), &state(), edition("jizokuka/2024-16"))
    });
    check("edition_picker-easy", move |m| {
        edition_picker(m, spoken(Language::Easy), &state(), &Callback::noop())
    });
}

#[test]
fn in_another_language_every_part_but_the_titles_of_documents_is_in_it() {
    let english = || spoken(Language::English);
    let state = || at("2026-11-21", Some("jizokuka/2026-20"));
    check("frame_list-en", move |m| {
        let state = state();
        frame_list(m, english(), &estimate(&state), &state.case());
    });
    check("round_changes-en", move |m| {
        let state = state();
        round_changes(m, english(), &estimate(&state), &state.case());
    });
    check("notice-en", move |m| {
        notice(m, english(), &state(), edition("monodukuri/2026-23"));
        notice(m, english(), &state(), edition("gyomu-kaizen/2026"));
        notice(m, english(), &state(), edition("jizokuka/2026-20"));
    });
}
