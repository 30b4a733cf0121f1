//! Goes through every way in which the open questions can be answered, without listing them.
//!
//! A test on an open fact has two outcomes. [`explore`] runs a calculation again and again, each time taking
//! another way through such tests, and cuts the values that a fact can have down to those that lead that way.
//! The ways found are boxes of values that cover all answerings, and everything is the same within a box.
//! So the least and the most over all answerings are exact, and only as many ways are gone as there are
//! really different ones: a number of employees is not tried out from 0 on, but parted at the limits that
//! the rules name.

use crate::{
    fact::{Answers, Choices, Domain, FactId},
    mechanism::size,
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
    answers: &'a Answers,
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

/// Runs `calculate` once for every way and returns what each gives, with what it assumes.
pub(crate) fn explore<T>(
    answers: &Answers,
    mut calculate: impl FnMut(&mut Answering<'_>) -> T,
) -> Vec<(Vec<Assumption>, T)> {
    let mut answering = Answering { answers, splits: Vec::new(), passed: 0 };
    let mut ways = Vec::new();
    loop {
        answering.passed = 0;
        let result = calculate(&mut answering);
        ways.push((answering.assumptions(), result));
        if !answering.turn() {
            return ways;
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
        split.map_or_else(|| self.answers.domain(fact), Split::values)
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

    /// Turns to the next way; `false` when all have been gone.
    fn turn(&mut self) -> bool {
        while let Some(split) = self.splits.last_mut() {
            if split.holds {
                split.holds = false;
                return true;
            }
            self.splits.pop();
        }
        false
    }
}

/// The facts on which it depends which of two unlike results comes out, in the order of their ids.
///
/// A fact decides if two answerings that differ in nothing else give different results, which is so if two
/// boxes with different results meet in every other fact.
pub(crate) fn deciding<T: PartialEq>(
    answers: &Answers,
    ways: &[(Vec<Assumption>, T)],
) -> Vec<FactId> {
    let values = |way: &[Assumption], fact: FactId| {
        let assumed = way.iter().find(|assumption| assumption.fact == fact);
        assumed.map_or_else(|| answers.domain(fact), |assumption| assumption.values)
    };
    let meet_apart_from = |fact: FactId, one: &[Assumption], other: &[Assumption]| {
        one.iter()
            .filter(|assumption| assumption.fact != fact)
            .all(|assumption| assumption.values.meets(values(other, assumption.fact)))
    };
    let assumed = |fact: FactId| ways.iter().any(|way| way.0.iter().any(|one| one.fact == fact));
    let decides = |fact: FactId| {
        assumed(fact)
            && ways.iter().enumerate().any(|(n, (one, result))| {
                let later = ways.iter().skip(n.saturating_add(1));
                let unlike = later.filter(|(_, other)| other != result);
                unlike.map(|(other, _)| other).any(|other| meet_apart_from(fact, one, other))
            })
    };
    answers.facts().filter(|fact| decides(*fact)).collect()
}
