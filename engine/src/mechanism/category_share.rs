//! Share of cost (経費の割合の上限): a category that counts only up to a share of all eligible expenses.

use crate::{
    case::Case,
    estimate::{Step, StepKind},
    mechanism::{group_limit, requirement::can_hold, rounding::round_down},
    money::Yen,
    rules::{Category, Edition, Grant},
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

/// What counts of each category that a frame takes: the greatest amounts that meet every limit at once.
///
/// From the entered amounts on, each limited category is cut to its share of the sum until nothing changes.
/// The sum runs over all categories of the frame, the limited ones included, so 設備処分費 of at most a half of
/// the sum may be as much as everything else together.
pub fn counted(edition: &Edition, grant: &Grant, case: &Case) -> Vec<Counted> {
    let taken = |category: &&Category| {
        let own = |part: &&crate::rules::Part| part.categories.contains(&category.id);
        let applies =
            |part: &crate::rules::Part| part.when.is_none_or(|test| can_hold(&test, case));
        grant.main.contains(&category.id) || grant.parts.iter().find(own).is_some_and(applies)
    };
    let categories = edition.categories.iter().filter(taken);
    let mut all: Vec<Counted> = categories
        .map(|category| (category, case.expenses.of(category.id)))
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
        for limit in edition.limits {
            changed |= group_limit::cut(limit, &mut all);
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

/// A step for every category that was cut to its own share or to what several may be together.
pub(crate) fn steps(edition: &Edition, counted: &[Counted]) -> Vec<Step> {
    let sum = total(counted);
    let cut = counted.iter().filter(|one| one.amount < one.entered);
    let step = |one: &Counted| {
        let group = edition.limits.iter().find(|limit| limit.categories.contains(&one.category.id));
        let mut step = match (one.category.cost_share, group) {
            (Some(share), _) => {
                let mut step = Step::new(StepKind::CostShare, one.amount, sum, share.cite);
                step.rate = Some(share.value);
                step
            }
            (None, Some(limit)) => Step::new(StepKind::CostLimit, one.amount, sum, limit.cite),
            (None, None) => return None,
        };
        step.category = Some(one.category);
        step.what = one.category.name;
        step.entered = Some(one.entered);
        Some(step)
    };
    cut.filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::CategoryId,
        mechanism::testing::{DISPOSAL, MACHINERY, WEBSITE, edition, expenses, frame, spending},
    };

    fn disposal_counted(amounts: &[(CategoryId, u64)]) -> u64 {
        let grant = frame().grant().expect("the frame grants");
        let counted = counted(&edition(), grant, &spending(expenses(amounts)));
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
