//! Amounts on the way to a figure: wide enough for any product of two entered numbers.

use crate::money::Rate;

/// `amount` × `rate`, any fraction cut off (切捨て).
pub(super) fn part(amount: u128, rate: Rate) -> u128 {
    let product = amount.saturating_mul(u128::from(rate.numerator()));
    product.checked_div(u128::from(rate.denominator())).unwrap_or(0)
}

/// `amount` down to a whole number of `every`; as it is if `every` is 0.
pub(super) fn down_to(amount: u128, every: u64) -> u128 {
    amount.saturating_sub(amount.checked_rem(u128::from(every)).unwrap_or(0))
}

/// The amount as a figure; `None` if it is beyond any that can be told.
pub(super) fn told(amount: u128) -> Option<i64> {
    i64::try_from(amount).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_cut_off() {
        assert_eq!(part(12_345, Rate::new(4, 1_000)), 49);
        assert_eq!(part(u128::MAX, Rate::new(1, 1)), u128::MAX);
    }

    #[test]
    fn an_amount_goes_down_to_the_step_at_or_below_it() {
        assert_eq!(down_to(99_999, 50_000), 50_000);
        assert_eq!(down_to(100_000, 50_000), 100_000);
        assert_eq!(down_to(7, 0), 7);
    }

    #[test]
    fn an_amount_beyond_all_figures_is_not_told() {
        assert_eq!(told(9_223_372_036_854_775_807), Some(i64::MAX));
        assert_eq!(told(9_223_372_036_854_775_808), None);
    }
}
