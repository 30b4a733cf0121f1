//! Product (単価×数量): a price times the numbers that some facts hold, such as a fee by experts and days.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
};

/// A price times numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Product {
    /// The price (yen), or a plain number such as the months of a year.
    pub of: u64,
    /// The facts whose numbers multiply it.
    pub times: &'static [FactId],
}

impl Product {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        self.times.to_vec()
    }

    /// The product.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    /// The product before it becomes a figure.
    pub(super) fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let numbers: Vec<Option<u64>> = self.times.iter().map(|fact| given.number(*fact)).collect();
        numbers.into_iter().try_fold(u128::from(self.of), |product, number| {
            Some(product.saturating_mul(u128::from(number?)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, with};

    const FEE: Product = Product { of: 17_500, times: &[A, B] };

    #[test]
    fn the_price_is_taken_for_each_expert_and_day() {
        let fee = |experts, days| with(&[(A, experts), (B, days)], |given| FEE.values(given)).0;
        assert_eq!(fee(1, 20), [Some(350_000)]);
        assert_eq!(fee(2, 20), [Some(700_000)]);
        assert_eq!(fee(2, 0), [Some(0)]);
    }

    #[test]
    fn every_open_number_is_asked_for_at_once() {
        assert_eq!(with(&[], |given| FEE.values(given)), ([None], vec![A, B]));
        assert_eq!(with(&[(B, 3)], |given| FEE.values(given)), ([None], vec![A]));
    }

    #[test]
    fn a_product_beyond_all_figures_is_not_told() {
        let fee = |days| with(&[(A, 1), (B, days)], |given| FEE.values(given)).0;
        assert_eq!(fee(527_049_830_677_415), [Some(9_223_372_036_854_762_500)]);
        assert_eq!(fee(527_049_830_677_416), [None]);
        assert_eq!(with(&[(A, u64::MAX), (B, u64::MAX)], |given| FEE.values(given)).0, [None]);
    }
}
