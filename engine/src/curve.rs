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
    rules::{Edition, Frame, Limit, Most, Part, Place},
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
    let mut trace = Trace { search, steps: Vec::new() };
    let now = trace.search.entered();
    let (far, whole) = (Yen::MOST_ENTERED.0, trace.at(Yen::MOST_ENTERED.0).reach.grant);
    if whole == Yen::ZERO {
        return None;
    }
    let ends = trace.at(far / 2).reach.grant == whole;
    let most = ends.then(|| trace.least(far, |_, found| whole <= found.reach.grant));
    let shown = most.unwrap_or_default().max(now);
    let shown = if shown == 0 { WITHOUT_END } else { shown };
    let shown = shown.saturating_add(shown / 4);

    let mut points = vec![(0, Turn::End)];
    let until = most.unwrap_or(shown);
    points.extend(trace.cliff(until));
    trace.bends(until, &mut points);
    points.extend(most.map(|most| (most, Turn::Most)));
    points.push((shown, Turn::End));
    let points = points.into_iter().map(|(scale, turn)| trace.point(scale, turn)).collect();
    let most = most.map(|most| trace.at(most).reach);
    Some(Curve { points, most, now: trace.at(now).reach })
}

/// How far a curve is shown that neither ends nor has anything entered.
const WITHOUT_END: u64 = 1_000_000;

struct Trace<'a> {
    search: Search<'a>,
    /// The steps of the calculation that was made last.
    steps: Vec<Step>,
}

impl Trace<'_> {
    fn at(&mut self, scale: u64) -> Scaled {
        self.search.at(scale, &mut self.steps)
    }

    fn point(&mut self, scale: u64, turn: Turn) -> Point {
        let reach = self.at(scale).reach;
        Point { expense: reach.total, grant: reach.grant, turn }
    }

    /// The least scale up to `most` at which `holds`, by the steps and what came out.
    fn least(&mut self, most: u64, holds: impl Fn(&[Step], &Scaled) -> bool) -> u64 {
        least(most, &mut |scale| {
            let found = self.at(scale);
            holds(&self.steps, &found)
        })
    }

    /// The scale below which nothing is granted, where that is more than the first yen.
    fn cliff(&mut self, until: u64) -> Option<(u64, Turn)> {
        if Yen::ZERO < self.at(0).reach.grant || self.at(until).reach.grant == Yen::ZERO {
            return None;
        }
        let first = self.least(until, |_, found| Yen::ZERO < found.reach.grant);
        let below = self.at(first.saturating_sub(1));
        let floor = self.steps.iter().find(|step| step.kind == StepKind::Floor);
        let floor = floor.and_then(|step| step.limit).map(Turn::Floor);
        // What an answer adds comes with the first yen of the expenses.
        let added = (self.search.terms.asked_cost != Yen::ZERO).then_some(Turn::End);
        let turn = below.unmet.map(|one| Turn::Required(one.name)).or(floor).or(added)?;
        Some((first, turn))
    }

    /// Adds the scales above the last point and below `until` at which the curve bends, in order.
    fn bends(&mut self, until: u64, points: &mut Vec<(u64, Turn)>) {
        let above = points.last().map_or(0, |(scale, _)| *scale);
        let first = points.len();
        let (grant, terms) = (self.search.grant, *self.search.terms);
        let mut bends: Vec<Bend> = Vec::new();
        bends.extend(terms.cap.map(|cap| Bend::Cap(cap.value)));
        let rate = terms.rate.map(|rate| rate.value);
        let tier = terms.above.filter(|above| Some(above.rate) != rate);
        bends.extend(tier.map(|above| Bend::Tier(above.up_to, above.rate)));
        bends.extend(grant.limit.map(|limit| Bend::Main(terms.multiplied(limit.value, false))));
        let parts = terms.parts(grant);
        bends.extend(parts.filter_map(|part| {
            Some(Bend::Part(part, terms.multiplied(part.at_most?, part.fixed)))
        }));
        bends.extend(self.search.edition.limits.iter().filter_map(|limit| match limit.most {
            Most::Amount(most) => Some(Bend::Group(limit, most)),
            Most::OfOthers(_) | Most::BelowOthers => None,
        }));
        let mut cap = u64::MAX;
        for bend in bends {
            let (within, turn) = bend.turn();
            let found = self.at(until);
            if !bend.is_reached(&self.steps, &found) {
                continue;
            }
            let scale = self.least(until, |steps, found| bend.is_reached(steps, found));
            // What is under the cap is no longer seen once the cap is reached.
            let hidden = within && cap <= scale;
            if scale <= above || until <= scale || hidden {
                continue;
            }
            if matches!(turn, Turn::Cap(_)) {
                cap = scale;
            }
            let place = points.iter().skip(first).position(|(later, _)| scale <= *later);
            let place = place.map_or(points.len(), |place| place.saturating_add(first));
            if points.get(place).is_none_or(|(same, _)| *same != scale) {
                points.insert(place, (scale, turn));
            }
        }
    }
}

/// Something that bends the curve once it is reached.
enum Bend {
    /// The sum under the cap comes to it.
    Cap(Yen),
    /// The main product comes to where a lower rate begins.
    Tier(Yen, Rate),
    /// The main product comes to its own limit.
    Main(Yen),
    /// A part comes to its own limit.
    Part(&'static Part, Yen),
    /// Categories together come to theirs.
    Group(&'static Limit, Yen),
}

impl Bend {
    /// Whether it is under the cap, and what it is called.
    fn turn(&self) -> (bool, Turn) {
        match *self {
            Self::Cap(cap) => (false, Turn::Cap(cap)),
            Self::Tier(_, rate) => (true, Turn::Tier(rate)),
            Self::Main(_) => (true, Turn::Limit("")),
            Self::Part(part, _) => (part.place == Place::Within, Turn::Limit(part.name)),
            Self::Group(_, most) => (true, Turn::Group(most)),
        }
    }

    fn is_reached(&self, steps: &[Step], found: &Scaled) -> bool {
        let product = |what: &str| {
            let mut products = steps.iter().filter(|step| {
                step.what == what
                    && matches!(
                        step.kind,
                        StepKind::Share
                            | StepKind::Tier
                            | StepKind::GrantLimit
                            | StepKind::GrantShare
                            | StepKind::CostPart
                    )
            });
            products.next_back().map_or(Yen::ZERO, |step| step.amount)
        };
        match *self {
            Self::Cap(cap) => steps.iter().any(|step| step.kind == StepKind::Cap && cap <= step.of),
            Self::Tier(from, _) => from <= product(""),
            Self::Main(most) => most <= product(""),
            Self::Part(part, most) => most <= product(part.name),
            Self::Group(limit, most) => {
                let within = found.counted.iter();
                let within = within.filter(|one| limit.categories.contains(&one.category.id));
                most <= within.map(|one| one.amount).sum()
            }
        }
    }
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
