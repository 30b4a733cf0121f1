//! All frames: first those that can be had, the highest grant first; the others folded.

use std::cmp::Reverse;

use hojokin_engine::{Case, Estimate, FrameEstimate, Verdict};
use yew::prelude::*;

use super::{frame_card, in_order};
use crate::text::{Message, Words};

/// A card for every frame.
pub fn frame_list(words: Words, estimate: &Estimate, case: &Case) -> Html {
    let best: Vec<&str> = estimate.best().map(|frame| frame.frame.id).collect();
    let (folded, shown): (Vec<&FrameEstimate>, Vec<&FrameEstimate>) =
        estimate.frames.iter().partition(|frame| frame.verdict == Verdict::Ineligible);
    let shown = in_order(shown, |frame| {
        (frame.verdict != Verdict::Eligible, Reverse(frame.grant.low), Reverse(frame.grant.high))
    });
    let card = |frame: &&FrameEstimate| {
        let best = best.contains(&frame.frame.id);
        html! {
            <li key={frame.frame.id}>
                { frame_card(words, estimate.edition, frame, best, case) }
            </li>
        }
    };
    html! {
        <section class="frame-list">
            <h3 class="frame-list__title">{ words.say(Message::Frames) }</h3>
            <ul class="frame-list__cards">{ for shown.iter().map(card) }</ul>
            if !folded.is_empty() {
                <details class="frame-list__folded" open={shown.is_empty()}>
                    <summary>{ words.ineligible_frames(folded.len()) }</summary>
                    <ul class="frame-list__cards">{ for folded.iter().map(card) }</ul>
                </details>
            }
        </section>
    }
}
