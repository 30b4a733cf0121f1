//! Premiums paid in (掛金総額): as told, or the monthly premium times the months, up to a limit.

use crate::{fact::FactId, figure::Given, money::Yen};

/// The total of the premiums paid into a mutual aid.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Paid {
    /// The fact that tells the total itself, where the programme asks for it.
    pub total: Option<FactId>,
    /// The fact that holds the monthly premium (掛金月額).
    pub premium: FactId,
    /// The fact that holds the months paid (掛金納付月数).
    pub months: FactId,
    /// The most that can be paid in (積立限度額); it limits the product, not what is told.
    pub at_most: Option<Yen>,
}

impl Paid {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        self.total.into_iter().chain([self.premium, self.months]).collect()
    }

    /// The total; premium and months are asked for only while it is not told.
    pub fn yen(&self, given: &mut Given<'_>) -> Option<u128> {
        if let Some(told) = self.total.and_then(|total| given.known_number(total)) {
            return Some(u128::from(told));
        }
        let (premium, months) = (given.number(self.premium), given.number(self.months));
        let paid = u128::from(premium?).saturating_mul(u128::from(months?));
        Some(self.at_most.map_or(paid, |most| paid.min(u128::from(most.0))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{
        amount::told,
        testing::{A, B, C, with},
    };

    const PAID: Paid =
        Paid { total: Some(C), premium: A, months: B, at_most: Some(Yen(8_000_000)) };

    fn paid(known: &[(FactId, u64)]) -> (Option<i64>, Vec<FactId>) {
        let ([paid], missing) = with(known, |given| [PAID.yen(given).and_then(told)]);
        (paid, missing)
    }

    #[test]
    fn premium_times_months_stops_at_the_limit() {
        assert_eq!(paid(&[(A, 200_000), (B, 39)]).0, Some(7_800_000));
        assert_eq!(paid(&[(A, 200_000), (B, 40)]).0, Some(8_000_000));
        assert_eq!(paid(&[(A, 200_000), (B, 41)]).0, Some(8_000_000));
    }

    #[test]
    fn a_total_that_is_told_counts_as_it_is_and_asks_for_nothing_else() {
        assert_eq!(paid(&[(C, 8_000_001)]), (Some(8_000_001), vec![]));
        assert_eq!(paid(&[(A, 5_000), (B, 10), (C, 1)]), (Some(1), vec![]));
        assert_eq!(paid(&[]), (None, vec![A, B]));
    }
}
