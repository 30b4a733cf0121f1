//! Refund rate (支給率): which share of the premiums comes back, by the months that were paid.

/// From so many months on, this rate, growing as the months go on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RateRow {
    /// The first month of the row.
    pub from: u64,
    /// The rate in that month, in basis points (80 % is 8,000).
    pub basis_points: u64,
    /// After how many months each it grows; 0 if it stays.
    pub every: u64,
    /// By how many basis points it grows.
    pub add: u64,
}

/// The rate after `months` in basis points: that of the last row that has begun, 0 before the first.
pub fn basis_points(rows: &[RateRow], months: u64) -> u64 {
    let Some(row) = rows.iter().rfind(|row| row.from <= months) else { return 0 };
    let grown = months.saturating_sub(row.from).checked_div(row.every).unwrap_or(0);
    row.basis_points.saturating_add(grown.saturating_mul(row.add))
}

/// This many basis points of `amount`, before any fraction is cut off: as numerator and denominator.
pub(super) fn of(amount: u128, basis_points: u64) -> (u128, u128) {
    (amount.saturating_mul(u128::from(basis_points)), 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &[RateRow] = &[
        RateRow { from: 12, basis_points: 8_000, every: 0, add: 0 },
        RateRow { from: 84, basis_points: 8_050, every: 6, add: 75 },
        RateRow { from: 240, basis_points: 10_000, every: 6, add: 25 },
    ];

    #[test]
    fn each_row_begins_with_its_first_month() {
        let rates = [11, 12, 83, 84, 239, 240].map(|months| basis_points(ROWS, months));
        assert_eq!(rates, [0, 8_000, 8_000, 8_050, 9_925, 10_000]);
    }

    #[test]
    fn a_rate_grows_only_with_a_whole_period() {
        let rates = [89, 90, 245, 246, 480].map(|months| basis_points(ROWS, months));
        assert_eq!(rates, [8_050, 8_125, 10_000, 10_025, 11_000]);
    }
}
