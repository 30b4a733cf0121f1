//! What an answer is worth, and what another would bring, by giving every answer one by one.

use hojokin_engine::{Range, Yen, near_misses};

use crate::{
    cases::{Asked, built_in, fact, partly_open, run, values},
    contract::{Edition, Value, editions},
};

#[test]
fn an_answer_is_worth_the_most_that_one_of_them_moves() {
    for edition in editions().filter(|edition| rated(edition)) {
        run(60, &partly_open(edition), |asked| {
            let estimate = asked.estimate();
            for id in edition.facts().into_iter().filter(|id| open(&asked, id)) {
                let now = estimate.range();
                let moves = values(edition, id).into_iter().map(|value| {
                    let then = range(&asked, id, value);
                    (then.low - now.low).max(now.high - then.high)
                });
                let (place, _) = hojokin_rules::rulebook().fact(id).expect(id);
                let most = moves.max().unwrap_or_default();
                assert_eq!(estimate.worth(place), most, "{id} of {asked:?}");
            }
        });
    }
}

#[test]
fn a_near_miss_is_the_nearest_answer_that_brings_more() {
    for edition in editions().filter(|edition| rated(edition)) {
        run(60, &partly_open(edition), |asked| {
            let now = asked.estimate().range().low;
            let mut missed = near_misses(built_in(edition), &asked.case());
            for id in edition.facts() {
                let (place, known) = hojokin_rules::rulebook().fact(id).expect(id);
                let Some(given) = asked.answers.get(id).filter(|_| known.plan) else { continue };
                let Some(grant) = nearest(edition, &asked, id, *given, now) else { continue };
                let found = missed.iter().position(|missed| missed.fact == place);
                let found = missed.remove(found.unwrap_or_else(|| panic!("{id} of {asked:?}")));
                assert_eq!((found.grant, found.more), (grant, grant - now), "{id} of {asked:?}");
            }
            assert_eq!(missed, [], "{asked:?}");
        });
    }
}

/// The grant of the nearest higher number that brings more, or of the best other answer.
fn nearest(
    edition: &'static Edition,
    asked: &Asked,
    id: &'static str,
    given: Value,
    now: Yen,
) -> Option<Yen> {
    let grants = |value| Some(range(asked, id, value).low).filter(|low| now < *low);
    if let Value::Number(given) = given {
        let mut more: Vec<u64> = values(edition, id)
            .into_iter()
            .filter_map(|value| match value {
                Value::Number(number) if given < number => Some(number),
                _ => None,
            })
            .collect();
        more.sort_unstable();
        return more.into_iter().find_map(|number| grants(Value::Number(number)));
    }
    values(edition, id).into_iter().filter_map(grants).max()
}

fn range(asked: &Asked, id: &'static str, value: Value) -> Range {
    asked.answered(id, value).estimate().range()
}

/// Open, and not only to be confirmed.
fn open(asked: &Asked, id: &str) -> bool {
    !fact(id).confirm && !asked.answers.contains_key(id)
}

/// Whether the rates of all frames are known: where they are not, no way of answering brings a certain amount.
fn rated(edition: &Edition) -> bool {
    let mut grants = built_in(edition).frames.iter().filter_map(|frame| frame.grant());
    grants.all(|grant| grant.rate.is_some())
}
