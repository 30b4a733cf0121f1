//! What a person has answered so far, and how each action changes it. Plain Rust, tested without a browser.

mod asked;
mod entries;
mod field;
mod kept;
mod outlook;
#[cfg(test)]
mod tests;

pub use self::{
    asked::{Asked, grants},
    field::{Field, Missed},
    kept::{CASES, Keeping, Kept, KeptCase, Origin, Saving, Shared},
    outlook::{best, outlook_range, own_funds},
};

use hojokin_engine::{
    Answers, Case, CategoryId, Date, Domain, Edition, Estimate, Expenses, FactId, FrameEstimate,
    Moment, Status, Tax, Verdict, Yen, estimate, estimate_where,
};
use hojokin_rules::{minimum_wages, rulebook};
use hojokin_texts::Language;

use self::entries::Entries;
use crate::{
    input::{self, FieldError},
    link::{LinkError, Opened},
};

/// What the page around the widget sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The edition to start with (`edition`).
    pub edition: Option<String>,
    /// The moment for which to answer (`as-of`), now unless set.
    pub as_of: Moment,
    /// The chamber's name (`chamber-name`).
    pub chamber: Option<String>,
    /// The language to start with (`lang`).
    pub language: Language,
    /// Whether the page has set the moment.
    pub dated: bool,
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
    /// Chose a language.
    Speak(Language),
    /// Chose the frame to look at closely, by its id.
    Frame(&'static str),
    /// Opened what a link holds, or a link that cannot be read.
    Open(Origin, Result<Opened, LinkError>),
    /// Keeps something, or no longer.
    Keep(Keeping),
}

/// Everything that a person has entered.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The edition that is being looked at; `None` for all that are open.
    pub edition: Option<&'static Edition>,
    /// What the page around has set.
    pub settings: Settings,
    /// The language that is wanted.
    pub language: Language,
    /// Whether amounts contain consumption tax.
    pub tax: Tax,
    /// The id of the frame that a person looks at closely.
    frame: Option<&'static str>,
    answers: Entries<FactId, Domain>,
    typed: Entries<Field, String>,
    /// Fields that have been left: an error is shown only then, not while typing.
    left: Vec<Field>,
    /// What is kept beside the answers.
    pub kept: Kept,
    /// The moment of the link that is open, where it has one; it counts where the page sets none.
    linked: Option<Moment>,
}

impl State {
    /// Nothing entered yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            edition: named(&settings),
            language: settings.language,
            settings,
            tax: Tax::Excluded,
            frame: None,
            answers: Entries(Vec::new()),
            typed: Entries(Vec::new()),
            left: Vec::new(),
            kept: Kept::default(),
            linked: None,
        }
    }

    /// The answer to a fact that is not typed, if there is one.
    pub fn answer(&self, fact: FactId) -> Option<Domain> {
        self.answers.get(fact).copied()
    }

    /// All answers that are not typed.
    pub(crate) fn answers(&self) -> &[(FactId, Domain)] {
        &self.answers.0
    }

    /// The texts of all fields as they were typed.
    pub(crate) fn all_typed(&self) -> &[(Field, String)] {
        &self.typed.0
    }

    /// The id of the frame that was chosen to be looked at closely.
    pub(crate) fn chosen_frame(&self) -> Option<&'static str> {
        self.frame
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

    /// The frame to look at closely: the one that was chosen, or else the one that grants the most for certain, or else
    /// the most at all, of those that can be got.
    pub fn frame<'a>(&self, estimate: &'a Estimate) -> Option<&'a FrameEstimate> {
        let granting = || estimate.frames.iter().filter(|frame| frame.frame.grant().is_some());
        let chosen = granting().find(|frame| Some(frame.frame.id) == self.frame);
        let possible = granting().filter(|frame| frame.verdict != Verdict::Ineligible);
        // Of several that grant the same, the first.
        let best = possible.reduce(|best, frame| {
            let amounts = |frame: &FrameEstimate| (frame.grant.low, frame.grant.high, frame.cap);
            if amounts(best) < amounts(frame) { frame } else { best }
        });
        chosen.or(best)
    }

    /// Where an edition stands for this firm: a call that ends with the minimum wage is over where the firm's prefecture
    /// has a new one; a round without days is open if it takes applications all the year round, and over once a later
    /// one has begun.
    pub fn status(&self, edition: &Edition) -> Status {
        let as_of = self.settings.as_of;
        let over_here = || self.last_day(edition).is_some_and(|last| last < as_of.day);
        match Status::of(edition, as_of) {
            Status::Open if over_here() => Status::Ended,
            Status::Undated if edition.year_round.is_some() => Status::Open,
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
                if settings.language != self.settings.language {
                    self.language = settings.language;
                }
                self.settings = settings;
                self.go_by_link();
            }
            Action::Choose(edition) => (self.edition, self.frame) = (edition, None),
            Action::Truth(fact, answer) => self.answers.set(fact, answer.map(Domain::truth)),
            Action::Pick(fact, choice) => self.answers.set(fact, choice.map(Domain::choice)),
            Action::Type(field, text) => self.typed.set(field, Some(text)),
            Action::Commit(field) => self.commit(field),
            Action::Tax(tax) => self.tax = tax,
            Action::Speak(language) => self.language = language,
            Action::Frame(frame) => self.frame = Some(frame),
            Action::Open(origin, link) => self.open(origin, link),
            Action::Keep(keeping) => return self.kept.keep(keeping),
        }
        self.kept.is_old();
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
