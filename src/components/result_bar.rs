//! The result in view on a phone, wherever the page stands; leads to the full results.

use hojokin_engine::{Estimate, Status, Yen};
use yew::prelude::*;

use super::outlook::range;
use crate::text::{Message, Words};

/// The headline amount as a link; nothing as long as there is none.
pub fn result_bar(words: Words, estimate: &Estimate, ongo: &Callback<()>) -> Html {
    let range = range(estimate);
    if range.high == Yen::ZERO {
        return Html::default();
    }
    let onclick = ongo.reform(|event: MouseEvent| event.prevent_default());
    html! {
        <p class="result-bar">
            <a class="result-bar__link" href="#outlook" {onclick}>
                <span class="result-bar__amount">
                    if estimate.status != Status::Open {
                        <small class="result-bar__status">{ words.status(estimate.edition, estimate.status) }</small>
                    }
                    { words.range(range) }
                </span>
                <span class="result-bar__go">{ words.say(Message::ToResults) }</span>
            </a>
        </p>
    }
}
