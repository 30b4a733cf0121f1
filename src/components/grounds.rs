//! What the results rest on: conditions that are not computed, sources, contact.

use hojokin_engine::Edition;

use super::citation::{link, noted, outside, titled};
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// What the results of an edition rest on.
pub fn grounds(m: &mut Markup, words: Words, edition: &Edition) {
    m.open("div", "grounds");
    m.open("details", "grounds__part");
    m.set("open", "open");
    m.label("summary", "", words.say(Message::Notes));
    m.open("ul", "");
    for note in edition.notes {
        noted(m, words, "li", edition, note);
    }
    m.close();
    m.close();
    m.open("details", "grounds__part");
    m.label("summary", "", words.say(Message::Sources));
    m.open("ul", "");
    for source in edition.sources {
        m.open("li", "");
        match source.url {
            Some(address) => link(m, words, address, source.title.to_owned()),
            None => titled(m, words, source.title.to_owned()),
        }
        m.empty("br");
        m.line("small", "", words.source(source));
        m.close();
    }
    m.close();
    m.close();
    let contact = edition.contact;
    m.open("p", "grounds__contact");
    m.label("strong", "", words.say(Message::Contact));
    m.say("　");
    let name = words.rule(contact.name);
    match contact.url {
        Some(address) => outside(m, address, name.to_owned()),
        None => m.say(name),
    }
    if let Some(tel) = contact.tel {
        m.say("　");
        m.open("a", "");
        m.set_to("href", format!("tel:{tel}").into());
        m.say(tel);
        m.close();
    }
    m.close();
    m.label("p", "grounds__line", words.say(Message::Disclaimer));
    m.close();
}
