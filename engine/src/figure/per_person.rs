//! Per person (1人あたりの助成額): an amount for each person up to a most, and additions (加算) once each.
//!
//! Large firms (大企業) have amounts of their own in every row.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
    money::Yen,
};

/// An amount for each person, and additions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PerPerson {
    /// The fact that holds the number of persons.
    pub persons: FactId,
    /// The most persons that count (人数の上限).
    pub at_most: u64,
    /// The choice by which the amount goes.
    pub by: FactId,
    /// The fact that says whether the firm is a large one (大企業).
    pub large: FactId,
    /// The amounts.
    pub rows: &'static [PersonAmount],
    /// What is added once (加算).
    pub addons: &'static [Addon],
}

/// The amount for each person that belongs to one choice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PersonAmount {
    /// The place of the choice among those of its fact.
    pub choice: u64,
    /// The amount.
    pub amount: Yen,
    /// The amount for a large firm.
    pub large: Yen,
}

/// What is added once where something is so (加算).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Addon {
    /// The fact that says so.
    pub when: FactId,
    /// The amount.
    pub amount: Yen,
    /// The amount for a large firm.
    pub large: Yen,
}

impl PerPerson {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        let addons = self.addons.iter().map(|addon| addon.when);
        [self.persons, self.by, self.large].into_iter().chain(addons).collect()
    }

    /// The amount of all persons with what is added.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [self.amount(given).and_then(told)]
    }

    fn amount(&self, given: &mut Given<'_>) -> Option<u128> {
        let (persons, choice) = (given.number(self.persons), given.choice(self.by));
        let large = given.truth(self.large);
        let column =
            |amount: Yen, of_large: Yen| Some(u128::from(if large? { of_large } else { amount }.0));
        let mut sum = Some(0_u128);
        // Every addition is asked for, whatever else is open.
        for addon in self.addons {
            let added = match given.truth(addon.when) {
                Some(false) => Some(0),
                Some(true) => column(addon.amount, addon.large),
                None => None,
            };
            sum = sum.zip(added).map(|(sum, added)| sum.saturating_add(added));
        }
        let row = self.rows.iter().find(|row| Some(row.choice) == choice)?;
        let each = column(row.amount, row.large)?;
        let all = each.saturating_mul(u128::from(persons?.min(self.at_most)));
        Some(all.saturating_add(sum?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, CHOICE, LARGE, TRUTH, with, with_all},
    };

    const REGULAR: PerPerson = PerPerson {
        persons: A,
        at_most: 20,
        by: CHOICE,
        large: LARGE,
        rows: &[
            PersonAmount { choice: 0, amount: Yen(800_000), large: Yen(600_000) },
            PersonAmount { choice: 1, amount: Yen(400_000), large: Yen(300_000) },
        ],
        addons: &[Addon { when: TRUTH, amount: Yen(200_000), large: Yen(150_000) }],
    };

    fn grant(persons: u64, choice: u32, large: bool, added: bool) -> Option<i64> {
        let others = [
            (CHOICE, Domain::choice(choice)),
            (LARGE, Domain::truth(large)),
            (TRUTH, Domain::truth(added)),
        ];
        let [grant] = with_all(&[(A, persons)], &others, 0, |given| REGULAR.values(given)).0;
        grant
    }

    #[test]
    fn each_person_counts_up_to_the_most() {
        assert_eq!(grant(0, 0, false, false), Some(0));
        assert_eq!(grant(1, 0, false, false), Some(800_000));
        assert_eq!(grant(19, 0, false, false), Some(15_200_000));
        assert_eq!(grant(20, 0, false, false), Some(16_000_000));
        assert_eq!(grant(21, 0, false, false), Some(16_000_000));
        assert_eq!(grant(u64::MAX, 1, false, false), Some(8_000_000));
    }

    #[test]
    fn a_large_firm_has_amounts_of_its_own() {
        assert_eq!(grant(3, 1, false, true), Some(1_400_000));
        assert_eq!(grant(3, 1, true, true), Some(1_050_000));
        assert_eq!(grant(3, 1, true, false), Some(900_000));
    }

    #[test]
    fn an_addition_counts_once_however_many_persons_there_are() {
        assert_eq!(grant(20, 0, false, true), Some(16_200_000));
    }

    #[test]
    fn a_choice_without_an_amount_gives_none() {
        assert_eq!(grant(3, 2, false, false), None);
    }

    #[test]
    fn any_open_fact_leaves_it_open_and_all_are_asked_for_at_once() {
        let all = vec![A, CHOICE, LARGE, TRUTH];
        assert_eq!(REGULAR.facts(), all);
        assert_eq!(with(&[], |given| REGULAR.values(given)), ([None], all));
        let known = [
            (A, Domain::number(3)),
            (CHOICE, Domain::choice(0)),
            (LARGE, Domain::truth(false)),
            (TRUTH, Domain::truth(false)),
        ];
        for open in REGULAR.facts() {
            let others: Vec<_> = known.into_iter().filter(|(fact, _)| *fact != open).collect();
            let found = with_all(&[], &others, 0, |given| REGULAR.values(given));
            assert_eq!(found, ([None], vec![open]));
        }
    }
}
