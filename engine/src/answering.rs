//! Goes through every way in which the open questions can be answered, without listing them.
//!
//! A test on an open fact has two outcomes. [`explore`] runs a calculation again and again, each time taking
//! another way through such tests, and cuts the values that a fact can have down to those that lead that way.
//! The ways found are boxes of values that cover all answerings, and everything is the same within a box.
//! So the least and the most over all answerings are exact, and only as many ways are gone as there are
//! really different ones: a number of employees is not tried out from 0 on, but parted at the limits that
//! the rules name.

use crate::{
    case::Case,
    fact::{Answers, CategoryId, Choices, Domain, FactId},
    mechanism::{size, spent_share},
    money::Yen,
    rules::Test,
};

/// What is assumed of one open fact on one way: the values that it can still have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Assumption {
    /// The open fact.
    pub fact: FactId,
    /// The values that it can have on this way.
    pub values: Domain,
}

/// One way of answering the open questions, while it is being gone.
#[derive(Debug)]
pub struct Answering<'a> {
    case: &'a Case,
    splits: Vec<Split>,
    /// How many of `splits` this run has come past.
    passed: usize,
}

/// A point where a test on an open fact could go both ways.
#[derive(Debug)]
struct Split {
    fact: FactId,
    held: Domain,
    failed: Domain,
    holds: bool,
}

impl Split {
    fn values(&self) -> Domain {
        if self.holds { self.held } else { self.failed }
    }
}

/// Where a way turns off from the one before it: how many splits the two have in common, the last of them the
/// one that parts them, and its fact.
type Turn = (usize, FactId);

/// What comes out on one way.
#[derive(Clone, Debug)]
pub(crate) struct Way<T> {
    /// What it assumes of the open facts, one entry a fact.
    pub(crate) assumed: Vec<Assumption>,
    /// Where it turns off; the first way does not.
    pub(crate) turn: Option<Turn>,
    /// What comes out.
    pub(crate) result: T,
}

