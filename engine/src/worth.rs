//! What an answer is worth: how far it can move the result, and what another answer would bring.

use crate::{
    answering::Assumption,
    case::Case,
    estimate::{Estimate, Range, estimate},
    fact::{Domain, FactId, Kind},
    money::Yen,
    rules::Edition,
};

/// An answer that would bring more than the one that was given (あと一歩).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearMiss {
    /// The fact.
    pub fact: FactId,
    /// The other answer.
    pub answer: Domain,
    /// What would be granted for certain.
    pub grant: Yen,
    /// By how much that is more.
    pub more: Yen,
    /// The id of the frame that grants it.
    pub frame: &'static str,
}

impl Estimate {
    /// The most that any frame grants: for certain, and at all.
    pub fn range(&self) -> Range {
        let most = |amount: fn(&Range) -> Yen| {
            self.frames.iter().map(|frame| amount(&frame.grant)).max().unwrap_or_default()
        };
        Range { low: most(|range| range.low), high: most(|range| range.high) }
    }

    /// How far the answer to an open fact can move [`Estimate::range`]: the most by which its least can rise or its
    /// greatest fall (yen). 0 if it moves no amount.
    pub fn worth(&self, fact: FactId) -> Yen {
        let now = self.range();
        let moves = self.answers_to(fact).into_iter().map(|answer| {
            let (then, _) = self.answered(fact, answer);
            (then.low - now.low).max(now.high - then.high)
        });
        moves.max().unwrap_or_default()
    }

    /// One answer of every kind that makes a difference to some frame.
    fn answers_to(&self, fact: FactId) -> Vec<Domain> {
        let mut answers = Vec::new();
        for values in self.assumptions().filter(|one| one.fact == fact).map(|one| one.values) {
            let within = match values {
                Domain::Truth(..) => vec![Domain::truth(true), Domain::truth(false)],
                Domain::Number(from, _) => vec![Domain::number(from)],
                // Two sets of choices can overlap, so that no one choice stands for each of them.
                Domain::Choice(set) => {
                    (0..u64::BITS).filter(|n| set.0 >> n & 1 == 1).map(Domain::choice).collect()
                }
            };
            for answer in within {
                if !answers.contains(&answer) {
                    answers.push(answer);
                }
            }
        }
        answers
    }

    /// What the ways of answering assume.
    fn assumptions(&self) -> impl Iterator<Item = &Assumption> {
        let outcomes = self.frames.iter().flat_map(|frame| &frame.outcomes);
        outcomes.flat_map(|outcome| &outcome.assumed)
    }

    /// [`Estimate::range`] once a fact is answered so, and the id of the frame that then grants the most for certain.
    fn answered(&self, fact: FactId, answer: Domain) -> (Range, &'static str) {
        let (mut best, mut name) = (Range::default(), "");
        for frame in &self.frames {
            let possible = frame.outcomes.iter().filter(|outcome| {
                let assumed = outcome.assumed.iter().find(|assumed| assumed.fact == fact);
                assumed.is_none_or(|assumed| assumed.values.meets(answer))
            });
            let (mut low, mut high) = (None, Yen::ZERO);
            for outcome in possible {
                low = Some(low.map_or(outcome.grant, |low: Yen| low.min(outcome.grant)));
                high = high.max(outcome.grant);
            }
            let low = low.unwrap_or_default();
            if name.is_empty() || best.low < low {
                (best.low, name) = (low, frame.frame.id);
            }
            best.high = best.high.max(high);
        }
        (best, name)
    }
}

/// What other answers to the facts that a firm has in its own hands would bring for certain, each alone; of several
/// answers to one fact the nearest that brings more. Numbers are only tried upwards: nobody is to be dismissed for a grant.
pub fn near_misses(edition: &'static Edition, case: &Case) -> Vec<NearMiss> {
    let now = estimate(edition, case).range().low;
    let planned = |fact: &FactId| {
        let plan = case.answers.fact(*fact).is_some_and(|fact| fact.plan);
        plan && !case.answers.is_open(*fact)
    };
    let facts = edition.facts.iter().copied().filter(planned);
    facts.filter_map(|fact| nearest(edition, case, fact, now)).collect()
}

fn nearest(edition: &'static Edition, case: &Case, fact: FactId, now: Yen) -> Option<NearMiss> {
    let given = case.answers.domain(fact);
    let mut open = case.clone();
    open.answers.reopen(fact);
    let other = estimate(edition, &open);
    let number = matches!(case.answers.fact(fact)?.kind, Kind::Number | Kind::Money);
    let mut found: Option<NearMiss> = None;
    for answer in other.answers_to(fact) {
        let (then, frame) = other.answered(fact, answer);
        let nearer = |known: &NearMiss| match (answer, known.answer) {
            (Domain::Number(less, _), Domain::Number(more, _)) => less < more,
            _ => known.grant < then.low,
        };
        let forward = !number || above(given, answer);
        if forward && now < then.low && found.as_ref().is_none_or(nearer) {
            found = Some(NearMiss { fact, answer, grant: then.low, more: then.low - now, frame });
        }
    }
    found
}

fn above(given: Domain, answer: Domain) -> bool {
    match (given, answer) {
        (Domain::Number(given, _), Domain::Number(answer, _)) => given < answer,
        _ => true,
    }
}
