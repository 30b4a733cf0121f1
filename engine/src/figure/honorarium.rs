//! Honorarium (謝金): an expert is paid by the full half-hour, up to so much a day.

use crate::{
    fact::FactId,
    figure::{Given, amount::told},
    money::Yen,
};

/// An expert's fee by whole periods of minutes, limited each day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Honorarium {
    /// The fact that holds the days, all of the same length.
    pub days: FactId,
    /// The fact that holds the minutes of one day.
    pub minutes: FactId,
    /// How many minutes are paid together; what is over is not paid (未満切捨て).
    pub every: u64,
    /// What is paid for them.
    pub each: Yen,
    /// The most that is paid for a day.
    pub at_most: Yen,
}

impl Honorarium {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.days, self.minutes]
    }

    /// The fee of all days.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        let (days, minutes) = (given.number(self.days), given.number(self.minutes));
        let (Some(days), Some(minutes)) = (days, minutes) else { return [None] };
        let periods = u128::from(minutes.checked_div(self.every).unwrap_or(0));
        let day = periods.saturating_mul(u128::from(self.each.0)).min(u128::from(self.at_most.0));
        [told(day.saturating_mul(u128::from(days)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, with};

    const EXPERT: Honorarium =
        Honorarium { days: A, minutes: B, every: 30, each: Yen(2_500), at_most: Yen(30_000) };

    fn fee(days: u64, minutes: u64) -> Option<i64> {
        let [fee] = with(&[(A, days), (B, minutes)], |given| EXPERT.values(given)).0;
        fee
    }

    #[test]
    fn only_whole_half_hours_are_paid() {
        assert_eq!([fee(1, 29), fee(1, 30), fee(1, 59)], [Some(0), Some(2_500), Some(2_500)]);
        assert_eq!([fee(1, 60), fee(3, 60)], [Some(5_000), Some(15_000)]);
    }

    #[test]
    fn the_limit_holds_for_each_day_not_for_all_together() {
        assert_eq!([fee(1, 359), fee(1, 360)], [Some(27_500), Some(30_000)]);
        assert_eq!([fee(1, 390), fee(2, 390)], [Some(30_000), Some(60_000)]);
        assert_eq!(fee(1, u64::MAX), Some(30_000));
    }

    #[test]
    fn days_and_minutes_are_asked_for() {
        assert_eq!(with(&[], |given| EXPERT.values(given)), ([None], vec![A, B]));
    }
}
