//! What the results rest on: conditions that are not computed, contact, sources, round and day.

use hojokin_engine::{Date, Edition, Note, Source};
use yew::prelude::*;

use super::citation;
use crate::text::{Message, Words};

/// The foot of the widget.
pub fn grounds(words: Words, edition: &Edition, as_of: Date) -> Html {
    let contact = edition.contact;
    let note = |note: &Note| {
        html! { <li>{ note.text }<br />{ citation(words, edition, note.cite) }</li> }
    };
    let source = |source: &Source| {
        html! {
            <li>
                if let Some(address) = source.url {
                    <a href={address} target="_blank" rel="noopener">{ source.title }</a>
                } else {
                    { source.title }
                }
                <br /><small>{ words.source(source) }</small>
            </li>
        }
    };
    html! {
        <footer class="grounds">
            <details class="grounds__part" open=true>
                <summary>{ words.say(Message::Notes) }</summary>
                <ul>{ for edition.notes.iter().map(note) }</ul>
            </details>
            <details class="grounds__part">
                <summary>{ words.say(Message::Sources) }</summary>
                <ul>{ for edition.sources.iter().map(source) }</ul>
            </details>
            <p class="grounds__contact">
                <strong>{ words.say(Message::Contact) }</strong>{ "　" }
                if let Some(address) = contact.url {
                    <a href={address} target="_blank" rel="noopener">{ contact.name }</a>
                } else {
                    { contact.name }
                }
                if let Some(tel) = contact.tel {
                    { "　" }<a href={format!("tel:{tel}")}>{ tel }</a>
                }
            </p>
            <p class="grounds__line">{ words.say(Message::Disclaimer) }</p>
            <p class="grounds__line">{ words.basis(edition, as_of) }{ "　" }{ words.say(Message::Private) }</p>
        </footer>
    }
}
