//! A sheet of paper on which the steps are worked out once more, each from its own fields and those before it.

use hojokin_engine::{
    Above, Band, CapRow, Change, Edition, FrameEstimate, Grant, Most, Part, Rate, Step, StepKind,
    Yen,
};

/// The steps so far.
pub(super) struct Paper<'a> {
    edition: &'a Edition,
    frame: &'a FrameEstimate,
    rules: &'a Grant,
    band: Option<&'a Band>,
    pub(super) rate: Option<Rate>,
    /// The rate above the tier.
    above: Option<Rate>,
    pub(super) cap: Option<Yen>,
    products: Vec<Product>,
    /// What is left after the cap; the products after it stand beside it or on top of it.
    held: Option<Yen>,
    sum: Option<Yen>,
    below_floor: bool,
    /// What is left after it was cut to a unit.
    rounded: Option<Yen>,
}

/// What one product grants.
struct Product {
    name: &'static str,
    expenses: Yen,
    grant: Yen,
    beyond_cap: bool,
}

impl<'a> Paper<'a> {
    pub(super) fn new(edition: &'a Edition, frame: &'a FrameEstimate) -> Self {
        let rules = frame.frame.grant().expect("the frame grants");
        Self {
            edition,
            frame,
            rules,
            band: None,
            rate: rules.rate.map(|rate| rate.value),
            above: rules.tier.map(|tier| tier.above),
            cap: rules.cap.map(|cap| cap.value),
            products: Vec::new(),
            held: None,
            sum: None,
            below_floor: false,
            rounded: None,
        }
    }

    pub(super) fn has_no_product(&self) -> bool {
        self.products.is_empty()
    }

    pub(super) fn is_below_floor(&self) -> bool {
        self.below_floor
    }

    /// The expenses of all products but those of a cost that an answer states.
    pub(super) fn expenses(&self) -> Yen {
        let asked = |name: &str| self.part(name).is_some_and(|part| part.amount.is_some());
        let own = self.products.iter().filter(|product| !asked(product.name));
        own.map(|product| product.expenses).sum()
    }

    /// What comes out.
    pub(super) fn grant(&self) -> Yen {
        if self.below_floor {
            return Yen::ZERO;
        }
        if let Some(rounded) = self.rounded {
            return rounded;
        }
        let (held, rest) = (self.held.unwrap_or_else(|| self.sum_of(false)), self.sum_of(true));
        let both = Yen::ZERO < held && Yen::ZERO < rest;
        assert_eq!(self.sum.is_some(), both && self.held.is_some(), "a sum of two parts is a step");
        self.sum.unwrap_or(held + rest)
    }

    /// The sum of the products before the cap, or of those after it.
    fn sum_of(&self, beyond_cap: bool) -> Yen {
        let of = self.products.iter().filter(|product| product.beyond_cap == beyond_cap);
        of.map(|product| product.grant).sum()
    }

    pub(super) fn note(&mut self, step: &Step) {
        let over = self.below_floor || self.rounded.is_some();
        let last = self.sum.is_none() || step.kind == StepKind::RoundTo;
        assert!(!over && last, "nothing is left for {step:?}");
        match step.kind {
            StepKind::Band => self.note_band(step),
            StepKind::CapRow => self.note_cap_row(step),
            StepKind::Provision => self.note_provision(step),
            StepKind::CostShare => {
                assert_eq!(step.of, self.frame.eligible_expenses);
                assert_eq!(step.amount, share(step).0);
                assert!(step.entered.is_some_and(|entered| step.amount < entered));
            }
            StepKind::CostLimit => self.check_cost_limit(step),
            StepKind::Share => {
                assert_eq!((step.cut.whole, u64::from(step.cut.rest)), share(step));
                self.note_product(step);
            }
            StepKind::Tier => {
                assert_eq!(step.amount, beyond_tier(step));
                assert_eq!(step.above, self.frame.terms.and_then(|terms| terms.above));
                assert_eq!(step.above.map(|above| above.rate), self.above);
                assert_eq!(step.what, "", "only the main product has a tier");
                self.note_product(step);
            }
            StepKind::GrantShare => self.check_grant_share(step),
            StepKind::GrantLimit => {
                assert_eq!(Some(step.amount), step.limit);
                assert_eq!(step.of, self.product(step.what).grant);
                self.cut(step);
            }
            StepKind::CostPart => self.check_cost_part(step),
            StepKind::Cap => {
                assert_eq!(step.of, self.sum_of(false));
                assert_eq!(step.limit, self.cap);
                assert_eq!(Some(step.amount), self.cap.map(|cap| cap.min(step.of)));
                self.held = Some(step.amount);
            }
            StepKind::Sum => {
                assert_eq!(Some(step.of), self.held);
                assert_eq!(step.amount, step.of + self.sum_of(true));
                self.sum = Some(step.amount);
            }
            StepKind::Floor => {
                assert_eq!(step.of, self.held.unwrap_or_default() + self.sum_of(true));
                assert!(step.limit.is_some_and(|limit| step.of < limit));
                assert_eq!(step.limit, self.rules.floor.map(|floor| floor.value));
                self.below_floor = true;
            }
            StepKind::RoundTo => self.round(step),
        }
    }

    fn note_band(&mut self, step: &Step) {
        let rows = self.rules.bands.as_ref().map_or(&[][..], |bands| bands.rows);
        let is_it = |row: &&Band| row.employees_at_most.map(Yen) == step.limit;
        let band = rows.iter().find(is_it).expect("the step names a band");
        assert_eq!(step.amount, band.cap);
        self.band = Some(band);
        self.cap = Some(step.amount);
    }

