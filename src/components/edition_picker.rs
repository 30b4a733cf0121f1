//! Chooses the programme and its round.

use std::cmp::Reverse;

use hojokin_engine::Edition;
use hojokin_rules::rulebook;
use web_sys::HtmlSelectElement;
use yew::{Callback, TargetCast};

use super::in_order;
use crate::{
    markup::{Markup, On},
    state::State,
    text::{Message, Words},
};

/// A list of all rounds, the latest first, each with where it stands; the first choice is all programmes.
pub fn edition_picker(
    m: &mut Markup,
    words: Words,
    state: &State,
    onchoose: &Callback<Option<&'static Edition>>,
) {
    let chosen = state.edition;
    let onchange = onchoose.reform(|event: yew::Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        // The first choice has no edition's id.
        rulebook().edition(&id)
    });
    m.open("div", "edition-picker");
    m.open("label", "edition-picker__label");
    m.set("for", "edition");
    m.say(words.say(Message::Round));
    m.close();
    match chosen {
        Some(chosen) => m.label("p", "edition-picker__programme", words.rule(chosen.name)),
        None => m.nothing(),
    }
    m.open("select", "edition-picker__select");
    m.set("id", "edition");
    m.on(On::Change, onchange);
    option(m, "", words.say(Message::AllProgrammes).to_owned(), chosen.is_none());
    for (name, editions) in programmes(state) {
        m.open("optgroup", "");
        m.set("label", words.rule(name));
        for edition in editions {
            let selected = chosen.is_some_and(|chosen| edition.id == chosen.id);
            option(m, edition.id, words.round_and_status(edition, state.status(edition)), selected);
        }
        m.close();
    }
    m.close();
    if chosen.is_some() {
        m.open("button", "edition-picker__all");
        m.set("type", "button");
        m.on(On::Click, onchoose.reform(|_: yew::Event| None));
        m.say(words.say(Message::AllProgrammes));
        m.close();
    }
    m.close();
}

fn option(m: &mut Markup, value: &'static str, text: String, selected: bool) {
    m.open("option", "");
    m.set("value", value);
    m.chosen(selected);
    m.text(text);
    m.close();
}

/// The editions of each programme that the page offers, and the chosen one, the latest first.
fn programmes(state: &State) -> Vec<(&'static str, Vec<&'static Edition>)> {
    let mut programmes: Vec<(&str, Vec<&Edition>)> = Vec::new();
    let chosen = state.edition.map(|edition| edition.id);
    let editions = rulebook().editions.iter().collect();
    for edition in
        in_order(editions, |edition| Reverse(edition.closes.map(|closes| closes.value.day)))
    {
        if !state.settings.offers(edition) && chosen != Some(edition.id) {
            continue;
        }
        match programmes.iter_mut().find(|(name, _)| *name == edition.name) {
            Some((_, editions)) => editions.push(edition),
            None => programmes.push((edition.name, vec![edition])),
        }
    }
    programmes
}
