//! The figures of a programme that gives no grant: fees, loans, savings.

use hojokin_engine::{Edition, FrameEstimate};
use hojokin_rules::rulebook;

use super::citation;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// Each figure of a frame with its value, how it comes about and where that is written.
pub fn figures(m: &mut Markup, words: Words, edition: &Edition, frame: &FrameEstimate) {
    let open: Vec<&str> =
        frame.unanswered.iter().map(|fact| rulebook().facts[usize::from(fact.0)].id).collect();
    let missing = match open.is_empty() {
        true => words.say(Message::FigureUnknown).to_owned(),
        false => words.deciding(&open),
    };
    m.open("dl", "figures");
    for one in &frame.figures {
        m.open("div", "figures__one");
        m.set("data-figure", one.figure.id);
        m.open("dt", "figures__name");
        m.say(words.rule(one.figure.name));
        if one.figure.approximate {
            m.say(" ");
            m.label("small", "", words.say(Message::Approximate));
        }
        m.close();
        match one.value {
            Some(value) => {
                m.line("dd", "figures__value", words.figure(value, one.figure.unit));
            }
            None => m.line("dd", "figures__missing", missing.clone()),
        }
        m.open("dd", "figures__how");
        m.say(words.rule(one.figure.how));
        m.empty("br");
        citation(m, words, edition, one.cite);
        m.close();
        m.close();
    }
    m.close();
}
