//! Where a rule is written.

use hojokin_engine::{Cite, Edition, Note};

use yew::AttrValue;

use super::japanese;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// Title and place, as a link where the source has an address.
pub fn citation(m: &mut Markup, words: Words, edition: &Edition, cite: Cite) {
    let source = edition.source(cite);
    let text = words.cite(cite, source);
    m.open("span", "citation");
    match source.and_then(|source| source.url) {
        Some(address) => link(m, words, address, text),
        None => titled(m, words, text),
    }
    if !cite.verified {
        m.label("strong", "citation__unverified", words.say(Message::Unverified));
    }
    m.close();
}

/// A sentence of the rules, and below it where it is written.
pub(super) fn noted(
    m: &mut Markup,
    words: Words,
    tag: &'static str,
    edition: &Edition,
    note: &Note,
) {
    m.open(tag, "");
    m.say(words.rule(note.text));
    m.empty("br");
    citation(m, words, edition, note.cite);
    m.close();
}

/// The title of a document, which is Japanese whatever the widget speaks.
pub(super) fn titled(m: &mut Markup, words: Words, title: String) {
    m.open("span", "");
    japanese(m, words);
    m.text(title);
    m.close();
}

/// A link to a document; its title is Japanese.
pub(super) fn link(m: &mut Markup, words: Words, address: &'static str, title: String) {
    open_link(m, address.into());
    japanese(m, words);
    m.text(title);
    m.close();
}

/// A link to another site.
pub(super) fn outside(m: &mut Markup, address: impl Into<AttrValue>, text: String) {
    open_link(m, address.into());
    m.text(text);
    m.close();
}

/// In a tab of its own.
fn open_link(m: &mut Markup, address: AttrValue) {
    m.open("a", "");
    m.set_to("href", address);
    m.set("target", "_blank");
    m.set("rel", "noopener");
}
