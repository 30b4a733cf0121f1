//! Share of cost (経費の割合の上限): a category that may be only so much of all eligible expenses.

use crate::{
    case::Expenses,
    estimate::{Step, StepKind},
    mechanism::rounding::round_down,
    money::Yen,
    rules::{Category, Edition},
};

/// What counts of one category.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// The category.
    pub category: &'static Category,
    /// What was entered.
    pub entered: Yen,
    /// What counts of it.
    pub amount: Yen,
}

/// What counts of each category of `edition`: the greatest amounts that meet every limit at once.
///
/// From the entered amounts on, each limited category is cut to its share of the sum until nothing changes.
/// The sum runs over all categories, the limited ones included, so 設備処分費 of at most a half of the sum may
/// be as much as everything else together.
pub fn counted(edition: &Edition, expenses: &Expenses) -> Vec<Counted> {
    let mut all: Vec<Counted> = edition
        .categories
        .iter()
        .map(|category| (category, expenses.of(category.id)))
        .map(|(category, entered)| Counted { category, entered, amount: entered })
        .collect();
    loop {
        let sum = total(&all);
        let mut changed = false;
        for one in &mut all {
            let Some(share) = one.category.cost_share else { continue };
            let limit = round_down(sum, share.value).whole;
            if limit < one.amount {
                one.amount = limit;
                changed = true;
            }
        }
        if !changed {
            return all;
        }
    }
}

/// The sum of what counts.
pub fn total(counted: &[Counted]) -> Yen {
    counted.iter().map(|one| one.amount).sum()
}

/// A step for every category that was cut.
pub(crate) fn steps(counted: &[Counted]) -> impl Iterator<Item = Step> + '_ {
    let sum = total(counted);
    counted.iter().filter(|one| one.amount < one.entered).filter_map(move |one| {
        let share = one.category.cost_share?;
        let mut step = Step::new(StepKind::CostShare, one.amount, sum, share.cite);
        step.category = Some(one.category);
        step.rate = Some(share.value);
        step.entered = Some(one.entered);
        Some(step)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::{DISPOSAL, MACHINERY, WEBSITE, edition, expenses};

    fn disposal_counted(amounts: &[(crate::fact::CategoryId, u64)]) -> u64 {
        let counted = counted(&edition(), &expenses(amounts));
        counted.iter().find(|one| one.category.id == DISPOSAL).map_or(0, |one| one.amount.0)
    }

    #[test]
    fn a_half_of_the_sum_is_as_much_as_everything_else_together() {
        assert_eq!(disposal_counted(&[(MACHINERY, 300_000), (DISPOSAL, 299_999)]), 299_999);
        assert_eq!(disposal_counted(&[(MACHINERY, 300_000), (DISPOSAL, 300_000)]), 300_000);
        assert_eq!(disposal_counted(&[(MACHINERY, 300_000), (DISPOSAL, 300_001)]), 300_000);
        assert_eq!(
            disposal_counted(&[(MACHINERY, 1), (WEBSITE, 2), (DISPOSAL, 999_999_999_999)]),
            3
        );
    }

    #[test]
    fn a_limited_category_alone_counts_nothing() {
        assert_eq!(disposal_counted(&[(DISPOSAL, 400_000)]), 0);
    }
}
