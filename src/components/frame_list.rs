//! All frames: first those that can be had, the highest grant first; the others folded; those without figures last.

use std::cmp::Reverse;

use hojokin_engine::{Case, Estimate, FrameEstimate, Verdict};

use super::{citation, frame_card, in_order};
use crate::{
    markup::Markup,
    state::grants,
    text::{Message, Words},
};

/// A card for every frame.
pub fn frame_list(m: &mut Markup, words: Words, estimate: &Estimate, case: &Case) {
    let (folded, shown): (Vec<&FrameEstimate>, Vec<&FrameEstimate>) =
        estimate.frames.iter().partition(|frame| frame.verdict == Verdict::Ineligible);
    let shown = in_order(shown, |frame| {
        (frame.verdict != Verdict::Eligible, Reverse(frame.grant.low), Reverse(frame.grant.high))
    });
    let title = if grants(estimate.edition) { Message::Frames } else { Message::Figures };
    m.open("section", "frame-list");
    m.label("h3", "frame-list__title", words.say(title));
    cards(m, words, estimate, &shown, case);
    if !folded.is_empty() {
        m.open("details", "frame-list__folded");
        m.set_if("open", shown.is_empty());
        m.line("summary", "", words.ineligible_frames(folded.len()));
        cards(m, words, estimate, &folded, case);
        m.close();
    }
    for frame in estimate.edition.unstated {
        m.open("article", "frame-card");
        m.set("data-verdict", "unstated");
        m.label("h4", "frame-card__name", words.rule(frame.text));
        m.label("p", "frame-card__caution", words.say(Message::FigureUnknown));
        m.label("strong", "citation__unverified", words.say(Message::Unverified));
        citation(m, words, estimate.edition, frame.cite);
        m.close();
    }
    m.close();
}

fn cards(
    m: &mut Markup,
    words: Words,
    estimate: &Estimate,
    frames: &[&FrameEstimate],
    case: &Case,
) {
    let best: Vec<&str> = estimate.best().map(|frame| frame.frame.id).collect();
    m.open("ul", "frame-list__cards");
    for frame in frames {
        m.open("li", "");
        m.key(frame.frame.id);
        frame_card(m, words, estimate.edition, frame, best.contains(&frame.frame.id), case);
        m.close();
    }
    m.close();
}
