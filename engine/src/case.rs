//! What is known of one firm.

use crate::{
    fact::{Answers, CategoryId},
    mechanism::rounding,
    moment::Moment,
    money::{Rate, Yen},
    rules::{Edition, Rulebook},
};

/// One firm and what it wants to spend.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Case {
    /// The moment for which the answer is to be right.
    pub as_of: Moment,
    /// What is known of the facts.
    pub answers: Answers,
    /// The eligible expenses by category, consumption tax already out.
    pub expenses: Expenses,
}

/// Whether entered amounts contain consumption tax (消費税).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Tax {
    /// Tax is already out (税抜).
    #[default]
    Excluded,
    /// Tax is in (税込) and is taken out before anything else.
    Included,
}

impl Tax {
    /// The amount without tax: of an amount with 10 % tax in, 10/11, any fraction of a yen cut off.
    pub fn taken_out_of(self, entered: Yen) -> Yen {
        match self {
            Self::Excluded => entered,
            Self::Included => rounding::round_down(entered, Rate::new(10, 11)).whole,
        }
    }

    /// The amount with tax: 10 % on top of an amount without it, any fraction of a yen cut off.
    pub fn added_to(self, entered: Yen) -> Yen {
        match self {
            Self::Excluded => rounding::round_down(entered, Rate::new(11, 10)).whole,
            Self::Included => entered,
        }
    }
}

/// Eligible expenses (補助対象経費) by category, in yen without tax.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Expenses(Vec<Yen>);

impl Expenses {
    /// No expense in any category of `rulebook`.
    pub fn none(rulebook: &Rulebook) -> Self {
        Self(vec![Yen::ZERO; rulebook.categories.len()])
    }

    /// Notes the amount of one category; a category that is not in the list is passed over.
    pub fn set(&mut self, category: CategoryId, amount: Yen) {
        if let Some(slot) = self.0.get_mut(usize::from(category.0)) {
            *slot = amount;
        }
    }

    /// The amount of one category.
    pub fn of(&self, category: CategoryId) -> Yen {
        self.0.get(usize::from(category.0)).copied().unwrap_or_default()
    }

    /// The categories with an amount above 0.
    pub fn entered(&self) -> impl Iterator<Item = (CategoryId, Yen)> + '_ {
        self.categories().zip(self.0.iter().copied()).filter(|(_, amount)| Yen::ZERO < *amount)
    }

    /// All categories of the list, in its order.
    pub fn categories(&self) -> impl Iterator<Item = CategoryId> + use<> {
        (0..=u16::MAX).map(CategoryId).take(self.0.len())
    }
}

/// Where a round stands on a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// Applications are taken (受付中).
    Open,
    /// The last day is over (終了).
    Ended,
    /// The first day is still to come (予定).
    Upcoming,
    /// No source states a day.
    Undated,
}

impl Status {
    /// Where `edition` stands at `as_of`; the first and the last day, and the last hour, count as open.
    pub fn of(edition: &Edition, as_of: Moment) -> Self {
        match (edition.opens, edition.closes) {
            (None, None) => Self::Undated,
            (Some(opens), _) if opens.value.is_after(as_of) => Self::Upcoming,
            (_, Some(closes)) if as_of.is_after(closes.value) => Self::Ended,
            _ => Self::Open,
        }
    }
}
