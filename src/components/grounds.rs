//! What the results rest on: conditions that are not computed, contact, sources, round and day.

use hojokin_engine::{Edition, Moment};

use super::citation::{link, noted, outside, titled};
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// The foot of the widget: what the results of the chosen edition rest on, and the day.
pub fn grounds(m: &mut Markup, words: Words, edition: Option<&Edition>, as_of: Moment) {
    m.open("footer", "grounds");
    if let Some(edition) = edition {
        of_edition(m, words, edition);
    }
    m.open("p", "grounds__line");
    m.text(words.basis(edition, as_of));
    m.say("　");
    m.say(words.say(Message::Private));
    m.close();
    m.close();
}

fn of_edition(m: &mut Markup, words: Words, edition: &Edition) {
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
}
