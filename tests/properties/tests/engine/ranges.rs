//! Ranges and open questions are exact: those of going through every answering one by one.

use std::collections::{BTreeMap, BTreeSet};

use hojokin_engine::{FrameEstimate, Verdict};
use proptest::{prelude::*, sample};

use crate::{
    agreement::{rate, yen},
    cases::{Asked, answered, expenses, ids, run, values},
    contract::{Edition, Firm, Frame, Outcome, Spent, Value, editions},
};

#[test]
fn low_and_high_are_the_least_and_the_most_of_all_answerings() {
    for edition in editions() {
        for frame in edition.frames {
            run(120, &some_open(edition, frame), |asked| check(edition, frame, &asked));
        }
    }
}

#[test]
fn with_nothing_answered_the_range_is_that_of_all_firms() {
    for edition in editions() {
        for frame in edition.frames {
            let nothing = expenses(edition).prop_map(|expenses| Asked {
                edition: edition.id,
                answers: BTreeMap::new(),
                expenses,
            });
            run(3, &nothing, |asked| check(edition, frame, &asked));
        }
    }
}

/// Cases in which some facts of the frame are open, so many that their answerings can be listed.
fn some_open(edition: &'static Edition, frame: &'static Frame) -> impl Strategy<Value = Asked> {
    let order = Just(frame.facts.to_vec()).prop_shuffle();
    let confirmed = proptest::bool::weighted(0.3);
    let most = sample::select(vec![12, 100, 400, 2_000]);
    (answered(edition), order, confirmed, most).prop_map(
        move |(mut asked, order, confirmed, most)| {
            let mut count = 1;
            for fact in order {
                let values = values(edition, fact).len();
                if count * values <= most {
                    count *= values;
                    asked.answers.remove(fact);
                }
            }
            if !confirmed {
                asked.answers.retain(|fact, _| !edition.confirm.contains(fact));
            }
            asked
        },
    )
}

/// Every way of answering the open facts of a frame.
struct Answerings {
    /// The open facts, and how many values of each are gone through.
    open: Vec<(&'static str, usize)>,
    /// One firm a way, the values of the last open fact changing fastest.
    firms: Vec<Firm>,
}

impl Answerings {
    fn of(asked: &Asked, edition: &Edition, frame: &Frame) -> Self {
        let all = frame.facts.iter().copied();
        let open: Vec<(&str, Vec<Value>)> = all
            .filter(|fact| !asked.answers.contains_key(fact))
            .map(|fact| (fact, values(edition, fact)))
            .collect();
        let mut firms = vec![asked.firm()];
        for (fact, values) in &open {
            let with = |firm: &Firm, value| {
                let mut firm = *firm;
                firm.set(fact, value);
                firm
            };
            firms = firms
                .iter()
                .flat_map(|firm| values.iter().map(move |value| with(firm, *value)))
                .collect();
        }
        Self { open: open.iter().map(|(fact, values)| (*fact, values.len())).collect(), firms }
    }

    /// The open facts by which alone some two of `decided` differ.
    fn deciding<T: PartialEq>(&self, decided: &[T]) -> BTreeSet<&'static str> {
        let mut stride = decided.len();
        let mut found = BTreeSet::new();
        for (fact, values) in &self.open {
            let block = stride;
            stride /= values;
            let differs = |n: usize| {
                // The same answering with the fact at its first value.
                let first = n - n % block + n % stride;
                decided[n] != decided[first]
            };
            if (0..decided.len()).any(differs) {
                found.insert(*fact);
            }
        }
        found
    }
}

