//! What is asked for.

use hojokin_engine::{Answers, CategoryId, Edition, Estimate, Expenses, FactId, Moment, Status};
use hojokin_rules::rulebook;

use super::PREFECTURE;

/// What is asked for, and the prefecture where the last day depends on it: of the chosen edition everything, of all together what their grants read.
///
/// Fees, loans and the like have questions of their own that no other programme reads; they are asked when
/// one of them is chosen.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Asked {
    /// The facts, in the order of asking.
    pub facts: Vec<FactId>,
    /// The expense categories, in the order of the edition's form, or of all.
    pub categories: Vec<CategoryId>,
}

impl Asked {
    /// What is asked for these estimates.
    pub fn of(estimates: &[Estimate], as_of: Moment) -> Self {
        let rulebook = rulebook();
        let facts = Answers::none(rulebook.facts).facts();
        let ends_by_place = |edition: &Edition| edition.before_wages.is_some();
        // Of all together it is asked as long as such a call is open anywhere, also where an answer has ended it.
        let asks = match estimates {
            [one] => ends_by_place(one.edition),
            _ => rulebook.editions.iter().any(|edition| {
                ends_by_place(edition) && Status::of(edition, as_of) != Status::Ended
            }),
        };
        let place = rulebook.fact(PREFECTURE).filter(|_| asks).map(|(fact, _)| fact);
        if let [one] = estimates {
            let categories = one.edition.categories.iter().map(|category| category.id);
            let read = |fact: &FactId| Some(*fact) == place || one.edition.facts.contains(fact);
            return Self { facts: facts.filter(read).collect(), categories: categories.collect() };
        }
        let granting = || estimates.iter().map(|one| one.edition).filter(|edition| grants(edition));
        let read = |fact: &FactId| {
            Some(*fact) == place || granting().any(|edition| edition.facts.contains(fact))
        };
        let counted = |id: &CategoryId| granting().any(|edition| edition.category(*id).is_some());
        let categories = Expenses::none(&rulebook).categories();
        Self {
            facts: facts.filter(read).collect(),
            categories: categories.filter(|id| *id != rulebook.own && counted(id)).collect(),
        }
    }
}

/// Whether an edition has a frame that grants a share of expenses.
pub fn grants(edition: &Edition) -> bool {
    edition.frames.iter().any(|frame| frame.grant().is_some())
}
