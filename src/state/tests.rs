//! What each action does, and where rounds stand for a firm.

use hojokin_engine::Verdict;

use super::*;

fn settings(as_of: &str) -> Settings {
    let as_of = as_of.parse().expect("a day of the calendar");
    Settings { dated: true, mode: Mode::Sheet, ..Settings::at(as_of) }
}

fn fact(id: &str) -> FactId {
    rulebook().fact(id).expect("a built-in fact").0
}

fn expense(id: &str) -> Field {
    Field::Expense(rulebook().category(id).expect("a built-in category"))
}

fn after(actions: Vec<Action>) -> State {
    let mut state = State::new(Settings {
        edition: Some("jizokuka/2024-16".to_owned()),
        ..settings("2024-05-10")
    });
    for action in actions {
        state.apply(action);
    }
    state
}

fn errors(state: &State) -> Vec<(Field, FieldError)> {
    state.errors(&Asked::of(&state.estimates(&state.case()), state.settings.as_of))
}

fn type_and_leave(field: Field, text: &str) -> Vec<Action> {
    vec![Action::Type(field, text.to_owned()), Action::Commit(field)]
}

#[test]
fn answers_give_an_estimate() {
    let mut actions = vec![Action::Pick(fact("industry"), Some(5))];
    actions.extend(type_and_leave(Field::Fact(fact("employees")), "４人"));
    actions.extend(type_and_leave(expense("publicity"), "75万"));
    actions.push(Action::Truth(fact("invoice_new"), Some(false)));
    let state = after(actions);
    let normal = &state.estimates(&state.case())[0].frames[0];
    assert_eq!((normal.verdict, normal.grant.low), (Verdict::Eligible, Yen(500_000)));
    assert_eq!(state.typed(expense("publicity")), "750,000");
}

#[test]
fn tax_is_taken_out_of_each_amount() {
    let mut actions = type_and_leave(expense("publicity"), "1,100");
    actions.push(Action::Tax(Tax::Included));
    let publicity = rulebook().category("publicity").expect("a built-in category");
    assert_eq!(after(actions).case().expenses.of(publicity), Yen(1_000));
}

#[test]
fn an_error_shows_once_the_field_is_left_and_what_was_typed_stays() {
    let field = Field::Fact(fact("employees"));
    let typing = after(vec![Action::Type(field, "-3".to_owned())]);
    assert_eq!(errors(&typing), []);
    let left = after(type_and_leave(field, "-3"));
    assert_eq!(errors(&left), [(field, FieldError::Negative)]);
    assert_eq!(left.typed(field), "-3");
    assert!(left.case().answers.is_open(fact("employees")));
}

#[test]
fn all_errors_are_listed_at_once_in_the_order_of_the_screen() {
    let employees = Field::Fact(fact("employees"));
    let mut actions = type_and_leave(expense("website"), "abc");
    actions.extend(type_and_leave(employees, "4.5"));
    let errors: Vec<Field> = errors(&after(actions)).into_iter().map(|error| error.0).collect();
    assert_eq!(errors, [employees, expense("website")]);
}

#[test]
fn answers_stay_when_another_edition_is_chosen() {
    let other = rulebook().edition("jizokuka/2025-17").expect("it is built in");
    let mut actions = type_and_leave(expense("publicity"), "100");
    actions.push(Action::Choose(Some(other)));
    let state = after(actions);
    assert_eq!(
        (state.edition.map(|edition| edition.id), state.typed(expense("publicity"))),
        (Some(other.id), "100")
    );
}

#[test]
fn an_answer_can_be_taken_back() {
    let invoice = fact("invoice_new");
    let state = after(vec![Action::Truth(invoice, Some(true)), Action::Truth(invoice, None)]);
    assert_eq!(state.answer(invoice), None);
}

