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
//! - [`Estimate::worth`] says how far an answer can move it, [`near_misses`] what another answer would bring.
//! - [`inverse`] goes the other way: the least expense that reaches a wanted grant; [`curve`]
//!   shows the grant against the expenses, and [`limits`] how far the limits of single categories are filled.
//!
//! What this crate does not do: it reads no file, knows no clock, holds no sentence for a screen, uses no
//! floating-point number, and never panics. An ineligible firm is an answer, not an error.

mod answering;
mod calculation;
mod case;
pub mod cash;
mod combination;
pub mod curve;
mod date;
pub mod differences;
mod estimate;
mod fact;
pub mod figure;
pub mod form;
pub mod inverse;
pub mod json;
pub mod limits;
pub mod mechanism;
mod minimum_wage;
mod moment;
mod money;
mod requirements;
mod rules;
mod worth;

pub use crate::{
    answering::{Answering, Assumption},
    case::{Case, Expenses, Status, Tax},
    combination::{Combination, Combinations, Pair, Together},
    date::Date,
    estimate::{
        Estimate, FigureValue, FrameEstimate, Outcome, Range, Step, StepKind, Verdict, Warning,
        estimate, estimate_open, estimate_where,
    },
    fact::{Answers, CategoryId, Choices, Domain, Fact, FactId, Kind},
    mechanism::{provision::Terms, tier::Above},
    minimum_wage::{Days, HourlyWage, MinimumWage, MinimumWages, Prefecture, Revision},
    moment::Moment,
    money::{Rate, Yen},
    requirements::{Judged, SizeLimit, Standing},
    rules::{
        Band, Bands, CapRow, Category, Caution, Change, Cite, Cited, Contact, Deadline, Edition,
        Frame, Gives, Grant, Limit, Most, Note, Part, Payment, Place, Provision, Purpose,
        Requirement, Rulebook, SizeClass, SizeRow, Source, SpentShare, Test, Tier,
    },
    worth::{NearMiss, near_misses},
};
