//! That the page around gets what is entered.

use crate::{
    markup::Markup,
    state::Kept,
    text::{Message, Words},
};

/// One line; nothing if the page does not get it.
pub fn emits(m: &mut Markup, words: Words, kept: &Kept) {
    if !kept.emits {
        return m.nothing();
    }
    m.label("p", "emits", words.say(Message::Emits));
}
