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
        purposes: &[],
        editions: keep(editions.to_vec()),
        combinations: Combinations::NONE,
    }
}

fn id(found: Option<&Edition>) -> Option<&'static str> {
    found.map(|edition| edition.id)
}

#[test]
fn the_next_round_is_the_one_that_is_open_or_else_the_first_to_come() {
    let rounds = [
        dated("a/0", 1, 2),
        dated("a/1", 3, 5),
        dated("b/1", 6, 9),
        dated("a/2", 10, 15),
        dated("a/3", 20, 25),
    ];
    let rules = book(&rounds);
    let [first, second, ..] = rounds;
    assert_eq!(id(rules.next_round(&second, day(5))), Some("a/2"), "a round is not its own next");
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
    let rounds = [dated("a/2", 20, 25), dated("a/1", 1, 10), dated("a/0", 1, 2)];
    let next = |moment| id(book(&rounds).next_round(&rounds[2], moment));
    assert_eq!(next(day(5)), Some("a/1"));
    assert_eq!(next(day(11)), Some("a/2"));
}

#[test]
fn the_closing_hour_still_belongs_to_the_round() {
    let at = |hour: u32| Moment { second: Some(hour * 3_600), ..day(5) };
    let rounds =
        [round("a/1", Some(day(1)), Some(at(17))), dated("a/2", 20, 25), dated("a/0", 1, 2)];
    let next = |moment| id(book(&rounds).next_round(&rounds[2], moment));
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

#[test]
fn a_programme_that_took_the_place_of_another_has_its_next_round() {
    let to = |programme| Some(Cited { value: programme, cite: CITE });
    let last = Edition { followed_by: to("b"), ..dated("a/2", 3, 5) };
    let rounds = [dated("a/1", 1, 2), last, dated("b/1", 10, 15), dated("b/2", 20, 25)];
    let rules = book(&rounds);
    let [first, second, third, _] = rounds;
    assert_eq!(id(rules.follower(&first)), Some("b/2"));
    assert_eq!(id(rules.follower(&third)), None);
    assert_eq!(id(rules.next_round(&first, day(4))), Some("a/2"));
    assert_eq!(id(rules.next_round(&second, day(4))), Some("b/1"));
    assert_eq!(id(rules.next_round(&first, day(16))), Some("b/2"));
    assert_eq!(id(rules.next_round(&first, day(26))), None);
    let over = rules.without_successor(day(26));
    assert_eq!(over.iter().map(|one| one.id).collect::<Vec<_>>(), ["b/2"], "a is looked for in b");
    let ended = rules.ended(|one| hojokin_engine::Status::of(one, day(26)));
    assert_eq!(ended.iter().map(|one| one.id).collect::<Vec<_>>(), ["a/2", "b/2"]);
}

#[test]
fn a_round_without_days_is_replaced_once_a_later_one_is_known_to_have_begun() {
    let undated = round("a/1", None, None);
    let of = |later: Edition| book(&[undated, later]);
    let dated_one = of(dated("a/2", 10, 15));
    for (at, replaced) in [(9, false), (10, true), (16, true)] {
        assert_eq!(dated_one.is_replaced(&undated, day(at)), replaced, "{at}");
    }
    // Without a first day, a later round is only known to have begun when it is over.
    let closing = of(round("a/2", None, Some(day(15))));
    assert!(!closing.is_replaced(&undated, day(15)) && closing.is_replaced(&undated, day(16)));
    assert!(!of(round("a/2", None, None)).is_replaced(&undated, day(31)));
    // An earlier one replaces nothing; one of the programme that follows does.
    assert!(!book(&[dated("a/0", 1, 2), undated]).is_replaced(&undated, day(31)));
    let renamed = Edition { followed_by: Some(Cited { value: "b", cite: CITE }), ..undated };
    assert!(book(&[renamed, dated("b/1", 1, 2)]).is_replaced(&renamed, day(1)));
}
