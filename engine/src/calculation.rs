//! The money of one frame on known terms: from eligible expenses to the grant, step by step.

use crate::{
    estimate::{Step, StepKind},
    fact::CategoryId,
    mechanism::{
        cap,
        category_share::{self, Counted},
        floor,
        grant_share::{self, Binding},
        provision::Terms,
        rate::{self, Product},
    },
    money::Yen,
};

/// What a frame grants on known terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Granted {
    /// The grant, before it is asked whether it is below the floor.
    pub(crate) amount: Yen,
    /// Whether it is below the floor.
    pub(crate) below_floor: bool,
    /// The categories whose part of the grant was limited.
    pub(crate) limited: Vec<CategoryId>,
    /// The working.
    pub(crate) steps: Vec<Step>,
}

/// Works out the grant for what counts of each category.
///
/// As the official form (様式3) has it: the product of all plain categories, the product of each category with
/// a limited part of the grant, their sum, held to the cap.
pub(crate) fn grant(counted: &[Counted], terms: &Terms) -> Granted {
    let main = rate::main(counted, terms.rate);
    let mut granted = Granted { amount: main.amount, ..Granted::default() };
    granted.steps.extend(category_share::steps(counted));
    if Yen::ZERO < main.expenses {
        granted.steps.push(main.step);
    }

    let products: Vec<Product> = rate::limited(counted, terms.rate).collect();
    let parts: Vec<(Yen, Binding)> =
        products.iter().map(|product| part(product, main.amount, terms)).collect();
    let sum = main.amount + parts.iter().map(|part| part.0).sum();
    granted.amount = cap::held(sum, terms.cap);
    for (product, part) in products.iter().zip(parts) {
        granted.steps.push(product.step);
        let Some((category, step)) = limit_step(product, part, granted.amount) else { continue };
        granted.limited.push(category);
        granted.steps.push(step);
    }

    let eligible = category_share::total(counted);
    if Yen::ZERO < eligible {
        granted.steps.push(cap::step(sum, terms.cap));
    }
    granted.below_floor = floor::is_below(granted.amount, eligible, terms.floor);
    if let Some(floor) = terms.floor.filter(|_| granted.below_floor) {
        granted.steps.push(floor::step(granted.amount, floor));
    }
    granted
}

/// What counts of the product of a category with a limited part of the grant, and what binds it.
fn part(product: &Product, others: Yen, terms: &Terms) -> (Yen, Binding) {
    let limit = product.category.and_then(|category| category.grant_share);
    limit.map_or((product.amount, Binding::Nothing), |limit| {
        grant_share::limited(limit, product.amount, others, terms.cap.value)
    })
}

/// The step that shows how a category's part was limited, if it was.
fn limit_step(
    product: &Product,
    (amount, binding): (Yen, Binding),
    grant: Yen,
) -> Option<(CategoryId, Step)> {
    let category = product.category?;
    let limit = category.grant_share?;
    let mut step = match binding {
        Binding::Nothing => return None,
        Binding::Share => {
            let mut step = Step::new(StepKind::GrantShare, amount, grant, limit.cite);
            step.rate = Some(limit.share);
            step
        }
        Binding::Amount => {
            let mut step = Step::new(StepKind::GrantLimit, amount, product.amount, limit.cite);
            step.limit = Some(limit.at_most);
            step
        }
    };
    step.category = Some(category);
    Some((category.id, step))
}
