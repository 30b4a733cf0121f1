//! The grant against the expenses of one frame: where it bends, where it falls away, and where it ends.
//!
//! Between two points the grant grows evenly, but for fractions of a yen, or of the unit to which it is cut. The points
//! are found by halving over whole yen on what the calculation itself did, so they are exact, and no formula can
//! disagree with it.

use crate::{
    case::Case,
    estimate::{Step, StepKind},
    inverse::{Reach, Scaled, Search, least},
    mechanism::provision::Terms,
    money::{Rate, Yen},
    rules::{Edition, Frame, Limit, Most, Place},
};

/// The grant of one frame for a mix of expenses, from nothing up.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The points from which on something is different, the ends before and behind them.
    pub points: Vec<Point>,
    /// The least expense that brings the most; `None` where each further yen brings more.
    pub most: Option<Reach>,
    /// What is entered, and what it brings.
    pub now: Reach,
}

/// An expense, its grant, and what is different from there on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The sum over all categories that the frame counts.
    pub expense: Yen,
    /// The grant that it brings.
    pub grant: Yen,
    /// What is different from here on.
    pub turn: Turn,
}

/// What is different from a point of the curve on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// Nothing: the curve as it is shown begins or ends here.
    End,
    /// A yen less of expenses grants nothing, as it does not reach this floor.
    Floor(Yen),
    /// A yen less of expenses grants nothing, as it does not meet this requirement.
    Required(&'static str),
    /// What is more is granted at this lower rate.
    Tier(Rate),
    /// What is more of this brings nothing; empty for the main product.
    Limit(&'static str),
    /// Several categories together count no more than this.
    Group(Yen),
    /// The cap is reached; only what stands beside it or on top of it still grows.
    Cap(Yen),
    /// Nothing more is granted.
    Most,
}

impl Turn {
    /// Whether a yen less of expenses grants nothing.
    pub fn is_cliff(self) -> bool {
        matches!(self, Self::Floor(_) | Self::Required(_))
    }
}

/// The curve of `frame` on these terms for the mix of categories that is entered, scaled as in
/// [`inverse`](crate::inverse); a quarter further than what is entered and than what brings the most.
///
/// `None` if the frame gives no grant, no source states its rate, or this mix brings nothing at any scale.
pub fn curve(edition: &Edition, frame: &Frame, terms: &Terms, case: &Case) -> Option<Curve> {
    let search = Search::of(edition, frame, terms, case)?;
    search.grant.rate?;
    let now = search.entered();
    let mut trace = Trace { search, steps: Vec::new(), points: Vec::new() };
    let far = Yen::MOST_ENTERED.0;
    let (whole, half) = (trace.at(far).reach.grant, trace.at(far / 2).reach.grant);
    if whole == Yen::ZERO {
        return None;
    }
    let all = Bend { of: Of::Grant, least: whole, turn: Turn::Most };
    let most = (half == whole).then(|| trace.least(far, all));
    let shown = match most.unwrap_or_default().max(now) {
        0 => WITHOUT_END,
        shown => shown,
    };
    let shown = shown.saturating_add(shown / 4);

    trace.add(0, Turn::End);
    trace.cliff(most.unwrap_or(shown));
    trace.bends(most.unwrap_or(shown));
    if let Some(most) = most {
        trace.add(most, Turn::Most);
    }
    trace.add(shown, Turn::End);
    let most = most.map(|most| trace.at(most).reach);
    let now = trace.at(now).reach;
    Some(Curve { points: trace.points, most, now })
}

/// How far a curve is shown that neither ends nor has anything entered.
const WITHOUT_END: u64 = 1_000_000;

/// What bends the curve once something comes to an amount.
#[derive(Clone, Copy)]
struct Bend {
    of: Of,
    least: Yen,
    turn: Turn,
}

/// What is compared with that amount.
#[derive(Clone, Copy)]
enum Of {
    /// The whole grant.
    Grant,
    /// The sum under the cap.
    Within,
    /// The product of this name.
    Product(&'static str),
    /// What counts of these categories.
    Counted(&'static Limit),
}

struct Trace<'a> {
    search: Search<'a>,
    /// The steps of the calculation that was made last.
    steps: Vec<Step>,
    points: Vec<Point>,
}

impl Trace<'_> {
    fn at(&mut self, scale: u64) -> Scaled {
        self.search.at(scale, &mut self.steps)
    }

    /// Adds a point where it belongs, unless one is there.
    fn add(&mut self, scale: u64, turn: Turn) {
        let Reach { total: expense, grant, .. } = self.at(scale).reach;
        let place = self.points.iter().position(|later| expense <= later.expense);
        let place = place.unwrap_or(self.points.len());
        if self.points.get(place).is_none_or(|later| later.expense != expense) {
            self.points.insert(place, Point { expense, grant, turn });
        }
    }

    /// The least scale up to `most` at which something is reached.
    fn least(&mut self, most: u64, bend: Bend) -> u64 {
        least(most, &mut |scale| self.is_reached(scale, bend))
    }

    fn is_reached(&mut self, scale: u64, bend: Bend) -> bool {
        let found = self.at(scale);
        let mut amount = Yen::ZERO;
        match bend.of {
            Of::Grant => amount = found.reach.grant,
            Of::Counted(limit) => {
                for one in &found.counted {
                    if limit.categories.contains(&one.category.id) {
                        amount = amount + one.amount;
                    }
                }
            }
            Of::Within => {
                for step in &self.steps {
                    if step.kind == StepKind::Cap {
                        amount = step.of;
                    }
                }
            }
            Of::Product(what) => {
                for step in &self.steps {
                    // The last is what its limits leave of it.
                    if step.what == what && is_product(step.kind) {
                        amount = step.amount;
                    }
                }
            }
        }
        bend.least <= amount
    }

    /// Adds the point below which nothing is granted, where that is more than the first yen.
    fn cliff(&mut self, until: u64) {
        let first = Bend { of: Of::Grant, least: Yen(1), turn: Turn::End };
        if self.is_reached(0, first) || !self.is_reached(until, first) {
            return;
        }
        let first = self.least(until, first);
        let below = self.at(first.saturating_sub(1));
        let floor = self.steps.iter().find(|step| step.kind == StepKind::Floor);
        match (below.unmet, floor.and_then(|step| step.limit)) {
            (Some(unmet), _) => self.add(first, Turn::Required(unmet.name)),
            (None, Some(floor)) => self.add(first, Turn::Floor(floor)),
            // What an answer adds comes with the first yen of the expenses.
            _ if self.search.terms.asked_cost != Yen::ZERO => self.add(first, Turn::End),
            _ => {}
        }
    }

    /// Adds the points above the last one and below `until` at which the curve bends.
    fn bends(&mut self, until: u64) {
        let above = self.points.last().map_or(Yen::ZERO, |point| point.expense);
        let mut cap = u64::MAX;
        for bend in self.possible() {
            if !self.is_reached(until, bend) {
                continue;
            }
            let scale = self.least(until, bend);
            // What is under the cap is no longer seen once the cap is reached.
            if until <= scale || cap <= scale || self.at(scale).reach.total <= above {
                continue;
            }
            if matches!(bend.turn, Turn::Cap(_)) {
                cap = scale;
            }
            self.add(scale, bend.turn);
        }
    }

    /// What can bend the curve: first what is seen above the cap, then the cap, then what is under it.
    fn possible(&self) -> Vec<Bend> {
        let (grant, terms) = (self.search.grant, *self.search.terms);
        let (mut bends, mut under) = (Vec::new(), Vec::new());
        for part in terms.parts(grant) {
            let Some(most) = part.at_most else { continue };
            let least = terms.multiplied(most, part.fixed);
            let bend = Bend { of: Of::Product(part.name), least, turn: Turn::Limit(part.name) };
            if part.place == Place::Within { under.push(bend) } else { bends.push(bend) }
        }
        if let Some(cap) = terms.cap {
            bends.push(Bend { of: Of::Within, least: cap.value, turn: Turn::Cap(cap.value) });
        }
        if let Some(above) = terms.above {
            let turn = Turn::Tier(above.rate);
            if terms.rate.is_some_and(|rate| rate.value != above.rate) {
                bends.push(Bend { of: Of::Product(""), least: above.up_to, turn });
            }
        }
        if let Some(limit) = grant.limit {
            let least = terms.multiplied(limit.value, false);
            bends.push(Bend { of: Of::Product(""), least, turn: Turn::Limit("") });
        }
        for limit in self.search.edition.limits {
            if let Most::Amount(least) = limit.most {
                bends.push(Bend { of: Of::Counted(limit), least, turn: Turn::Group(least) });
            }
        }
        bends.append(&mut under);
        bends
    }
}

/// Whether a step shows a product, or what a limit leaves of one.
fn is_product(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Share
            | StepKind::Tier
            | StepKind::GrantLimit
            | StepKind::GrantShare
            | StepKind::CostPart
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::CategoryId,
        mechanism::{
            provision,
            testing::{DISPOSAL, MACHINERY, WEBSITE, edition, expenses, frame, spending},
        },
    };

    fn points(amounts: &[(CategoryId, u64)]) -> Option<Vec<(u64, u64, Turn)>> {
        let case = spending(expenses(amounts));
        let grant = frame().grant().expect("the frame grants");
        let ways = explore(&case, |answering| provision::terms(grant, answering, &mut Vec::new()));
        let terms = ways.last().expect("the last way takes no provision").result;
        let found = curve(&edition(), frame(), &terms, &case)?;
        let shown = |point: Point| (point.expense.0, point.grant.0, point.turn);
        Some(found.points.into_iter().map(shown).collect())
    }

    #[test]
    fn the_curve_goes_a_quarter_further_than_its_end_and_than_what_is_entered() {
        let (start, most) = ((0, 0, Turn::End), (750_000, 500_000, Turn::Most));
        let end = |expense| (expense, 500_000, Turn::End);
        assert_eq!(points(&[(MACHINERY, 100)]), Some(vec![start, most, end(937_500)]));
        assert_eq!(points(&[]), Some(vec![start, most, end(937_500)]));
        assert_eq!(points(&[(MACHINERY, 2_000_000)]), Some(vec![start, most, end(2_500_000)]));
    }

    #[test]
    fn a_limit_that_grows_with_the_rest_is_no_bend() {
        let turns = |amounts| points(amounts).map(|points| points.len());
        assert_eq!(turns(&[(MACHINERY, 300), (WEBSITE, 100)]), Some(3));
        assert_eq!(turns(&[(MACHINERY, 100), (DISPOSAL, 300)]), Some(3));
    }

    #[test]
    fn what_never_brings_anything_has_no_curve() {
        assert_eq!(points(&[(WEBSITE, 100)]), None);
        assert_eq!(points(&[(DISPOSAL, 100)]), None);
    }
}
