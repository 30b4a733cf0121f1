//! Equal principal (元金均等): a share of what is bought as a loan, interest alone in the years of grace
//! (据置期間), then the same part of the loan each year, the rest with the last.

use crate::{
    fact::{CategoryId, FactId},
    figure::{
        Given,
        amount::{part, told},
    },
    money::Rate,
};

/// No loan is reckoned for more years than this; so an absurd answer costs no time.
const MOST_YEARS: u64 = 1_000;

/// A loan repaid in equal parts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct EqualPrincipal {
    /// The expense category of which a share is lent.
    pub of: CategoryId,
    /// The fact that holds the years until all is repaid (償還期間), those of grace included.
    pub term: FactId,
    /// The fact that holds the years of grace (据置期間).
    pub grace: FactId,
    /// What is lent, and at which interest.
    pub terms: LoanTerms,
    /// The fact with which other terms hold.
    pub when: FactId,
    /// The terms then.
    pub terms_when: LoanTerms,
}

/// How much is lent, and at which interest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LoanTerms {
    /// The share of the expenses that is lent (貸付割合).
    pub share: Rate,
    /// The interest of a year; `None` for a loan without interest.
    pub interest: Option<Rate>,
}

impl EqualPrincipal {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.when, self.term, self.grace]
    }

    /// The loan, all interest until it is repaid, and what is paid in the first year after grace.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 3] {
        let special = given.truth(self.when);
        let (term, grace) = (given.number(self.term), given.number(self.grace));
        let Some(special) = special else { return [None; 3] };
        let terms = if special { self.terms_when } else { self.terms };
        let loan = part(u128::from(given.expense(self.of)), terms.share);
        let schedule = term.zip(grace).and_then(|(term, grace)| {
            Schedule { loan, grace, years: repaying(term, grace)? }.paid(terms.interest)
        });
        let (total, yearly) = schedule.unzip();
        [told(loan), total.and_then(told), yearly.and_then(told)]
    }
}

/// The years in which some of the loan is repaid; `None` if there are none, or absurdly many.
fn repaying(term: u64, grace: u64) -> Option<u64> {
    term.checked_sub(grace).filter(|years| (1..=MOST_YEARS).contains(years))
}

/// A loan and the years in which it is repaid.
struct Schedule {
    loan: u128,
    grace: u64,
    years: u64,
}

impl Schedule {
    /// All interest, and the payment of the first year after grace.
    fn paid(&self, rate: Option<Rate>) -> Option<(u128, u128)> {
        let interest = |balance| rate.map_or(0, |rate| part(balance, rate));
        let each = self.loan.checked_div(u128::from(self.years))?;
        let balance = |year: u64| self.loan.saturating_sub(each.saturating_mul(u128::from(year)));
        let in_grace = interest(self.loan).saturating_mul(u128::from(self.grace));
        let total = (0..self.years)
            .fold(in_grace, |total, year| total.saturating_add(interest(balance(year))));
        Some((total, each.saturating_add(interest(self.loan))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::Domain,
        figure::testing::{A, ASSETS, B, TRUTH, with, with_all},
    };

    const LOAN: EqualPrincipal = EqualPrincipal {
        of: ASSETS,
        term: A,
        grace: B,
        terms: LoanTerms { share: Rate::new(4, 5), interest: Some(Rate::new(8, 1_000)) },
        when: TRUTH,
        terms_when: LoanTerms { share: Rate::new(9, 10), interest: None },
    };

    fn loan(assets: u64, term: u64, grace: u64, special: bool) -> [Option<i64>; 3] {
        let special = [(TRUTH, Domain::truth(special))];
        with_all(&[(A, term), (B, grace)], &special, assets, |given| LOAN.values(given)).0
    }

    #[test]
    fn interest_goes_by_the_balance_at_the_start_of_each_year() {
        // 800,000: 6,400 a year of grace, then on 800,000, 600,000, 400,000 and 200,000.
        assert_eq!(loan(1_000_000, 4, 0, false), [Some(800_000), Some(16_000), Some(206_400)]);
        assert_eq!(loan(1_000_000, 5, 1, false), [Some(800_000), Some(22_400), Some(206_400)]);
    }

    #[test]
    fn the_interest_of_each_year_is_cut_and_the_rest_of_the_loan_comes_last() {
        // 800: parts of 266 and a rest of 2; ⌊6.4⌋ + ⌊4.272⌋ + ⌊2.144⌋.
        assert_eq!(loan(1_001, 3, 0, false), [Some(800), Some(12), Some(272)]);
    }

    #[test]
    fn a_loan_without_interest_is_repaid_alone() {
        assert_eq!(loan(1_000_000, 4, 1, true), [Some(900_000), Some(0), Some(300_000)]);
    }

    #[test]
    fn without_a_year_of_repaying_there_is_only_a_loan() {
        assert_eq!(loan(1_000_000, 3, 3, false), [Some(800_000), None, None]);
        assert_eq!(loan(1_000_000, 0, 0, false), [Some(800_000), None, None]);
        assert_eq!(loan(1_000_000, u64::MAX, 0, false), [Some(800_000), None, None]);
        assert_eq!(loan(0, 4, 0, false), [Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn all_open_facts_are_asked_for_and_the_loan_needs_only_one_of_them() {
        assert_eq!(with(&[], |given| LOAN.values(given)), ([None; 3], vec![TRUTH, A, B]));
        let special = [(TRUTH, Domain::truth(false))];
        let known = with_all(&[], &special, 1_000_000, |given| LOAN.values(given));
        assert_eq!(known, ([Some(800_000), None, None], vec![A, B]));
    }
}
