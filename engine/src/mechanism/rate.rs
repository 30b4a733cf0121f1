//! Rate (補助率): the share of eligible expenses that is granted, one product a group of categories.

use crate::{
    estimate::{Step, StepKind},
    fact::CategoryId,
    mechanism::{
        category_share::Counted,
        rounding::{Cut, round_down},
        tier::{self, Above},
    },
    money::{Rate, Yen},
    rules::Cited,
};

/// The product of one group: its expenses × the rate, in whole yen.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// The expenses of the group.
    pub expenses: Yen,
    /// The share of them in whole yen, with what was cut off.
    pub cut: Cut,
}

/// What counts of these categories together, × the rate, above a tier × the lower one.
pub fn product(
    counted: &[Counted],
    categories: &[CategoryId],
    rate: Rate,
    above: Option<Above>,
) -> Product {
    let expenses = of(counted, categories);
    let cut = match above {
        Some(above) => tier::product(expenses, rate, above),
        None => round_down(expenses, rate),
    };
    Product { expenses, cut }
}

/// What counts of these categories together.
pub fn of(counted: &[Counted], categories: &[CategoryId]) -> Yen {
    let within = counted.iter().filter(|one| categories.contains(&one.category.id));
    within.map(|one| one.amount).sum()
}

/// The step that shows a product.
pub(crate) fn step(product: Product, rate: Cited<Rate>, above: Option<Above>) -> Step {
    let beyond = above.filter(|above| tier::is_beyond(product.expenses, rate.value, *above));
    let kind = if beyond.is_some() { StepKind::Tier } else { StepKind::Share };
    let mut step = Step::new(kind, product.cut.whole, product.expenses, rate.cite);
    step.rate = Some(rate.value);
    step.above = beyond;
    step.cut = product.cut;
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::{
        category_share::counted,
        testing::{DISPOSAL, MACHINERY, WEBSITE, edition, expenses, frame, spending},
    };

    #[test]
    fn the_categories_of_a_product_are_added_before_it_is_cut() {
        let rate = Rate::new(2, 3);
        let check = |amounts: &[(CategoryId, u64)], categories: &[CategoryId], amount: u64| {
            let grant = frame().grant().expect("the frame grants");
            let counted = counted(&edition(), grant, &spending(expenses(amounts)));
            assert_eq!(product(&counted, categories, rate, None).cut.whole, Yen(amount));
        };
        let amounts = [(MACHINERY, 100_001), (DISPOSAL, 50_001), (WEBSITE, 50_002)];
        // 150,002 × 2/3 = 100,001.33; apart they would give 66,667 + 33,334 = 100,001 as well, so the
        // last check has the cut fractions add up to a yen: 2 × 2/3 = 1.33.
        check(&amounts, &[MACHINERY, DISPOSAL], 100_001);
        check(&amounts, &[WEBSITE], 33_334);
        check(&[(MACHINERY, 1), (DISPOSAL, 1)], &[MACHINERY, DISPOSAL], 1);
    }
}
