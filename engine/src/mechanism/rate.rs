//! Rate (補助率): the share of eligible expenses that is granted, one product a group of categories.

use crate::{
    estimate::{Step, StepKind},
    mechanism::{
        category_share::{Counted, total},
        rounding::round_down,
    },
    money::{Rate, Yen},
    rules::{Category, Cited},
};

/// The product of one group: its expenses × the rate, in whole yen.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// The category that has a product of its own; `None` for all others together.
    pub category: Option<&'static Category>,
    /// The expenses of the group.
    pub expenses: Yen,
    /// The share of them in whole yen.
    pub amount: Yen,
    /// The step that shows it.
    pub step: Step,
}

/// The product of all categories whose grant has no limit of its own, taken together as (1) and (2) of the
/// official form 様式3.
pub fn main(counted: &[Counted], rate: Cited<Rate>) -> Product {
    let plain: Vec<Counted> =
        counted.iter().copied().filter(|one| one.category.grant_share.is_none()).collect();
    product(None, total(&plain), rate)
}

/// A product of its own for each category with a limited part of the grant, as (3) and (4) of the form.
pub fn limited(counted: &[Counted], rate: Cited<Rate>) -> impl Iterator<Item = Product> + '_ {
    counted
        .iter()
        .filter(|one| one.category.grant_share.is_some() && Yen::ZERO < one.amount)
        .map(move |one| product(Some(one.category), one.amount, rate))
}

fn product(category: Option<&'static Category>, expenses: Yen, rate: Cited<Rate>) -> Product {
    let cut = round_down(expenses, rate.value);
    let mut step = Step::new(StepKind::Share, cut.whole, expenses, rate.cite);
    step.category = category;
    step.rate = Some(rate.value);
    step.cut = cut;
    Product { category, expenses, amount: cut.whole, step }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::{
        category_share::counted,
        testing::{CITE, DISPOSAL, MACHINERY, WEBSITE, edition, expenses},
    };

    #[test]
    fn unlimited_categories_are_added_before_the_product_is_cut() {
        let rate = Cited { value: Rate::new(2, 3), cite: CITE };
        let counted = counted(
            &edition(),
            &expenses(&[(MACHINERY, 100_001), (DISPOSAL, 50_001), (WEBSITE, 50_002)]),
        );
        // 150,002 × 2/3 = 100,001.33; apart they would give 66,667 + 33,334 = 100,001 as well, so the
        // second check has the cut fractions add up to a yen: 2 × 2/3 = 1.33.
        assert_eq!(main(&counted, rate).amount, Yen(100_001));
        let web: Vec<Yen> = limited(&counted, rate).map(|product| product.amount).collect();
        assert_eq!(web, [Yen(33_334)]);

        let counted = super::super::category_share::counted(
            &edition(),
            &expenses(&[(MACHINERY, 1), (DISPOSAL, 1)]),
        );
        assert_eq!(main(&counted, rate).amount, Yen(1));
    }
}
