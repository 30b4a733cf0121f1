//! Tests on the facts of a case, and size classes.

use crate::{
    fact::{CategoryId, Choices, FactId},
    money::{Rate, Yen},
    rules::Cite,
};

/// A test on the facts of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// This yes-or-no fact is true.
    Is(FactId),
    /// This number is at least so much.
    AtLeast(FactId, u64),
    /// This number is at most so much.
    AtMost(FactId, u64),
    /// The choice is one of these.
    OneOf(FactId, Choices),
    /// The firm is of this size class (小規模事業者 and the like).
    Size(&'static SizeClass),
    /// The test does not hold.
    Not(&'static Test),
    /// This fact has no answer: what depends on it is worked out from others.
    Open(FactId),
    /// This number is a multiple of so much.
    MultipleOf(FactId, u64),
    /// What is entered in these categories is together at least so much.
    Spent(&'static [CategoryId], Yen),
    /// Some categories are at most a share of others (経費の割合の要件).
    SpentShare(&'static SpentShare),
    /// All of these hold.
    All(&'static [Test]),
    /// At least one of these holds.
    Any(&'static [Test]),
}

impl Test {
    /// Whether it reads expenses: a requirement of that kind is applied only when there are any.
    pub fn reads_expenses(&self) -> bool {
        self.has(&|test| matches!(test, Self::Spent(..) | Self::SpentShare(_)))
    }

    /// Whether it asks how expenses are shared out, which does not change when all of them are scaled.
    pub fn reads_shares(&self) -> bool {
        self.has(&|test| matches!(test, Self::SpentShare(_)))
    }

    /// Whether it is, or has in it, a test of some kind.
    fn has(&self, kind: &dyn Fn(&Self) -> bool) -> bool {
        match self {
            Self::Not(test) => test.has(kind),
            Self::All(tests) | Self::Any(tests) => tests.iter().any(|test| test.has(kind)),
            test => kind(test),
        }
    }
}

/// What some categories may be of others (経費の割合の要件), by what is entered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SpentShare {
    /// The categories that are held to a share.
    pub spent: &'static [CategoryId],
    /// The share.
    pub at_most: Rate,
    /// The categories of whose sum it is one; they can include the ones that are held to it.
    pub of: &'static [CategoryId],
}

/// A size class (企業規模), computed from industry, legal form and employees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeClass {
    /// Its id in rule files, such as `"small"`.
    pub id: &'static str,
    /// The name in the law, such as 小規模事業者.
    pub name: &'static str,
    /// The fact that holds the main industry (主たる業種).
    pub industry: FactId,
    /// The fact that holds the legal form (法人格).
    pub form: FactId,
    /// The fact that holds the number of regular employees.
    pub employees: FactId,
    /// The fact that holds the capital (資本金).
    pub capital: FactId,
    /// The legal forms that are tested on capital as well.
    pub capital_of: Choices,
    /// The limits; the first row that fits industry and form counts.
    pub rows: &'static [SizeRow],
}

/// One row of a size class.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SizeRow {
    /// The industries that the row is for.
    pub industries: Choices,
    /// The legal forms that the row is for.
    pub forms: Choices,
    /// The most regular employees (people).
    pub employees_at_most: u64,
    /// The most capital (yen) with which more employees do no harm; `None` where only employees count.
    pub capital_at_most: Option<Yen>,
    /// Where it is written, in the size table's own sources.
    pub cite: Cite,
}
