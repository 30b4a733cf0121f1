//! The check that a visitor can make: whether what official documents print comes out.

use hojokin_rules::version;
use yew::Callback;

use super::button;
use crate::{
    hand::Hand,
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// The button, and what came out once it was pressed.
pub fn proof(m: &mut Markup, words: Words, state: &State, onhand: &Callback<Hand>) {
    m.open("section", "proof");
    button(m, words.say(Message::Prove), onhand.reform(|_| Hand::Prove));
    match state.kept.proof {
        Some(proof) => {
            m.open("p", "proof__result");
            m.set("data-standing", if proof.agreed == proof.examples { "met" } else { "unmet" });
            m.text(words.proven(proof, version(), state.settings.as_of.day));
            m.close();
        }
        None => m.nothing(),
    }
    m.close();
}
