//! What a person keeps and hands on, beside the answers themselves.

use hojokin_engine::{Domain, Edition, FactId, Moment, Range};

use super::{Field, State};
use crate::{
    hand::Copied,
    link::{self, LinkError, Opened, Told},
    proof::Proof,
};

/// How many cases stand side by side at most.
pub const CASES: usize = 6;
/// How long the name of a case may be, in characters.
const NAME: usize = 40;

/// What is kept beside the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The link that is shown, until an answer changes.
    pub shared: Option<Shared>,
    /// A text that the browser did not let the widget copy, to be copied by hand.
    pub by_hand: Option<String>,
    /// What was copied last, until something changes.
    pub copied: Option<Copied>,
    /// Whether the answers are saved on the device.
    pub saving: Saving,
    /// The cases side by side.
    pub cases: Vec<KeptCase>,
    /// What there is to say about the link that was opened last.
    pub opened: Option<(Origin, Result<Told, LinkError>)>,
    /// Whether the saved answers were left as they are because a link was opened.
    pub set_aside: bool,
    /// What the check of the calculation found.
    pub proof: Option<Proof>,
    /// Where the chamber can be asked, as the page around says it: an address and a telephone number, empty if it does not.
    pub contact: Option<[String; 2]>,
    /// Whether the page gets what is entered (`emit`).
    pub emits: bool,
}

/// Where something that is opened comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// A link.
    Link,
    /// What is saved on the device.
    Device,
    /// A case that was kept.
    Case,
}

/// A link that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The whole address.
    pub address: String,
    /// Its QR code, unless it is too long for one: how many modules wide, and the outlines of the dark ones.
    pub code: Option<(u32, String)>,
}

/// Whether the answers are saved on the device.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Saving {
    /// They are not, which is how it starts.
    #[default]
    Off,
    /// They are.
    On,
    /// The browser does not allow it.
    Refused,
}

/// A case that is kept for comparing.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptCase {
    /// The name that it was given.
    pub name: String,
    /// The text of its link.
    pub link: String,
    /// Its edition; `None` for all that are open.
    pub edition: Option<&'static Edition>,
    /// What it comes to: the grant, what the firm pays itself, and the frame with its edition.
    pub best: Option<(Range, Range, &'static Edition, &'static str)>,
}

/// What is done with what is kept.
#[derive(Clone, Debug)]
pub enum Keeping {
    /// Shows a link.
    Share(Shared),
    /// Something was copied.
    Copied(Copied),
    /// Shows a text to be copied by hand.
    ByHand(String),
    /// Whether the answers are saved on the device.
    Saving(Saving),
    /// Adds a case.
    Case(KeptCase),
    /// Names the case at this place.
    Name(usize, String),
    /// Takes out the case at this place.
    Drop(usize),
    /// The saved answers stay as they are, since a link was opened.
    SetAside,
    /// The calculation was checked.
    Proof(Proof),
}

impl Kept {
    pub(super) fn keep(&mut self, keeping: Keeping) {
        match keeping {
            Keeping::Share(shared) => self.shared = Some(shared),
            Keeping::Copied(what) => (self.copied, self.by_hand) = (Some(what), None),
            Keeping::ByHand(text) => (self.copied, self.by_hand) = (None, Some(text)),
            Keeping::Saving(saving) => (self.saving, self.set_aside) = (saving, false),
            Keeping::Case(case) if self.cases.len() < CASES => self.cases.push(case),
            Keeping::Case(_) => {}
            Keeping::Name(place, name) => {
                if let Some(case) = self.cases.get_mut(place) {
                    case.name = name.chars().filter(|sign| !sign.is_control()).take(NAME).collect();
                }
            }
            Keeping::Drop(place) => {
                if place < self.cases.len() {
                    self.cases.remove(place);
                }
            }
            Keeping::SetAside => self.set_aside = true,
            Keeping::Proof(proof) => self.proof = Some(proof),
        }
    }

    /// An answer has changed: what was made of the former ones is not shown any longer.
    pub(super) fn is_old(&mut self) {
        (self.shared, self.by_hand, self.copied) = (None, None, None);
    }
}

impl State {
    /// All answers that are not typed.
    pub(crate) fn answers(&self) -> &[(FactId, Domain)] {
        &self.answers.0
    }

    /// The texts of all fields as they were typed.
    pub(crate) fn all_typed(&self) -> &[(Field, String)] {
        &self.typed.0
    }

    /// The id of the frame that was chosen to be looked at closely.
    pub(crate) fn chosen_frame(&self) -> Option<&'static str> {
        self.frame
    }

    /// Puts in what a link holds in place of everything entered; a link that cannot be read changes nothing.
    pub fn open(&mut self, origin: Origin, link: Result<Opened, LinkError>) {
        let told = link.map(|opened| {
            let Opened { edition, as_of, actions, told } = opened;
            let mut fresh = Self::new(self.settings.clone());
            (fresh.language, fresh.kept) = (self.language, std::mem::take(&mut self.kept));
            (fresh.edition, fresh.linked, fresh.mode) = (edition, as_of, self.mode);
            fresh.go_by_link();
            for action in actions {
                fresh.apply(action);
            }
            fresh.begin();
            *self = fresh;
            let dated = as_of.is_some_and(|at| at == self.settings.as_of);
            Told { now: link::shown(self), dated, ..told }
        });
        self.kept.opened = Some((origin, told));
    }

    /// Answers for the moment of the open link where the page sets none.
    pub(super) fn go_by_link(&mut self) {
        if let (Some(at), false) = (self.linked, self.settings.dated) {
            self.settings.as_of = at;
        }
    }

    /// The moment for a link: one that the page or an opened link has set, not just now.
    pub(crate) fn day_for_link(&self) -> Option<Moment> {
        self.linked.or(self.settings.dated.then_some(self.settings.as_of))
    }
}
