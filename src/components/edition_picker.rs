//! Chooses the programme and its round.

use std::cmp::Reverse;

use hojokin_engine::{Date, Edition, Status};
use hojokin_rules::rulebook;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::in_order;
use crate::text::{Message, Words};

/// A list of all rounds, the latest first, each with where it stands.
pub fn edition_picker(
    words: Words,
    chosen: &Edition,
    as_of: Date,
    onchoose: &Callback<&'static Edition>,
) -> Html {
    let onchange = {
        let onchoose = onchoose.clone();
        move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            // The list has only built-in editions, unless somebody else has changed it.
            if let Some(edition) = rulebook().edition(&id) {
                onchoose.emit(edition);
            }
        }
    };
    let option = |edition: &&'static Edition| {
        let status = words.short_status(Status::of(edition, as_of));
        html! {
            <option value={edition.id} selected={edition.id == chosen.id}>
                { format!("{}（{status}）", edition.round) }
            </option>
        }
    };
    html! {
        <div class="edition-picker">
            <label class="edition-picker__label" for="edition">{ words.say(Message::Round) }</label>
            <p class="edition-picker__programme">{ chosen.name }</p>
            <select class="edition-picker__select" id="edition" {onchange}>
                for (name, editions) in programmes() {
                    <optgroup label={name}>{ for editions.iter().map(option) }</optgroup>
                }
            </select>
        </div>
    }
}

/// The editions of each programme, the latest first.
fn programmes() -> Vec<(&'static str, Vec<&'static Edition>)> {
    let mut programmes: Vec<(&str, Vec<&Edition>)> = Vec::new();
    let editions = rulebook().editions.iter().collect();
    for edition in in_order(editions, |edition| Reverse(edition.closes.map(|day| day.value))) {
        match programmes.iter_mut().find(|(name, _)| *name == edition.name) {
            Some((_, editions)) => editions.push(edition),
            None => programmes.push((edition.name, vec![edition])),
        }
    }
    programmes
}
