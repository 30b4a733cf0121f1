//! The result as text, table or case, to be pasted elsewhere.

use yew::Callback;

use super::{button, read_only};
use crate::{
    hand::{Copied, Hand},
    markup::Markup,
    state::Kept,
    text::{Message, Words},
};

/// The id of the field with a text that is to be copied by hand.
pub const BY_HAND: &str = "copy-by-hand";

/// A button for each form; the text itself where the browser does not let it be copied.
pub fn copies(m: &mut Markup, words: Words, kept: &Kept, onhand: &Callback<Hand>) {
    m.open("section", "copies");
    m.label("h4", "copies__title", words.say(Message::Copies));
    m.open("div", "copies__buttons");
    for (what, text) in [
        (Copied::Text, Message::CopyText),
        (Copied::Csv, Message::CopyCsv),
        (Copied::Json, Message::CopyJson),
    ] {
        m.open("p", "");
        button(m, words.say(text), onhand.reform(move |_| Hand::Copy(what)));
        copied(m, words, kept.copied == Some(what));
        m.close();
    }
    m.close();
    match &kept.by_hand {
        Some(text) => {
            m.label("p", "copies__failed", words.say(Message::CopyByHand));
            let label = words.say(Message::Copies);
            read_only(m, "copies__text", BY_HAND, label, text.clone());
        }
        None => m.nothing(),
    }
    m.close();
}

/// That it was copied. The live region says it too, so it is not read twice.
pub(super) fn copied(m: &mut Markup, words: Words, is: bool) {
    m.open("span", "");
    m.set("aria-hidden", "true");
    if is {
        m.say(" ");
        m.say(words.say(Message::Copied));
    }
    m.close();
}
