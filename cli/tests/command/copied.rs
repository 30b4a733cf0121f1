//! What the widget copies as JSON is a case for the command, and both come to the same amounts.

use hojokin_engine::{Kind, Moment, Tax};
use hojokin_rules::rulebook;
use hojokin_widget::{
    hand::{self, Copied},
    state::{Action, Field, Mode, Settings, State},
    text::Words,
};
use serde_json::Value;

use crate::run::run;

/// A firm that answers every second question of an edition and spends on all its categories.
fn firm(edition: Option<&str>, tax: Tax) -> State {
    let as_of: Moment = "2026-11-21T10:30".parse().expect("a moment");
    let mut state = State::new(Settings {
        edition: edition.map(str::to_owned),
        mode: Mode::Sheet,
        ..Settings::at(as_of)
    });
    let rulebook = rulebook();
    state.apply(Action::Tax(tax));
    for (n, fact) in rulebook.facts.iter().enumerate().step_by(2) {
        let id = rulebook.fact(fact.id).expect("it is there").0;
        state.apply(match fact.kind {
            Kind::Truth => Action::Truth(id, Some(n % 4 == 0)),
            Kind::Choice(_) => Action::Pick(id, Some(1)),
            _ => Action::Type(Field::Fact(id), "4人".to_owned()),
        });
    }
    for key in rulebook.categories {
        let category = rulebook.category(key).expect("it is there");
        if category != rulebook.own || state.edition.is_some() {
            state.apply(Action::Type(state.expense(category), "123万4,567".to_owned()));
        }
    }
    state
}

#[test]
fn the_command_reckons_the_same_from_what_the_widget_copies() {
    let editions = rulebook().editions.iter().map(|edition| Some(edition.id)).chain([None]);
    for (edition, tax) in editions.flat_map(|id| [(id, Tax::Excluded), (id, Tax::Included)]) {
        let state = firm(edition, tax);
        let json = hand::copy(Copied::Json, Words::japanese(), &state);
        let run = run(&["estimate"], json.as_bytes());
        assert_eq!(run.code, Some(0), "{edition:?} {json}\n{}", run.stdout);
        let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let found = match edition {
            Some(_) => vec![found],
            None => found.as_array().expect("a list").clone(),
        };
        // The command knows nothing of rounds that end with the prefecture's minimum wage.
        let shown = state.estimates(&state.case());
        for estimate in &shown {
            let one = found.iter().find(|one| one["edition"] == estimate.edition.id);
            let one = one.unwrap_or_else(|| panic!("{} is missing", estimate.edition.id));
            for frame in estimate.frames.iter().filter(|frame| frame.frame.grant().is_some()) {
                let frames = one["frames"].as_array().expect("a list");
                let same =
                    frames.iter().find(|one| one["id"] == frame.frame.id).expect("the frame");
                assert_eq!(same["grant"]["low"], frame.grant.low.0, "{json}");
                assert_eq!(same["grant"]["high"], frame.grant.high.0, "{json}");
            }
        }
    }
}
