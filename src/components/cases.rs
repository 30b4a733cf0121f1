//! Cases side by side.

use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

use super::{button, named};
use crate::{
    hand::Hand,
    markup::{Markup, On},
    state::{Action, CASES, Keeping, Kept, KeptCase, Saving},
    text::{Message, Words},
};

/// The id of the heading, where the focus goes when its button is no longer there.
pub const CASES_TITLE: &str = "cases";

/// A button that keeps what is entered, and the cases that were kept.
pub fn cases(
    m: &mut Markup,
    words: Words,
    kept: &Kept,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("section", "cases");
    m.open("h4", "cases__title");
    m.set("id", CASES_TITLE);
    m.set("tabindex", "-1");
    m.say(words.say(Message::Cases));
    m.close();
    m.label("p", "cases__hint", words.say(Message::CasesHint));
    if kept.cases.len() < CASES {
        button(m, words.say(Message::CaseKeep), onhand.reform(|_| Hand::Case));
    } else {
        m.line("p", "cases__full", words.cases_full(CASES));
    }
    if kept.cases.is_empty() {
        m.nothing();
    } else {
        m.open("ul", "cases__list");
        for (place, one) in kept.cases.iter().enumerate() {
            case(m, words, place, one, onact, onhand);
        }
        m.close();
        if kept.saving != Saving::On {
            m.label("p", "cases__hint", words.say(Message::CasesUnsaved));
        }
    }
    m.close();
}

fn case(
    m: &mut Markup,
    words: Words,
    place: usize,
    case: &KeptCase,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("li", "cases__case");
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
    let none = || words.say(Message::None).to_owned();
    let best = case.best.map(|(grant, own, edition, frame)| {
        let name = [words.rule(edition.name), " ", words.rule(frame)];
        let name = if case.edition.is_some() { &name[2..] } else { &name[..] };
        (words.range(grant), words.range(own), name.concat())
    });
    let (grant, own, frame) = best.unwrap_or_else(|| (none(), none(), none()));
    let programme = case.edition.map(|one| [words.rule(one.name), " ", words.rule(one.round)]);
    let all = || words.say(Message::CaseAll).to_owned();
    let programme = programme.map_or_else(all, |programme| programme.concat());
    m.open("dl", "cases__facts");
    for (name, value) in [
        (Message::CaseGrant, grant),
        (Message::OwnFunds, own),
        (Message::CaseFrame, frame),
        (Message::CaseProgramme, programme),
    ] {
        m.open("div", "");
        m.label("dt", "", words.say(name));
        m.line("dd", "", value);
        m.close();
    }
    m.close();
    m.open("p", "cases__do");
    let drop = onhand.reform(move |_| Hand::Drop(place));
    let open = onhand.reform(move |_| Hand::Open(place));
    for (text, full, onclick) in [
        (Message::CaseOpen, Message::CaseOpenNamed, open),
        (Message::CaseDrop, Message::CaseDropNamed, drop),
    ] {
        m.open("button", "");
        m.set("type", "button");
        named(m, words, words.of_case(full, &case.name));
        m.on(On::Click, onclick);
        m.say(words.say(text));
        m.close();
    }
    m.close();
    m.close();
}
