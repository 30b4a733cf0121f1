//! The foot of the widget: what the calculation is of, its day, and that nothing is sent.

use hojokin_engine::{Edition, Moment};

use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// One line.
pub fn foot(m: &mut Markup, words: Words, edition: Option<&Edition>, as_of: Moment) {
    m.open("footer", "foot");
    m.text(words.basis(edition, as_of));
    m.say("　");
    m.say(words.say(Message::Private));
    m.close();
}
