//! Which programmes are over without a next round that the rules know, on given days.
//!
//! An entry that leaves the list has got its next round; one that is due is a round to look for
//! (`docs/tasks/add-a-round.md`).

use hojokin_engine::Moment;
use hojokin_rules::rulebook;

#[track_caller]
fn over(as_of: &str) -> Vec<&'static str> {
    let as_of: Moment = as_of.parse().expect("a moment");
    rulebook().without_successor(as_of).iter().map(|edition| edition.id).collect()
}

#[test]
fn on_the_day_of_the_survey_these_programmes_have_no_next_round() {
    let found = over("2026-11-21");
    assert_eq!(
        found,
        [
            "saikouchiku/2024-12",
            "keieikaizen/2024",
            "shinrenkei/2018",
            "kaigai-shinshutsu/2014",
            "hanbairyoku/2014",
            "antenna-shop/2014",
            "koiki-tenji/2014",
            "corona-rishi/2023",
            "adviser-chukatsu/2024",
            "chukatsu-shindan/2024",
            "jizokuka-joint/2026-3",
            "shinmono/2026-1",
            "shoryokuka-general/2026-8",
            "it/2026",
            "ma/2026-16",
            "seicho/2026-3",
        ]
    );
}

#[test]
fn a_round_is_missing_from_the_minute_after_its_closing_hour() {
    for (as_of, missing) in [("2026-12-15T17:00", false), ("2026-12-15T17:01", true)] {
        for id in ["jizokuka/2026-20", "jizokuka-startup/2026-4"] {
            assert_eq!(over(as_of).contains(&id), missing, "{id} {as_of}");
        }
    }
    assert!(over("2026-12-01").contains(&"gyomu-kaizen/2026"));
}

#[test]
fn a_programme_that_became_another_one_is_not_looked_for() {
    let monodukuri = rulebook().edition("monodukuri/2026-23").expect("it is built in");
    let name = |edition: Option<&hojokin_engine::Edition>| edition.map(|edition| edition.id);
    assert_eq!(name(rulebook().follower(monodukuri)), Some("shinmono/2026-1"));
    let next = |as_of: &str| {
        let as_of: Moment = as_of.parse().expect("a moment");
        name(rulebook().next_round(monodukuri, as_of))
    };
    assert_eq!(next("2026-10-01"), Some("shinmono/2026-1"));
    assert_eq!(next("2026-11-21"), None);
    assert!(!over("2026-11-21").contains(&"monodukuri/2026-23"));
}

#[test]
fn an_earlier_round_is_never_missed_once_there_is_a_later_one() {
    assert!(!over("2027-04-01").contains(&"jizokuka/2026-19"));
    assert!(!over("2024-06-01").contains(&"jizokuka/2024-16"), "round 20 was still to come");
}
