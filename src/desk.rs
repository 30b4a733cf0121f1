//! The parts of the screen that come in a file of their own, when a round is looked at.
//!
//! What only they reach is in that file too. Nothing else may call them: it would bring them back into the first one
//! (see docs/design.md).

use hojokin_engine::{Case, Edition, Estimate};
use yew::Callback;

use crate::{
    components::{repayment, round_changes, wage_helper},
    markup::Markup,
    state::{Action, State},
    text::Words,
};

/// What the page is asked for.
pub const NAME: &str = "desk";

/// A part with fields for what a round's rule needs.
type Helper = fn(&mut Markup, Words, &State, &Edition, &Callback<Action>);

/// The parts.
#[derive(Debug)]
pub struct Desk {
    /// What the promise of wages means for this firm.
    pub wage_helper: Helper,
    /// What is to be paid back if it is missed.
    pub repayment: Helper,
    /// What changed from the round before.
    pub round_changes: fn(&mut Markup, Words, &Estimate, &Case),
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
        static DESK: Desk = Desk { wage_helper, repayment, round_changes };
        &DESK
    }
}
