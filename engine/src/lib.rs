//! Works out what a Japanese support programme grants a firm, with the working.
//!
//! ```
//! use hojokin_engine::{Rate, Yen, mechanism::rounding};
//!
//! // 749,999円 × 2/3 = 499,999.33…円; a fraction of a yen is cut off (切捨て).
//! let share = rounding::round_down(Yen(749_999), Rate::new(2, 3));
//! assert_eq!(share.whole, Yen(499_999));
//! ```
//!
//! The nouns, in the order in which they meet:
//!
//! - An [`Edition`] (公募回) is the rules of one round of one programme: its [`Frame`]s (申請枠), what each
//!   requires, at which rate and up to which cap, every figure with its [`Cite`].
//! - A [`Case`] is what is known of one firm: [`Answers`] to the facts that editions ask for, some of them
//!   still open, and the [`Expenses`] by category.
//! - [`estimate()`] puts the two together into an [`Estimate`]: per frame a [`Verdict`], the least and the most
//!   that can be granted while questions are open, what is not met, and the [`Step`]s of the working.
//! - [`inverse`] goes the other way: the least expense that reaches a wanted grant.
//!
//! What this crate does not do: it reads no file, knows no clock, holds no sentence for a screen, uses no
//! floating-point number, and never panics. An ineligible firm is an answer, not an error.

mod answering;
mod calculation;
mod case;
mod date;
mod estimate;
mod fact;
pub mod inverse;
pub mod mechanism;
mod money;
mod requirements;
mod rules;

pub use crate::{
    answering::{Answering, Assumption},
    case::{Case, Expenses, Status, Tax},
    date::Date,
    estimate::{Estimate, FrameEstimate, Range, Step, StepKind, Verdict, estimate},
    fact::{Answers, CategoryId, Choices, Domain, Fact, FactId, Kind},
    mechanism::provision::Terms,
    money::{Rate, Yen},
    requirements::{Judged, Standing},
    rules::{
        Category, Change, Cite, Cited, Contact, Edition, Frame, GrantShare, Note, Provision,
        Requirement, Rulebook, SizeClass, SizeRow, Sole, Source, Test,
    },
};
