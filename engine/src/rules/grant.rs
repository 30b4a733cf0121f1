//! How the grant of a frame is worked out, as data.

use crate::{
    fact::{CategoryId, FactId},
    figure::Calculation,
    money::{Rate, Yen},
    rules::{Cite, Cited, Test},
};

/// What a frame gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gives {
    /// A share of expenses (補助金).
    Grant(&'static Grant),
    /// Fees, loans, savings and the like, each by its own calculation.
    Figures(&'static [Calculation]),
}

/// How the grant of a frame is worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grant {
    /// The subsidy rate (補助率) before any provision; `None` where no source states it.
    pub rate: Option<Cited<Rate>>,
    /// The most that is granted (補助上限額) before any provision; `None` where [`Grant::bands`],
    /// [`Grant::cap_rows`] or the limits of its [`Place::Beside`] parts make it, or where no source states one.
    pub cap: Option<Cited<Yen>>,
    /// The least that is granted (補助下限額): a result below it is ineligible, never lifted to it.
    pub floor: Option<Cited<Yen>>,
    /// Caps by the number of regular employees (従業員数による区分).
    pub bands: Option<Bands>,
    /// Caps by tests on the firm (条件別の上限額): the first row that fits takes the place of the cap.
    pub cap_rows: &'static [CapRow],
    /// A lower rate above a part of the grant (補助率の段階).
    pub tier: Option<Tier>,
    /// The categories whose sum is multiplied in one product.
    pub main: &'static [CategoryId],
    /// A limit of the main product beneath the cap.
    pub limit: Option<Cited<Yen>>,
    /// A number by which the limits of the main product, of its tier and of the parts are multiplied.
    pub times: Option<FactId>,
    /// Categories with a product of their own.
    pub parts: &'static [Part],
    /// Special provisions (特例), applied in this order.
    pub provisions: &'static [Provision],
    /// The unit to which the whole grant is cut (千円未満切捨て); `None` where whole yen are granted.
    pub round_to: Option<Cited<Yen>>,
}

/// Caps by the number of regular employees (従業員規模別の補助上限額).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// The fact that holds the number of regular employees.
    pub employees: FactId,
    /// The bands, from the smallest firms up.
    pub rows: &'static [Band],
}

/// The cap for firms of one size.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Band {
    /// The most regular employees (people); `None` in the last band.
    pub employees_at_most: Option<u64>,
    /// The cap.
    pub cap: Yen,
    /// The cap for those who promise a raise of wages, where the guideline has one.
    pub raised: Option<Yen>,
    /// The part of the grant up to which the first rate applies, where it depends on the band.
    pub tier: Option<Yen>,
    /// Where it is written.
    pub cite: Cite,
}

/// The cap for those whom a test fits (条件別の上限額), such as a course with so many workers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapRow {
    /// Whom it is for.
    pub when: Test,
    /// The cap.
    pub cap: Yen,
    /// Where it is written.
    pub cite: Cite,
}

/// A lower rate above a part of the grant (補助額のうち◯円を超える部分の補助率).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Tier {
    /// The part of the grant up to which the first rate applies; `None` where the bands state it.
    pub up_to: Option<Yen>,
    /// The rate above it.
    pub above: Rate,
    /// Where it is written.
    pub cite: Cite,
}

/// Categories with a product of their own (区分ごとの計算).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The categories whose sum is multiplied; none where [`Part::amount`] is.
    pub categories: &'static [CategoryId],
    /// The fact whose answer is multiplied in their place (質問で答える費用); one part of a grant can have one.
    pub amount: Option<FactId>,
    /// What it is called in the working.
    pub name: &'static str,
    /// Its rate; `None` for that of the frame.
    pub rate: Option<Rate>,
    /// The most that its product grants.
    pub at_most: Option<Yen>,
    /// The greatest part of the whole grant that may come from it (補助金額の割合の上限).
    pub grant_share: Option<Rate>,
    /// The greatest share of the expenses of all other categories that it grants.
    pub of_cost: Option<Rate>,
    /// When it counts at all; `None` for always.
    pub when: Option<Test>,
    /// Where its grant stands to the cap.
    pub place: Place,
    /// Whether it only adds to a main amount: without one it grants nothing.
    pub adds: bool,
    /// Whether [`Grant::times`] leaves its limit alone.
    pub fixed: bool,
    /// Where it is written.
    pub cite: Cite,
}

/// Where the grant of a part stands to the cap.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Under the cap, with the main product.
    Within,
    /// Beside it: its own limit is added to the cap.
    Beside,
    /// On top of it, outside the cap (上限額の外の上乗せ).
    Atop,
}

/// A special provision (特例): when its test holds, it changes the terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Provision {
    /// Its id, such as `"invoice"`.
    pub id: &'static str,
    /// The name in the guideline, such as インボイス特例.
    pub name: &'static str,
    /// When it applies.
    pub test: Test,
    /// What it changes, in this order.
    pub changes: &'static [Change],
    /// Where it is written.
    pub cite: Cite,
}

/// What a provision changes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// Adds this to the cap (上限の上乗せ).
    RaiseCap(Yen),
    /// Puts this in place of the cap.
    SetCap(Yen),
    /// Takes the cap that the band has for those who raise wages (賃上げによる上限引上げ).
    RaisedBand,
    /// The cap is the answer to this fact.
    CapIs(FactId),
    /// Puts this in place of the rate (補助率の引上げ).
    SetRate(Rate),
    /// Puts this in place of the rate above the tier.
    SetAbove(Rate),
}
