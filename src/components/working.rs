//! The working: each step as a sentence with its result and its source, to be followed by hand.

use hojokin_engine::{Assumption, Edition, Step, StepKind};

use super::citation;
use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// A numbered list of steps, unfolded at first if it is `open`.
pub fn working(
    m: &mut Markup,
    words: Words,
    edition: &Edition,
    steps: &[Step],
    assumed: &[Assumption],
    open: bool,
) {
    let own_products = |step: &Step| step.kind == StepKind::Share && !step.what.is_empty();
    let alone = !steps.iter().any(own_products);
    m.open("details", "working");
    m.set_if("open", open);
    m.label("summary", "", words.say(Message::Working));
    if let Some(assumed) = words.assumed(assumed) {
        m.line("p", "working__assumed", assumed);
    }
    m.open("ol", "working__steps");
    for step in steps {
        m.open("li", "working__step");
        m.set("data-kind", if step.kind == StepKind::Cap { "result" } else { "step" });
        m.open("p", "working__sentence");
        m.text(words.step(step, alone));
        m.say(" ");
        if let Some(result) = words.result(step) {
            m.line("b", "", result);
        }
        m.close();
        citation(m, words, edition, step.cite);
        m.close();
    }
    m.close();
    m.close();
}
