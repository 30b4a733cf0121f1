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
    let alone = alone(steps);
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
        sentence(m, words, step, alone);
        m.close();
        citation(m, words, edition, step.cite);
        match edition.source(step.cite) {
            Some(source) => m.line("small", "working__read", words.source(source)),
            None => m.nothing(),
        }
        m.close();
    }
    m.close();
    m.close();
}

/// Whether all expenses are one product, so that none needs a name.
pub(super) fn alone(steps: &[Step]) -> bool {
    let own_products = |step: &Step| step.kind == StepKind::Share && !step.what.is_empty();
    !steps.iter().any(own_products)
}

/// A step and what comes out of it.
pub(super) fn sentence(m: &mut Markup, words: Words, step: &Step, alone: bool) {
    m.text(words.step(step, alone));
    m.say(" ");
    if let Some(result) = words.result(step) {
        m.line("b", "", result);
    }
}
