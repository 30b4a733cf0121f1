//! The fields that a person fills in.

use hojokin_engine::{CategoryId, FactId};

/// A field that can hold an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// The answer to a fact.
    Fact(FactId),
    /// All expenses together, while none is entered by category.
    Total,
    /// The expenses of a category.
    Expense(CategoryId),
    /// The expenses of the category that belongs to the edition with this id alone.
    Own(&'static str),
    /// The grant that a person would like.
    Wanted,
    /// A number for reckoning what is to be paid back.
    Repayment(Missed),
}

/// The numbers of a missed promise of wages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Missed {
    /// The grant (yen).
    Grant,
    /// How much of the growth of all pay was reached for employees (percent).
    TotalOfEmployees,
    /// The same for officers.
    TotalOfOfficers,
    /// How much of the growth of pay a head was reached for employees (percent).
    HeadOfEmployees,
    /// The same for officers.
    HeadOfOfficers,
    /// The years of the plan.
    YearsPlanned,
    /// The years in which the minimum wage was missed.
    YearsMissed,
}

impl Missed {
    /// All of them, in the order of asking.
    pub const ALL: [Self; 7] = [
        Self::Grant,
        Self::TotalOfEmployees,
        Self::TotalOfOfficers,
        Self::HeadOfEmployees,
        Self::HeadOfOfficers,
        Self::YearsPlanned,
        Self::YearsMissed,
    ];

    /// The key of each in a link, in the same order.
    pub(crate) const KEYS: [&str; 7] = [
        "grant",
        "total_of_employees",
        "total_of_officers",
        "head_of_employees",
        "head_of_officers",
        "years_planned",
        "years_missed",
    ];
}
