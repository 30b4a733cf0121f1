//! What a person has answered so far, and how each action changes it. Plain Rust, tested without a browser.

mod asked;
mod entries;
mod field;
mod given;
mod guide;
mod kept;
mod outlook;
mod settings;
#[cfg(test)]
mod tests;

pub use self::{
    asked::{Asked, grants},
    field::{Field, Missed},
    guide::{Guide, Mode, Step},
    kept::{CASES, Keeping, Kept, KeptCase, Origin, Saving, Shared},
    outlook::{best, own_funds},
    settings::Settings,
};

use hojokin_engine::{
    Answers, Case, CategoryId, Date, Domain, Edition, Estimate, Expenses, FactId, Moment, Status,
    Tax, Yen, estimate, inverse::main_category,
};
use hojokin_rules::{minimum_wages, rulebook};
use hojokin_texts::Language;

use self::{entries::Entries, given::Given};
use hojokin_typed::{FieldError, grouped, whole};

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
    /// Keeps something, or no longer.
    Keep(Keeping),
    /// Chose a way of asking.
    Ask(Mode),
    /// Ticked a purpose, by its place, or took the tick away.
    Purpose(usize),
    /// Goes on to the next question.
    Next,
    /// Goes on without an answer to this one.
    Skip,
    /// Goes to a question that was asked before.
    Visit(Step),
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
    /// The way of asking.
    pub mode: Mode,
    /// Where the questions one by one stand.
    pub guide: Guide,
    /// The purposes that are ticked, a bit each.
    purposes: u32,
    answers: Entries<FactId, Domain>,
    typed: Entries<Field, String>,
    /// Fields that have been left: an error is shown only then, not while typing.
    left: Vec<Field>,
    /// What the page around has given last.
    given: Vec<Given>,
    /// What is kept beside the answers.
    pub kept: Kept,
    /// The moment of the link that is open, where it has one; it counts where the page sets none.
    linked: Option<Moment>,
}

impl State {
    /// Nothing entered yet.
    pub fn new(settings: Settings) -> Self {
        let mut state = Self {
            edition: settings.named(),
            language: settings.language,
            tax: Tax::Excluded,
            frame: None,
            mode: settings.mode,
            settings,
            guide: Guide::default(),
            purposes: 0,
            answers: Entries(Vec::new()),
            typed: Entries(Vec::new()),
            left: Vec::new(),
            given: Vec::new(),
            kept: Kept::default(),
            linked: None,
        };
        state.begin();
        state
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
        shown.then(|| whole(self.typed(field)).err()).flatten()
    }

    /// All fields on the screen with an error, in the order in which they stand there.
    pub fn errors(&self, asked: &Asked) -> Vec<(Field, FieldError)> {
        let facts = asked.facts.iter().map(|fact| Field::Fact(*fact));
        let expenses = asked.categories.iter().map(|category| self.expense(*category));
        let tools = self.tools().into_iter();
        let total = asked.categories.first().map(|_| Field::Total);
        let fields = facts.chain(total).chain(expenses).chain(tools);
        fields.filter_map(|field| self.error(field).map(|error| (field, error))).collect()
    }

    /// The fields of the helpers that the chosen edition has: for wages, for a wanted grant, and for what is to be paid
    /// back.
    fn tools(&self) -> Vec<Field> {
        let wage = self.edition.and_then(|edition| edition.wage).and_then(|_| wage_fact());
        let missed = self.edition.and_then(|edition| edition.repayment).map(|_| Missed::ALL);
        let missed = missed.into_iter().flatten().map(Field::Repayment);
        let wanted = self.edition.filter(|edition| grants(edition)).map(|_| Field::Wanted);
        wage.map(Field::Fact).into_iter().chain(wanted).chain(missed).collect()
    }

    /// The number in a field, if it can be read.
    pub fn number(&self, field: Field) -> Option<u64> {
        whole(self.typed(field)).ok().flatten().map(|Yen(number)| number)
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
        let mut case = self.entered();
        if let Some(edition) = self.edition {
            self.share_out(&mut case, edition, self.total());
        }
        case
    }

    /// The case without the total.
    fn entered(&self) -> Case {
        let rulebook = rulebook();
        let mut answers = Answers::none(rulebook.facts);
        let mut expenses = Expenses::none(&rulebook);
        for (fact, answer) in &self.answers.0 {
            answers.set(*fact, *answer);
        }
        for (field, typed) in &self.typed.0 {
            let Ok(Some(Yen(number))) = whole(typed) else { continue };
            match *field {
                Field::Fact(fact) => answers.set(fact, Domain::number(number)),
                Field::Expense(category) => {
                    expenses.set(category, self.tax.taken_out_of(Yen(number)));
                }
                Field::Own(id) if self.edition.is_some_and(|edition| edition.id == id) => {
                    expenses.set(rulebook.own, self.tax.taken_out_of(Yen(number)));
                }
                Field::Own(_) | Field::Total | Field::Wanted | Field::Repayment(_) => {}
            }
        }
        Case { as_of: self.settings.as_of, answers, expenses }
    }

