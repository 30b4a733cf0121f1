//! What a person has answered so far, and how each action changes it. Plain Rust, tested without a browser.

mod asked;
mod entries;
mod field;

pub use self::{
    asked::{Asked, grants},
    field::{Field, Missed},
};

use hojokin_engine::{
    Answers, Case, CategoryId, Date, Domain, Edition, Estimate, Expenses, FactId, Moment, Status,
    Tax, Yen, estimate, estimate_where,
};
use hojokin_rules::{minimum_wages, rulebook};

use self::entries::Entries;
use crate::input::{self, FieldError};

/// What the page around the widget sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The edition to start with (`edition`).
    pub edition: Option<String>,
    /// The moment for which to answer (`as-of`), now unless set.
    pub as_of: Moment,
    /// The chamber's name (`chamber-name`).
    pub chamber: Option<String>,
}

/// What a person does.
#[derive(Clone, Debug)]
pub enum Action {
    /// The page changed its settings.
    Set(Settings),
    /// Chose an edition, or, with `None`, all that are open.
    Choose(Option<&'static Edition>),
    /// Answered yes, no or, with `None`, does not know.
    Truth(FactId, Option<bool>),
    /// Chose one of several, or, with `None`, none.
    Pick(FactId, Option<u32>),
    /// Is typing a number.
    Type(Field, String),
    /// Has finished typing it.
    Commit(Field),
    /// Said whether amounts contain consumption tax.
    Tax(Tax),
}

/// Everything that a person has entered.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The edition that is being looked at; `None` for all that are open.
    pub edition: Option<&'static Edition>,
    /// What the page around has set.
    pub settings: Settings,
    /// Whether amounts contain consumption tax.
    pub tax: Tax,
    answers: Entries<FactId, Domain>,
    typed: Entries<Field, String>,
    /// Fields that have been left: an error is shown only then, not while typing.
    left: Vec<Field>,
}

