//! Refund (解約手当金): a share of the premiums paid, by the kind of leaving and the months paid.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::told,
        paid::Paid,
        refund_rate::{self, RateRow, basis_points},
    },
};

/// What is paid back on leaving a mutual aid.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Refund {
    /// The premiums paid, and their months.
    pub paid: Paid,
    /// The choice by which the rates go, such as the kind of leaving (解約の種類).
    pub by: FactId,
    /// The rates of each choice.
    pub rates: &'static [ChoiceRates],
}

/// The rates that belong to one choice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ChoiceRates {
    /// The place of the choice among those of its fact.
    pub choice: u64,
    /// Its rates, from the fewest months up.
    pub rows: &'static [RateRow],
}

impl Refund {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        [vec![self.by], self.paid.facts()].concat()
    }

    /// The refund, a fraction of a yen cut off; `None` for a choice that has no rates.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let choice = given.choice(self.by);
        let rates = self.rates.iter().find(|rates| Some(rates.choice) == choice);
        if choice.is_some() && rates.is_none() {
            return None;
        }
        let (paid, months) = (self.paid.yen(given), given.number(self.paid.months));
        let (above, below) = refund_rate::of(paid?, basis_points(rates?.rows, months?));
        above.checked_div(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, B, C, CHOICE, with, with_all},
    };

    const REFUND: Refund = Refund {
        paid: Paid { total: Some(C), premium: A, months: B, at_most: None },
        by: CHOICE,
        rates: &[
            ChoiceRates {
                choice: 0,
                rows: &[RateRow { from: 12, basis_points: 8_000, every: 0, add: 0 }],
            },
            ChoiceRates {
                choice: 1,
                rows: &[RateRow { from: 12, basis_points: 8_500, every: 0, add: 0 }],
            },
        ],
    };

    fn refund(numbers: &[(FactId, u64)], choice: u32) -> ([Option<i64>; 1], Vec<FactId>) {
        let choice = [(CHOICE, Domain::choice(choice))];
        with_all(numbers, &choice, 0, |given| REFUND.values(given))
    }

    #[test]
    fn each_kind_of_leaving_has_its_own_rates() {
        assert_eq!(refund(&[(A, 10_000), (B, 56)], 0).0, [Some(448_000)]);
        assert_eq!(refund(&[(A, 10_000), (B, 56)], 1).0, [Some(476_000)]);
        assert_eq!(refund(&[(A, 10_000), (B, 11)], 0).0, [Some(0)]);
        assert_eq!(refund(&[(C, 9), (B, 12)], 0).0, [Some(7)]);
    }

    #[test]
    fn a_kind_without_rates_asks_for_nothing_more() {
        assert_eq!(refund(&[], 2), ([None], vec![]));
    }

    #[test]
    fn the_months_are_needed_for_the_rate_even_if_the_total_is_told() {
        assert_eq!(refund(&[(C, 9)], 0), ([None], vec![B]));
        assert_eq!(with(&[], |given| REFUND.values(given)), ([None], vec![CHOICE, A, B]));
    }
}
