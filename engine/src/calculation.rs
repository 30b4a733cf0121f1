//! The money of one frame on known terms: from eligible expenses to the grant, step by step.

use crate::{
    estimate::{Step, StepKind},
    fact::CategoryId,
    mechanism::{
        cap,
        category_share::{self, Counted},
        floor,
        grant_share::{self, Beside, Binding, Limits},
        provision::Terms,
        rate::{self, Product},
        rounding,
    },
    money::Yen,
    rules::{Cited, Grant, Part, Place},
};

/// What a frame grants on known terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Granted {
    /// The grant, before it is asked whether it is below the floor.
    pub(crate) amount: Yen,
    /// Whether it is below the floor.
    pub(crate) below_floor: bool,
    /// The parts whose grant has a limit.
    pub(crate) limited: Vec<Limited>,
}

/// A part of the grant and its limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limited {
    /// The part.
    pub(crate) part: &'static Part,
    /// What it would grant without the limit.
    pub(crate) product: Yen,
    /// The most that it can grant beside what else is granted.
    pub(crate) most: Yen,
}

impl Limited {
    /// Whether it takes something away from what is granted for this category.
    pub(crate) fn cuts(&self, category: CategoryId) -> bool {
        self.most < self.product && self.part.categories.contains(&category)
    }
}

/// Works out the grant for what counts of each category; `steps` take the working.
///
/// As the official forms have it: one product for the main categories, one for each part, their sum held to
/// the cap, then what stands beside the cap or on top of it, and the whole cut to a unit where there is one.
pub(crate) fn grant(
    grant: &'static Grant,
    counted: &[Counted],
    terms: &Terms,
    steps: &mut Vec<Step>,
) -> Granted {
    let mut sheet = Sheet { grant, counted, terms, steps, granted: Granted::default() };
    if sheet.main_expenses() == Yen::ZERO {
        return sheet.granted;
    }
    let within = sheet.within();
    let held = cap::held(within, terms.cap);
    if let Some(cap) = terms.cap.filter(|_| Yen::ZERO < within) {
        sheet.push(cap::step(within, cap));
    }
    let beside = sheet.place(Place::Beside, held);
    let counts = held + beside;
    sheet.granted.below_floor = terms.floor.is_some_and(|floor| floor::is_below(counts, floor));
    if let Some(floor) = terms.floor.filter(|_| sheet.granted.below_floor) {
        sheet.push(floor::step(counts, floor));
        return sheet.granted;
    }
    let atop = sheet.place(Place::Atop, held);
    let amount = counts + atop;
    let added = held < amount && Yen::ZERO < held;
    if let Some(part) = grant.parts.first().filter(|_| added) {
        sheet.push(Step::new(StepKind::Sum, amount, held, part.cite));
    }
    sheet.granted.amount = sheet.rounded(amount);
    sheet.granted
}

/// A calculation while it is being made.
struct Sheet<'a> {
    grant: &'static Grant,
    counted: &'a [Counted],
    terms: &'a Terms,
    steps: &'a mut Vec<Step>,
    granted: Granted,
}

