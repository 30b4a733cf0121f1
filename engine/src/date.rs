//! Calendar days.

use std::{fmt, str::FromStr};

/// A calendar day in Japan, such as a closing day (締切日).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
    /// The year of the common era, such as 2024 for 令和6年.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The day `year`-`month`-`day`, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        (1 <= day && day <= days_in(year, month)).then_some(Self { year, month, day })
    }
}

impl Date {
    /// The day before it.
    pub fn day_before(self) -> Self {
        if let Some(day) = self.day.checked_sub(1).filter(|day| 0 < *day) {
            return Self { day, ..self };
        }
        let (year, month) = match self.month.checked_sub(1).filter(|month| 0 < *month) {
            Some(month) => (self.year, month),
            None => (self.year.saturating_sub(1), 12),
        };
        Self { year, month, day: days_in(year, month) }
    }

    /// How many days it lies after `earlier`; negative if before.
    pub fn days_after(self, earlier: Self) -> i64 {
        self.number().saturating_sub(earlier.number())
    }

    /// Days since 1 March of the year 0: with March first, the odd month comes last, and thirty months have 918 days
    /// (153 in five).
    fn number(self) -> i64 {
        let early = i64::from(self.month < 3);
        let year = i64::from(self.year).saturating_sub(early);
        let month = i64::from(self.month).saturating_add(9).checked_rem(12).unwrap_or(0);
        let part = |number: i64, by: i64| number.checked_div(by).unwrap_or(0);
        let leaps = part(year, 4).saturating_sub(part(year, 100)).saturating_add(part(year, 400));
        let days = part(month.saturating_mul(153).saturating_add(2), 5);
        year.saturating_mul(365)
            .saturating_add(leaps)
            .saturating_add(days)
            .saturating_add(i64::from(self.day))
    }
}

/// Reads a day as ISO 8601 writes it: `2024-05-27`.
impl FromStr for Date {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(())
        };
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(()) };
        digits(year, 4).and(digits(month, 2)).and(digits(day, 2)).ok_or(())?;
        let (year, month, day) = (year.parse(), month.parse(), day.parse());
        match (year, month, day) {
            (Ok(year), Ok(month), Ok(day)) => Self::new(year, month, day).ok_or(()),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has; 0 for a month that does not exist.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_are_read_and_written() {
        for text in ["2024-02-29", "2000-02-29", "2024-12-31", "2014-02-27"] {
            assert_eq!(text.parse::<Date>().map(|day| day.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-00-10",
            "2024-13-01",
            "2024-1-01",
            "2024-01-00",
            "+024-01-01",
            "2024/01/01",
            "",
            "2024-01",
            "2024-01-01-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(()), "{text}");
        }
    }

    #[test]
    fn days_between_are_counted_over_months_and_leap_years() {
        let between = |from: &str, to: &str| {
            let day = |text: &str| text.parse::<Date>().expect("a day of the calendar");
            day(to).days_after(day(from))
        };
        assert_eq!(between("2026-11-21", "2026-12-15"), 24);
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("2023-02-28", "2023-03-01"), 1);
        assert_eq!(between("2025-12-31", "2026-01-01"), 1);
        assert_eq!(between("2000-01-01", "2100-01-01"), 36_525);
        assert_eq!(between("2026-12-15", "2026-11-21"), -24);
    }

    #[test]
    fn the_day_before_goes_over_months_and_years() {
        let before = |text: &str| text.parse::<Date>().map(|day| day.day_before().to_string());
        assert_eq!(before("2026-12-02"), Ok("2026-12-01".to_owned()));
        assert_eq!(before("2026-12-01"), Ok("2026-11-30".to_owned()));
        assert_eq!(before("2024-03-01"), Ok("2024-02-29".to_owned()));
        assert_eq!(before("2026-01-01"), Ok("2025-12-31".to_owned()));
    }

    #[test]
    fn days_are_ordered_by_time() {
        let day = |text: &str| text.parse::<Date>();
        assert!(day("2023-12-31") < day("2024-01-01"));
        assert!(day("2024-05-27") < day("2024-05-28"));
    }
}
