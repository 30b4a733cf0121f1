//! Whether what was entered is saved on the device.

use yew::{Callback, TargetCast};

use crate::{
    hand::Hand,
    markup::{Markup, On},
    state::{Kept, Saving},
    text::{Message, Words},
};

/// A tick box, off at first, and what it does.
pub fn save(m: &mut Markup, words: Words, kept: &Kept, onhand: &Callback<Hand>) {
    let onchange = onhand.reform(|event: yew::Event| {
        Hand::Save(event.target_unchecked_into::<web_sys::HtmlInputElement>().checked())
    });
    m.open("section", "save");
    m.open("label", "save__choice");
    m.set("for", "save");
    m.open("input", "");
    m.set("type", "checkbox");
    m.set("id", "save");
    m.set("aria-describedby", "save-hint");
    m.checked(kept.saving == Saving::On);
    m.on(On::Change, onchange);
    m.close();
    m.label("span", "", words.say(Message::Save));
    m.close();
    m.open("p", "save__hint");
    m.set("id", "save-hint");
    m.say(words.say(Message::SaveHint));
    m.close();
    let more = match kept.saving {
        Saving::Refused => Some(Message::SaveRefused),
        _ => kept.set_aside.then_some(Message::SaveSetAside),
    };
    match more {
        Some(more) => m.label("p", "save__more", words.say(more)),
        None => m.nothing(),
    }
    m.close();
}