impl Sheet<'_> {
    /// The expenses of the main product and of every part that does not only add to it.
    fn main_expenses(&self) -> Yen {
        let parts = self.terms.parts(self.grant).filter(|part| !part.adds);
        let own: Yen = parts.map(|part| self.expenses(part)).sum();
        own + rate::of(self.counted, self.grant.main)
    }

    /// What a part multiplies: its categories, or the cost that an answer states.
    fn expenses(&self, part: &Part) -> Yen {
        match part.amount {
            Some(_) => self.terms.asked_cost,
            None => rate::of(self.counted, part.categories),
        }
    }

    /// The whole grant, cut to its unit.
    fn rounded(&mut self, amount: Yen) -> Yen {
        let Some(unit) = self.grant.round_to else { return amount };
        let step = rounding::step(amount, unit);
        if step.amount < amount {
            self.push(step);
        }
        step.amount
    }

    /// The sum of the main product and the parts within the cap.
    fn within(&mut self) -> Yen {
        let main = self.main();
        // A share of the grant is a share beside everything that has none, so such parts come last.
        let plain = self.parts_within(main, false);
        self.parts_within(plain, true)
    }

    fn main(&mut self) -> Yen {
        let (Some(rate), terms) = (self.terms.rate, self.terms) else { return Yen::ZERO };
        let product = rate::product(self.counted, self.grant.main, rate.value, terms.above);
        if product.expenses == Yen::ZERO {
            return Yen::ZERO;
        }
        self.push(rate::step(product, rate, terms.above));
        let Some(limit) = self.grant.limit else { return product.cut.whole };
        let most = terms.multiplied(limit.value, false);
        if most < product.cut.whole {
            let mut step = Step::new(StepKind::GrantLimit, most, product.cut.whole, limit.cite);
            step.limit = Some(most);
            self.push(step);
        }
        product.cut.whole.min(most)
    }

    fn parts_within(&mut self, mut sum: Yen, shared: bool) -> Yen {
        for part in self.terms.parts(self.grant) {
            if part.place == Place::Within && part.grant_share.is_some() == shared {
                sum = sum + self.part(part, sum);
            }
        }
        sum
    }

    /// The sum of the parts at this place.
    fn place(&mut self, place: Place, held: Yen) -> Yen {
        let mut sum = Yen::ZERO;
        for part in self.terms.parts(self.grant) {
            if part.place == place {
                sum = sum + self.part(part, held);
            }
        }
        sum
    }

    /// What one part grants beside `others`.
    fn part(&mut self, part: &'static Part, others: Yen) -> Yen {
        let terms = self.terms;
        let own = part.rate.map(|value| Cited { value, cite: part.cite });
        let Some(rate) = own.or(terms.rate) else { return Yen::ZERO };
        let expenses = self.expenses(part);
        if expenses == Yen::ZERO {
            return Yen::ZERO;
        }
        let product = Product { expenses, cut: rounding::round_down(expenses, rate.value) };
        let limits = Limits {
            at_most: part.at_most.map(|most| terms.multiplied(most, part.fixed)),
            grant_share: part.grant_share,
            of_cost: part.of_cost,
        };
        let beside = Beside {
            grant: others,
            cap: terms.cap.map(|cap| cap.value),
            expenses: category_share::total(self.counted) - rate::of(self.counted, part.categories),
        };
        let (amount, binding) = grant_share::limited(limits, product.cut.whole, beside);
        if let Some((most, _)) = grant_share::most(limits, beside) {
            self.granted.limited.push(Limited { part, product: product.cut.whole, most });
        }
        let share = self.named(part, rate::step(product, rate, None));
        self.push(share);
        if binding != Binding::Nothing {
            let mut step = Step::new(StepKind::GrantLimit, amount, product.cut.whole, part.cite);
            match binding {
                Binding::Nothing | Binding::Amount => step.limit = limits.at_most,
                Binding::Share => {
                    step.kind = StepKind::GrantShare;
                    step.of = cap::held(others + amount, terms.cap);
                    step.rate = limits.grant_share;
                }
                Binding::Cost => {
                    step.kind = StepKind::CostPart;
                    step.of = beside.expenses;
                    step.rate = limits.of_cost;
                }
            }
            let step = self.named(part, step);
            self.push(step);
        }
        amount
    }

    /// A step with the name of its part.
    fn named(&self, part: &'static Part, mut step: Step) -> Step {
        step.what = part.name;
        if let [category] = part.categories {
            let counted = self.counted.iter().find(|one| one.category.id == *category);
            step.category = counted.map(|one| one.category);
        }
        step
    }

    fn push(&mut self, step: Step) {
        self.steps.push(step);
    }
}
