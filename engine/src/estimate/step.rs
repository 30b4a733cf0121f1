//! The working, line by line.

use crate::{
    mechanism::{rounding::Cut, tier::Above},
    money::{Rate, Yen},
    rules::{Category, Change, Cite, Provision},
};

/// One line of the working (計算過程).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The name of what it was done to; empty for the main categories together.
    pub what: &'static str,
    /// The category that it was done to, where it is one.
    pub category: Option<&'static Category>,
    /// The provision that applied, and which of its changes.
    pub provision: Option<(&'static Provision, Change)>,
    /// What was entered, where it was cut.
    pub entered: Option<Yen>,
    /// The result.
    pub amount: Yen,
    /// The rate or share.
    pub rate: Option<Rate>,
    /// The tier that the amount goes beyond.
    pub above: Option<Above>,
    /// What the rate, share or limit was applied to.
    pub of: Yen,
    /// The limit.
    pub limit: Option<Yen>,
    /// What rounding cut off.
    pub cut: Cut,
    /// Where the rule is written.
    pub cite: Cite,
}

/// What a step of the working did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StepKind {
    /// The number of employees (up to `limit` people) made the cap.
    Band,
    /// What fits the firm made the cap.
    CapRow,
    /// A provision changed cap (`of` → `amount`) or rate.
    Provision,
    /// A category was cut to its share of all eligible expenses.
    CostShare,
    /// A category was cut to what it may be together with others.
    CostLimit,
    /// `of` × `rate`, cut to whole yen.
    Share,
    /// `of` × `rate` up to a part of the grant, × a lower rate above it.
    Tier,
    /// A part was cut to its share of the whole grant.
    GrantShare,
    /// A product was cut to its greatest amount.
    GrantLimit,
    /// A part was cut to a share of the other expenses.
    CostPart,
    /// The sum was held to the cap.
    Cap,
    /// What stands beside the cap or on top of it was added.
    Sum,
    /// The grant is below the floor, so nothing is granted.
    Floor,
    /// The grant was cut to a whole number of `limit`.
    RoundTo,
}

impl Step {
    /// A step without category, rate or limit.
    pub(crate) fn new(kind: StepKind, amount: Yen, of: Yen, cite: Cite) -> Self {
        Self {
            kind,
            what: "",
            category: None,
            provision: None,
            entered: None,
            amount,
            rate: None,
            above: None,
            of,
            limit: None,
            cut: Cut::default(),
            cite,
        }
    }
}
