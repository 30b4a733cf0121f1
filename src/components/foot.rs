//! The foot of the widget: what the calculation is of, its day, and that nothing is sent.

use crate::{
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// One line.
pub fn foot(m: &mut Markup, words: Words, state: &State) {
    m.open("footer", "foot");
    m.text(words.basis(state.edition, state.settings.as_of));
    m.say("　");
    m.say(words.say(if state.kept.emits { Message::Emits } else { Message::Private }));
    m.close();
}
