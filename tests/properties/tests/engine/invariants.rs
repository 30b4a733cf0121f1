//! What holds of every estimate, whatever the edition.

use hojokin_engine::{Estimate, FrameEstimate, Verdict, Yen, estimate};
use proptest::{prelude::*, sample};

use crate::cases::{Asked, Value, amount, config, partly_open, value};

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn a_grant_is_within_its_cap_and_the_expenses_and_the_firm_pays_the_rest(
        asked in partly_open()
    ) {
        for frame in frames(&asked) {
            check_bounds(&frame);
        }
    }

    #[test]
    fn the_best_frames_are_those_that_grant_the_most_for_certain(asked in partly_open()) {
        for edition in hojokin_rules::rulebook().editions {
            check_best(&estimate(edition, &asked.case()));
        }
    }

    #[test]
    fn more_expense_in_one_category_never_lowers_a_grant(
        asked in partly_open(),
        category in sample::select(hojokin_rules::rulebook().categories),
        more in amount(),
    ) {
        // No edition here takes anything away as expenses grow. A website alone is ineligible, but it grants
        // nothing without that rule either, so this holds across the change of verdict.
        let mut raised = asked.clone();
        let entered = raised.expenses.entry(category).or_default();
        *entered = entered.saturating_add(more).min(Yen::MOST_ENTERED.0);
        for (before, after) in frames(&asked).zip(frames(&raised)) {
            assert!(before.grant.low <= after.grant.low, "{}", before.frame.id);
            assert!(before.grant.high <= after.grant.high, "{}", before.frame.id);
        }
    }

    #[test]
    fn an_answer_never_widens_a_range_nor_turns_a_verdict_that_stands(
        (asked, id, answer) in partly_open().prop_flat_map(with_an_answer)
    ) {
        let answered = id.map_or_else(|| asked.clone(), |id| asked.answered(id, answer));
        for (before, after) in frames(&asked).zip(frames(&answered)) {
            check_answer(&before, &after);
        }
    }
}

/// Every frame of every built-in edition.
fn frames(asked: &Asked) -> impl Iterator<Item = FrameEstimate> + use<> {
    let case = asked.case();
    let editions = hojokin_rules::rulebook().editions.iter();
    editions.flat_map(move |edition| estimate(edition, &case).frames)
}

/// A case, one of its open facts if there is any, and an answer to it.
fn with_an_answer(asked: Asked) -> BoxedStrategy<(Asked, Option<&'static str>, Value)> {
    let open: Vec<_> = asked.open().collect();
    if open.is_empty() {
        return Just((asked, None, Value::Truth(false))).boxed();
    }
    sample::select(open)
        .prop_flat_map(move |fact| (Just(asked.clone()), Just(Some(fact.id)), value(fact)))
        .boxed()
}

fn check_bounds(frame: &FrameEstimate) {
    let id = frame.frame.id;
    assert!(frame.grant.low <= frame.grant.high, "{id}");
    assert!(frame.grant.high <= frame.eligible_expenses, "{id}");
    assert!(frame.cap.is_none_or(|cap| frame.grant.high <= cap), "{id}");
    assert_eq!(frame.own_funds, frame.eligible_expenses - frame.grant.low, "{id}");
    let ineligible = frame.verdict == Verdict::Ineligible;
    assert_eq!(ineligible, !frame.unmet.is_empty(), "{id}");
    assert!(!ineligible || frame.grant.high == Yen::ZERO, "{id}");
    assert!(frame.verdict != Verdict::Undetermined || !frame.unanswered.is_empty(), "{id}");
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
}
