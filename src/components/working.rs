//! The working: each step as a sentence with its result and its source, to be followed by hand.

use hojokin_engine::{Assumption, Edition, Step, StepKind};
use yew::prelude::*;

use super::citation;
use crate::text::{Message, Words};

/// A numbered list of steps, unfolded at first if it is `open`.
pub fn working(
    words: Words,
    edition: &Edition,
    steps: &[Step],
    assumed: &[Assumption],
    open: bool,
) -> Html {
    let own_products = |step: &Step| step.kind == StepKind::Share && step.category.is_some();
    let alone = !steps.iter().any(own_products);
    let item = |step: &Step| {
        html! {
            <li class="working__step" data-kind={if step.kind == StepKind::Cap { "result" } else { "step" }}>
                <p class="working__sentence">
                    { words.step(step, alone) }{ " " }
                    if let Some(result) = words.result(step) {
                        <b>{ result }</b>
                    }
                </p>
                { citation(words, edition, step.cite) }
            </li>
        }
    };
    html! {
        <details class="working" {open}>
            <summary>{ words.say(Message::Working) }</summary>
            if let Some(assumed) = words.assumed(assumed) {
                <p class="working__assumed">{ assumed }</p>
            }
            <ol class="working__steps">{ for steps.iter().map(item) }</ol>
        </details>
    }
}