fn check(edition: &Edition, frame: &Frame, asked: &Asked) {
    let frames = asked.estimate().frames;
    let found = frames.iter().find(|found| found.frame.id == frame.id).expect(frame.id);
    let spent: Spent = (edition.spent)(frame, &asked.expenses);
    let answerings = Answerings::of(asked, edition, frame);
    let outcome = |firm| edition.outcome(frame, firm, &spent);
    let outcomes: Vec<Outcome> = answerings.firms.iter().map(outcome).collect();
    let context = format!("{} {}", edition.id, frame.id);
    let verdict = check_verdict(found, &outcomes, &context);
    check_money(found, &outcomes, &context);
    assert_eq!(unmet(found), wanted_unmet(verdict, &outcomes), "{context}: unmet");
    let decided: Vec<_> = outcomes
        .iter()
        .map(|one| one.unmet.is_empty().then_some((one.grant, one.rate, one.cap)))
        .collect();
    let unanswered: BTreeSet<&str> = ids(&found.unanswered).into_iter().collect();
    assert_eq!(unanswered, answerings.deciding(&decided), "{context}: unanswered");
    let confirm: BTreeSet<&str> = ids(&found.to_confirm).into_iter().collect();
    assert_eq!(confirm, to_confirm(edition, frame, asked), "{context}: to confirm");
}

fn check_verdict(found: &FrameEstimate, outcomes: &[Outcome], context: &str) -> Verdict {
    let eligible = outcomes.iter().filter(|one| one.unmet.is_empty()).count();
    let verdict = match eligible {
        0 => Verdict::Ineligible,
        all if all == outcomes.len() && !outcomes[0].unknown => Verdict::Eligible,
        _ => Verdict::Undetermined,
    };
    assert_eq!(found.verdict, verdict, "{context}");
    verdict
}

fn check_money(found: &FrameEstimate, outcomes: &[Outcome], context: &str) {
    let grants = || outcomes.iter().map(|one| one.grant);
    let low = grants().min().filter(|_| !outcomes[0].unknown).unwrap_or(0);
    assert_eq!(u128::from(found.grant.low.0), low, "{context}: least grant");
    assert_eq!(Some(u128::from(found.grant.high.0)), grants().max(), "{context}: greatest grant");

    let eligible = || outcomes.iter().filter(|one| one.unmet.is_empty());
    let of = agreed(eligible().map(|one| one.rate)).flatten();
    assert_eq!(found.rate, of.map(rate), "{context}: rate");
    let cap = agreed(eligible().map(|one| one.cap)).flatten();
    assert_eq!(found.cap, cap.map(yen), "{context}: cap");
    let floor = agreed(eligible().map(|one| one.floor)).flatten();
    assert_eq!(found.floor, floor.map(yen), "{context}: floor");

    // READING: what may count does count, as long as an open answer can still make it count.
    let counted = outcomes.iter().map(|one| one.counted).max().unwrap_or(0);
    assert_eq!(found.eligible_expenses, yen(counted), "{context}: eligible expenses");
    assert_eq!(found.own_funds, yen(counted.saturating_sub(low)), "{context}: own funds");
}

/// "The frame's open `confirm` facts (`invoice_used_before` only while `invoice_new` is not `false`)."
fn to_confirm(edition: &Edition, frame: &Frame, asked: &Asked) -> BTreeSet<&'static str> {
    // Where frames of their own stand for it, it stands in the way of these alone.
    let apart = edition.frames.iter().any(|frame| frame.id == "invoice");
    let invoice = !apart || frame.id.starts_with("invoice");
    let new = asked.answers.get("invoice_new") != Some(&Value::Truth(false));
    let open = edition.confirm.iter().copied().filter(|fact| !asked.answers.contains_key(fact));
    open.filter(|fact| *fact != "invoice_used_before" || (invoice && new)).collect()
}

fn agreed<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn unmet(frame: &FrameEstimate) -> BTreeSet<&'static str> {
    frame.unmet.iter().copied().collect()
}

/// "The requirements that fail in every answering (if an `ineligible` frame has none, those that fail in
/// some)."
fn wanted_unmet(verdict: Verdict, outcomes: &[Outcome]) -> BTreeSet<&'static str> {
    let first = outcomes.first().map_or(&[][..], |one| &one.unmet);
    let always = first.iter().filter(|id| outcomes.iter().all(|one| one.unmet.contains(*id)));
    let always: BTreeSet<&str> = always.copied().collect();
    if verdict != Verdict::Ineligible || !always.is_empty() {
        return always;
    }
    outcomes.iter().flat_map(|one| one.unmet.iter().copied()).collect()
}
