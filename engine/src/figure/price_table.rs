//! Price table (料金表): a price by the number of days, times people; other numbers of days have no price.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
    money::Yen,
};

/// A price by the number of days, times people.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PriceTable {
    /// The fact that chooses the row, such as the days of a course.
    pub by: FactId,
    /// The rows.
    pub rows: &'static [Price],
    /// The fact that multiplies the price, such as the trainees.
    pub times: FactId,
}

/// One row of a [`PriceTable`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Price {
    /// The number to which the price belongs.
    pub is: u64,
    /// The price.
    pub price: Yen,
}

impl PriceTable {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.by, self.times]
    }

    /// The price of all; `None` for a number without a row.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let (chosen, times) = (given.number(self.by), given.number(self.times));
        let row = self.rows.iter().find(|row| Some(row.is) == chosen)?;
        Some(u128::from(row.price.0).saturating_mul(u128::from(times?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, with};

    const COURSE: PriceTable = PriceTable {
        by: A,
        rows: &[Price { is: 1, price: Yen(16_000) }, Price { is: 2, price: Yen(22_000) }],
        times: B,
    };

    #[test]
    fn each_number_of_days_has_its_own_price_or_none() {
        let fee = |days| with(&[(A, days), (B, 3)], |given| COURSE.values(given)).0;
        assert_eq!([fee(0), fee(1)], [[None], [Some(48_000)]]);
        assert_eq!([fee(2), fee(3)], [[Some(66_000)], [None]]);
    }

    #[test]
    fn days_and_people_are_asked_for() {
        assert_eq!(with(&[], |given| COURSE.values(given)), ([None], vec![A, B]));
        assert_eq!(with(&[(A, 1)], |given| COURSE.values(given)), ([None], vec![B]));
    }
}
