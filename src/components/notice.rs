//! Where a round stands: until when what must be done, or that it is not open, so that an old amount never looks
//! like one to apply for.

use hojokin_engine::{Date, Edition, Moment, Status};
use hojokin_rules::{minimum_wages, rulebook};

use super::citation;
use crate::{markup::Markup, state::State, text::Words};

/// Sentences about the round with their citations; nothing while the round is open and there is nothing to watch.
pub fn notice(m: &mut Markup, words: Words, state: &State, edition: &Edition, status: Status) {
    let as_of = state.settings.as_of;
    let here = prefecture(words, state)
        .and_then(|(place, name)| Some((name, last_day_in(edition, place)?)));
    let sentence = words.not_open(edition, status);
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
    if status == Status::Ended {
        let next = rulebook().next_round(edition, as_of);
        let next = next.map(|next| (next, Status::of(next, as_of)));
        m.line("p", "notice__text", words.next_round(next, as_of));
    }
    deadlines(m, words, edition, status, as_of);
    if let Some((name, last)) = here {
        m.line("p", "notice__text", words.closes_here(name, last, as_of));
    }
    m.close();
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

/// The prefecture that has been answered.
pub(super) fn prefecture(words: Words, state: &State) -> Option<(u32, &'static str)> {
    let (fact, _) = rulebook().fact("prefecture")?;
    let place = state.chosen(fact)?;
    let code = minimum_wages().prefectures.get(usize::try_from(place).ok()?)?.code;
    Some((place, words.choice("prefecture", code)))
}

/// The last day of a call in the prefecture at this place, where it ends before a new minimum wage comes into force.
pub(super) fn last_day_in(edition: &Edition, place: u32) -> Option<Date> {
    let closes = edition.closes?.value.day;
    let before = edition.before_wages?.value;
    let wage = minimum_wages().of(place).find(|wage| wage.revision.name == before)?;
    Some(wage.since.day_before().min(closes))
}
