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
    fn days_are_ordered_by_time() {
        let day = |text: &str| text.parse::<Date>();
        assert!(day("2023-12-31") < day("2024-01-01"));
        assert!(day("2024-05-27") < day("2024-05-28"));
    }
}
