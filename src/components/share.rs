//! The link that holds what was entered, and its QR code.

use yew::Callback;

use super::{button, copies::copied, read_only};
use crate::{
    hand::{Copied, Hand},
    markup::Markup,
    state::{Kept, Shared},
    text::{Message, Words},
};

/// The id of the field with the link.
pub const LINK: &str = "share-link";

/// A button that makes the link; the link once it is made, until an answer changes.
pub fn share(m: &mut Markup, words: Words, kept: &Kept, onhand: &Callback<Hand>) {
    m.open("section", "share");
    m.label("h4", "share__title", words.say(Message::Share));
    m.label("p", "share__warning", words.say(Message::ShareWarning));
    button(m, words.say(Message::ShareMake), onhand.reform(|_| Hand::Share));
    match &kept.shared {
        Some(shared) => made(m, words, shared, kept, onhand),
        None => m.nothing(),
    }
    m.close();
}

fn made(m: &mut Markup, words: Words, shared: &Shared, kept: &Kept, onhand: &Callback<Hand>) {
    m.open("div", "share__made");
    read_only(m, "share__link", LINK, words.say(Message::Share), shared.address.clone());
    m.open("p", "share__line");
    button(m, words.say(Message::ShareCopy), onhand.reform(|_| Hand::Copy(Copied::Link)));
    copied(m, words, kept.copied == Some(Copied::Link));
    m.close();
    match &shared.code {
        Some((size, outlines)) => {
            code(m, words, *size, outlines);
            m.label("p", "share__hint", words.say(Message::ShareCodeHint));
        }
        None => m.label("p", "share__hint", words.say(Message::ShareTooLong)),
    }
    m.close();
}

/// Black on white also where everything else is dark: a camera looks for it.
pub(super) fn code(m: &mut Markup, words: Words, size: u32, outlines: &str) {
    let size = size.to_string();
    m.open("svg", "share__code");
    m.set("role", "img");
    m.set("aria-label", words.say(Message::ShareCode));
    m.set_to("viewBox", ["0 0 ", &size, " ", &size].concat().into());
    m.open("path", "");
    m.set_to("d", outlines.to_owned().into());
    m.close();
    m.close();
}
