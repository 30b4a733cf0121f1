//! From a wanted grant back to the expenses: the exact inverse of the calculation.

use crate::{
    calculation,
    case::{Case, Expenses},
    fact::CategoryId,
    mechanism::{category_share, provision::Terms},
    money::Yen,
    rules::Edition,
};

/// The least expenses that bring a grant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reach {
    /// The sum of the expenses over all categories that the edition counts.
    pub total: Yen,
    /// What is entered in these categories now.
    pub entered: Yen,
    /// The grant that they bring: at least the wanted one.
    pub grant: Yen,
}

/// The least total expense that brings at least `wanted` on these terms, its mix of categories kept.
///
/// The entered amounts are scaled together, each cut to whole yen, so the mix is kept to within a yen a
/// category. With nothing entered, everything is put into the first category without a limit of its own.
/// `None` if no expense up to 10^12 yen brings it: when the cap is lower, or when the mix leaves nothing that
/// counts, such as a website alone.
pub fn least_expense(edition: &Edition, terms: &Terms, case: &Case, wanted: Yen) -> Option<Reach> {
    let mix = mix(edition, &case.expenses);
    let grant_at = |scale: u64| grant_at(edition, terms, case, &mix, scale);
    let (mut too_little, mut enough) = (0_u64, Yen::MOST_ENTERED.0);
    if grant_at(enough).grant < wanted {
        return None;
    }
    if wanted == Yen::ZERO {
        return Some(grant_at(0));
    }
    // The grant never falls as the scale rises, so halving finds the least scale that is enough.
    while too_little.saturating_add(1) < enough {
        let middle = too_little.midpoint(enough);
        if grant_at(middle).grant < wanted {
            too_little = middle;
        } else {
            enough = middle;
        }
    }
    Some(grant_at(enough))
}

/// The entered amounts that the edition counts.
fn mix(edition: &Edition, expenses: &Expenses) -> Vec<(CategoryId, Yen)> {
    let amounts = edition.categories.iter().map(|category| (category.id, expenses.of(category.id)));
    let entered: Vec<(CategoryId, Yen)> =
        amounts.filter(|(_, amount)| Yen::ZERO < *amount).collect();
    if !entered.is_empty() {
        return entered;
    }
    let plain = edition.categories.iter().find(|category| {
        category.grant_share.is_none() && category.cost_share.is_none() && category.sole.is_none()
    });
    plain.map(|category| (category.id, Yen(1))).into_iter().collect()
}

/// The grant when the sum of the mix is scaled to about `scale` yen.
fn grant_at(
    edition: &Edition,
    terms: &Terms,
    case: &Case,
    mix: &[(CategoryId, Yen)],
    scale: u64,
) -> Reach {
    let whole: Yen = mix.iter().map(|(_, amount)| *amount).sum();
    let mut expenses = case.expenses.clone();
    let mut total = Yen::ZERO;
    for (category, amount) in mix {
        let product = u128::from(amount.0).saturating_mul(u128::from(scale));
        let scaled = product.checked_div(u128::from(whole.0)).unwrap_or(0);
        let scaled = Yen(u64::try_from(scaled).unwrap_or(u64::MAX));
        expenses.set(*category, scaled);
        total = total + scaled;
    }
    let granted = calculation::grant(&category_share::counted(edition, &expenses), terms);
    let entered = edition.categories.iter().map(|category| case.expenses.of(category.id)).sum();
    let grant = if granted.below_floor { Yen::ZERO } else { granted.amount };
    Reach { total, entered, grant }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::Answers,
        mechanism::{
            provision,
            testing::{DISPOSAL, FACTS, MACHINERY, WEBSITE, edition, expenses, frame},
        },
    };

    fn check(amounts: &[(CategoryId, u64)], wanted: u64, total: Option<u64>) {
        let answers = Answers::none(FACTS);
        let ways = explore(&answers, |answering| provision::terms(frame(), answering).0);
        let (_, terms) = ways.last().expect("the last way takes no provision");
        let as_of = "2024-05-01".parse().expect("a day of the calendar");
        let case = Case { as_of, answers: answers.clone(), expenses: expenses(amounts) };
        let reach = least_expense(&edition(), terms, &case, Yen(wanted));
        assert_eq!(reach.map(|reach| reach.total.0), total, "{amounts:?} for {wanted}");
    }

    #[test]
    fn the_cap_is_reached_at_exactly_this_yen() {
        check(&[(MACHINERY, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 9_000_000)], 500_000, Some(750_000));
        check(&[(MACHINERY, 1)], 499_999, Some(749_999));
        check(&[], 500_000, Some(750_000));
    }

    #[test]
    fn the_mix_of_categories_is_kept() {
        check(&[(MACHINERY, 300), (WEBSITE, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 100), (DISPOSAL, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 100), (DISPOSAL, 300)], 500_000, Some(1_500_000));
    }

    #[test]
    fn what_no_expense_can_bring_is_said_to_be_out_of_reach() {
        check(&[(MACHINERY, 100)], 500_001, None);
        check(&[(WEBSITE, 100)], 1, None);
        check(&[(DISPOSAL, 100)], 1, None);
    }

    #[test]
    fn a_grant_of_nothing_needs_no_expense() {
        check(&[(MACHINERY, 100)], 0, Some(0));
    }
}
