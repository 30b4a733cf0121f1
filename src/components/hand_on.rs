//! Everything for handing the result on and for keeping it.

use yew::Callback;

use super::{cases, copies, save, share};
use crate::{
    hand::Hand,
    markup::Markup,
    state::{Action, State},
    text::{Message, Words},
};

/// Link, copies, saving and cases, folded away until they are wanted.
pub fn hand_on(
    m: &mut Markup,
    words: Words,
    state: &State,
    onact: &Callback<Action>,
    onhand: &Callback<Hand>,
) {
    m.open("details", "hand-on");
    m.label("summary", "", words.say(Message::Hand));
    share(m, words, &state.kept, onhand);
    copies(m, words, &state.kept, onhand);
    save(m, words, &state.kept, onhand);
    cases(m, words, &state.kept, onact, onhand);
    m.close();
}
