//! The parts of the screen that come in a file of their own, when a round is looked at.
//!
//! What only they reach is in that file too. Nothing else may call them: it would bring them back into the first one
//! (see docs/design.md).

use hojokin_engine::{Case, Edition, Estimate};
use yew::{AppHandle, Callback, Context, Html};

use crate::{
    app::{App, asked},
    components::{
        adoption, cash, chart, charted, contact, emits, expense_form, frame_list, frame_table,
        grounds, hand_on, limits, near_misses, opened, paper, proof, repayment, round_changes,
        wage_helper,
    },
    hand::Hand,
    host,
    markup::Markup,
    state::{Action, Asked, State},
    text::Words,
};

/// What the page is asked for.
pub const NAME: &str = "desk";

/// The parts.
#[derive(Debug)]
pub struct Desk {
    /// What the promise of wages means for this firm.
    pub wage_helper: fn(&mut Markup, Words, &State, &Edition, &Callback<Action>),
    /// How far the limits are filled, for each category of the edition.
    pub limits: fn(Words, &State, &Estimate, &Case) -> Vec<Html>,
    /// What the round brings, frame by frame, and what comes with it.
    pub results: fn(&mut Markup, &Looked<'_>),
    /// What the results rest on.
    pub grounds: fn(&mut Markup, Words, &Edition),
    /// Whether the results have a chart, and with it the field for a wanted grant.
    pub is_charted: fn(&State, &Estimate, &Case) -> bool,
    /// The page for paper.
    pub paper: fn(&mut Markup, Words, &State, &Asked, &[Estimate]),
    /// What is for handing on and for keeping, unfolded at first or not, and the check of the calculation.
    pub hand_on: fn(&mut Markup, Words, &State, &On, bool),
    /// That the page gets what is entered, and what was opened.
    pub opened: fn(&mut Markup, Words, &State),
    /// Opens what there is to open.
    pub start: fn(&mut App),
    /// What there is to say about what was opened, once.
    pub tell_opened: fn(&mut App) -> String,
    /// Hands something on, or keeps it.
    pub hand: fn(&mut App, &Context<App>, Hand),
    /// What the page around asks for by its name, with what it gives.
    pub ask: fn(&AppHandle<App>, &str, Option<String>) -> Option<String>,
    /// Saves on the device once nothing has changed for a moment.
    pub save_soon: fn(&mut App, &Context<App>),
}

/// The round that is looked at.
#[derive(Debug)]
pub struct Looked<'a> {
    /// The language.
    pub words: Words,
    /// What has been entered.
    pub state: &'a State,
    /// What the round would grant.
    pub estimate: &'a Estimate,
    /// The firm.
    pub case: &'a Case,
    /// What happens when a person does something.
    pub on: &'a On,
}

/// What happens when a person does something.
#[derive(Debug)]
pub struct On {
    /// Something was entered or chosen.
    pub act: Callback<Action>,
    /// The focus is to go to the element with this id.
    pub go: Callback<String>,
    /// Something is to be handed on or kept.
    pub hand: Callback<Hand>,
    /// The page around is told or asked something (see [`Props`](crate::app::Props)).
    pub call: Callback<&'static str>,
}

/// How far the desk is.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Nobody has needed it.
    Empty,
    /// It has been asked for.
    Waiting,
    /// It could not be loaded.
    Missing,
    /// It is there.
    Taken(&'static Desk),
}

hojokin_part::loaded_later! {
    /// The parts. Their file has to be there: without it, the program stops.
    pub fn desk() -> &'static Desk {
        static DESK: Desk = Desk {
            wage_helper,
            limits,
            results,
            grounds,
            is_charted,
            paper: printed,
            hand_on: kept,
            opened: told,
            start: App::start,
            tell_opened: App::tell_opened,
            hand: App::hand,
            ask: asked::ask,
            save_soon: App::save_soon,
        };
        &DESK
    }
}

fn results(m: &mut Markup, looked: &Looked<'_>) {
    let Looked { words, state, estimate, case, on } = *looked;
    let onact = &on.act;
    near_misses(m, words, estimate.edition, case);
    frame_table(m, words, state, estimate, onact);
    frame_list(m, words, estimate, case);
    chart(m, words, state, estimate, case, onact);
    cash(m, words, state, estimate, case);
    expense_form(m, looked);
    adoption(m, words, estimate.edition);
    repayment(m, words, state, estimate.edition, onact);
    round_changes(m, words, estimate, case);
}

fn printed(m: &mut Markup, words: Words, state: &State, asked: &Asked, estimates: &[Estimate]) {
    paper(m, words, state, asked, estimates, &host::address());
}

fn told(m: &mut Markup, words: Words, state: &State) {
    emits(m, words, &state.kept);
    opened(m, words, state);
}

fn kept(m: &mut Markup, words: Words, state: &State, on: &On, open: bool) {
    // One element, as before it is there, so that the result above it keeps the focus.
    m.open("div", "");
    contact(m, words, state);
    hand_on(m, words, state, on, open);
    proof(m, words, state, &on.hand);
    m.close();
}

fn is_charted(state: &State, estimate: &Estimate, case: &Case) -> bool {
    charted(state, estimate, case).is_some()
}
