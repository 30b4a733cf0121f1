//! Share of grant (補助金額の割合の上限): a category from which only so much of the grant may come.
//!
//! ウェブサイト関連費 may make up a quarter of the grant and at most 500,000 yen. With b the grant of all other
//! categories and d its own, d ≤ (b + d)/4 says the same as d ≤ b/3; and as b + d is at most the cap,
//! d ≤ cap/4 as well.

use crate::{mechanism::rounding::round_down, money::Yen, rules::GrantShare};

/// What binds the part of a grant that comes from one category.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Binding {
    /// Nothing: the product counts in full.
    Nothing,
    /// The share of the grant.
    Share,
    /// The amount.
    Amount,
}

/// What counts of a category's `product` beside `others`, the grant of all other categories, under `cap`.
pub fn limited(limit: GrantShare, product: Yen, others: Yen, cap: Yen) -> (Yen, Binding) {
    let beside = limit.share.of_the_rest().map(|rest| round_down(others, rest).whole);
    let share = beside.unwrap_or(product).min(round_down(cap, limit.share).whole);
    let granted = product.min(share).min(limit.at_most);
    let binding = match granted {
        _ if granted == product => Binding::Nothing,
        _ if granted == limit.at_most => Binding::Amount,
        _ => Binding::Share,
    };
    (granted, binding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mechanism::testing::CITE, money::Rate};

    fn check(product: u64, others: u64, cap: u64, granted: u64, binding: Binding) {
        let limit = GrantShare { share: Rate::new(1, 4), at_most: Yen(500_000), cite: CITE };
        let result = limited(limit, Yen(product), Yen(others), Yen(cap));
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
}
