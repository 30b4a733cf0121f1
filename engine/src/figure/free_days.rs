//! Free days (無料の日数): so many days of a year cost nothing, more of them where a fact holds.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
};

/// Days that are free and days that are charged.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct FreeDays {
    /// The fact that holds the days (人日).
    pub days: FactId,
    /// How many days are free.
    pub free: u64,
    /// The fact with which more are free.
    pub when: FactId,
    /// How many days are free then.
    pub free_when: u64,
}

impl FreeDays {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.days, self.when]
    }

    /// The days that are free, and those that are charged.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 2] {
        let (days, more) = (given.number(self.days), given.truth(self.when));
        let (Some(days), Some(more)) = (days, more) else { return [None, None] };
        let free = days.min(if more { self.free_when } else { self.free });
        [told(u128::from(free)), told(u128::from(days.saturating_sub(free)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, TRUTH, with, with_all},
    };

    const ADVICE: FreeDays = FreeDays { days: A, free: 3, when: TRUTH, free_when: 5 };

    fn days(days: u64, certified: bool) -> [Option<i64>; 2] {
        let certified = [(TRUTH, Domain::truth(certified))];
        with_all(&[(A, days)], &certified, 0, |given| ADVICE.values(given)).0
    }

    #[test]
    fn the_days_beyond_the_free_ones_are_charged() {
        assert_eq!([days(3, false), days(4, false)], [[Some(3), Some(0)], [Some(3), Some(1)]]);
        assert_eq!([days(5, true), days(6, true)], [[Some(5), Some(0)], [Some(5), Some(1)]]);
        assert_eq!(days(0, true), [Some(0), Some(0)]);
    }

    #[test]
    fn both_facts_are_asked_for() {
        assert_eq!(with(&[], |given| ADVICE.values(given)), ([None, None], vec![A, TRUTH]));
    }
}
