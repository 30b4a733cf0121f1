//! What a calculation is given: the known answers and expenses, and a list of the facts that are missing.

use crate::{
    case::Expenses,
    fact::{Answers, CategoryId, Choices, Domain, FactId},
};

/// What is known of a firm, while figures are worked out.
#[derive(Debug)]
pub struct Given<'a> {
    answers: &'a Answers,
    expenses: &'a Expenses,
    missing: Vec<FactId>,
}

impl<'a> Given<'a> {
    /// These answers and expenses, and nothing missed yet.
    pub fn new(answers: &'a Answers, expenses: &'a Expenses) -> Self {
        Self { answers, expenses, missing: Vec::new() }
    }

    /// The number or the yen that answer `fact`; open, it is noted as missing.
    pub fn number(&mut self, fact: FactId) -> Option<u64> {
        let known = self.known_number(fact);
        self.noted(fact, known)
    }

    /// The number or the yen that answer `fact`, which nobody misses if it is open.
    pub fn known_number(&self, fact: FactId) -> Option<u64> {
        match self.answers.domain(fact) {
            Domain::Number(least, most) => (least == most).then_some(least),
            _ => None,
        }
    }

    /// Whether `fact` is so; open, it is noted as missing.
    pub fn truth(&mut self, fact: FactId) -> Option<bool> {
        let known = match self.answers.domain(fact) {
            Domain::Truth(true, false) => Some(true),
            Domain::Truth(false, true) => Some(false),
            _ => None,
        };
        self.noted(fact, known)
    }

    /// The place of the choice that answers `fact`; open, it is noted as missing.
    pub fn choice(&mut self, fact: FactId) -> Option<u64> {
        let known = match self.answers.domain(fact) {
            Domain::Choice(Choices(set)) => {
                (set.count_ones() == 1).then(|| u64::from(set.trailing_zeros()))
            }
            _ => None,
        };
        self.noted(fact, known)
    }

    /// The yen that are entered in a category; 0 where nothing is.
    pub fn expense(&self, category: CategoryId) -> u64 {
        self.expenses.of(category).0
    }

    /// The open facts that were asked for, each once, in the order of asking.
    pub fn missing(self) -> Vec<FactId> {
        self.missing
    }

    fn noted<T>(&mut self, fact: FactId, known: Option<T>) -> Option<T> {
        if known.is_none() && !self.missing.contains(&fact) {
            self.missing.push(fact);
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, CHOICE, TRUTH, answers, no_expenses};

    #[test]
    fn known_answers_are_read_and_open_ones_noted_once() {
        let (expenses, answers) = (
            no_expenses(),
            answers(&[
                (A, Domain::number(7)),
                (CHOICE, Domain::choice(2)),
                (TRUTH, Domain::truth(false)),
            ]),
        );
        let mut given = Given::new(&answers, &expenses);
        assert_eq!((given.number(A), given.choice(CHOICE)), (Some(7), Some(2)));
        assert_eq!(given.truth(TRUTH), Some(false));
        assert_eq!((given.number(B), given.number(B)), (None, None));
        assert_eq!(given.missing(), [B]);
    }

    #[test]
    fn an_answer_that_is_only_narrowed_down_is_still_open() {
        let (expenses, answers) = (
            no_expenses(),
            answers(&[(A, Domain::Number(3, 4)), (CHOICE, Domain::Choice(Choices(0b11)))]),
        );
        let mut given = Given::new(&answers, &expenses);
        assert_eq!((given.number(A), given.choice(CHOICE)), (None, None));
        assert_eq!(given.truth(TRUTH), None);
        assert_eq!(given.missing(), [A, CHOICE, TRUTH]);
    }

    #[test]
    fn a_number_that_nobody_needs_is_not_missed() {
        let (expenses, answers) = (no_expenses(), answers(&[]));
        let given = Given::new(&answers, &expenses);
        assert_eq!(given.known_number(A), None);
        assert_eq!(given.missing(), []);
    }
}
