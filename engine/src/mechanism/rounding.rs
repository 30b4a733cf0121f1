//! Rounding (端数処理): a fraction of a yen is cut off (切捨て) at the end of each product; some programmes cut the
//! whole grant to a unit such as 1,000 yen as well (千円未満切捨て).

use crate::{
    estimate::{Step, StepKind},
    money::{Rate, Yen},
    rules::Cited,
};

/// A product cut to whole yen, with what was cut off.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Cut {
    /// The whole yen that remain.
    pub whole: Yen,
    /// The numerator of the fraction of a yen that was cut off; 0 if the product was whole.
    pub rest: u32,
    /// The denominator of that fraction.
    pub denominator: u32,
}

/// `amount` × `rate`, any fraction of a yen cut off (円未満切捨て).
pub fn round_down(amount: Yen, rate: Rate) -> Cut {
    let denominator = u128::from(rate.denominator());
    let product = u128::from(amount.0).saturating_mul(u128::from(rate.numerator()));
    let whole = product.checked_div(denominator).unwrap_or(0);
    let rest = product.checked_rem(denominator).unwrap_or(0);
    Cut {
        whole: Yen(u64::try_from(whole).unwrap_or(u64::MAX)),
        rest: u32::try_from(rest).unwrap_or(0),
        denominator: rate.denominator(),
    }
}

/// `amount` down to a whole number of `unit`; as it is if the unit is 0.
pub fn down_to(amount: Yen, unit: Yen) -> Yen {
    amount - Yen(amount.0.checked_rem(unit.0).unwrap_or(0))
}

pub(crate) fn step(amount: Yen, unit: Cited<Yen>) -> Step {
    let mut step = Step::new(StepKind::RoundTo, down_to(amount, unit.value), amount, unit.cite);
    step.limit = Some(unit.value);
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(amount: u64, rate: Rate, whole: u64, rest: u32) {
        let cut = round_down(Yen(amount), rate);
        assert_eq!((cut.whole, cut.rest), (Yen(whole), rest), "{amount} × {rate}");
    }

    #[test]
    fn a_fraction_of_a_yen_is_cut_off_however_large() {
        check(750_000, Rate::new(2, 3), 500_000, 0);
        check(749_999, Rate::new(2, 3), 499_999, 1);
        check(750_001, Rate::new(2, 3), 500_000, 2);
        check(1, Rate::new(2, 3), 0, 2);
        check(0, Rate::new(3, 4), 0, 0);
        check(7, Rate::new(3, 4), 5, 1);
    }

    #[test]
    fn a_grant_goes_down_to_the_unit_at_or_below_it() {
        let check = |amount, cut| assert_eq!(down_to(Yen(amount), Yen(1_000)), Yen(cut));
        check(0, 0);
        check(999, 0);
        check(1_000, 1_000);
        check(300_999, 300_000);
        check(301_000, 301_000);
        assert_eq!(down_to(Yen(7), Yen::ZERO), Yen(7));
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        check(u64::MAX, Rate::new(1, 1), u64::MAX, 0);
        check(u64::MAX, Rate::new(2, 1), u64::MAX, 0);
        check(Yen::MOST_ENTERED.0, Rate::new(2, 3), 666_666_666_666, 2);
    }
}