#[test]
fn the_widget_starts_with_everything_that_is_open_unless_the_page_names_a_round() {
    let started = |edition: Option<&str>| {
        let edition = edition.map(str::to_owned);
        let state = State::new(Settings { edition, ..settings("2014-03-01") });
        state.edition.map(|edition| edition.id)
    };
    assert_eq!(started(None), None);
    assert_eq!(started(Some("nonsense")), None);
    assert_eq!(started(Some("jizokuka/2014")), Some("jizokuka/2014"));
    let state = State::new(settings("2024-06-01"));
    let estimates = state.estimates(&state.case());
    let status =
        |id| estimates.iter().find(|one| one.edition.id == id).map(|estimate| estimate.status);
    assert_eq!(status("jizokuka/2024-16"), None, "it is over");
    assert_eq!(status("jizokuka/2026-20"), Some(Status::Upcoming));
    assert_eq!(status("keieikaizen/2024"), Some(Status::Open));
}

#[test]
fn a_call_that_ends_with_the_minimum_wage_ends_by_prefecture() {
    let edition = rulebook().edition("gyomu-kaizen/2026").expect("it is built in");
    let mut state = State::new(settings("2026-11-21"));
    assert_eq!(state.status(edition), Status::Open);
    // 東京都 got the new wage on 10-01, 岩手県 gets it on 12-01.
    for (prefecture, status) in [(12, Status::Ended), (2, Status::Open)] {
        state.apply(Action::Pick(fact(PREFECTURE), Some(prefecture)));
        assert_eq!(state.status(edition), status);
        let listed = state.estimates(&state.case());
        let listed = listed.iter().any(|one| one.edition.id == edition.id);
        assert_eq!(listed, status == Status::Open);
        let asked = Asked::of(&state.estimates(&state.case()), state.settings.as_of);
        assert!(asked.facts.contains(&fact(PREFECTURE)), "it can be answered otherwise");
    }
    state.apply(Action::Set(settings("2026-09-30")));
    state.apply(Action::Pick(fact(PREFECTURE), Some(12)));
    assert_eq!(state.status(edition), Status::Open, "the day before is the last");
}

#[test]
fn a_call_of_the_whole_year_is_open() {
    let edition = rulebook().edition("career-up/2026").expect("it is built in");
    assert_eq!(State::new(settings("2026-11-21")).status(edition), Status::Open);
}

#[test]
fn a_round_without_days_ends_when_a_later_one_begins() {
    let first = rulebook().edition("jizokuka-startup/2025-1").expect("it is built in");
    let renamed = rulebook().edition("shokei/2024").expect("it is built in");
    let at = |as_of| State::new(settings(as_of));
    assert_eq!(at("2025-04-01").status(first), Status::Undated);
    assert_eq!(at("2026-11-21").status(first), Status::Ended);
    assert_eq!(at("2025-04-01").status(renamed), Status::Undated);
    assert_eq!(at("2025-08-22").status(renamed), Status::Ended, "12次 of the next one is open");
}

#[test]
fn an_amount_of_a_programmes_own_category_counts_in_that_programme_alone() {
    let edition = |id: &str| rulebook().edition(id).expect("it is built in");
    let mut state = State::new(settings("2014-03-01"));
    state.apply(Action::Choose(Some(edition("hanbairyoku/2014"))));
    let field = state.expense(rulebook().own);
    type_and_leave(field, "10,000,000").into_iter().for_each(|action| state.apply(action));
    assert_eq!(state.estimates(&state.case())[0].frames[0].grant.low, Yen(5_000_000));
    state.apply(Action::Choose(Some(edition("kaigai-shinshutsu/2014"))));
    assert_eq!(state.case().expenses.of(rulebook().own), Yen::ZERO);
    state.apply(Action::Choose(Some(edition("hanbairyoku/2014"))));
    assert_eq!(state.typed(field), "10,000,000");
}

#[test]
fn all_programmes_share_one_sheet_without_anybodys_own_category() {
    let state = State::new(settings("2014-03-01"));
    let asked = Asked::of(&state.estimates(&state.case()), state.settings.as_of);
    assert!(asked.categories.contains(&rulebook().category("publicity").expect("it is built in")));
    assert!(!asked.categories.contains(&rulebook().own));
}

