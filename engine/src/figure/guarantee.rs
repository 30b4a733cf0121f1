//! Guarantee (債務保証): the share of a loan that is guaranteed, and the fee for it.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::{part, told},
    },
    money::Rate,
};

/// The guaranteed share of a loan and its yearly fee.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Guarantee {
    /// The fact that holds the loan.
    pub of: FactId,
    /// The choice by which the share goes (保証割合).
    pub by: FactId,
    /// The share of each choice.
    pub shares: &'static [ChoiceShare],
    /// The fee of a year as a share of what is guaranteed (保証料率).
    pub fee: Rate,
}

/// The share that belongs to one choice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ChoiceShare {
    /// The place of the choice among those of its fact.
    pub choice: u64,
    /// The share.
    pub rate: Rate,
}

impl Guarantee {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.of, self.by]
    }

    /// What is guaranteed, and the fee of a year, each cut to whole yen.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 2] {
        let Some(guaranteed) = self.guaranteed(given) else { return [None, None] };
        [told(guaranteed), told(part(guaranteed, self.fee))]
    }

    fn guaranteed(&self, given: &mut Given<'_>) -> Option<u128> {
        let (loan, choice) = (given.number(self.of), given.choice(self.by));
        let share = self.shares.iter().find(|share| Some(share.choice) == choice)?;
        Some(part(u128::from(loan?), share.rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, CHOICE, with, with_all},
    };

    const GUARANTEE: Guarantee = Guarantee {
        of: A,
        by: CHOICE,
        shares: &[
            ChoiceShare { choice: 0, rate: Rate::new(1, 2) },
            ChoiceShare { choice: 1, rate: Rate::new(3, 10) },
        ],
        fee: Rate::new(4, 1_000),
    };

    fn values(loan: u64, choice: u32) -> [Option<i64>; 2] {
        let choice = [(CHOICE, Domain::choice(choice))];
        with_all(&[(A, loan)], &choice, 0, |given| GUARANTEE.values(given)).0
    }

    #[test]
    fn the_fee_goes_by_what_is_guaranteed_after_it_is_cut_to_yen() {
        assert_eq!(values(5_000_000_000, 0), [Some(2_500_000_000), Some(10_000_000)]);
        assert_eq!(values(5_000_000_000, 1), [Some(1_500_000_000), Some(6_000_000)]);
        assert_eq!(values(501, 0), [Some(250), Some(1)]);
        assert_eq!(values(499, 0), [Some(249), Some(0)]);
    }

    #[test]
    fn a_choice_without_a_share_and_open_facts_give_nothing() {
        assert_eq!(values(501, 2), [None, None]);
        assert_eq!(with(&[], |given| GUARANTEE.values(given)), ([None, None], vec![A, CHOICE]));
    }
}
