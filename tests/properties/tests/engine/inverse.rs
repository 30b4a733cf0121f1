//! The way back from a wanted grant finds the least expense that brings it.

use std::collections::BTreeMap;

use hojokin_engine::{FrameEstimate, Yen, inverse::least_expense};
use proptest::prelude::*;

use crate::{
    cases::{Asked, amount, built_in, partly_open, run},
    contract::{Edition, Expenses, Firm, Frame, Outcome, Spent, editions},
};

/// 10^12 yen.
const MOST: u64 = Yen::MOST_ENTERED.0;

#[test]
fn no_smaller_expense_of_the_same_mix_brings_the_cap_or_any_wanted_grant() {
    for_each_way_back(|way, wanted, found| {
        let is_least = |mix: &Expenses| way.least(mix, wanted) == found;
        let loses = |mix: &Expenses| found.is_some_and(|(total, _)| way.loses(mix, total));
        let right = way.mixes().iter().any(|mix| is_least(mix) || loses(mix));
        assert!(right, "{wanted} by {found:?}: {:?}", way.mixes());
    });
}

#[test]
fn the_expense_that_is_named_does_bring_the_grant() {
    for_each_way_back(|way, wanted, found| {
        let Some((total, _)) = found else { return };
        let brings = |mix: &Expenses| {
            let expenses = way.scaled_to(mix, total);
            let asked = Asked { expenses, ..way.asked.clone() };
            let frames = asked.estimate().frames;
            let found = frames.iter().find(|found| found.frame.id == way.frame.id);
            wanted <= found.map_or(0, |found| found.grant.low.0) || way.loses(mix, total)
        };
        let right = way.mixes().iter().any(brings);
        assert!(right, "{total} yen do not bring {wanted}: {:?}", way.mixes());
    });
}

/// A frame whose working the way back starts from.
struct Way<'a> {
    edition: &'a Edition,
    frame: &'a Frame,
    /// The case with what the working assumes.
    asked: Asked,
    firm: Firm,
}

/// Goes the way back of many cases to the cap and to some other wanted grant; `check` gets the least total
/// expense and what it brings, where there is one.
fn for_each_way_back(check: impl Fn(&Way<'_>, u64, Option<(u64, u64)>)) {
    for edition in editions().filter(|edition| edition.id != "go-tech/2024") {
        let wanted = prop_oneof![1 => 0..20_u64, 4 => amount(edition)];
        run(50, &(partly_open(edition), wanted), |(asked, wanted)| {
            for (found, frame) in asked.estimate().frames.iter().zip(edition.frames) {
                let cap = found.terms.and_then(|terms| terms.cap);
                for wanted in cap.map(|cap| cap.value.0).into_iter().chain([wanted]) {
                    way_back(edition, frame, found, &asked, wanted, &check);
                }
            }
        });
    }
}

fn way_back(
    edition: &Edition,
    frame: &Frame,
    found: &FrameEstimate,
    asked: &Asked,
    wanted: u64,
    check: &impl Fn(&Way<'_>, u64, Option<(u64, u64)>),
) {
    let Some(terms) = found.terms else { return };
    let assumed = asked.assuming(&found.assumed);
    let way = Way { edition, frame, firm: assumed.firm(), asked: assumed };
    let reach = least_expense(built_in(edition), found.frame, &terms, &asked.case(), Yen(wanted));
    let entered: u64 = way.entered().values().sum();
    assert!(reach.is_none_or(|reach| reach.entered.0 == entered), "{reach:?}: {entered} entered");
    check(&way, wanted, reach.map(|reach| (reach.total.0, reach.grant.0)));
}

impl Way<'_> {
    /// The entered amounts that the frame counts for this firm.
    fn entered(&self) -> Expenses {
        let counts = |category: &'static str| {
            let one = Spent::all(self.frame, &BTreeMap::from([(category, 1)]));
            self.edition.outcome(self.frame, &self.firm, &one).counted == 1
        };
        let entered = self.asked.expenses.iter().filter(|(id, yen)| 0 < **yen && counts(id));
        entered.map(|(id, yen)| (*id, *yen)).collect()
    }

    /// The mix of categories that is scaled; with nothing entered it may be any one of them alone.
    fn mixes(&self) -> Vec<Expenses> {
        let entered = self.entered();
        if !entered.is_empty() {
            return vec![entered];
        }
        self.frame.counts.iter().map(|id| BTreeMap::from([(*id, 1)])).collect()
    }

    /// The least sum of the mix, scaled as a whole, that brings `wanted`, and what it brings.
    fn least(&self, mix: &Expenses, wanted: u64) -> Option<(u64, u64)> {
        let at = |scale: u64| {
            let scaled = scaled(mix, scale);
            let grant = u64::try_from(self.outcome(&scaled).grant).expect("at most the expenses");
            (scaled.values().sum(), grant)
        };
        let (mut from, mut to) = (0, MOST);
        if at(to).1 < wanted {
            return None;
        }
        while from < to {
            let middle = u64::midpoint(from, to);
            if at(middle).1 < wanted { from = middle + 1 } else { to = middle }
        }
        Some(at(to))
    }

    fn outcome(&self, expenses: &Expenses) -> Outcome {
        let spent = (self.edition.spent)(self.frame, expenses);
        self.edition.outcome(self.frame, &self.firm, &spent)
    }

    /// The mix scaled so that it sums up to `total`, which cutting each category to whole yen makes a little
    /// less than the scale.
    fn scaled_to(&self, mix: &Expenses, total: u64) -> Expenses {
        let above = u64::try_from(mix.len()).expect("there are few categories");
        let mut scales = (total..=total + above).map(|scale| scaled(mix, scale));
        scales.find(|scaled| scaled.values().sum::<u64>() == total).unwrap_or_default()
    }

    /// Whether the mix loses a category at this total: as "the mix is kept to within a yen a category", a yen
    /// of `building` may become none, and with it the cap of `supply_chain` another one.
    fn loses(&self, mix: &Expenses, total: u64) -> bool {
        self.outcome(mix).cap != self.outcome(&self.scaled_to(mix, total)).cap
    }
}

/// The mix with its sum scaled to `scale` yen, each category cut to whole yen.
fn scaled(mix: &Expenses, scale: u64) -> Expenses {
    let whole: u128 = mix.values().map(|yen| u128::from(*yen)).sum();
    mix.iter()
        .map(|(id, yen)| (*id, u128::from(*yen) * u128::from(scale) / whole))
        .map(|(id, yen)| (id, u64::try_from(yen).expect("no more than the scale")))
        .collect()
}
