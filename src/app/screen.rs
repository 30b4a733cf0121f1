//! Everything that is shown, part by part.

use hojokin_engine::{Case, Estimate};
use yew::Callback;

use crate::{
    components::{
        OUTLOOK, bar, edition_picker, error_summary, error_text, expense_sheet, field_id, foot,
        guide, modes, notice, offer, outlook, programme_list, questions, result_bar, waiting,
    },
    desk::{Looked, On, Place},
    markup::Markup,
    state::{Action, Asked, Field, Mode, State},
    text::{Message, Words},
};

/// Everything that is shown.
pub(super) struct Screen<'a> {
    pub(super) words: Words,
    pub(super) state: &'a State,
    pub(super) case: Case,
    pub(super) asked: Asked,
    pub(super) estimates: Vec<Estimate>,
    pub(super) desk: Place,
    pub(super) unfolded: bool,
    pub(super) onagain: Callback<yew::Event>,
}

impl Screen<'_> {
    pub(super) fn render(&self, m: &mut Markup, on: &On) {
        let On { act: onact, go: ongo, .. } = on;
        let Self { words, state, estimates, .. } = self;
        let (words, settings) = (*words, &state.settings);
        let onchoose = onact.reform(Action::Choose);
        bar(m, words, settings.chamber.as_deref(), &onact.reform(Action::Speak));
        match self.desk {
            Place::Taken(desk) => (desk.opened)(m, words, state),
            _ => {
                m.nothing();
                m.nothing();
            }
        }
        m.open("div", "app__columns");
        m.open("section", "app__ask");
        m.set("part", "questions");
        m.set("aria-label", words.say(Message::Questions));
        modes(m, words, state.mode, onact);
        self.ask(m, onact, ongo);
        m.close();
        m.open("section", "app__results");
        m.set("part", "results");
        m.set("aria-labelledby", OUTLOOK);
        match self.one() {
            Some(estimate) => {
                outlook(m, words, estimate, settings.as_of);
                // One element whatever is in it, so that nothing beside it is made anew, and loses the focus, as it comes.
                m.open("div", "");
                if let Place::Taken(desk) = self.desk {
                    let case = &self.case;
                    (desk.results)(m, &Looked { words, state, estimate, case, on });
                } else {
                    let missing = matches!(self.desk, Place::Missing);
                    waiting(m, words, missing, &self.onagain);
                }
                m.close();
            }
            None => programme_list(m, words, state, estimates, &onchoose),
        }
        match self.desk {
            Place::Taken(desk) => (desk.hand_on)(m, words, state, on, self.unfolded),
            Place::Empty => offer(m, words, &self.onagain),
            // The place of the results says it.
            _ if state.edition.is_some() => m.nothing(),
            place => waiting(m, words, matches!(place, Place::Missing), &self.onagain),
        }
        m.close();
        m.close();
        match (self.desk, state.edition) {
            (Place::Taken(desk), Some(edition)) => (desk.grounds)(m, words, edition),
            _ => m.nothing(),
        }
        foot(m, words, state);
        result_bar(m, words, estimates, settings.as_of, &ongo.reform(|()| OUTLOOK.to_owned()));
    }

    /// What a person fills in.
    fn ask(&self, m: &mut Markup, onact: &Callback<Action>, ongo: &Callback<String>) {
        let Self { words, state, asked, estimates, .. } = self;
        let words = *words;
        let guided = state.mode == Mode::Guided;
        let picker = |m: &mut Markup| {
            edition_picker(m, words, state, &onact.reform(Action::Choose));
            match self.one() {
                Some(estimate) => notice(m, words, state, estimate.edition),
                None => m.nothing(),
            }
        };
        if !guided {
            picker(m);
        }
        // What looks at one round closely, once it is there.
        let close = match (self.one(), self.desk) {
            (Some(one), Place::Taken(desk)) => Some((one, desk)),
            _ => None,
        };
        let is_charted =
            || close.is_some_and(|(one, desk)| (desk.is_charted)(state, one, &self.case));
        let errors: Vec<(String, String)> = state
            .errors(asked)
            .into_iter()
            .filter(|(field, _)| *field != Field::Wanted || is_charted())
            .map(|(field, error)| (field_id(field), error_text(words, state, field, error)))
            .collect();
        error_summary(m, words, &errors, ongo);
        let limits = close.map(|(one, desk)| (desk.limits)(words, state, one, &self.case));
        let limits = limits.unwrap_or_default();
        if guided {
            guide(m, words, state, asked, estimates, limits, onact);
            return picker(m);
        }
        questions(m, words, state, asked, estimates, onact);
        match close {
            Some((one, desk)) => (desk.wage_helper)(m, words, state, one.edition, onact),
            None => m.nothing(),
        }
        expense_sheet(m, words, state, asked, estimates, limits, onact);
    }

    /// The estimate of the chosen edition.
    fn one(&self) -> Option<&Estimate> {
        self.state.edition.and(self.estimates.first())
    }
}