    /// What was entered by category on the sheet that is looked at, as it was entered.
    fn by_category(&self) -> Yen {
        let own = self.edition.map(|edition| Field::Own(edition.id));
        let mut sum = Yen::ZERO;
        for (field, typed) in &self.typed.0 {
            if matches!(field, Field::Expense(_)) || Some(*field) == own {
                sum = sum + whole(typed).ok().flatten().unwrap_or_default();
            }
        }
        sum
    }

    /// The total, where it counts: while nothing is entered by category.
    fn total(&self) -> Option<Yen> {
        self.number(Field::Total).filter(|_| self.by_category() == Yen::ZERO).map(Yen)
    }

    /// The category of `edition` that the total counts in, where there is a total that does.
    pub fn total_in(&self, edition: Option<&Edition>) -> Option<CategoryId> {
        edition.filter(|_| self.total().is_some()).and_then(main_category)
    }

    /// Puts the total into the category of `edition` that it counts in.
    fn share_out(&self, case: &mut Case, edition: &Edition, total: Option<Yen>) {
        if let Some((total, category)) = total.zip(main_category(edition)) {
            case.expenses.set(category, self.tax.taken_out_of(total));
        }
    }

    /// What the chosen edition would grant, or every one that is open and serves the firm's purposes.
    pub fn estimates(&self, case: &Case) -> Vec<Estimate> {
        if let Some(edition) = self.edition {
            return vec![self.standing(estimate(edition, case))];
        }
        let total = self.total();
        let mut estimates = Vec::new();
        for edition in rulebook().editions {
            let offered = self.settings.offers(edition) && self.serves(edition);
            if offered && self.status(edition) != Status::Ended {
                let mut case = case.clone();
                self.share_out(&mut case, edition, total);
                estimates.push(self.standing(estimate(edition, &case)));
            }
        }
        estimates
    }

    /// The sum of what is to be paid, as it was entered: by category, or else the total.
    pub fn paid(&self) -> Yen {
        self.total().unwrap_or_else(|| self.by_category())
    }

    /// Whether an edition serves one of the purposes that are ticked, or none is.
    pub fn serves(&self, edition: &Edition) -> bool {
        let purposes = rulebook().purposes.iter().enumerate();
        let mut ticked = purposes.filter(|(place, _)| self.wants(*place)).peekable();
        ticked.peek().is_none()
            || ticked.any(|(_, purpose)| purpose.programmes.contains(&edition.programme))
    }

    /// Whether a purpose is ticked.
    pub fn wants(&self, place: usize) -> bool {
        self.purposes >> place & 1 == 1
    }

    /// The estimate with where its edition stands for this firm.
    fn standing(&self, estimate: Estimate) -> Estimate {
        Estimate { status: self.status(estimate.edition), ..estimate }
    }

    /// Takes over settings that have changed; what a person has chosen since stays.
    fn set(&mut self, settings: Settings) {
        let was = std::mem::replace(&mut self.settings, settings);
        self.go_by_link();
        if self.settings.language != was.language {
            self.language = self.settings.language;
        }
        if self.settings.mode != was.mode {
            self.mode = self.settings.mode;
        }
        if self.settings.edition != was.edition {
            self.edition = self.settings.named();
        }
        if self.settings.edition != was.edition || self.settings.only != was.only {
            self.begin();
        }
    }

    /// Takes in what a person did.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Set(settings) => self.set(settings),
            Action::Choose(edition) => {
                (self.edition, self.frame) = (edition, None);
                self.begin();
            }
            Action::Truth(fact, answer) => self.answers.set(fact, answer.map(Domain::truth)),
            Action::Pick(fact, choice) => self.answers.set(fact, choice.map(Domain::choice)),
            Action::Type(field, text) => self.typed.set(field, Some(text)),
            Action::Commit(field) => self.commit(field),
            Action::Tax(tax) => self.tax = tax,
            Action::Speak(language) => self.language = language,
            Action::Frame(frame) => self.frame = Some(frame),
            Action::Keep(keeping) => return self.kept.keep(keeping),
            Action::Ask(mode) => {
                self.mode = mode;
                self.turn();
            }
            Action::Purpose(place) => self.purposes ^= 1 << place,
            Action::Next => self.go_on(),
            Action::Skip => self.skip(),
            Action::Visit(step) => self.guide.now = Some(step),
        }
        self.kept.is_old();
    }

    /// Writes a number that could be read with its thousands parted; anything else stays as it was typed.
    fn commit(&mut self, field: Field) {
        if let Ok(Some(Yen(number))) = whole(self.typed(field)) {
            self.typed.set(field, Some(grouped(number)));
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
