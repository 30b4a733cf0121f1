//! Limits of a part (区分ごとの補助金の上限): an amount, a share of the grant, or a share of the expenses.
//!
//! ウェブサイト関連費 may make up a quarter of the grant and at most 500,000 yen. With b the grant of all other
//! categories and d its own, d ≤ (b + d)/4 says the same as d ≤ b/3; and as b + d is at most the cap,
//! d ≤ cap/4 as well.

use crate::{
    mechanism::rounding::round_down,
    money::{Rate, Yen},
};

/// What a part stands beside.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The grant of all other categories.
    pub grant: Yen,
    /// The cap on all of them, where there is one.
    pub cap: Option<Yen>,
    /// The expenses of all other categories.
    pub expenses: Yen,
}

/// The limits of a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// The most that its product grants.
    pub at_most: Option<Yen>,
    /// The greatest part of the whole grant.
    pub grant_share: Option<Rate>,
    /// The greatest share of the expenses of all other categories.
    pub of_cost: Option<Rate>,
}

/// What binds the part of a grant that comes from some categories.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Binding {
    /// Nothing: the product counts in full.
    Nothing,
    /// The share of the grant.
    Share,
    /// The amount.
    Amount,
    /// The share of the expenses.
    Cost,
}

/// What counts of a `product`, and what binds it.
pub fn limited(limits: Limits, product: Yen, beside: Beside) -> (Yen, Binding) {
    match most(limits, beside) {
        Some(bound) if bound.0 < product => bound,
        _ => (product, Binding::Nothing),
    }
}

/// The most that can count of a product, and what holds it there; `None` without a limit.
pub fn most(limits: Limits, beside: Beside) -> Option<(Yen, Binding)> {
    let rest = |share: Rate| Some(round_down(beside.grant, share.of_the_rest()?).whole);
    let of_cap = |share: Rate| Some(round_down(beside.cap?, share).whole);
    let share = limits.grant_share;
    let cost = limits.of_cost.map(|share| round_down(beside.expenses, share).whole);
    let least = [
        (limits.at_most, Binding::Amount),
        (share.and_then(rest), Binding::Share),
        (share.and_then(of_cap), Binding::Share),
        (cost, Binding::Cost),
    ];
    least.into_iter().fold(None, |bound, (limit, binding)| match (limit, bound) {
        (Some(limit), Some((least, _))) if least <= limit => bound,
        (Some(limit), _) => Some((limit, binding)),
        (None, _) => bound,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    fn check(product: u64, others: u64, cap: u64, granted: u64, binding: Binding) {
        let limits = Limits {
            at_most: Some(Yen(500_000)),
            grant_share: Some(Rate::new(1, 4)),
            of_cost: None,
        };
        let beside = Beside { grant: Yen(others), cap: Some(Yen(cap)), expenses: Yen::ZERO };
        let result = limited(limits, Yen(product), beside);
        assert_eq!(result, (Yen(granted), binding), "{product} beside {others} under {cap}");
    }

    #[test]
    fn a_quarter_of_the_grant_is_a_third_of_the_rest() {
        check(125_000, 375_000, 500_000, 125_000, Binding::Nothing);
        check(125_001, 375_000, 500_000, 125_000, Binding::Share);
        check(200_000, 400_000, 2_000_000, 133_333, Binding::Share);
        check(100_000, 0, 2_000_000, 0, Binding::Share);
    }

    #[test]
    fn the_cap_limits_the_whole_grant_and_so_its_quarter() {
        check(200_000, 3_000_000, 500_000, 125_000, Binding::Share);
    }

    #[test]
    fn the_amount_limits_however_large_the_grant() {
        check(500_000, 2_000_000, 2_500_000, 500_000, Binding::Nothing);
        check(500_001, 2_000_000, 2_500_000, 500_000, Binding::Amount);
        check(900_000, 1_500_001, 2_500_000, 500_000, Binding::Amount);
        check(900_000, 1_499_999, 2_500_000, 499_999, Binding::Share);
    }

    #[test]
    fn a_share_of_the_expenses_is_cut_to_whole_yen() {
        let limits = Limits { of_cost: Some(Rate::new(1, 15)), ..Limits::default() };
        let check = |expenses: u64, product: u64, granted: u64, binding: Binding| {
            let beside = Beside { grant: Yen::ZERO, cap: None, expenses: Yen(expenses) };
            assert_eq!(limited(limits, Yen(product), beside), (Yen(granted), binding));
        };
        check(1_500_000, 100_000, 100_000, Binding::Nothing);
        check(1_500_000, 100_001, 100_000, Binding::Cost);
        check(1_499_999, 100_000, 99_999, Binding::Cost);
    }
}