#[test]
fn the_frame_to_look_at_is_the_best_until_another_is_chosen() {
    let look = |actions: Vec<Action>| {
        let state = after(actions);
        let estimate = state.estimates(&state.case()).remove(0);
        state.frame(&estimate).map(|frame| frame.frame.id)
    };
    let mut actions = vec![Action::Pick(fact("industry"), Some(5))];
    actions.extend(type_and_leave(Field::Fact(fact("employees")), "4"));
    actions.extend(type_and_leave(expense("publicity"), "1,500,000"));
    let best = look(actions.clone());
    assert_eq!(best, Some("normal"));
    actions.push(Action::Frame("startup"));
    assert_eq!(look(actions.clone()), Some("startup"));
    actions.push(Action::Choose(rulebook().edition("jizokuka/2024-16")));
    assert_eq!(look(actions), best);
}

#[test]
fn what_is_paid_is_the_sum_as_it_was_entered() {
    let mut actions = type_and_leave(expense("publicity"), "1,000,000");
    // Not a category of this round: it counts nothing, but it is paid.
    actions.extend(type_and_leave(expense("misc"), "50,000"));
    actions.extend(type_and_leave(Field::Own("hanbairyoku/2014"), "7,000,000"));
    actions.push(Action::Tax(Tax::Included));
    assert_eq!(after(actions).paid(), Yen(1_050_000));
    assert_eq!(after(type_and_leave(Field::Total, "300万")).paid(), Yen(3_000_000));
}

#[test]
fn the_total_counts_wherever_it_is_what_is_paid() {
    let publicity = rulebook().category("publicity");
    for nothing in ["", "0", "たくさん"] {
        let mut actions = type_and_leave(Field::Total, "300万");
        actions.extend(type_and_leave(expense("publicity"), nothing));
        actions.extend(type_and_leave(Field::Own("hanbairyoku/2014"), "7,000,000"));
        let state = after(actions);
        let counts = state.total_in(state.edition);
        assert_eq!(state.paid(), Yen(3_000_000), "{nothing}");
        let counted = counts.map(|id| state.case().expenses.of(id));
        assert_eq!(counted, Some(Yen(3_000_000)), "{nothing}");
    }
    let mut actions = type_and_leave(Field::Total, "300万");
    actions.extend(type_and_leave(expense("publicity"), "1"));
    let state = after(actions);
    assert_eq!((state.total_in(state.edition), state.paid()), (None, Yen(1)));
    assert_eq!(publicity.map(|id| state.case().expenses.of(id)), Some(Yen(1)));
}

#[test]
fn the_guide_asks_the_weightiest_open_question_once_the_first_ones_are_left() {
    let mut state = State::new(Settings {
        edition: Some("jizokuka/2024-16".to_owned()),
        mode: Mode::Guided,
        ..settings("2024-05-10")
    });
    for first in [Step::Fact(fact("industry")), Step::Fact(fact("employees")), Step::Expenses] {
        assert_eq!(state.guide.now, Some(first));
        if first == Step::Expenses {
            state.apply(Action::Type(Field::Total, "300万".to_owned()));
        }
        state.apply(Action::Next);
    }
    let Some(Step::Fact(asked)) = state.guide.now else { panic!("{:?}", state.guide.now) };
    let estimate = state.estimates(&state.case()).remove(0);
    let open = estimate.frames.iter().flat_map(|frame| &frame.unanswered);
    let left = open.filter(|id| !state.guide.past.contains(&Step::Fact(**id)));
    let most = left.map(|id| estimate.worth(*id)).max();
    assert_eq!(Some(estimate.worth(asked)), most);
    assert!(most > Some(Yen::ZERO));
}

#[test]
fn an_error_in_the_wanted_grant_is_listed_where_grants_are_worked_out() {
    let wanted = type_and_leave(Field::Wanted, "たくさん");
    assert_eq!(errors(&after(wanted.clone())), [(Field::Wanted, FieldError::NotANumber)]);
    let mut elsewhere = wanted;
    elsewhere.push(Action::Choose(rulebook().edition("shokibo-kyosai/2024")));
    assert_eq!(errors(&after(elsewhere)), []);
}