/// Runs `calculate` once for every way and returns what each gives.
pub(crate) fn explore<T>(
    case: &Case,
    mut calculate: impl FnMut(&mut Answering<'_>) -> T,
) -> Vec<Way<T>> {
    let mut ways = Vec::new();
    walk(case, &mut |answering, turn| {
        let result = calculate(answering);
        ways.push(Way { assumed: answering.assumptions(), turn, result });
    });
    ways
}

/// Whether `test` can hold, and whether it can fail.
pub(crate) fn outcomes(case: &Case, test: &Test) -> (bool, bool) {
    let (mut holds, mut fails) = (false, false);
    walk(case, &mut |answering, _| {
        let held = answering.holds(test);
        holds |= held;
        fails |= !held;
    });
    (holds, fails)
}

/// Goes every way; `visit` also gets where it turns off from the way before it.
pub(crate) fn walk(case: &Case, visit: &mut dyn FnMut(&mut Answering<'_>, Option<Turn>)) {
    let mut answering = Answering { case, splits: Vec::new(), passed: 0 };
    let mut turn = None;
    loop {
        answering.passed = 0;
        visit(&mut answering, turn);
        turn = answering.turn();
        if turn.is_none() {
            return;
        }
    }
}

impl Answering<'_> {
    /// Whether `test` holds on this way.
    pub fn holds(&mut self, test: &Test) -> bool {
        match *test {
            Test::Is(fact) => self.is(fact),
            Test::AtLeast(fact, least) => {
                least.checked_sub(1).is_none_or(|below| !self.at_most(fact, below))
            }
            Test::AtMost(fact, most) => self.at_most(fact, most),
            Test::OneOf(fact, choices) => self.one_of(fact, choices),
            Test::Open(fact) => self.case.answers.is_open(fact),
            Test::MultipleOf(fact, unit) => self.multiple_of(fact, unit),
            Test::Spent(categories, least) => least <= self.spent(categories),
            Test::SpentShare(share) => spent_share::holds(share, self),
            Test::Size(class) => size::holds(class, self),
            Test::Not(test) => !self.holds(test),
            Test::All(tests) => tests.iter().all(|test| self.holds(test)),
            Test::Any(tests) => tests.iter().any(|test| self.holds(test)),
        }
    }

    fn is(&mut self, fact: FactId) -> bool {
        let Domain::Truth(can_be_true, can_be_false) = self.values(fact) else { return false };
        self.decide(fact, can_be_true, can_be_false, Domain::truth(true), Domain::truth(false))
    }

    /// Whether a number is at most so much.
    pub(crate) fn at_most(&mut self, fact: FactId, most: u64) -> bool {
        let Domain::Number(from, to) = self.values(fact) else { return false };
        let held = Domain::Number(from, to.min(most));
        let failed = Domain::Number(from.max(most.saturating_add(1)), to);
        self.decide(fact, from <= most, most < to, held, failed)
    }

    /// Whether a number is a multiple of `unit`. An open number can be one and can be none, whatever else is
    /// known of it.
    fn multiple_of(&mut self, fact: FactId, unit: u64) -> bool {
        let Domain::Number(from, to) = self.values(fact) else { return false };
        let values = Domain::Number(from, to);
        let known = from == to;
        let is = from.checked_rem(unit) == Some(0);
        self.decide(fact, is || !known, !is || !known, values, values)
    }

    /// A number of which only the least and the most that it can be matter, as with a factor of a product:
    /// what comes out for any value between lies between.
    pub(crate) fn either_end(&mut self, fact: FactId) -> u64 {
        let Domain::Number(from, to) = self.values(fact) else { return 0 };
        let held = Domain::Number(from, from);
        let failed = Domain::Number(from.saturating_add(1), to);
        if self.decide(fact, true, from < to, held, failed) { from } else { to }
    }

    /// As [`Answering::either_end`], of a number of which more than `enough` changes nothing: if it is open, it is
    /// the least that it can be, or just enough.
    pub(crate) fn up_to(&mut self, fact: FactId, enough: u64) -> u64 {
        let Domain::Number(from, to) = self.values(fact) else { return 0 };
        let enough = to.min(enough).max(from);
        let held = Domain::Number(from, enough.saturating_sub(1));
        let failed = Domain::Number(enough, to);
        if self.decide(fact, true, from < enough, held, failed) { from } else { enough }
    }

    /// What is entered in these categories together.
    pub(crate) fn spent(&self, categories: &[CategoryId]) -> Yen {
        categories.iter().map(|category| self.case.expenses.of(*category)).sum()
    }

    /// Whether a choice is one of these.
    pub(crate) fn one_of(&mut self, fact: FactId, choices: Choices) -> bool {
        let Domain::Choice(Choices(possible)) = self.values(fact) else { return false };
        let (within, beyond) = (possible & choices.0, possible & !choices.0);
        let (held, failed) = (Domain::Choice(Choices(within)), Domain::Choice(Choices(beyond)));
        self.decide(fact, within != 0, beyond != 0, held, failed)
    }

    /// The values that `fact` can still have at this point of this way.
    fn values(&self, fact: FactId) -> Domain {
        let passed = self.splits.iter().take(self.passed);
        let split = passed.rev().find(|split| split.fact == fact);
        split.map_or_else(|| self.case.answers.domain(fact), Split::values)
    }

    /// The outcome of a test that can hold, can fail, or both; where both, the way that is being gone.
    fn decide(
        &mut self,
        fact: FactId,
        can_hold: bool,
        can_fail: bool,
        held: Domain,
        failed: Domain,
    ) -> bool {
        if !(can_hold && can_fail) {
            return can_hold;
        }
        if self.passed == self.splits.len() {
            self.splits.push(Split { fact, held, failed, holds: true });
        }
        let holds = self.splits.get(self.passed).is_some_and(|split| split.holds);
        self.passed = self.passed.saturating_add(1);
        holds
    }

    /// What this way assumes, one entry a fact.
    fn assumptions(&self) -> Vec<Assumption> {
        let mut assumed: Vec<Assumption> = Vec::new();
        for split in &self.splits {
            match assumed.iter_mut().find(|assumption| assumption.fact == split.fact) {
                Some(assumption) => assumption.values = split.values(),
                None => assumed.push(Assumption { fact: split.fact, values: split.values() }),
            }
        }
        assumed
    }

    /// Turns to the next way and says where it turns off; `None` when all have been gone.
    fn turn(&mut self) -> Option<Turn> {
        while let Some(split) = self.splits.last_mut() {
            if split.holds {
                split.holds = false;
                let fact = split.fact;
                return Some((self.splits.len(), fact));
            }
            self.splits.pop();
        }
        None
    }
}

/// The facts on which it depends which of two unlike results comes out, in the order of their ids.
///
/// A fact decides if two answerings that differ in nothing else give different results, which is so if two
/// boxes with different results meet in every other fact. Two such ways part at a test on that very fact:
/// where they part at another one, their boxes do not meet in it. So one fact a pair of ways is looked at.
pub(crate) fn deciding<T: PartialEq>(answers: &Answers, ways: &[Way<T>]) -> Vec<FactId> {
    let mut found: Vec<FactId> = Vec::new();
    for (n, one) in ways.iter().enumerate() {
        let mut parted: Option<Turn> = None;
        for other in ways.iter().skip(n.saturating_add(1)) {
            // The least depth of all turns between two ways is where they part.
            let Some(turn) = other.turn else { continue };
            let parting = match parted {
                Some(parting) if parting.0 <= turn.0 => parting,
                _ => turn,
            };
            parted = Some(parting);
            let (_, fact) = parting;
            if !found.contains(&fact)
                && one.result != other.result
                && meet_apart_from(answers, fact, &one.assumed, &other.assumed)
            {
                found.push(fact);
            }
        }
    }
    answers.facts().filter(|fact| found.contains(fact)).collect()
}

/// Whether two boxes have a value in common in every fact but one.
fn meet_apart_from(
    answers: &Answers,
    fact: FactId,
    one: &[Assumption],
    other: &[Assumption],
) -> bool {
    let values = |fact: FactId| {
        let assumed = other.iter().find(|assumption| assumption.fact == fact);
        assumed.map_or_else(|| answers.domain(fact), |assumption| assumption.values)
    };
    one.iter()
        .filter(|assumption| assumption.fact != fact)
        .all(|assumption| assumption.values.meets(values(assumption.fact)))
}
