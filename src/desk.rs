//! The parts of the screen that come in a file of their own, when a round is looked at.
//!
//! What only they reach is in that file too. Nothing else may call them: it would bring them back into the first one
//! (see docs/design.md).

use hojokin_engine::{Case, Edition, Estimate};
use yew::Callback;

use crate::{
    components::{frame_list, frame_table, near_misses, repayment, round_changes, wage_helper},
    markup::Markup,
    state::{Action, State},
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
    pub results: fn(&mut Markup, Words, &State, &Estimate, &Case, &Callback<Action>),
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
        static DESK: Desk = Desk { wage_helper, results };
        &DESK
    }
}

fn results(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimate: &Estimate,
    case: &Case,
    onact: &Callback<Action>,
) {
    near_misses(m, words, estimate.edition, case);
    frame_table(m, words, state, estimate, onact);
    frame_list(m, words, estimate, case);
    repayment(m, words, state, estimate.edition, onact);
    round_changes(m, words, estimate, case);
}
