//! That a round is not open, so that an old amount never looks like one to apply for.

use hojokin_engine::{Edition, Status};
use yew::prelude::*;

use super::citation;
use crate::text::Words;

/// A sentence about the round with its citation; nothing while the round is open.
pub fn notice(words: Words, edition: &Edition, status: Status) -> Html {
    let Some(sentence) = words.not_open(edition, status) else { return Html::default() };
    let cite = match status {
        Status::Upcoming => edition.opens.map(|day| day.cite),
        _ => edition.closes.map(|day| day.cite),
    };
    html! {
        <div class="notice">
            <p class="notice__text">{ sentence }</p>
            if let Some(cite) = cite {
                <p class="notice__cite">
                    { citation(words, edition, cite) }
                </p>
            }
        </div>
    }
}
