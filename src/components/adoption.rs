//! How often applications were selected (採択率), as the documents state it; nobody's own chance.

use hojokin_engine::Edition;

use super::citation::titled;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// A line each: programme, period, applications, selected, unit, title and lines of the document.
const ROWS: &str = include_str!(concat!(env!("OUT_DIR"), "/adoption.txt"));

/// What is known of an edition's programme; nothing where nothing is.
pub fn adoption(m: &mut Markup, words: Words, edition: &Edition) {
    let mut empty = true;
    for row in ROWS.lines() {
        let mut cells = row.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        if next() != edition.programme {
            continue;
        }
        if empty {
            m.open("section", "adoption");
            m.label("h3", "adoption__title", words.say(Message::Adoption));
            m.label("p", "adoption__note", words.say(Message::AdoptionNote));
            empty = false;
        }
        m.open("p", "");
        titled(m, words, next().to_owned());
        m.say(" ");
        let count = |cell: &str| cell.parse::<u64>().unwrap_or_default();
        m.line("span", "", words.selected(count(next()), count(next())));
        next();
        m.empty("br");
        m.open("small", "");
        let title = next().to_owned();
        titled(m, words, title + " " + &words.lines(next()));
        m.close();
        m.close();
    }
    if empty {
        m.nothing();
    } else {
        m.close();
    }
}
