//! Tier (補助率の段階): a part of the grant at one rate, what is above it at another.
//!
//! The boundary lies on the grant, not on the expenses (補助額のうち1,500万円を超える部分は1/3). With r the first
//! rate, the part up to B takes expenses of B/r; each yen beyond grants at the second rate. The whole is one
//! product and is cut to whole yen once.

use crate::{
    mechanism::rounding::{Cut, round_down},
    money::{Rate, Yen},
    rules::Cite,
};

/// The tier on known terms.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Above {
    /// The part of the grant up to which the first rate applies.
    pub up_to: Yen,
    /// The rate above it.
    pub rate: Rate,
    /// Where it is written.
    pub cite: Cite,
}

/// Whether `expenses` × `rate` goes beyond the boundary, be it by a fraction of a yen.
pub fn is_beyond(expenses: Yen, rate: Rate, above: Above) -> bool {
    beyond(expenses, rate, above).is_some()
}

/// How far n·expenses lies beyond d·boundary, for a rate of n/d: x·n/d ≤ B says the same as x·n ≤ B·d, without a
/// fraction.
fn beyond(expenses: Yen, rate: Rate, above: Above) -> Option<u128> {
    let share = u128::from(expenses.0).saturating_mul(u128::from(rate.numerator()));
    let boundary = u128::from(above.up_to.0).saturating_mul(u128::from(rate.denominator()));
    share.checked_sub(boundary).filter(|beyond| 0 < *beyond)
}

/// `expenses` × `rate` up to the boundary, what is beyond × the second rate, any fraction of a yen cut off.
pub fn product(expenses: Yen, rate: Rate, above: Above) -> Cut {
    let wide = |number: u32| u128::from(number);
    let Some(beyond) = beyond(expenses, rate, above) else { return round_down(expenses, rate) };
    let denominator = wide(rate.numerator()).saturating_mul(wide(above.rate.denominator()));
    let product = beyond.saturating_mul(wide(above.rate.numerator()));
    let whole = product.checked_div(denominator).unwrap_or(0);
    let rest = product.checked_rem(denominator).unwrap_or(0);
    Cut {
        whole: above.up_to + Yen(u64::try_from(whole).unwrap_or(u64::MAX)),
        rest: u32::try_from(rest).unwrap_or(0),
        denominator: u32::try_from(denominator).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    fn check(expenses: u64, rate: Rate, up_to: u64, above: Rate, whole: u64) {
        let above = Above { up_to: Yen(up_to), rate: above, cite: CITE };
        assert_eq!(product(Yen(expenses), rate, above).whole, Yen(whole), "{expenses} × {rate}");
    }

    #[test]
    fn the_boundary_is_on_the_grant() {
        let (half, third) = (Rate::new(1, 2), Rate::new(1, 3));
        check(30_000_000, half, 15_000_000, third, 15_000_000);
        check(30_000_002, half, 15_000_000, third, 15_000_000);
        check(30_000_003, half, 15_000_000, third, 15_000_001);
        check(29_999_999, half, 15_000_000, third, 14_999_999);
        check(60_000_000, half, 15_000_000, third, 25_000_000);
        check(40_000_000, Rate::new(2, 3), 15_000_000, third, 20_833_333);
    }

    #[test]
    fn a_boundary_between_two_yen_of_expenses_is_kept_exactly() {
        let (three_quarters, two_thirds) = (Rate::new(3, 4), Rate::new(2, 3));
        check(666_666, three_quarters, 500_000, two_thirds, 499_999);
        check(666_667, three_quarters, 500_000, two_thirds, 500_000);
        check(1_000_000, three_quarters, 500_000, two_thirds, 722_222);
        check(800_000, Rate::new(4, 5), 500_000, two_thirds, 616_666);
    }

    #[test]
    fn a_fraction_of_a_yen_beyond_the_boundary_is_beyond() {
        let above = Above { up_to: Yen(15_000_000), rate: Rate::new(1, 3), cite: CITE };
        let beyond = |expenses| is_beyond(Yen(expenses), Rate::new(1, 2), above);
        assert!(!beyond(30_000_000) && beyond(30_000_001));
        assert_eq!(product(Yen(30_000_001), Rate::new(1, 2), above).whole, Yen(15_000_000));
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        check(u64::MAX, Rate::new(1, 2), 15_000_000, Rate::new(1, 3), 6_148_914_691_241_517_205);
    }
}
