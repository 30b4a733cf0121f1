//! Which round of a programme comes before and next, and which programmes have none.

use hojokin_engine::{CategoryId, Cited, Combinations, Date, Edition, Moment, Rulebook};

use crate::sample::{CITE, EDITION, FACTS, keep};

/// A day of May 2026.
const fn day(day: u8) -> Moment {
    Moment { day: Date { year: 2026, month: 5, day }, second: None }
}

/// A round of the programme before the `/` in its id.
fn round(id: &'static str, opens: Option<Moment>, closes: Option<Moment>) -> Edition {
    let programme = id.split('/').next().unwrap_or_default();
    let cited = |value| Cited { value, cite: CITE };
    Edition { id, programme, opens: opens.map(cited), closes: closes.map(cited), ..EDITION }
}

/// One from the first of these days to the second.
fn dated(id: &'static str, opens: u8, closes: u8) -> Edition {
    round(id, Some(day(opens)), Some(day(closes)))
}

fn book(editions: &[Edition]) -> Rulebook {
    Rulebook {
        facts: FACTS,
        categories: &["machinery"],
        own: CategoryId(0),
        editions: keep(editions.to_vec()),
        combinations: Combinations::NONE,
    }
}

fn id(found: Option<&Edition>) -> Option<&'static str> {
    found.map(|edition| edition.id)
}

#[test]
fn the_next_round_is_the_one_that_is_open_or_else_the_first_to_come() {
    let rounds =
        [dated("a/1", 1, 5), dated("b/1", 6, 9), dated("a/2", 10, 15), dated("a/3", 20, 25)];
    let rules = book(&rounds);
    let [first, ..] = rounds;
    let next = |moment| id(rules.next_round(&first, moment));
    assert_eq!(next(day(5)), Some("a/1"));
    assert_eq!(next(day(6)), Some("a/2"));
    assert_eq!(next(day(10)), Some("a/2"));
    assert_eq!(next(day(15)), Some("a/2"));
    assert_eq!(next(day(16)), Some("a/3"));
    assert_eq!(next(day(25)), Some("a/3"));
    assert_eq!(next(day(26)), None);
}

#[test]
fn an_open_round_comes_before_one_to_come_that_is_listed_earlier() {
    let rounds = [dated("a/2", 20, 25), dated("a/1", 1, 10)];
    let next = |moment| id(book(&rounds).next_round(&rounds[0], moment));
    assert_eq!(next(day(5)), Some("a/1"));
    assert_eq!(next(day(11)), Some("a/2"));
}

#[test]
fn the_closing_hour_still_belongs_to_the_round() {
    let at = |hour: u32| Moment { second: Some(hour * 3_600), ..day(5) };
    let rounds = [round("a/1", Some(day(1)), Some(at(17))), dated("a/2", 20, 25)];
    let next = |moment| id(book(&rounds).next_round(&rounds[0], moment));
    assert_eq!(next(at(17)), Some("a/1"));
    assert_eq!(next(at(18)), Some("a/2"));
}

#[test]
fn a_round_without_days_is_never_the_next() {
    let rounds = [dated("a/1", 1, 5), round("a/2", None, None)];
    assert_eq!(id(book(&rounds).next_round(&rounds[0], day(6))), None);
}

#[test]
fn the_round_before_is_the_one_of_the_same_programme_that_is_listed_before() {
    let rounds = [
        dated("a/1", 1, 5),
        dated("b/1", 1, 5),
        round("a/2", None, None),
        dated("ab/1", 1, 5),
        dated("a/3", 20, 25),
    ];
    let rules = book(&rounds);
    let before = rounds.iter().map(|one| id(rules.round_before(one)));
    assert_eq!(before.collect::<Vec<_>>(), [None, None, Some("a/1"), None, Some("a/2")]);
}

#[test]
fn the_last_round_of_a_programme_that_is_over_has_no_successor() {
    let rounds = [
        dated("a/1", 1, 5),
        dated("b/1", 1, 5),
        dated("a/2", 10, 15),
        dated("c/1", 1, 12),
        dated("d/1", 1, 2),
        round("d/2", None, None),
    ];
    let rules = book(&rounds);
    let over = |moment| -> Vec<&str> {
        rules.without_successor(moment).iter().map(|edition| edition.id).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(over(day(5)), none);
    // Of a there is another to come, then open; of d a round without days may be open.
    assert_eq!(over(day(6)), ["b/1"]);
    assert_eq!(over(day(13)), ["b/1", "c/1"]);
    assert_eq!(over(day(15)), ["b/1", "c/1"]);
    assert_eq!(over(day(16)), ["b/1", "a/2", "c/1"]);
}

#[test]
fn a_round_that_is_listed_earlier_can_be_the_successor() {
    let open = book(&[dated("a/1", 1, 20), dated("a/2", 5, 10)]);
    assert!(open.without_successor(day(15)).is_empty());
    assert_eq!(open.without_successor(day(21)).len(), 1);
    let to_come = book(&[dated("a/2", 20, 25), dated("a/1", 1, 5)]);
    assert!(to_come.without_successor(day(6)).is_empty());
    assert_eq!(to_come.without_successor(day(26)).len(), 1);
}
