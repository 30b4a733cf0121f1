//! Loan when a customer goes bankrupt (共済金の貸付け): what cannot be collected, up to a multiple of the
//! premiums paid.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::{down_to, part, told},
        paid::Paid,
    },
    money::{Rate, Yen},
};

/// The loan when a customer goes bankrupt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BankruptcyLoan {
    /// The premiums paid, and their months.
    pub paid: Paid,
    /// The fact that holds what cannot be collected (回収困難額).
    pub uncollectible: FactId,
    /// How many times the premiums can be lent.
    pub times: u64,
    /// The most that is lent.
    pub at_most: Yen,
    /// To how many yen the loan is cut down.
    pub every: Yen,
    /// Less than this is not lent.
    pub at_least: Yen,
    /// Before so many months nothing is lent.
    pub from: u64,
    /// Until when it is repaid, from the smallest loan up.
    pub terms: &'static [LoanMonths],
    /// The share of the loan that the premiums lose (掛金総額からの控除).
    pub deduct: Rate,
}

/// The months in which a loan from so many yen is repaid (償還期間).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LoanMonths {
    /// The least loan of the row.
    pub from: Yen,
    /// The months.
    pub months: u64,
}

impl BankruptcyLoan {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        [self.paid.facts(), vec![self.uncollectible]].concat()
    }

    /// The loan, the months until it is repaid (`None` without a loan), and what the premiums lose.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 3] {
        let Some(loan) = self.loan(given) else { return [None; 3] };
        let term = self.terms.iter().rfind(|term| u128::from(term.from.0) <= loan);
        let months = term.filter(|_| 0 < loan).and_then(|term| told(u128::from(term.months)));
        [told(loan), months, told(part(loan, self.deduct))]
    }

    fn loan(&self, given: &mut Given<'_>) -> Option<u128> {
        let (paid, months) = (self.paid.yen(given), given.number(self.paid.months));
        let (uncollectible, paid) = (given.number(self.uncollectible)?, paid?);
        let most = paid.saturating_mul(u128::from(self.times)).min(u128::from(self.at_most.0));
        let loan = down_to(most.min(u128::from(uncollectible)), self.every.0);
        let due = self.from <= months? && u128::from(self.at_least.0) <= loan;
        Some(if due { loan } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, C, D, with};

    const LOAN: BankruptcyLoan = BankruptcyLoan {
        paid: Paid { total: Some(C), premium: A, months: B, at_most: Some(Yen(8_000_000)) },
        uncollectible: D,
        times: 10,
        at_most: Yen(80_000_000),
        every: Yen(50_000),
        at_least: Yen(500_000),
        from: 6,
        terms: &[
            LoanMonths { from: Yen(0), months: 60 },
            LoanMonths { from: Yen(50_000_000), months: 72 },
            LoanMonths { from: Yen(65_000_000), months: 84 },
        ],
        deduct: Rate::new(1, 10),
    };

    fn loan(paid: u64, months: u64, uncollectible: u64) -> [Option<i64>; 3] {
        let known = [(C, paid), (B, months), (D, uncollectible)];
        with(&known, |given| LOAN.values(given)).0
    }

    #[test]
    fn the_smallest_of_three_limits_is_lent_in_whole_steps() {
        assert_eq!(loan(8_000_000, 60, 90_000_000), [80_000_000, 84, 8_000_000].map(Some));
        assert_eq!(loan(1_000_000, 20, 12_340_000), [10_000_000, 60, 1_000_000].map(Some));
        assert_eq!(loan(3_000_000, 20, 27_049_999), [27_000_000, 60, 2_700_000].map(Some));
        assert_eq!(loan(u64::MAX, 20, u64::MAX), [80_000_000, 84, 8_000_000].map(Some));
    }

    #[test]
    fn the_term_goes_by_the_loan() {
        let months = |uncollectible| loan(8_000_000, 60, uncollectible)[1];
        assert_eq!([months(49_999_999), months(50_000_000)], [Some(60), Some(72)]);
        assert_eq!([months(64_999_999), months(65_000_000)], [Some(72), Some(84)]);
    }

    #[test]
    fn too_small_or_too_early_there_is_no_loan_and_no_term() {
        let nothing = [Some(0), None, Some(0)];
        assert_eq!(loan(1_000_000, 6, 499_999), nothing);
        assert_eq!(loan(1_000_000, 6, 500_000), [500_000, 60, 50_000].map(Some));
        assert_eq!(loan(1_000_000, 5, 500_000), nothing);
    }

    #[test]
    fn open_facts_are_asked_for() {
        assert_eq!(with(&[], |given| LOAN.values(given)), ([None; 3], vec![A, B, D]));
        let told = with(&[(C, 1_000_000)], |given| LOAN.values(given));
        assert_eq!(told, ([None; 3], vec![B, D]));
    }
}
