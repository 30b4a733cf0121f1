//! The parts of the screen that come in a file of their own, when a round is looked at.
//!
//! What only they reach is in that file too. Nothing else may call them: it would bring them back into the first one
//! (see docs/design.md).

use hojokin_engine::{Case, Edition, Estimate};
use yew::Callback;

use crate::{
    components::{
        cash, chart, charted, frame_list, frame_table, near_misses, paper, print_button, repayment,
        round_changes, wage_helper,
    },
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
    /// What the round brings, frame by frame, and what comes with it.
    pub results: fn(&mut Markup, &Looked<'_>),
    /// Whether the results have a chart, and with it the field for a wanted grant.
    pub is_charted: fn(&State, &Estimate, &Case) -> bool,
    /// The page for paper.
    pub paper: fn(&mut Markup, Words, &State, &Asked, &[Estimate]),
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
    /// Called with what a person does.
    pub onact: &'a Callback<Action>,
    /// Prints the page for paper.
    pub onprint: &'a Callback<()>,
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
        static DESK: Desk = Desk { wage_helper, results, is_charted, paper };
        &DESK
    }
}

fn results(m: &mut Markup, looked: &Looked<'_>) {
    let Looked { words, state, estimate, case, onact, onprint } = *looked;
    near_misses(m, words, estimate.edition, case);
    frame_table(m, words, state, estimate, onact);
    frame_list(m, words, estimate, case);
    chart(m, words, state, estimate, case, onact);
    cash(m, words, state, estimate, case);
    repayment(m, words, state, estimate.edition, onact);
    round_changes(m, words, estimate, case);
    print_button(m, words, onprint);
}

fn is_charted(state: &State, estimate: &Estimate, case: &Case) -> bool {
    charted(state, estimate, case).is_some()
}
