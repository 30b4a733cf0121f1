//! Whoever works the shown steps out by hand comes to the shown grant.

mod paper;

use std::collections::BTreeMap;

use hojokin_engine::{Estimate, FrameEstimate, Verdict};

use self::paper::Paper;
use crate::{
    cases::{Asked, amounts_of_change, answered, partly_open, run},
    contract::editions,
};

#[test]
fn the_steps_worked_out_by_hand_come_to_the_greatest_grant() {
    for edition in editions() {
        run(400, &partly_open(edition), |asked| {
            check_steps(&asked.estimate());
        });
    }
}

#[test]
fn the_steps_are_right_to_the_yen_where_the_rules_change() {
    for edition in editions() {
        let category = edition.special.first().unwrap_or(&edition.categories[0]);
        run(4, &answered(edition), |firm| {
            for amount in amounts_of_change(edition) {
                let expenses = BTreeMap::from([(*category, amount)]);
                let asked = Asked { expenses, ..firm.clone() };
                check_steps(&asked.estimate());
            }
        });
    }
}

#[test]
fn under_what_the_working_assumes_it_is_the_whole_answer() {
    for edition in editions() {
        run(200, &partly_open(edition), |asked| {
            let frames = asked.estimate().frames;
            for (n, frame) in frames.iter().enumerate() {
                let assumed = asked.assuming(&frame.assumed);
                let assumed = assumed.estimate().frames;
                check_assumed(frame, &assumed[n]);
            }
        });
    }
}

fn check_steps(estimate: &Estimate) {
    for frame in &estimate.frames {
        check_working(estimate.edition, frame);
    }
}

fn check_working(edition: &hojokin_engine::Edition, frame: &FrameEstimate) {
    let id = format!("{} {}", edition.id, frame.frame.id);
    // A grant below the floor is worked out, too: the working shows why there is none.
    let below = frame.unmet.contains(&"below_floor");
    let shown = frame.verdict != Verdict::Ineligible || below;
    assert_eq!(frame.terms.is_some(), shown, "{id}");
    assert!(shown || frame.steps.is_empty(), "{id}");
    let Some(terms) = frame.terms else { return };
    let mut paper = Paper::new(edition, frame);
    for step in &frame.steps {
        paper.note(step);
    }
    assert_eq!(paper.rate, terms.rate.map(|rate| rate.value), "{id}");
    assert_eq!(paper.cap, terms.cap.map(|cap| cap.value), "{id}");
    if terms.rate.is_none() && frame.frame.grant().is_some_and(|grant| grant.parts.is_empty()) {
        assert!(paper.has_no_product(), "{id}: a share though no rate is stated");
        return;
    }
    assert_eq!(paper.grant(), frame.grant.high, "{id}");
    assert!(!below || paper.is_below_floor(), "{id}");
    if !paper.has_no_product() && !paper.is_below_floor() {
        assert_eq!(paper.expenses(), frame.eligible_expenses, "{id}");
    }
}

fn check_assumed(frame: &FrameEstimate, assumed: &FrameEstimate) {
    let id = frame.frame.id;
    let stated = frame.terms.is_some_and(|terms| terms.rate.is_some());
    if frame.verdict == Verdict::Ineligible || !stated {
        return;
    }
    assert_eq!(assumed.verdict, Verdict::Eligible, "{id}");
    assert_eq!(
        (assumed.grant.low, assumed.grant.high),
        (frame.grant.high, frame.grant.high),
        "{id}"
    );
    assert_eq!(assumed.terms, frame.terms, "{id}");
    assert_eq!(assumed.steps, frame.steps, "{id}");
    assert!(assumed.unanswered.is_empty(), "{id}");
}
