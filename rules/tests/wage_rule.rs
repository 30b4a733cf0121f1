//! What the built-in editions ask of the in-house minimum wage, and ask back.

use hojokin_engine::{
    Edition, Yen,
    mechanism::{
        repayment::Promise,
        wage_target::{
            WageBase::{self, Current, Regional, RegionalOrCurrent},
            needed, too_low,
        },
    },
};
use hojokin_rules::rulebook;

/// Edition, base, yen to be added, whether both wages must reach the regional one, whether that is verified.
const RULES: &[(&str, WageBase, u64, bool, bool)] = &[
    ("jizokuka/2023-14", RegionalOrCurrent, 30, false, false),
    ("jizokuka/2024-15", RegionalOrCurrent, 50, false, true),
    ("jizokuka/2024-16", RegionalOrCurrent, 50, false, true),
    ("jizokuka/2025-17", Current, 50, true, true),
    ("monodukuri/2024-18", Regional, 30, false, true),
    ("monodukuri/2025-20", Regional, 30, false, true),
    ("shoryokuka-catalog/2024", Current, 45, false, true),
    ("shoryokuka-general/2025", Regional, 30, false, true),
    ("shokei/2024", RegionalOrCurrent, 50, false, true),
    ("jizokuka/2025-18", Current, 50, true, false),
    ("jizokuka/2026-19", Current, 50, true, false),
    ("monodukuri/2025-21", Regional, 30, false, false),
    ("monodukuri/2026-22", Regional, 30, false, false),
    ("monodukuri/2026-23", Regional, 30, false, false),
    ("shinmono/2026-1", Regional, 30, false, false),
    ("shinjigyo/2025-1", Regional, 30, false, false),
    ("shinjigyo/2025-2", Regional, 30, false, false),
    ("shinjigyo/2026-3", Regional, 30, false, false),
    ("shoryokuka-general/2026-8", Regional, 30, false, false),
];

fn edition(id: &str) -> &'static Edition {
    rulebook().edition(id).unwrap_or_else(|| panic!("{id} is built in"))
}

#[track_caller]
fn check(id: &str, regional: u64, current: u64, wage: u64) {
    let rule = edition(id).wage.expect("it asks for a wage");
    assert_eq!(
        needed(&rule, Yen(regional), Yen(current)),
        Yen(wage),
        "{id}: {regional}, {current}"
    );
}

#[test]
fn the_rules_are_those_of_the_guidelines() {
    for (id, base, add, also_regional, verified) in RULES {
        let rule = edition(id).wage.expect("it asks for a wage");
        let found = (rule.base, rule.add, rule.also_regional, rule.cite.verified);
        assert_eq!(found, (*base, Yen(*add), *also_regional, *verified), "{id}");
    }
}

/// Editions of which the sheets are not clear, or which promise a percentage, have none.
#[test]
fn editions_before_the_wage_frames_and_without_them_ask_for_no_wage() {
    for id in
        ["jizokuka/2014", "jizokuka/2026-20", "jizokuka-startup/2025-1", "shoryokuka-catalog/2026"]
    {
        assert_eq!(edition(id).wage, None, "{id}");
    }
}

#[test]
fn the_official_examples_come_out_with_the_rules_of_their_rounds() {
    for id in ["jizokuka/2024-15", "jizokuka/2024-16"] {
        check(id, 1_000, 1_010, 1_050);
        check(id, 1_000, 1_050, 1_100);
    }
    check("jizokuka/2025-17", 1_000, 1_010, 1_060);
}

#[test]
fn a_yen_below_and_above_the_limit_of_each_rule() {
    check("jizokuka/2023-14", 1_000, 1_029, 1_030);
    check("jizokuka/2023-14", 1_000, 1_030, 1_060);
    check("shokei/2024", 1_000, 1_049, 1_050);
    check("shokei/2024", 1_000, 1_050, 1_100);
    check("monodukuri/2025-20", 1_000, 1_031, 1_030);
    check("shoryokuka-catalog/2024", 1_000, 1_000, 1_045);
    let rule = edition("jizokuka/2025-17").wage.expect("it asks for a wage");
    assert!(too_low(&rule, Yen(1_000), Yen(999)) && !too_low(&rule, Yen(1_000), Yen(1_000)));
}

#[test]
fn no_verdict_reads_the_prefecture_or_the_wage_for_the_sake_of_the_rule() {
    let book = rulebook();
    let asked = ["prefecture", "site_minimum_wage"].map(|id| book.fact(id).map(|(id, _)| id));
    for (id, ..) in RULES {
        let facts = edition(id).facts;
        assert!(asked.iter().flatten().all(|fact| !facts.contains(fact)), "{id}");
    }
}

#[test]
fn every_citation_names_a_source_of_its_edition() {
    for edition in rulebook().editions {
        let repayment = edition.repayment.iter();
        let waivers = repayment.clone().flat_map(|rule| rule.waivers).map(|note| note.cite);
        let cites =
            edition.wage.iter().map(|rule| rule.cite).chain(repayment.map(|rule| rule.cite));
        for cite in cites.chain(waivers) {
            assert!(edition.source(cite).is_some(), "{}: {}", edition.id, cite.doc);
        }
    }
}

#[test]
fn only_the_round_whose_guideline_was_read_surely_asks_anything_back_by_formula() {
    let known = rulebook().editions.iter().filter(|edition| edition.repayment.is_some());
    assert_eq!(
        known.clone().map(|edition| edition.id).collect::<Vec<_>>(),
        ["monodukuri/2025-20", "monodukuri/2025-21", "monodukuri/2026-22", "monodukuri/2026-23",]
    );
    for edition in known.skip(1) {
        let rule = edition.repayment.expect("it asks back");
        assert!(!rule.cite.verified, "{}: carried over from round 20", edition.id);
    }
    let rule = edition("monodukuri/2025-20").repayment.expect("it asks back");
    assert_eq!(rule.promises, [Promise::Growth, Promise::MinimumWage, Promise::LargeRaise]);
    assert_eq!((rule.waivers.len(), rule.cite.verified), (2, true));
}
