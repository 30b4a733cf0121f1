//! The choice between one question a screen and everything at once.

use yew::Callback;

use crate::{
    markup::{Markup, On},
    state::{Action, Mode},
    text::{Message, Words},
};

/// A button for each way of asking.
pub fn modes(m: &mut Markup, words: Words, mode: Mode, onact: &Callback<Action>) {
    m.open("div", "modes");
    m.set("role", "group");
    m.set("aria-label", words.say(Message::Modes));
    for (to, text) in [(Mode::Guided, Message::Guided), (Mode::Sheet, Message::Sheet)] {
        m.open("button", "modes__mode");
        m.set("type", "button");
        m.set("aria-pressed", if mode == to { "true" } else { "false" });
        m.on(On::Click, onact.reform(move |_: yew::Event| Action::Ask(to)));
        m.say(words.say(text));
        m.close();
    }
    m.close();
}
