//! Where a rule is written.

use hojokin_engine::{Cite, Edition};

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
        Some(address) => link(m, address, text),
        None => m.text(text),
    }
    if !cite.verified {
        m.label("strong", "citation__unverified", words.say(Message::Unverified));
    }
    m.close();
}

/// A link to another site, in a tab of its own.
pub(super) fn link(m: &mut Markup, address: &'static str, text: String) {
    m.open("a", "");
    m.set("href", address);
    m.set("target", "_blank");
    m.set("rel", "noopener");
    m.text(text);
    m.close();
}
