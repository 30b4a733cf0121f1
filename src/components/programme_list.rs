//! All programmes, those that can be applied for first, the highest certain grant first.

use std::cmp::Reverse;

use hojokin_engine::{Edition, Estimate, Status, Together, Verdict, Yen};
use hojokin_rules::rulebook;
use yew::Callback;

use super::{
    in_order,
    notice::{deadlines, next_round, place},
    outlook::{heading, status_key},
    uncounted,
};
use crate::{
    markup::{Markup, On},
    state::{State, grants},
    text::{Message, Words},
};

/// A card for every programme, in groups: those that are open, those still to come, and, folded, those whose days no
/// source states, those of which no frame can be got, those that give no grant, and those that are over.
pub fn programme_list(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimates: &[Estimate],
    onchoose: &Callback<Option<&'static Edition>>,
) {
    let mut groups: [Vec<&Estimate>; 5] = Default::default();
    for estimate in in_order(estimates.iter().collect(), |estimate| {
        let range = estimate.range();
        (Reverse(range.low), Reverse(range.high))
    }) {
        let group = match estimate.status {
            _ if !possible(estimate) => 3,
            Status::Open => 0,
            Status::Upcoming => 1,
            _ if !grants(estimate.edition) => 4,
            _ => 2,
        };
        groups[group].push(estimate);
    }
    m.open("section", "programme-list");
    heading(m, "programme-list__title", words.say(Message::Programmes));
    m.open("p", "programme-list__hint");
    m.say(words.say(Message::NotSummed));
    m.say(words.rule(rulebook().combinations.otherwise.text));
    m.close();
    let titles = [
        (Message::OpenProgrammes, true),
        (Message::UpcomingProgrammes, true),
        (Message::UndatedProgrammes, false),
        (Message::NoProgrammes, false),
        (Message::OtherProgrammes, false),
    ];
    for ((title, unfolded), group) in titles.into_iter().zip(groups) {
        if group.is_empty() {
            m.nothing();
            continue;
        }
        open_group(m, words, title, unfolded);
        for estimate in group {
            card(m, words, state, estimate, apart(words, estimate, estimates), onchoose);
        }
        m.close();
        m.close();
    }
    ended(m, words, state, onchoose);
    m.label("p", "programme-list__hint", words.say(Message::Disclaimer));
    m.close();
}

fn open_group(m: &mut Markup, words: Words, title: Message, unfolded: bool) {
    m.open("details", "programme-list__group");
    m.set_if("open", unfolded);
    m.label("summary", "", words.say(title));
    m.open("ul", "programme-list__cards");
}

/// The programmes of which all known rounds are over: what to ask for, and the last round for comparison.
fn ended(
    m: &mut Markup,
    words: Words,
    state: &State,
    onchoose: &Callback<Option<&'static Edition>>,
) {
    let as_of = state.settings.as_of;
    open_group(m, words, Message::EndedProgrammes, false);
    for edition in rulebook().ended(|edition| state.status(edition)) {
        if !state.settings.offers(edition) {
            continue;
        }
        m.open("li", "programme-list__card");
        m.set("data-ended", edition.id);
        m.label("h4", "programme-list__name", words.rule(edition.name));
        m.line("p", "programme-list__round", words.status(edition, Status::Ended, as_of));
        detail(m, &[words.rule(edition.round), "　", &next_round(words, state, edition)]);
        if let Some(place) = place(words, state, edition) {
            detail(m, &[&place]);
        }
        details_button(m, words, edition, onchoose);
        m.close();
    }
    m.close();
    m.close();
}

fn details_button(
    m: &mut Markup,
    words: Words,
    edition: &'static Edition,
    onchoose: &Callback<Option<&'static Edition>>,
) {
    m.open("button", "programme-list__go");
    m.set("type", "button");
    m.on(On::Click, onchoose.reform(move |_: yew::Event| Some(edition)));
    m.say(words.say(Message::Details));
    m.close();
}

/// Whether some frame can be got.
fn possible(estimate: &Estimate) -> bool {
    estimate.frames.iter().any(|frame| frame.verdict != Verdict::Ineligible)
}

/// One programme: how much, by which frame, of what, and what it does not count.
fn card(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimate: &Estimate,
    apart: Vec<String>,
    onchoose: &Callback<Option<&'static Edition>>,
) {
    let edition = estimate.edition;
    let best = state.frame(estimate);
    let uncounted = uncounted(words, estimate);
    let amount = best.filter(|frame| Yen::ZERO < frame.eligible_expenses);
    m.open("li", "programme-list__card");
    m.set("part", "card");
    m.set("data-edition", edition.id);
    m.key(edition.id);
    m.label("h4", "programme-list__name", words.rule(edition.name));
    m.open("p", "programme-list__round");
    m.say(words.rule(edition.round));
    m.say(" ");
    m.open("span", "programme-list__status");
    m.set("data-status", status_key(estimate.status));
    m.text(words.status(edition, estimate.status, state.settings.as_of));
    m.close();
    m.close();
    deadlines(m, words, edition, estimate.status, state.settings.as_of);
    if let Some(place) = place(words, state, edition) {
        detail(m, &[&place]);
    }
    if let Some(frame) = amount {
        m.line("p", "programme-list__amount", words.range(estimate.range()));
        detail(m, &[words.rule(frame.frame.name), "　", &words.counts(frame.eligible_expenses)]);
        if !uncounted.is_empty() {
            detail(m, &[&words.uncounted(&uncounted)]);
        }
    } else if let Some(frame) = best {
        let (cap, rate) = (words.cap(frame), words.rate(frame));
        let (cap_name, rate_name) = (words.say(Message::Cap), words.say(Message::Rate));
        detail(m, &[cap_name, " ", &cap, "　", rate_name, " ", &rate]);
    }
    for sentence in apart {
        detail(m, &[&sentence]);
    }
    details_button(m, words, edition, onchoose);
    m.close();
}

fn detail(m: &mut Markup, parts: &[&str]) {
    m.line("p", "programme-list__detail", parts.concat());
}

/// The other programmes of the list with which this one does not go together.
fn apart(words: Words, one: &Estimate, all: &[Estimate]) -> Vec<String> {
    let programme = one.edition.programme;
    let others = all.iter().filter(|other| other.edition.programme != programme);
    let apart = others.filter_map(|other| {
        let combination = rulebook().combination(programme, other.edition.programme);
        let no = combination.verdict == Together::No;
        no.then(|| words.not_together(other.edition.round, combination.text))
    });
    apart.collect()
}
