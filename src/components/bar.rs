//! The head of the widget: whose it is and what it is.

use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// The chamber's name and the widget's.
pub fn bar(m: &mut Markup, words: Words, chamber: Option<&str>) {
    m.open("header", "bar");
    if let Some(chamber) = chamber {
        m.line("p", "bar__chamber", chamber.to_owned());
    }
    m.label("h2", "bar__title", words.say(Message::Title));
    m.close();
}
