//! Uses left (残り回数): how often a free service can still be used.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
};

/// How many free uses are left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UsesLeft {
    /// How many uses are free (times, or half-days).
    pub free: u64,
    /// The fact that holds how many were used.
    pub used: FactId,
}

impl UsesLeft {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.used]
    }

    /// The uses left, never under 0.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        let left = given.number(self.used).map(|used| self.free.saturating_sub(used));
        [left.and_then(|left| told(u128::from(left)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, with};

    const FREE: UsesLeft = UsesLeft { free: 3, used: A };

    #[test]
    fn none_are_left_from_the_last_free_one_on() {
        let left = |used| with(&[(A, used)], |given| FREE.values(given)).0;
        assert_eq!([left(0), left(2)], [[Some(3)], [Some(1)]]);
        assert_eq!([left(3), left(4)], [[Some(0)], [Some(0)]]);
        assert_eq!(with(&[], |given| FREE.values(given)), ([None], vec![A]));
    }
}
