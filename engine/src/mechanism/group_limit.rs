//! Group limit (経費の合計の上限): several categories that count only so much together.

use crate::{
    mechanism::{category_share::Counted, rounding::round_down},
    money::Yen,
    rules::{Limit, Most},
};

/// Cuts the categories of `limit` to what they may be together, the first of them first; returns whether
/// anything was cut.
///
/// Half of everything (総額の2分の1) is as much as everything else, so such a limit is written as a share of
/// the others.
pub fn cut(limit: &Limit, counted: &mut [Counted]) -> bool {
    let within = |one: &&Counted| limit.categories.contains(&one.category.id);
    let sum: Yen = counted.iter().filter(within).map(|one| one.amount).sum();
    let most = match limit.most {
        Most::Amount(most) => most,
        Most::OfOthers(share) => round_down(others(counted, within), share).whole,
        Most::BelowOthers => others(counted, within) - Yen(1),
    };
    let mut excess = sum - most;
    let any = Yen::ZERO < excess;
    for category in limit.categories {
        let Some(one) = counted.iter_mut().find(|one| one.category.id == *category) else {
            continue;
        };
        let less = one.amount.min(excess);
        one.amount = one.amount - less;
        excess = excess - less;
    }
    any
}

/// What counts of all categories that are not `within` the limit.
fn others(counted: &[Counted], within: impl Fn(&&Counted) -> bool) -> Yen {
    counted.iter().filter(|one| !within(one)).map(|one| one.amount).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::CategoryId,
        mechanism::{
            category_share::counted,
            testing::{CITE, DISPOSAL, MACHINERY, WEBSITE, edition, expenses, frame},
        },
        money::Rate,
    };

    fn check(most: Most, amounts: [u64; 3], after: [u64; 3]) {
        check_of(&[WEBSITE, MACHINERY], most, amounts, after);
    }

    fn check_of(categories: &'static [CategoryId], most: Most, amounts: [u64; 3], after: [u64; 3]) {
        let (edition, ids) = (edition(), [MACHINERY, WEBSITE, DISPOSAL]);
        let entered: Vec<(CategoryId, u64)> = ids.into_iter().zip(amounts).collect();
        let case = crate::mechanism::testing::spending(expenses(&entered));
        let grant = frame().grant().expect("the frame grants");
        let mut all = counted(&edition, grant, &case);
        let limit = Limit { categories, most, cite: CITE };
        cut(&limit, &mut all);
        assert_eq!(all.iter().map(|one| one.amount.0).collect::<Vec<_>>(), after);
    }

    #[test]
    fn together_they_are_held_to_as_much_as_the_others() {
        let same = Most::OfOthers(Rate::new(1, 1));
        check(same, [100, 50, 150], [100, 50, 150]);
        check(same, [100, 51, 151], [100, 51, 151]);
    }

    #[test]
    fn below_the_others_is_one_yen_less_than_they_are() {
        let website = |amounts, after| check_of(&[WEBSITE], Most::BelowOthers, amounts, after);
        website([100, 99, 0], [100, 99, 0]);
        website([100, 100, 0], [100, 99, 0]);
        website([100, 101, 0], [100, 99, 0]);
        website([1, 1, 0], [1, 0, 0]);
        website([0, 50, 0], [0, 0, 0]);
        check(Most::BelowOthers, [100, 50, 150], [100, 49, 150]);
    }

    #[test]
    fn the_first_one_is_cut_first() {
        check(Most::Amount(Yen(120)), [100, 50, 150], [100, 20, 150]);
        check(Most::Amount(Yen(150)), [100, 50, 150], [100, 50, 150]);
        check(Most::Amount(Yen(99)), [100, 50, 150], [99, 0, 150]);
    }
}