impl State {
    /// Nothing entered yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            edition: named(&settings),
            settings,
            tax: Tax::Excluded,
            answers: Entries(Vec::new()),
            typed: Entries(Vec::new()),
            left: Vec::new(),
        }
    }

    /// The answer to a fact that is not typed, if there is one.
    pub fn answer(&self, fact: FactId) -> Option<Domain> {
        self.answers.get(fact).copied()
    }

    /// The place of the chosen answer to a fact with several choices.
    pub fn chosen(&self, fact: FactId) -> Option<u32> {
        match self.answer(fact)? {
            Domain::Choice(set) => Some(set.0.trailing_zeros()),
            _ => None,
        }
    }

    /// The text of a field as it was typed.
    pub fn typed(&self, field: Field) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }

    /// The error of a field that has been left.
    pub fn error(&self, field: Field) -> Option<FieldError> {
        let shown = self.left.contains(&field);
        shown.then(|| input::whole(self.typed(field)).err()).flatten()
    }

    /// All fields on the screen with an error, in the order in which they stand there.
    pub fn errors(&self, asked: &Asked) -> Vec<(Field, FieldError)> {
        let facts = asked.facts.iter().map(|fact| Field::Fact(*fact));
        let expenses = asked.categories.iter().map(|category| self.expense(*category));
        let tools = self.tools().into_iter();
        let fields = facts.chain(expenses).chain(tools);
        fields.filter_map(|field| self.error(field).map(|error| (field, error))).collect()
    }

    /// The fields of the helpers that the chosen edition has: for wages, and for what is to be paid back.
    fn tools(&self) -> Vec<Field> {
        let wage = self.edition.and_then(|edition| edition.wage).and_then(|_| wage_fact());
        let missed = self.edition.and_then(|edition| edition.repayment).map(|_| Missed::ALL);
        let missed = missed.into_iter().flatten().map(Field::Repayment);
        wage.map(Field::Fact).into_iter().chain(missed).collect()
    }

    /// The number in a field, if it can be read.
    pub fn number(&self, field: Field) -> Option<u64> {
        input::whole(self.typed(field)).ok().flatten().map(|Yen(number)| number)
    }

    /// Where an edition stands for this firm: a call that ends with the minimum wage is over where the firm's prefecture
    /// has a new one, and a round without days once a later one has begun.
    pub fn status(&self, edition: &Edition) -> Status {
        let as_of = self.settings.as_of;
        let over_here = || self.last_day(edition).is_some_and(|last| last < as_of.day);
        match Status::of(edition, as_of) {
            Status::Open if over_here() => Status::Ended,
            Status::Undated if rulebook().is_replaced(edition, as_of) => Status::Ended,
            status => status,
        }
    }

    /// The place of the prefecture that has been answered.
    pub fn prefecture(&self) -> Option<u32> {
        self.chosen(rulebook().fact(PREFECTURE)?.0)
    }

    /// The last day of a call in the prefecture that has been answered, where it has its own.
    pub fn last_day(&self, edition: &Edition) -> Option<Date> {
        edition.last_day_in(minimum_wages(), self.prefecture()?)
    }

    /// The field for the expenses of a category.
    pub fn expense(&self, category: CategoryId) -> Field {
        match self.edition {
            Some(edition) if category == rulebook().own => Field::Own(edition.id),
            _ => Field::Expense(category),
        }
    }

    /// The case as far as it can be read; a field with an error counts as not answered.
    pub fn case(&self) -> Case {
        let rulebook = rulebook();
        let mut answers = Answers::none(rulebook.facts);
        let mut expenses = Expenses::none(&rulebook);
        for (fact, answer) in &self.answers.0 {
            answers.set(*fact, *answer);
        }
        for (field, typed) in &self.typed.0 {
            let Ok(Some(Yen(number))) = input::whole(typed) else { continue };
            match *field {
                Field::Fact(fact) => answers.set(fact, Domain::number(number)),
                Field::Expense(category) => {
                    expenses.set(category, self.tax.taken_out_of(Yen(number)));
                }
                Field::Own(id) if self.edition.is_some_and(|edition| edition.id == id) => {
                    expenses.set(rulebook.own, self.tax.taken_out_of(Yen(number)));
                }
                Field::Own(_) | Field::Repayment(_) => {}
            }
        }
        Case { as_of: self.settings.as_of, answers, expenses }
    }

    /// What the chosen edition would grant, or every one that is open.
    pub fn estimates(&self, case: &Case) -> Vec<Estimate> {
        match self.edition {
            Some(edition) => vec![self.standing(estimate(edition, case))],
            None => {
                let current = estimate_where(&rulebook(), case, |status| status != Status::Ended);
                let mut current: Vec<_> =
                    current.into_iter().map(|estimate| self.standing(estimate)).collect();
                current.retain(|estimate| estimate.status != Status::Ended);
                current
            }
        }
    }

    /// The estimate with where its edition stands for this firm.
    fn standing(&self, estimate: Estimate) -> Estimate {
        Estimate { status: self.status(estimate.edition), ..estimate }
    }

    /// Takes in what a person did.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Set(settings) => {
                if settings.edition != self.settings.edition {
                    self.edition = named(&settings);
                }
                self.settings = settings;
            }
            Action::Choose(edition) => self.edition = edition,
            Action::Truth(fact, answer) => self.answers.set(fact, answer.map(Domain::truth)),
            Action::Pick(fact, choice) => self.answers.set(fact, choice.map(Domain::choice)),
            Action::Type(field, text) => self.typed.set(field, Some(text)),
            Action::Commit(field) => self.commit(field),
            Action::Tax(tax) => self.tax = tax,
        }
    }

    /// Writes a number that could be read with its thousands parted; anything else stays as it was typed.
    fn commit(&mut self, field: Field) {
        if let Ok(Some(Yen(number))) = input::whole(self.typed(field)) {
            self.typed.set(field, Some(input::grouped(number)));
        }
        if !self.left.contains(&field) {
            self.left.push(field);
        }
    }
}

/// The id of the fact that holds the prefecture (都道府県).
pub const PREFECTURE: &str = "prefecture";

/// The fact that holds the lowest hourly wage in the firm.
pub fn wage_fact() -> Option<FactId> {
    rulebook().fact("site_minimum_wage").map(|(fact, _)| fact)
}

/// The edition that the page asks for.
fn named(settings: &Settings) -> Option<&'static Edition> {
    settings.edition.as_deref().and_then(|id| rulebook().edition(id))
}

#[cfg(test)]
mod tests {
    use hojokin_engine::Verdict;

    use super::*;

    fn settings(as_of: &str) -> Settings {
        let as_of = as_of.parse().expect("a day of the calendar");
        Settings { edition: None, as_of, chamber: None }
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
        state.errors(&Asked::of(&state.estimates(&state.case())))
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
        }
        state.apply(Action::Set(settings("2026-09-30")));
        state.apply(Action::Pick(fact(PREFECTURE), Some(12)));
        assert_eq!(state.status(edition), Status::Open, "the day before is the last");
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
        let asked = Asked::of(&state.estimates(&state.case()));
        assert!(
            asked.categories.contains(&rulebook().category("publicity").expect("it is built in"))
        );
        assert!(!asked.categories.contains(&rulebook().own));
    }
}
