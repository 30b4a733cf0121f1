//! An edition with figures as the contract's text has it, and what is known of one firm.

use crate::{cases::Asked, contract::Value};

/// An edition as the contract's tables and its section "Figures" have it.
#[derive(Debug)]
pub(super) struct Edition {
    pub(super) id: &'static str,
    pub(super) frames: &'static [&'static str],
    /// The facts that it reads.
    pub(super) facts: &'static [(&'static str, Answers)],
    /// Amounts at which the rules change that depend on the other answers: one of several, by a number.
    pub(super) related: &'static [(&'static str, Related)],
    pub(super) requirements: &'static [Requirement],
    /// The figures of a frame, in the order of the contract's table.
    pub(super) figures: fn(&str, &Known<'_>) -> Figures,
}

/// An amount for one firm.
pub(super) type Related = fn(&Known<'_>, u64) -> Option<u64>;

/// Figures by id; `None` while a fact is open, and where the sources do not say.
pub(super) type Figures = Vec<(&'static str, Option<i128>)>;

impl Edition {
    /// One that asks nothing of a firm and changes nowhere but where its facts say.
    pub(super) const FREE: Self = Self {
        id: "",
        frames: &["main"],
        facts: &[],
        related: &[],
        requirements: &[],
        figures: |_, _| Vec::new(),
    };

    /// The requirements of a frame, and whether each holds.
    pub(super) fn judged<'a>(
        &'a self,
        frame: &'a str,
        known: &'a Known<'_>,
    ) -> impl Iterator<Item = (&'static str, Option<bool>)> + 'a {
        let of_frame =
            move |one: &&Requirement| one.frames.is_empty() || one.frames.contains(&frame);
        self.requirements.iter().filter(of_frame).map(move |one| (one.id, (one.holds)(known)))
    }
}

/// What can be answered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answers {
    Truth,
    /// One that is only to be confirmed, so mostly `false`.
    Confirm,
    Choice(&'static [&'static str]),
    Number(Number),
}

/// A number that something changes at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// The numbers at which something changes.
    pub(super) near: &'static [u64],
    /// Something may change at every multiple of this …
    pub(super) step: u64,
    /// … up to this.
    pub(super) most: u64,
    /// The greatest that is ever asked about.
    pub(super) far: u64,
}

/// A number up to `most` with a change at each of `near`.
pub(super) const fn number(near: &'static [u64], step: u64, most: u64) -> Answers {
    Answers::Number(Number { near, step, most, far: 1_000_000_000_000 })
}

/// What a firm has to fulfil.
#[derive(Debug)]
pub(super) struct Requirement {
    /// The id in `unmet`.
    pub(super) id: &'static str,
    /// The frames that ask for it; empty for all.
    pub(super) frames: &'static [&'static str],
    /// Whether it holds in every answering of the open facts or in none; `None` if it depends on them.
    pub(super) holds: fn(&Known<'_>) -> Option<bool>,
}

/// What is known of a firm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a>(&'a Asked);

impl<'a> Known<'a> {
    pub(super) fn of(asked: &'a Asked) -> Self {
        Self(asked)
    }

    pub(super) fn number(&self, fact: &str) -> Option<i128> {
        match self.0.answers.get(fact)? {
            Value::Number(answer) => Some(i128::from(*answer)),
            other => panic!("{fact} is no number: {other:?}"),
        }
    }

    pub(super) fn truth(&self, fact: &str) -> Option<bool> {
        match self.0.answers.get(fact)? {
            Value::Truth(answer) => Some(*answer),
            other => panic!("{fact} is neither true nor false: {other:?}"),
        }
    }

    pub(super) fn choice(&self, fact: &str) -> Option<&'static str> {
        match self.0.answers.get(fact)? {
            Value::Choice(answer) => Some(answer),
            other => panic!("{fact} is no choice: {other:?}"),
        }
    }

    /// What was entered; nothing entered is 0.
    pub(super) fn expense(&self, category: &str) -> i128 {
        self.0.expenses.get(category).copied().map_or(0, i128::from)
    }
}

/// What all of them say, if all say the same.
pub(super) fn agreed(mut answerings: impl Iterator<Item = bool>) -> Option<bool> {
    let first = answerings.next()?;
    answerings.all(|one| one == first).then_some(first)
}

/// The answer, or else every answer that has to be looked at.
pub(super) fn each<T: Copy>(answer: Option<T>, all: &[T]) -> Vec<T> {
    answer.map_or_else(|| all.to_vec(), |one| vec![one])
}
