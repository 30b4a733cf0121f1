//! What one other answer would bring, with what it would oblige the firm to.

use hojokin_engine::{Case, Edition, near_misses as missed};

use super::citation::noted;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// A line for every answer that would bring more; nothing where none would.
pub fn near_misses(m: &mut Markup, words: Words, edition: &'static Edition, case: &Case) {
    let missed = missed(edition, case);
    if missed.is_empty() {
        return m.nothing();
    }
    m.open("section", "near-misses");
    m.label("h3", "near-misses__title", words.say(Message::NearMisses));
    m.open("ul", "");
    for miss in &missed {
        let Some(frame) = edition.frame(miss.frame) else { continue };
        m.open("li", "near-misses__item");
        m.line("p", "", words.near_miss(miss, frame));
        if !frame.obligations.is_empty() {
            m.label("p", "near-misses__duty", words.say(Message::NearMissDuty));
            for note in frame.obligations {
                noted(m, words, "p", edition, note);
            }
        }
        m.close();
    }
    m.close();
    m.close();
}
