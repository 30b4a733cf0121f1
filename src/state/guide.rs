//! The questions one by one: which comes next, and how many are left.

use hojokin_engine::{Estimate, FactId, Yen};
use hojokin_rules::rulebook;

use super::{Asked, Field, State};

/// A way of asking; both fill in the same answers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Mode {
    /// One question a screen, the weightiest first (かんたん).
    #[default]
    Guided,
    /// Everything at once (一覧入力).
    Sheet,
}

/// One screen of questions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// What is to be done (やりたいこと).
    Purpose,
    /// What it costs.
    Expenses,
    /// One fact.
    Fact(FactId),
    /// All that is only to be confirmed.
    Confirm,
}

/// Where the questions one by one stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guide {
    /// The steps that have been left with an answer or without, in their order.
    pub past: Vec<Step>,
    /// The step that is asked now; `None` after the last. Held, so that answering it does not bring another question in
    /// its place.
    pub now: Option<Step>,
    /// About how many come after it; never more than before.
    pub left: usize,
}

impl State {
    /// Begins with the questions of what is looked at; what has been entered stays.
    pub(super) fn begin(&mut self) {
        self.guide = Guide { left: usize::MAX, ..Guide::default() };
        self.turn();
    }

    /// Turns to the next step.
    pub(super) fn turn(&mut self) {
        let (asked, estimates) = self.asked();
        let (now, left) = self.to_come(&asked, &estimates);
        self.guide.now = now;
        self.guide.left = self.guide.left.min(left);
    }

    /// What is asked for now, and what would be granted.
    fn asked(&self) -> (Asked, Vec<Estimate>) {
        let estimates = self.estimates(&self.case());
        (Asked::of(&estimates, self.settings.as_of), estimates)
    }

    /// The step before the one that is asked now.
    pub fn step_before(&self) -> Option<Step> {
        let past = &self.guide.past;
        let place = past.iter().position(|step| Some(*step) == self.guide.now);
        past.get(place.unwrap_or(past.len()).checked_sub(1)?).copied()
    }

    /// Leaves the step that is asked now, unless it has an error.
    pub(super) fn go_on(&mut self) {
        let Some(now) = self.guide.now else { return };
        let fields = self.fields_of(now);
        fields.iter().for_each(|field| self.commit(*field));
        if fields.iter().any(|field| self.error(*field).is_some()) {
            return;
        }
        if !self.guide.past.contains(&now) {
            self.guide.past.push(now);
        }
        self.turn();
    }

    /// Takes the answer of the step back, and leaves it.
    pub(super) fn skip(&mut self) {
        let Some(now) = self.guide.now else { return };
        match now {
            Step::Fact(fact) => self.answers.set(fact, None),
            Step::Purpose => self.purposes = 0,
            Step::Expenses | Step::Confirm => {}
        }
        for field in self.fields_of(now) {
            self.typed.set(field, None);
        }
        self.go_on();
    }

    /// The typed fields of a step.
    fn fields_of(&self, step: Step) -> Vec<Field> {
        match step {
            Step::Fact(fact) => vec![Field::Fact(fact)],
            Step::Expenses => {
                let (asked, _) = self.asked();
                let by_category = asked.categories.iter().map(|category| self.expense(*category));
                std::iter::once(Field::Total).chain(by_category).collect()
            }
            Step::Purpose | Step::Confirm => Vec::new(),
        }
    }

    /// The step that comes next, and about how many come after it: industry, employees, purpose, expenses; then what can
    /// still change something, the weightiest first; last what is only to be confirmed.
    fn to_come(&self, asked: &Asked, estimates: &[Estimate]) -> (Option<Step>, usize) {
        let fact = |id| rulebook().fact(id).map(|(fact, _)| Step::Fact(fact));
        let is_open = |step: &Step| !self.guide.past.contains(step) && !self.is_answered(*step);
        let first = [
            fact("industry").filter(|step| asks(asked, *step)),
            fact("employees").filter(|step| asks(asked, *step)),
            self.edition.is_none().then_some(Step::Purpose),
            asked.categories.first().map(|_| Step::Expenses),
        ];
        let first: Vec<Step> = first.into_iter().flatten().filter(is_open).collect();
        let mut deciding: Vec<FactId> = asked.facts.clone();
        deciding.retain(|id| {
            let step = Step::Fact(*id);
            is_open(&step) && !first.contains(&step) && self.decides(estimates, *id)
        });
        let mut frames = estimates.iter().flat_map(|one| &one.frames);
        let confirm = Some(Step::Confirm)
            .filter(is_open)
            .filter(|_| frames.any(|frame| !frame.to_confirm.is_empty()));
        let next = first.first().copied();
        // Weighed only when it is needed: it estimates every case that the answers leave open.
        let next = next.or_else(|| weightiest(&deciding, estimates).map(Step::Fact)).or(confirm);
        let count = first.len() + deciding.len() + usize::from(confirm.is_some());
        (next, count.saturating_sub(1))
    }

    /// Whether there is an answer to a step.
    pub fn is_answered(&self, step: Step) -> bool {
        match step {
            Step::Fact(fact) => {
                self.answer(fact).is_some() || self.number(Field::Fact(fact)).is_some()
            }
            Step::Purpose => self.purposes != 0,
            Step::Expenses => {
                let money = |(field, _): &(Field, String)| {
                    matches!(field, Field::Total | Field::Expense(_) | Field::Own(_))
                };
                self.typed.0.iter().any(money)
            }
            Step::Confirm => false,
        }
    }

    /// Whether an open fact can still change something.
    fn decides(&self, estimates: &[Estimate], fact: FactId) -> bool {
        let mut frames = estimates.iter().flat_map(|estimate| &estimate.frames);
        frames.any(|frame| frame.unanswered.contains(&fact))
    }
}

/// The fact on which the most depends; of several alike the first.
fn weightiest(facts: &[FactId], estimates: &[Estimate]) -> Option<FactId> {
    let mut weightiest: Option<(Yen, FactId)> = None;
    for id in facts {
        let worth = estimates.iter().map(|estimate| estimate.worth(*id)).max().unwrap_or_default();
        if weightiest.is_none_or(|(most, _)| most < worth) {
            weightiest = Some((worth, *id));
        }
    }
    weightiest.map(|(_, id)| id)
}

fn asks(asked: &Asked, step: Step) -> bool {
    matches!(step, Step::Fact(fact) if asked.facts.contains(&fact))
}
