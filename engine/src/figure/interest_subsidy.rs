//! Interest subsidy (利子補給): the simple interest of a loan, for so many months at most.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
};

/// A rate of one basis point a year is this fraction of the principal a month: 1 / (10,000 × 12).
const BASIS_POINT_MONTHS: u128 = 120_000;

/// Interest that is paid back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InterestSubsidy {
    /// The fact that holds the loan, taken as not yet repaid.
    pub principal: FactId,
    /// The fact that holds the interest of a year in basis points (0.01 %).
    pub basis_points: FactId,
    /// The fact that holds the months.
    pub months: FactId,
    /// For how many months it is paid at most.
    pub months_at_most: u64,
}

impl InterestSubsidy {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.principal, self.basis_points, self.months]
    }

    /// The interest of those months, cut to whole yen once.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        let (principal, rate) = (given.number(self.principal), given.number(self.basis_points));
        let months = given.number(self.months).map(|months| months.min(self.months_at_most));
        let factors = [principal, rate, months];
        let product = factors
            .into_iter()
            .try_fold(1_u128, |product, factor| Some(product.saturating_mul(u128::from(factor?))));
        [product.and_then(|product| told(product.checked_div(BASIS_POINT_MONTHS)?))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, C, with};

    const SUBSIDY: InterestSubsidy =
        InterestSubsidy { principal: A, basis_points: B, months: C, months_at_most: 36 };

    fn paid(principal: u64, basis_points: u64, months: u64) -> [Option<i64>; 1] {
        let known = [(A, principal), (B, basis_points), (C, months)];
        with(&known, |given| SUBSIDY.values(given)).0
    }

    #[test]
    fn three_years_are_the_most() {
        assert_eq!(paid(10_000_000, 100, 35), [Some(291_666)]);
        assert_eq!(paid(10_000_000, 100, 36), [Some(300_000)]);
        assert_eq!(paid(10_000_000, 100, 37), [Some(300_000)]);
    }

    #[test]
    fn the_interest_is_cut_once_at_the_end() {
        assert_eq!(paid(119_999, 1, 1), [Some(0)]);
        assert_eq!(paid(120_000, 1, 1), [Some(1)]);
        assert_eq!(with(&[], |given| SUBSIDY.values(given)), ([None], vec![A, B, C]));
    }
}
