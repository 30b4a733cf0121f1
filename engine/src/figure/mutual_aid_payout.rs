//! Payout of the mutual aid for small firms (共済金): a table of amounts for one unit of premium (口) by the
//! months paid, a straight line between two rows.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
    money::Yen,
};

/// The payout by a table of amounts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct MutualAidPayout {
    /// The choice by which the table goes, such as the event that ends the contract (共済事由).
    pub by: FactId,
    /// The fact that holds the monthly premium (掛金月額).
    pub premium: FactId,
    /// The fact that holds the months paid (掛金納付月数).
    pub months: FactId,
    /// The monthly premium for which the tables give amounts (1口).
    pub per: Yen,
    /// Before so many months nothing is paid out.
    pub from: u64,
    /// The table of each choice.
    pub tables: &'static [PayoutTable],
}

/// The amounts that belong to one choice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PayoutTable {
    /// The place of the choice among those of its fact.
    pub choice: u64,
    /// The amounts, from the fewest months up.
    pub rows: &'static [PayoutRow],
}

/// The amount after so many months.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PayoutRow {
    /// The months.
    pub months: u64,
    /// The amount for one unit of premium.
    pub amount: Yen,
}

impl MutualAidPayout {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.by, self.premium, self.months]
    }

    /// The payout, a fraction of a yen cut off; `None` for months outside the table, and for a choice that
    /// has none.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let choice = given.choice(self.by);
        let table = self.tables.iter().find(|table| Some(table.choice) == choice);
        if choice.is_some() && table.is_none() {
            return None;
        }
        let (premium, months) = (given.number(self.premium), given.number(self.months));
        let (table, premium, months) = (table?, premium?, months?);
        if months < self.from {
            return Some(0);
        }
        let (above, below) = on_the_line(table.rows, months)?;
        let above = above.saturating_mul(u128::from(premium));
        above.checked_div(below.saturating_mul(u128::from(self.per.0)))
    }
}

/// The exact amount of one unit, as numerator and denominator.
fn on_the_line(rows: &[PayoutRow], months: u64) -> Option<(u128, u128)> {
    let before = rows.iter().rfind(|row| row.months <= months)?;
    let after = rows.iter().find(|row| months <= row.months)?;
    let wide = |number: u64| u128::from(number);
    let (span, gone) = (
        wide(after.months.saturating_sub(before.months)),
        wide(months.saturating_sub(before.months)),
    );
    if span == 0 {
        return Some((wide(before.amount.0), 1));
    }
    let grown = wide(after.amount.0.saturating_sub(before.amount.0)).saturating_mul(gone);
    Some((wide(before.amount.0).saturating_mul(span).saturating_add(grown), span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, B, CHOICE, with, with_all},
    };

    const PAYOUT: MutualAidPayout = MutualAidPayout {
        by: CHOICE,
        premium: A,
        months: B,
        per: Yen(500),
        from: 6,
        tables: &[PayoutTable {
            choice: 0,
            rows: &[
                PayoutRow { months: 60, amount: Yen(31_070) },
                PayoutRow { months: 120, amount: Yen(64_530) },
                PayoutRow { months: 180, amount: Yen(100_550) },
            ],
        }],
    };

    fn payout(premium: u64, months: u64) -> Option<i64> {
        let choice = [(CHOICE, Domain::choice(0))];
        let known = [(A, premium), (B, months)];
        let [payout] = with_all(&known, &choice, 0, |given| PAYOUT.values(given)).0;
        payout
    }

    #[test]
    fn a_row_of_the_table_counts_for_each_unit() {
        assert_eq!(payout(500, 60), Some(31_070));
        assert_eq!(payout(10_000, 120), Some(1_290_600));
        assert_eq!(payout(10_000, 180), Some(2_011_000));
    }

    #[test]
    fn between_two_rows_a_straight_line_is_cut_at_the_end() {
        // 31,070 + 33,460 × 1/60 = 31,627.66…; for three units 94,883.
        assert_eq!(payout(500, 61), Some(31_627));
        assert_eq!(payout(1_500, 61), Some(94_883));
        assert_eq!(payout(500, 121), Some(65_130));
    }

    #[test]
    fn outside_the_table_nothing_is_known_but_that_the_first_months_give_nothing() {
        assert_eq!([payout(500, 5), payout(500, 6)], [Some(0), None]);
        assert_eq!([payout(500, 59), payout(500, 181)], [None, None]);
    }

    #[test]
    fn a_choice_without_a_table_asks_for_nothing_more() {
        let other = [(CHOICE, Domain::choice(1))];
        assert_eq!(with_all(&[], &other, 0, |given| PAYOUT.values(given)), ([None], vec![]));
        assert_eq!(with(&[], |given| PAYOUT.values(given)), ([None], vec![CHOICE, A, B]));
    }
}
