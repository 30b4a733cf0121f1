//! What a person has answered so far, and how each action changes it. Plain Rust, tested without a browser.

use std::rc::Rc;

use hojokin_engine::{
    Answers, Case, CategoryId, Date, Domain, Edition, Estimate, Expenses, FactId, Rulebook, Status,
    Tax, Yen, estimate,
};
use hojokin_rules::rulebook;
use yew::Reducible;

use crate::input::{self, FieldError};

/// What the page around the widget sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The edition to start with (`edition`).
    pub edition: Option<String>,
    /// The day for which to answer (`as-of`), today unless set.
    pub as_of: Date,
    /// The chamber's name (`chamber-name`).
    pub chamber: Option<String>,
}

/// A field that can hold an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// The answer to a fact.
    Fact(FactId),
    /// The expenses of a category.
    Expense(CategoryId),
}

/// What a person does.
#[derive(Clone, Debug)]
pub enum Action {
    /// The page changed its settings.
    Set(Settings),
    /// Chose another edition.
    Choose(&'static Edition),
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
    /// The edition that is being looked at.
    pub edition: &'static Edition,
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
            edition: first_edition(&rulebook(), &settings),
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

    /// The text of a field as it was typed.
    pub fn typed(&self, field: Field) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }

    /// The error of a field that has been left.
    pub fn error(&self, field: Field) -> Option<FieldError> {
        let shown = self.left.contains(&field);
        shown.then(|| input::whole(self.typed(field)).err()).flatten()
    }

    /// All fields of this edition with an error, in the order in which they stand on the screen.
    pub fn errors(&self) -> Vec<(Field, FieldError)> {
        let facts = self.edition.facts.iter().map(|fact| Field::Fact(*fact));
        let expenses = self.edition.categories.iter().map(|category| Field::Expense(category.id));
        let fields = facts.chain(expenses);
        fields.filter_map(|field| self.error(field).map(|error| (field, error))).collect()
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
            }
        }
        Case { as_of: self.settings.as_of, answers, expenses }
    }

    /// What the chosen edition would grant.
    pub fn estimate(&self) -> Estimate {
        estimate(self.edition, &self.case())
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Set(settings) => {
                if settings.edition != self.settings.edition {
                    self.edition = first_edition(&rulebook(), &settings);
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

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        Rc::new(next)
    }
}

/// A few values by key. A tree map would cost every visitor ten kilobytes to keep a dozen entries.
#[derive(Clone, Debug, PartialEq)]
struct Entries<K, V>(Vec<(K, V)>);

impl<K: Copy + PartialEq, V> Entries<K, V> {
    fn get(&self, key: K) -> Option<&V> {
        self.0.iter().find(|(found, _)| *found == key).map(|(_, value)| value)
    }

    /// Puts in a value in place of any other, or takes it out.
    fn set(&mut self, key: K, value: Option<V>) {
        self.0.retain(|(found, _)| *found != key);
        self.0.extend(value.map(|value| (key, value)));
    }
}

/// The edition that the page asks for; otherwise one that is open, and of those or of all the latest.
fn first_edition(rulebook: &Rulebook, settings: &Settings) -> &'static Edition {
    let named = settings.edition.as_deref().and_then(|id| rulebook.edition(id));
    let rank = |edition: &&'static Edition| {
        let open = Status::of(edition, settings.as_of) == Status::Open;
        (open, edition.closes.map(|closes| closes.value))
    };
    let latest = || rulebook.editions.iter().max_by_key(rank);
    named.or_else(latest).expect("at least one edition is built in")
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
        let normal = &state.estimate().frames[0];
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
        assert_eq!(typing.errors(), []);
        let left = after(type_and_leave(field, "-3"));
        assert_eq!(left.errors(), [(field, FieldError::Negative)]);
        assert_eq!(left.typed(field), "-3");
        assert!(left.case().answers.is_open(fact("employees")));
    }

    #[test]
    fn all_errors_are_listed_at_once_in_the_order_of_the_screen() {
        let employees = Field::Fact(fact("employees"));
        let mut actions = type_and_leave(expense("website"), "abc");
        actions.extend(type_and_leave(employees, "4.5"));
        let errors: Vec<Field> = after(actions).errors().into_iter().map(|error| error.0).collect();
        assert_eq!(errors, [employees, expense("website")]);
    }

    #[test]
    fn answers_stay_when_another_edition_is_chosen() {
        let other = rulebook().edition("jizokuka/2025-17").expect("it is built in");
        let mut actions = type_and_leave(expense("publicity"), "100");
        actions.push(Action::Choose(other));
        let state = after(actions);
        assert_eq!((state.edition.id, state.typed(expense("publicity"))), (other.id, "100"));
    }

    #[test]
    fn an_answer_can_be_taken_back() {
        let invoice = fact("invoice_new");
        let state = after(vec![Action::Truth(invoice, Some(true)), Action::Truth(invoice, None)]);
        assert_eq!(state.answer(invoice), None);
    }

    #[test]
    fn the_widget_starts_with_an_open_round_or_else_the_latest() {
        let started = |as_of: &str| State::new(settings(as_of)).edition.id;
        assert_eq!(started("2014-03-01"), "jizokuka/2025-17");
        assert_eq!(started("2026-11-21"), "jizokuka/2025-17");
        let named =
            Settings { edition: Some("jizokuka/2014".to_owned()), ..settings("2026-11-21") };
        assert_eq!(State::new(named).edition.id, "jizokuka/2014");
        let unknown = Settings { edition: Some("nonsense".to_owned()), ..settings("2026-11-21") };
        assert_eq!(State::new(unknown).edition.id, "jizokuka/2025-17");
    }
}
