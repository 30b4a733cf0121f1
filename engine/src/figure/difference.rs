//! Difference (精算): what was really due less what was paid, negative if some is to be paid back.

use crate::{fact::FactId, figure::Given};

/// What is still due or to be paid back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Difference {
    /// The fact that holds what was due.
    pub of: FactId,
    /// The fact that holds what was paid.
    pub less: FactId,
}

impl Difference {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.of, self.less]
    }

    /// What is still due; what is to be paid back is negative.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        let (due, paid) = (given.number(self.of), given.number(self.less));
        let (Some(due), Some(paid)) = (due, paid) else { return [None] };
        [i64::try_from(i128::from(due).saturating_sub(i128::from(paid))).ok()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, with};

    const SETTLEMENT: Difference = Difference { of: A, less: B };

    fn settled(due: u64, paid: u64) -> [Option<i64>; 1] {
        with(&[(A, due), (B, paid)], |given| SETTLEMENT.values(given)).0
    }

    #[test]
    fn more_is_due_or_some_is_paid_back() {
        assert_eq!(settled(300_000, 250_000), [Some(50_000)]);
        assert_eq!(settled(250_000, 250_000), [Some(0)]);
        assert_eq!(settled(249_999, 250_000), [Some(-1)]);
        assert_eq!(settled(u64::MAX, 0), [None]);
    }

    #[test]
    fn both_amounts_are_asked_for() {
        assert_eq!(with(&[], |given| SETTLEMENT.values(given)), ([None], vec![A, B]));
    }
}
