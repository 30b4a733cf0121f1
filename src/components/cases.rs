//! Cases side by side.

use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

use super::button;
use crate::{
    hand::Hand,
    markup::{Markup, On},
    state::{Action, CASES, Keeping, Kept, KeptCase, Saving},
    text::{Message, Words},
};

/// A button that keeps what is entered, and the cases that were kept.
pub fn cases(
    m: &mut Markup,
    words: Words,
    kept: &Kept,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("section", "cases");
    m.label("h4", "cases__title", words.say(Message::Cases));
    m.label("p", "cases__hint", words.say(Message::CasesHint));
    if kept.cases.len() < CASES {
        button(m, words.say(Message::CaseKeep), onhand.reform(|_| Hand::Case));
    } else {
        m.line("p", "cases__full", words.cases_full(CASES));
    }
    if kept.cases.is_empty() {
        m.nothing();
    } else {
        table(m, words, kept, onact, onhand);
        if kept.saving != Saving::On {
            m.label("p", "cases__hint", words.say(Message::CasesUnsaved));
        }
    }
    m.close();
}

/// The columns, the amounts first: on a phone the others are out of sight.
const COLUMNS: [Message; 5] = [
    Message::CaseTitle,
    Message::CaseGrant,
    Message::OwnFunds,
    Message::CaseFrame,
    Message::CaseProgramme,
];

fn table(
    m: &mut Markup,
    words: Words,
    kept: &Kept,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("div", "cases__frame");
    m.set("role", "region");
    m.set("aria-label", words.say(Message::Cases));
    m.set("tabindex", "0");
    m.open("table", "cases__table");
    m.open("tr", "");
    for title in COLUMNS {
        m.open("th", "");
        m.set("scope", "col");
        m.say(words.say(title));
        m.close();
    }
    m.close();
    for (place, case) in kept.cases.iter().enumerate() {
        row(m, words, place, case, onact, onhand);
    }
    m.close();
    m.close();
}

fn row(
    m: &mut Markup,
    words: Words,
    place: usize,
    case: &KeptCase,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("tr", "");
    m.open("th", "");
    m.set("scope", "row");
    m.open("input", "cases__name");
    m.set("type", "text");
    m.set("maxlength", "40");
    m.set("aria-label", words.say(Message::CaseTitle));
    m.value(case.name.clone());
    let onname = onact.reform(move |event: yew::Event| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Keep(Keeping::Name(place, name))
    });
    m.on(On::Change, onname);
    m.close();
    m.open("span", "cases__do");
    let drop = onact.reform(move |_| Action::Keep(Keeping::Drop(place)));
    let open = onhand.reform(move |_| Hand::Open(place));
    for (text, named, onclick) in [
        (Message::CaseOpen, Message::CaseOpenNamed, open),
        (Message::CaseDrop, Message::CaseDropNamed, drop),
    ] {
        m.open("button", "");
        m.set("type", "button");
        m.set_to("aria-label", words.of_case(named, &case.name).into());
        m.on(On::Click, onclick);
        m.say(words.say(text));
        m.close();
    }
    m.close();
    m.close();
    let none = || words.say(Message::None).to_owned();
    let best = case.best.map(|(grant, own, edition, frame)| {
        let name = [words.rule(edition.name), " ", words.rule(frame)];
        let name = if case.edition.is_some() { &name[2..] } else { &name[..] };
        (words.range(grant), words.range(own), name.concat())
    });
    let (grant, own, frame) = best.unwrap_or_else(|| (none(), none(), none()));
    m.line("td", "cases__amount", grant);
    m.line("td", "cases__amount", own);
    m.line("td", "", frame);
    let programme = case.edition.map(|one| [words.rule(one.name), " ", words.rule(one.round)]);
    let all = || words.say(Message::CaseAll).to_owned();
    m.line("td", "", programme.map_or_else(all, |programme| programme.concat()));
    m.close();
}
