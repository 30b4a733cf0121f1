//! What a frame counts of the expenses.

use std::collections::BTreeMap;

use super::{Fraction, Frame, outcome::share};

/// Yen by category, as entered.
pub(crate) type Expenses = BTreeMap<&'static str, u64>;

/// What a frame counts of the expenses, category by category.
#[derive(Clone, Debug)]
pub(crate) struct Spent(Vec<Amount>);

#[derive(Clone, Debug)]
struct Amount {
    category: &'static str,
    entered: u128,
    counted: u128,
}

impl Spent {
    /// "One that this edition or frame does not count is 0 there."
    pub(crate) fn all(frame: &Frame, expenses: &Expenses) -> Self {
        let amount = |category: &&'static str| {
            let entered = expenses.get(*category).map_or(0, |yen| u128::from(*yen));
            Amount { category, entered, counted: entered }
        };
        Self(frame.counts.iter().map(amount).collect())
    }

    /// What counts of a category.
    pub(crate) fn of(&self, category: &str) -> u128 {
        self.0.iter().find(|one| one.category == category).map_or(0, |one| one.counted)
    }

    /// What counts of these categories together.
    pub(super) fn of_all(&self, categories: &[&str]) -> u128 {
        categories.iter().map(|category| self.of(category)).sum()
    }

    /// What was entered in a category.
    pub(super) fn entered(&self, category: &str) -> u128 {
        self.0.iter().find(|one| one.category == category).map_or(0, |one| one.entered)
    }

    /// Whether anything was entered that the frame counts.
    pub(super) fn is_entered(&self) -> bool {
        self.0.iter().any(|one| 0 < one.entered)
    }

    /// The sum of what counts.
    pub(crate) fn total(&self) -> u128 {
        self.0.iter().map(|one| one.counted).sum()
    }

    /// The categories of which less counts than was entered.
    pub(crate) fn cut(&self) -> Vec<&'static str> {
        let cut = self.0.iter().filter(|one| one.counted < one.entered);
        cut.map(|one| one.category).collect()
    }

    /// "Start from the entered amounts and repeat `x_i = min(entered_i, ⌊share_i × Σx⌋)` until nothing
    /// changes; Σ runs over all categories that the frame counts, the limited ones included."
    pub(super) fn held_to(mut self, shares: &[(&str, Fraction)]) -> Self {
        loop {
            let sum = self.total();
            let before: Vec<u128> = self.0.iter().map(|one| one.counted).collect();
            for one in &mut self.0 {
                if let Some((_, most)) = shares.iter().find(|(id, _)| *id == one.category) {
                    one.counted = one.entered.min(share(sum, *most));
                }
            }
            if self.0.iter().map(|one| one.counted).eq(before) {
                return self;
            }
        }
    }

    /// Cuts a category to so much.
    pub(super) fn limit(&mut self, category: &str, most: u128) {
        for one in self.0.iter_mut().filter(|one| one.category == category) {
            one.counted = one.counted.min(most);
        }
    }
}
