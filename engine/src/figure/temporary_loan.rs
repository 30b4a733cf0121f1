//! Temporary loan (一時貸付金): a share of what leaving would pay back.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::{down_to, told},
        paid::Paid,
        refund_rate::{self, RateRow, basis_points},
    },
    money::{Rate, Yen},
};

/// The loan within what leaving would pay back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TemporaryLoan {
    /// The premiums paid, and their months.
    pub paid: Paid,
    /// The rates by which leaving would pay back, from the fewest months up.
    pub rates: &'static [RateRow],
    /// From so many months on, whoever has paid so much gets the share of all of it.
    pub full: Full,
    /// The share of what would be paid back.
    pub share: Rate,
    /// To how many yen the loan is cut down.
    pub every: Yen,
    /// Less than this is not lent.
    pub at_least: Yen,
}

/// When the share is that of all premiums.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Full {
    /// From so many months on.
    pub from: u64,
    /// With so much paid.
    pub paid: Yen,
}

/// All of an amount, in basis points.
const ALL: u64 = 10_000;

impl TemporaryLoan {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        self.paid.facts()
    }

    /// The most that is lent, before other loans are taken off.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let (paid, months) = (self.paid.yen(given), given.number(self.paid.months));
        let (paid, months) = (paid?, months?);
        let full = self.full.from <= months && u128::from(self.full.paid.0) <= paid;
        let rate = if full { ALL } else { basis_points(self.rates, months) };
        let (above, below) = refund_rate::of(paid, rate);
        let above = above.saturating_mul(u128::from(self.share.numerator()));
        let below = below.saturating_mul(u128::from(self.share.denominator()));
        let loan = down_to(above.checked_div(below)?, self.every.0);
        Some(if u128::from(self.at_least.0) <= loan { loan } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, C, with};

    const LOAN: TemporaryLoan = TemporaryLoan {
        paid: Paid { total: Some(C), premium: A, months: B, at_most: Some(Yen(8_000_000)) },
        rates: &[
            RateRow { from: 12, basis_points: 7_500, every: 0, add: 0 },
            RateRow { from: 24, basis_points: 8_000, every: 0, add: 0 },
            RateRow { from: 40, basis_points: 9_500, every: 0, add: 0 },
        ],
        full: Full { from: 40, paid: Yen(8_000_000) },
        share: Rate::new(95, 100),
        every: Yen(50_000),
        at_least: Yen(300_000),
    };

    fn loan(months: u64, paid: u64) -> Option<i64> {
        let [loan] = with(&[(B, months), (C, paid)], |given| LOAN.values(given)).0;
        loan
    }

    #[test]
    fn the_share_is_cut_to_whole_steps() {
        // 1,200,000 × 75 % × 95 % = 855,000; 2,400,000 × 80 % × 95 % = 1,824,000.
        assert_eq!([loan(11, 1_100_000), loan(12, 1_200_000)], [Some(0), Some(850_000)]);
        assert_eq!([loan(24, 2_400_000), loan(40, 4_000_000)], [Some(1_800_000), Some(3_600_000)]);
    }

    #[test]
    fn all_that_can_be_paid_in_counts_in_full_from_the_fortieth_month() {
        assert_eq!(loan(40, 8_000_000), Some(7_600_000));
        assert_eq!(loan(39, 8_000_000), Some(6_050_000));
        assert_eq!(loan(40, 7_999_999), Some(7_200_000));
    }

    #[test]
    fn too_small_a_loan_is_not_given() {
        // 421,053 × 75 % × 95 % = 300,000.26…
        assert_eq!([loan(12, 421_052), loan(12, 421_053)], [Some(0), Some(300_000)]);
    }

    #[test]
    fn open_facts_are_asked_for() {
        assert_eq!(with(&[], |given| LOAN.values(given)), ([None], vec![A, B]));
        assert_eq!(with(&[(C, 1)], |given| LOAN.values(given)), ([None], vec![B]));
    }
}
