//! Where a rule is written.

use hojokin_engine::{Cite, Edition};
use yew::prelude::*;

use crate::text::{Message, Words};

/// Title and place, as a link where the source has an address.
pub fn citation(words: Words, edition: &Edition, cite: Cite) -> Html {
    let source = edition.source(cite);
    let text = words.cite(cite, source);
    let address = source.and_then(|source| source.url);
    html! {
        <span class="citation">
            if let Some(address) = address {
                <a href={address} target="_blank" rel="noopener">{ text }</a>
            } else {
                { text }
            }
            if !cite.verified {
                <strong class="citation__unverified">{ words.say(Message::Unverified) }</strong>
            }
        </span>
    }
}
