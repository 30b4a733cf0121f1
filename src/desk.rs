//! The parts of the screen that come in a file of their own, when a round is looked at.
//!
//! What only they reach is in that file too. Nothing else may call them: it would bring them back into the first one
//! (see docs/design.md).

use hojokin_engine::{Case, Edition, Estimate};
use yew::Callback;

use crate::{
    components::{
        cash, chart, charted, expense_form, frame_list, frame_table, hand_on, near_misses, opened,
        paper, repayment, round_changes, wage_helper,
    },
    hand::{Copied, Hand, case, copy, is_readable, open, restored, share, stored, told},
    markup::Markup,
    state::{Action, Asked, KeptCase, Origin, Settings, Shared, State},
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
    /// What is for handing on and for keeping, unfolded at first or not.
    pub hand_on: fn(&mut Markup, Words, &State, &On, bool),
    /// What was opened.
    pub opened: fn(&mut Markup, Words, &State),
    /// What there is to say about it.
    pub told: fn(Words, &State) -> Vec<String>,
    /// Opens the text of a link.
    pub open: fn(&mut State, Origin, &str),
    /// Whether the text of a link can be read.
    pub is_readable: fn(&str) -> bool,
    /// The link to a page and its QR code.
    pub share: fn(&State, &str) -> Shared,
    /// The text of a copy.
    pub copy: fn(Copied, Words, &State) -> String,
    /// What is entered, as a case for comparing.
    pub case: fn(Words, &State) -> KeptCase,
    /// What is saved on the device.
    pub stored: fn(&State) -> String,
    /// What was saved there: the text of a link, and the cases.
    pub restored: fn(&str, &Settings) -> (String, Vec<KeptCase>),
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
    /// The page for paper is to be printed.
    pub print: Callback<()>,
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
            results,
            is_charted,
            paper,
            hand_on,
            opened,
            told,
            open,
            is_readable,
            share,
            copy,
            case,
            stored,
            restored,
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
    repayment(m, words, state, estimate.edition, onact);
    round_changes(m, words, estimate, case);
}

fn is_charted(state: &State, estimate: &Estimate, case: &Case) -> bool {
    charted(state, estimate, case).is_some()
}
