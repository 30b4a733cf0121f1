//! The place of a part that is not there yet.

use yew::{Callback, Event};

use crate::{
    markup::{Markup, On},
    text::{Message, Words},
};

/// The id of the place, which can have the focus.
pub const WAITING: &str = "waiting";

/// Says that the part is on its way or, if it is `missing`, that it could not be loaded, with a button to try again.
pub fn waiting(m: &mut Markup, words: Words, missing: bool, onagain: &Callback<Event>) {
    m.open("div", "waiting");
    m.set("id", WAITING);
    m.set("tabindex", "-1");
    if missing {
        m.label("p", "waiting__text", words.say(Message::PartMissing));
        m.open("button", "");
        m.set("type", "button");
        m.on(On::Click, onagain.clone());
        m.say(words.say(Message::PartAgain));
        m.close();
    } else {
        m.set("aria-busy", "true");
        m.label("p", "waiting__text", words.say(Message::PartLoading));
    }
    m.close();
}

/// Offers what is for handing on before it is there.
pub fn offer(m: &mut Markup, words: Words, onagain: &Callback<Event>) {
    m.open("button", "waiting__offer");
    m.set("type", "button");
    m.on(On::Click, onagain.clone());
    m.say(words.say(Message::Hand));
    m.close();
}
