//! What holds of every estimate, whatever the edition.

use hojokin_engine::{Estimate, FrameEstimate, Place, Verdict, Yen};
use proptest::{prelude::*, sample};

use crate::{
    cases::{Asked, amount, fact, partly_open, run, value},
    contract::{Edition, Value, editions},
};

/// So many cases of each edition.
const CASES: u32 = 150;

#[test]
fn a_grant_is_within_its_cap_and_the_expenses_and_the_firm_pays_the_rest() {
    for edition in editions() {
        run(CASES, &partly_open(edition), |asked| {
            asked.estimate().frames.iter().for_each(check_bounds);
        });
    }
}

#[test]
fn the_best_frames_are_those_that_grant_the_most_for_certain() {
    for edition in editions() {
        run(CASES, &partly_open(edition), |asked| {
            check_best(&asked.estimate());
        });
    }
}

#[test]
fn more_expense_in_one_category_never_lowers_a_grant() {
    // An amount in one category can make a frame ineligible (`website_only`, `machinery_required`), but only while it
    // grants nothing without that rule either, so this holds across the change of verdict. Only in the joint programme
    // a category can outgrow its share of the others (`outsourcing_over_limit`), which takes the whole grant away.
    for edition in editions().filter(|edition| edition.id != "jizokuka-joint/2026-3") {
        let category = sample::select(edition.categories);
        run(
            CASES,
            &(partly_open(edition), category, amount(edition)),
            |(asked, category, more)| {
                let mut raised = asked.clone();
                let entered = raised.expenses.entry(category).or_default();
                *entered = entered.saturating_add(more).min(Yen::MOST_ENTERED.0);
                for (before, after) in asked.estimate().frames.iter().zip(raised.estimate().frames)
                {
                    assert!(before.grant.low <= after.grant.low, "{}", before.frame.id);
                    assert!(before.grant.high <= after.grant.high, "{}", before.frame.id);
                }
            },
        );
    }
}

#[test]
fn an_answer_never_widens_a_range_nor_turns_a_verdict_that_stands() {
    for edition in editions() {
        let asked = partly_open(edition).prop_flat_map(|asked| with_an_answer(edition, asked));
        run(CASES, &asked, |(asked, answer)| {
            let answered =
                answer.map_or_else(|| asked.clone(), |(id, one)| asked.answered(id, one));
            for (before, after) in asked.estimate().frames.iter().zip(answered.estimate().frames) {
                check_answer(before, &after);
            }
        });
    }
}

/// A case, and an answer to one of its open facts if there is any.
fn with_an_answer(
    edition: &'static Edition,
    asked: Asked,
) -> BoxedStrategy<(Asked, Option<(&'static str, Value)>)> {
    let open = edition.facts().into_iter();
    let open: Vec<_> =
        open.filter(|id| !fact(id).confirm && !asked.answers.contains_key(id)).collect();
    if open.is_empty() {
        return Just((asked, None)).boxed();
    }
    let answer = sample::select(open)
        .prop_flat_map(|id| value(edition, id).prop_map(move |value| Some((id, value))));
    (Just(asked), answer).boxed()
}

fn check_bounds(frame: &FrameEstimate) {
    let id = frame.frame.id;
    let grant = frame.frame.grant().expect("the frame grants");
    assert!(frame.grant.low <= frame.grant.high, "{id}");
    // A cost that is asked for is not among the expenses, but what is granted of it is in the grant.
    let asked = grant.parts.iter().filter(|part| part.amount.is_some());
    let asked: Yen = asked.map(|part| part.at_most.expect("it has a limit")).sum();
    assert!(frame.grant.high <= frame.eligible_expenses + asked, "{id}");
    // "`cap` never includes the `closure` add-on."
    let atop = grant.parts.iter().filter(|part| part.place == Place::Atop);
    let atop: Yen = atop.map(|part| part.at_most.expect("an add-on has a limit")).sum();
    assert!(frame.cap.is_none_or(|cap| frame.grant.high <= cap + atop), "{id}");
    assert_eq!(frame.own_funds, frame.eligible_expenses - frame.grant.low, "{id}");
    let ineligible = frame.verdict == Verdict::Ineligible;
    assert_eq!(ineligible, !frame.unmet.is_empty(), "{id}");
    assert!(!ineligible || frame.grant.high == Yen::ZERO, "{id}");
    let terms = (frame.rate, frame.cap, frame.floor);
    assert!(!ineligible || terms == (None, None, None), "{id}: {terms:?}");
    // Where no rate is stated, no answer can decide.
    let open = grant.rate.is_some() || !grant.parts.is_empty();
    let undetermined = frame.verdict == Verdict::Undetermined;
    assert!(!(undetermined && open && frame.unanswered.is_empty()), "{id}");
}

fn check_best(estimate: &Estimate) {
    let best: Vec<&str> = estimate.best().map(|frame| frame.frame.id).collect();
    let low = |frame: &FrameEstimate| {
        if frame.verdict == Verdict::Eligible { frame.grant.low } else { Yen::ZERO }
    };
    let most = estimate.frames.iter().map(low).max().unwrap_or_default();
    for frame in &estimate.frames {
        let is_best = Yen::ZERO < most && low(frame) == most;
        assert_eq!(best.contains(&frame.frame.id), is_best, "{best:?}");
    }
}

fn check_answer(before: &FrameEstimate, after: &FrameEstimate) {
    let id = before.frame.id;
    assert!(before.grant.low <= after.grant.low, "{id}");
    assert!(after.grant.high <= before.grant.high, "{id}");
    if before.verdict != Verdict::Undetermined {
        assert_eq!(before.verdict, after.verdict, "{id}");
    }
    if let (Some(before), Some(after)) = (before.cap, after.cap) {
        assert_eq!(before, after, "{id}");
    }
    if let (Some(before), Some(after)) = (before.rate, after.rate) {
        assert_eq!(before, after, "{id}");
    }
}
