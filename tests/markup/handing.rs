//! What hands on and keeps.

use hojokin_engine::{Range, Yen};
use hojokin_widget::{
    components::{cases, copies, hand_on, opened, save, share},
    hand::{self, Copied},
    link::{LinkError, Opened, Told},
    state::{Action, CASES, Keeping, Origin, Saving, Shared, State},
};
use yew::Callback;

use crate::{
    firms::{answered, at, nobody, retailer, words},
    rendering::check,
};

fn keeping(mut state: State, all: Vec<Keeping>) -> State {
    all.into_iter().for_each(|keeping| state.apply(Action::Keep(keeping)));
    state
}

#[test]
fn handing_on_is_folded_away() {
    check("hand_on", |m| hand_on(m, words(), &answered(), &nobody(), false));
}

#[test]
fn a_link_stands_with_its_code() {
    let made = |code| Keeping::Share(Shared { address: "https://example.jp/#x".to_owned(), code });
    check("share", move |m| {
        let all = vec![made(Some((29, "M4 4h7v1h-7z".to_owned()))), Keeping::Copied(Copied::Link)];
        share(m, words(), &keeping(retailer(&[]), all).kept, &Callback::noop())
    });
    check("share-too_long", move |m| {
        share(m, words(), &keeping(retailer(&[]), vec![made(None)]).kept, &Callback::noop())
    });
}

#[test]
fn what_cannot_be_copied_is_shown() {
    check("copies", |m| {
        let state = keeping(retailer(&[]), vec![Keeping::Copied(Copied::Csv)]);
        copies(m, words(), &state.kept, &Callback::noop())
    });
    check("copies-by_hand", |m| {
        let state = keeping(retailer(&[]), vec![Keeping::ByHand("一行目".to_owned())]);
        copies(m, words(), &state.kept, &Callback::noop())
    });
}

#[test]
fn saving_says_what_is_kept_and_where() {
    for (name, keep) in [
        ("save", Keeping::Saving(Saving::On)),
        ("save-refused", Keeping::Saving(Saving::Refused)),
        ("save-set_aside", Keeping::SetAside),
    ] {
        check(name, move |m| {
            let state = keeping(retailer(&[]), vec![keep.clone()]);
            save(m, words(), &state.kept, &Callback::noop())
        });
    }
}

#[test]
fn cases_stand_side_by_side() {
    let add = |mut state: State, count: usize| {
        for _ in 0..count {
            let case = hand::case(words(), &state);
            state.apply(Action::Keep(Keeping::Case(case)));
        }
        state
    };
    let (onact, onhand) = (Callback::noop, Callback::noop);
    check("cases-none", move |m| cases(m, words(), &retailer(&[]).kept, &onact(), &onhand()));
    check("cases", move |m| {
        let mut state = add(answered(), 1);
        state.apply(Action::Choose(None));
        state = add(state, 1);
        cases(m, words(), &state.kept, &onact(), &onhand())
    });
    check("cases-full", move |m| {
        let state = keeping(add(at("2026-11-21", None), CASES), vec![Keeping::Saving(Saving::On)]);
        cases(m, words(), &state.kept, &onact(), &onhand())
    });
}

#[test]
fn what_was_opened_says_what_has_changed() {
    let yen = |low, high| Range { low: Yen(low), high: Yen(high) };
    let (before, now) = (Some(yen(0, 500_000)), yen(750_000, 750_000));
    let rules = Told { before, now, ignored: 2, dated: true, ..Told::default() };
    let same = Told { before: Some(now), now, ..Told::default() };
    for (name, origin, told) in [
        ("opened", Origin::Link, Ok(rules)),
        ("opened-same", Origin::Device, Ok(same)),
        ("opened-day", Origin::Case, Ok(Told { same_rules: true, ignored: 0, ..rules })),
        ("opened-damaged", Origin::Link, Err(LinkError::Damaged)),
        ("opened-newer", Origin::Link, Err(LinkError::Newer)),
        ("opened-too_long", Origin::Link, Err(LinkError::TooLong)),
        ("opened-kept", Origin::Device, Err(LinkError::Damaged)),
    ] {
        check(name, move |m| {
            let mut state = retailer(&[]);
            let link =
                told.map(|told| Opened { edition: None, as_of: None, actions: vec![], told });
            state.open(origin, link);
            state.kept.opened = Some((origin, told));
            opened(m, words(), &state)
        });
    }
}
