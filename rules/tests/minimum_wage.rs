//! The regional minimum wages that are built in are those of the table, and the table is plausible.

use hojokin_engine::{Date, MinimumWage};
use hojokin_rules::minimum_wages;

const TABLE: &str = include_str!("../minimum_wage.csv");

fn day(text: &str) -> Date {
    text.parse().expect("a day of the calendar")
}

fn in_force(code: &str, on: &str) -> Option<MinimumWage> {
    let place = minimum_wages().place(code)?;
    minimum_wages().in_force(place, day(on))
}

#[track_caller]
fn check(code: &str, on: &str, yen: u64, since: &str) {
    let found = in_force(code, on).map(|wage| (wage.yen.0, wage.since));
    assert_eq!(found, Some((yen, day(since))), "{code} on {on}");
}

#[test]
fn every_cell_of_the_table_is_built_in() {
    let mut seen = 0;
    for line in TABLE.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let place = minimum_wages().place(cells[0]).expect("the code is known");
        let built_in = minimum_wages().of(place);
        let built_in = built_in.flat_map(|wage| [wage.yen.0.to_string(), wage.since.to_string()]);
        assert_eq!(built_in.collect::<Vec<_>>(), cells[2..], "{}", cells[1]);
        seen += 1;
    }
    assert_eq!(seen, 47);
    assert_eq!(minimum_wages().prefectures.len(), 47);
}

#[test]
fn the_places_are_those_of_the_choices_of_the_fact() {
    let (_, fact) = hojokin_rules::rulebook().fact("prefecture").expect("it is asked");
    let hojokin_engine::Kind::Choice(codes) = fact.kind else { panic!("it is a choice") };
    let prefectures = minimum_wages().prefectures;
    assert_eq!(prefectures.iter().map(|one| one.code).collect::<Vec<_>>(), codes);
}

#[test]
fn the_wage_of_the_day_counts_and_not_that_of_the_year() {
    check("13", "2025-10-02", 1_163, "2024-10-01");
    check("13", "2025-10-03", 1_226, "2025-10-03");
    check("05", "2026-03-30", 951, "2024-10-01");
    check("05", "2026-03-31", 1_031, "2026-03-31");
    check("47", "2026-12-01", 1_023, "2025-12-01");
    check("47", "2026-12-02", 1_086, "2026-12-02");
    assert_eq!(in_force("13", "2023-09-30"), None, "nothing is known before 令和5年度");
}

#[test]
fn the_two_cells_in_which_the_sources_differed_hold_what_was_found_right() {
    check("20", "2026-01-01", 1_061, "2025-10-03");
    check("03", "2024-10-27", 952, "2024-10-27");
    check("03", "2024-10-26", 893, "2023-10-04");
}

#[test]
fn the_next_wage_is_known_until_the_last_revision_is_in_force() {
    let next = |on| minimum_wages().next(42, day(on)).map(|wage| (wage.yen.0, wage.since));
    assert_eq!(next("2026-11-21"), Some((1_092, day("2026-12-01"))), "熊本県");
    assert_eq!(next("2026-12-01"), None);
}

/// A slip of a digit falls out of these bounds. The lowest and the highest wage and the raises of 令和8年度 are
/// stated of the whole country; the raises before are those of the table.
#[test]
fn wages_rise_every_year_by_a_plausible_amount() {
    let bounds = [(39, 84), (63, 82), (54, 65)];
    let (mut least, mut most) = ([u64::MAX; 4], [0; 4]);
    for place in 0..47 {
        let yen: Vec<u64> = minimum_wages().of(place).map(|wage| wage.yen.0).collect();
        for (raise, (low, high)) in yen.windows(2).zip(bounds) {
            let raise = raise[1] - raise[0];
            assert!((low..=high).contains(&raise), "{place}: a raise of {raise}");
        }
        for (year, yen) in yen.into_iter().enumerate() {
            (least[year], most[year]) = (least[year].min(yen), most[year].max(yen));
        }
    }
    assert_eq!((least, most), ([893, 951, 1_023, 1_085], [1_113, 1_163, 1_226, 1_280]));
}

#[test]
fn days_that_rest_on_one_source_alone_are_marked_unverified() {
    let unverified = |on: &str| -> Vec<&str> {
        let marked = minimum_wages().prefectures.iter().filter(|prefecture| {
            let cite = in_force(prefecture.code, on).and_then(|wage| wage.since_cite);
            cite.is_some_and(|cite| cite.doc == "S86" && !cite.verified)
        });
        marked.map(|prefecture| prefecture.code).collect()
    };
    assert_eq!(unverified("2024-05-27"), ["43", "44", "45", "46", "47"]);
    assert_eq!(unverified("2025-05-27"), ["44", "45", "46", "47"]);
    assert!(unverified("2026-05-27").is_empty());
    assert!(unverified("2026-12-31").is_empty());
}

#[test]
fn every_citation_names_a_listed_source() {
    let wages = minimum_wages();
    for revision in wages.revisions {
        let days = revision.days.iter().map(|days| days.cite);
        for cite in revision.cites.iter().copied().chain(days) {
            assert!(wages.source(cite).is_some(), "{}: {}", revision.name, cite.doc);
        }
        assert!(revision.cites.iter().all(|cite| cite.verified), "{}", revision.name);
    }
    assert_eq!(wages.sources.len(), 8);
}