    fn note_cap_row(&mut self, step: &Step) {
        let is_it = |row: &CapRow| row.cap == step.amount && row.cite == step.cite;
        assert!(self.rules.cap_rows.iter().any(is_it), "the step names a row");
        self.cap = Some(step.amount);
    }

    fn round(&mut self, step: &Step) {
        assert_eq!(step.limit, self.rules.round_to.map(|unit| unit.value));
        assert_eq!(step.of, self.grant());
        let unit = step.limit.map_or(1, |unit| unit.0);
        assert!(!step.of.0.is_multiple_of(unit), "a unit that cuts nothing is no step");
        assert_eq!(step.amount.0, step.of.0 / unit * unit);
        self.rounded = Some(step.amount);
    }

    fn note_provision(&mut self, step: &Step) {
        let (provision, change) = step.provision.expect("the step names the provision");
        assert!(self.rules.provisions.contains(provision) && provision.changes.contains(&change));
        let before = self.cap.unwrap_or_default();
        assert_eq!(step.of, before);
        let after = match change {
            Change::RaiseCap(by) => before + by,
            Change::SetCap(to) => to,
            Change::RaisedBand => self.band.and_then(|band| band.raised).unwrap_or(before),
            // The working assumes the greatest answer; the last check holds it to the terms.
            Change::CapIs(_) => step.amount,
            Change::SetRate(to) => {
                self.rate = Some(to);
                before
            }
            Change::SetAbove(to) => {
                self.above = Some(to);
                before
            }
        };
        assert_eq!(step.amount, after, "{change:?}");
        self.cap = Some(after);
    }

    fn check_cost_limit(&self, step: &Step) {
        assert_eq!(step.of, self.frame.eligible_expenses);
        assert!(step.entered.is_some_and(|entered| step.amount < entered));
        let category = step.category.expect("the step names the category");
        let mut limits = self.edition.limits.iter();
        let limit = limits.find(|limit| limit.categories.contains(&category.id));
        let most = match limit.expect("the category is limited").most {
            Most::Amount(most) => most,
            Most::OfOthers(share) => fraction(step.of - step.amount, share).0,
            Most::BelowOthers => step.of - step.amount - Yen(1),
        };
        assert!(step.amount <= most, "{step:?}");
    }

    fn check_grant_share(&mut self, step: &Step) {
        let others = self.sum_of(false) - self.product(step.what).grant;
        let whole = others + step.amount;
        assert_eq!(step.of, self.cap.map_or(whole, |cap| whole.min(cap)));
        assert_eq!(step.rate, self.part(step.what).and_then(|part| part.grant_share));
        assert_eq!(step.amount, share(step).0);
        self.cut(step);
    }

    fn check_cost_part(&mut self, step: &Step) {
        let part = self.part(step.what);
        let own = part.filter(|part| part.amount.is_none());
        let own = own.map_or(Yen::ZERO, |_| self.product(step.what).expenses);
        assert_eq!(step.of, self.frame.eligible_expenses - own);
        assert_eq!(step.rate, part.and_then(|part| part.of_cost));
        assert_eq!(step.amount, share(step).0);
        self.cut(step);
    }

    fn note_product(&mut self, step: &Step) {
        assert_eq!(step.amount, step.cut.whole);
        let own = self.part(step.what).and_then(|part| part.rate);
        assert_eq!(step.rate, own.or(self.rate));
        self.products.push(Product {
            name: step.what,
            expenses: step.of,
            grant: step.amount,
            beyond_cap: self.held.is_some(),
        });
    }

    /// The rules of the part with this name; the main product has none.
    fn part(&self, name: &str) -> Option<&'a Part> {
        let part = self.rules.parts.iter().find(|part| part.name == name);
        assert!(part.is_some() || name.is_empty(), "{name} is no part");
        part
    }

    fn product(&self, name: &str) -> &Product {
        self.products.iter().find(|product| product.name == name).expect("a product")
    }

    /// Cuts a product that has been worked out before.
    fn cut(&mut self, step: &Step) {
        let mut products = self.products.iter_mut();
        let product = products.find(|product| product.name == step.what).expect("a product");
        assert!(step.amount < product.grant, "a limit that cuts nothing is no step");
        product.grant = step.amount;
    }
}

/// `of` × `rate` in whole yen, and the numerator of what is cut off.
fn share(step: &Step) -> (Yen, u64) {
    fraction(step.of, step.rate.expect("a share has a rate"))
}

fn fraction(of: Yen, rate: Rate) -> (Yen, u64) {
    let exact = u128::from(of.0) * u128::from(rate.numerator());
    let below = u128::from(rate.denominator());
    let fits = |number: u128| u64::try_from(number).expect("a share is no more than the whole");
    (Yen(fits(exact / below)), fits(exact % below))
}

/// `of` × `rate` up to a part of the grant, × a lower rate above it, in whole yen.
fn beyond_tier(step: &Step) -> Yen {
    let Above { up_to, rate: second, .. } = step.above.expect("a tier names its second rate");
    let rate = step.rate.expect("a tier has a first rate");
    let wide = |number: u32| u128::from(number);
    let (n, d) = (wide(rate.numerator()), wide(rate.denominator()));
    let share = u128::from(step.of.0) * n;
    let first = u128::from(up_to.0) * d;
    assert!(first < share, "{step:?} does not reach the second rate");
    let more = (share - first) * wide(second.numerator()) / (n * wide(second.denominator()));
    up_to + Yen(u64::try_from(more).expect("a share is no more than the whole"))
}
