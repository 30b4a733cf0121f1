//! The figures of a programme that gives no grant: fees, loans, savings.

use hojokin_engine::{Edition, FrameEstimate};

use super::citation;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// Each figure of a frame with its value, how it comes about and where that is written.
pub fn figures(m: &mut Markup, words: Words, edition: &Edition, frame: &FrameEstimate) {
    let missing =
        if frame.unanswered.is_empty() { Message::FigureUnknown } else { Message::FigureOpen };
    m.open("dl", "figures");
    for one in &frame.figures {
        m.open("div", "figures__one");
        m.set("data-figure", one.figure.id);
        m.open("dt", "figures__name");
        m.say(one.figure.name);
        if one.figure.approximate {
            m.say(" ");
            m.label("small", "", words.say(Message::Approximate));
        }
        m.close();
        match one.value {
            Some(value) => {
                m.line("dd", "figures__value", words.figure(value, one.figure.unit));
            }
            None => m.label("dd", "figures__missing", words.say(missing)),
        }
        m.open("dd", "figures__how");
        m.say(one.figure.how);
        m.empty("br");
        citation(m, words, edition, one.cite);
        m.close();
        m.close();
    }
    m.close();
}
