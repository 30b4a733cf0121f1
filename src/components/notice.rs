//! Where a round stands: until when what must be done, or that it is not open, so that an old amount never looks
//! like one to apply for.

use hojokin_engine::{Edition, Moment, Status};
use hojokin_rules::{minimum_wages, rulebook};

use super::citation;
use crate::{
    markup::Markup,
    state::{PREFECTURE, State},
    text::Words,
};

/// Sentences about the round with their citations; nothing while the round is open and there is nothing to watch.
pub fn notice(m: &mut Markup, words: Words, state: &State, edition: &Edition) {
    let (as_of, status) = (state.settings.as_of, state.status(edition));
    let here = place(words, state, edition);
    let sentence = words.not_open(edition, status, as_of);
    if sentence.is_none() && edition.deadlines.is_empty() && here.is_none() {
        return m.nothing();
    }
    m.open("div", "notice");
    if let Some(sentence) = sentence {
        let cite = match status {
            Status::Upcoming => edition.opens.map(|day| day.cite),
            _ => edition.closes.map(|day| day.cite),
        };
        m.line("p", "notice__text", sentence);
        if let Some(cite) = cite {
            m.open("p", "notice__cite");
            citation(m, words, edition, cite);
            m.close();
        }
    }
    if let Some(here) = here {
        m.line("p", "notice__text", here);
    }
    if status == Status::Ended {
        m.line("p", "notice__text", next_round(words, state, edition));
    }
    deadlines(m, words, edition, status, as_of);
    m.close();
}

/// What to look for once a round is over.
pub(super) fn next_round(words: Words, state: &State, edition: &Edition) -> String {
    let (rulebook, as_of) = (rulebook(), state.settings.as_of);
    let next = rulebook.next_round(edition, as_of).map(|next| (next, state.status(next)));
    let follower = rulebook.follower(edition).map(|last| words.followed_by(last));
    follower.unwrap_or_default() + &words.next_round(next, as_of)
}

/// Until when a call is open in the firm's prefecture, or in which ones it still is; `None` where all end together.
pub(super) fn place(words: Words, state: &State, edition: &Edition) -> Option<String> {
    edition.before_wages?;
    let as_of = state.settings.as_of;
    let name = |code| words.choice(PREFECTURE, code);
    let wages = minimum_wages();
    if let Some((place, last)) = state.prefecture().zip(state.last_day(edition)) {
        let prefecture = wages.prefectures.get(usize::try_from(place).ok()?)?;
        return Some(words.closes_here(name(prefecture.code), last, as_of));
    }
    let open = (0_u32..).zip(wages.prefectures).filter(|(place, _)| {
        edition.last_day_in(wages, *place).is_some_and(|last| as_of.day <= last)
    });
    let open: Vec<&str> = open.map(|(_, prefecture)| name(prefecture.code)).collect();
    Some(words.open_in(&open, wages.prefectures.len()))
}

/// What must be done before the closing day, while the round is open or still to come.
pub(super) fn deadlines(
    m: &mut Markup,
    words: Words,
    edition: &Edition,
    status: Status,
    as_of: Moment,
) {
    if matches!(status, Status::Open | Status::Upcoming) {
        for deadline in edition.deadlines {
            m.line("p", "notice__text", words.deadline(deadline, as_of));
        }
    }
}
