//! What is built in of using two programmes together.

use std::collections::BTreeSet;

use hojokin_engine::Together;
use hojokin_rules::rulebook;

fn programmes() -> BTreeSet<&'static str> {
    rulebook().editions.iter().map(|edition| edition.programme).collect()
}

#[test]
fn the_general_and_the_startup_type_cannot_be_applied_for_at_once() {
    let found = rulebook().combination("jizokuka", "jizokuka-startup");
    assert_eq!(
        (found.verdict, found.cite.doc, found.cite.lines),
        (Together::No, "S-17", Some("104"))
    );
    assert!(found.cite.verified);
}

#[test]
fn the_order_of_the_two_does_not_matter() {
    for one in programmes() {
        for other in programmes() {
            let (forth, back) =
                (rulebook().combination(one, other), rulebook().combination(other, one));
            assert_eq!(forth, back, "{one}, {other}");
        }
    }
}

#[test]
fn a_pair_of_which_no_source_says_anything_is_to_be_confirmed() {
    let found = rulebook().combination("jizokuka", "it");
    assert_eq!(found.verdict, Together::Unknown);
    assert_eq!(found, rulebook().combination("saikouchiku", "monodukuri"));
    assert!(!found.text.is_empty());
}

#[test]
fn nothing_is_called_possible_that_no_source_calls_so() {
    let known = rulebook().combinations.pairs.iter().map(|pair| (pair.one, pair.other));
    assert_eq!(known.collect::<Vec<_>>(), [("jizokuka", "jizokuka-startup")]);
}

#[test]
fn every_programme_named_has_an_edition_and_every_citation_a_source() {
    let known = rulebook().combinations;
    for pair in known.pairs {
        assert!(programmes().contains(pair.one) && programmes().contains(pair.other), "{pair:?}");
        assert!(known.source(pair.combination.cite).is_some(), "{pair:?}");
    }
    assert!(known.source(known.otherwise.cite).is_some());
}
