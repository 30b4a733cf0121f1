//! The editions that give figures instead of a grant: the engine with its rule files, and the contract's text,
//! come to the same for every firm, whatever of it is known.

mod edition;
mod random;
mod size;

mod career_up;
mod experts;
mod loans;
mod mutual_aid;

use std::collections::BTreeSet;

use hojokin_engine::{FrameEstimate, Verdict};

use self::{
    edition::{Edition, Known},
    random::cases,
};
use crate::cases::{Asked, run};

/// Every edition without a grant that the contract's first table has, in its order.
fn editions() -> impl Iterator<Item = &'static Edition> {
    [mutual_aid::EDITIONS, loans::EDITIONS, experts::EDITIONS, career_up::EDITIONS]
        .into_iter()
        .flatten()
}

#[test]
fn a_firm_is_told_the_figures_of_the_contract_in_every_edition() {
    for edition in editions() {
        run(10_000, &cases(edition), |asked| check(edition, &asked));
    }
}

#[test]
fn every_built_in_edition_with_figures_is_compared_frame_by_frame() {
    let figures = |edition: &&hojokin_engine::Edition| {
        edition.frames.iter().any(|frame| frame.grant().is_none())
    };
    let built_in = hojokin_rules::rulebook().editions.iter().filter(figures);
    let frames = |edition: &hojokin_engine::Edition| {
        (edition.id, edition.frames.iter().map(|frame| frame.id).collect::<Vec<_>>())
    };
    let built_in: Vec<_> = built_in.map(frames).collect();
    let compared: Vec<_> =
        editions().map(|edition| (edition.id, edition.frames.to_vec())).collect();
    assert_eq!(built_in, compared);
}

fn check(edition: &Edition, asked: &Asked) {
    let known = Known::of(asked);
    let estimate = asked.estimate();
    assert_eq!(estimate.best().count(), 0, "{}: never in `best`", edition.id);
    for (found, frame) in estimate.frames.iter().zip(edition.frames) {
        let context = format!("{} {frame}", edition.id);
        check_verdict(found, edition, frame, &known, &context);
        check_figures(found, edition, frame, &known, &context);
    }
}

fn check_verdict(
    found: &FrameEstimate,
    edition: &Edition,
    frame: &str,
    known: &Known<'_>,
    context: &str,
) {
    let judged: Vec<_> = edition.judged(frame, known).collect();
    // No two requirements of an edition read the same fact: any can fail and hold whatever the others do.
    let fails: BTreeSet<&str> =
        judged.iter().filter(|(_, holds)| *holds == Some(false)).map(|(id, _)| *id).collect();
    let verdict = match fails.is_empty() {
        false => Verdict::Ineligible,
        true if judged.iter().all(|(_, holds)| *holds == Some(true)) => Verdict::Eligible,
        true => Verdict::Undetermined,
    };
    assert_eq!(found.verdict, verdict, "{context}");
    assert_eq!(found.unmet.iter().copied().collect::<BTreeSet<_>>(), fails, "{context}: unmet");
    assert_eq!(found.unmet.len(), fails.len(), "{context}: {:?} names one twice", found.unmet);
}

fn check_figures(
    found: &FrameEstimate,
    edition: &Edition,
    frame: &str,
    known: &Known<'_>,
    context: &str,
) {
    let told = found.figures.iter().map(|one| (one.figure.id, one.value.map(i128::from)));
    let wanted = (edition.figures)(frame, known);
    // An amount that no `i64` holds cannot be told.
    let wanted = wanted
        .into_iter()
        .map(|(id, value)| (id, value.filter(|value| i64::try_from(*value).is_ok())));
    assert_eq!(told.collect::<Vec<_>>(), wanted.collect::<Vec<_>>(), "{context}");
}
