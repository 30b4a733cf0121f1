//! Moments in Japan: a day, and the hour where it matters.

use std::{fmt, str::FromStr};

use crate::date::Date;

/// A moment in Japan (JST), such as the closing hour of a call (締切の時刻): a day, and the time where one is known.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// Seconds since midnight; `None` for the day as a whole.
    pub second: Option<u32>,
}

impl Moment {
    /// Whether it is later than `limit`. A day without a time is neither before nor after any hour of that day, so
    /// on the closing day the call is open, and at the closing hour too.
    pub fn is_after(self, limit: Self) -> bool {
        if self.day != limit.day {
            return limit.day < self.day;
        }
        matches!((self.second, limit.second), (Some(now), Some(limit)) if limit < now)
    }

    /// The hour and minute, where one is known.
    pub fn time(self) -> Option<(u32, u32)> {
        let minutes = self.second?.checked_div(60)?;
        Some((minutes.checked_div(60)?, minutes.checked_rem(60)?))
    }
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self { day, second: None }
    }
}

/// Reads `2026-12-15`, `2026-12-15T17:00` and `2026-12-15T17:00:30`.
impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let Some((day, time)) = text.split_once('T') else {
            return Ok(Self::from(text.parse::<Date>()?));
        };
        let mut seconds = 0_u32;
        let mut parts = time.split(':');
        let limits: &[u32] = if time.len() == 8 { &[24, 60, 60] } else { &[24, 60] };
        for limit in limits {
            let part = parts.next().filter(|part| part.len() == 2).ok_or(())?;
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            let number = part.parse::<u32>().ok().filter(|number| digits && number < limit);
            seconds = seconds.saturating_mul(60).saturating_add(number.ok_or(())?);
        }
        if parts.next().is_some() {
            return Err(());
        }
        let whole = if limits.len() == 3 { seconds } else { seconds.saturating_mul(60) };
        Ok(Self { day: day.parse()?, second: Some(whole) })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day.fmt(f)?;
        match self.time() {
            Some((hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().expect("a moment")
    }

    #[test]
    fn the_closing_hour_is_in_time_and_a_minute_later_is_not() {
        let closes = at("2026-12-15T17:00");
        for (now, after) in [
            ("2026-12-14T23:59", false),
            ("2026-12-15", false),
            ("2026-12-15T17:00", false),
            ("2026-12-15T17:00:01", true),
            ("2026-12-15T17:01", true),
            ("2026-12-16", true),
            ("2026-12-16T00:00", true),
        ] {
            assert_eq!(at(now).is_after(closes), after, "{now}");
        }
    }

    #[test]
    fn without_an_hour_the_whole_closing_day_is_in_time() {
        assert!(!at("2026-11-06T23:59").is_after(at("2026-11-06")));
        assert!(at("2026-11-07T00:00").is_after(at("2026-11-06")));
    }

    #[test]
    fn moments_are_read_and_written_and_other_texts_refused() {
        for text in ["2026-12-15", "2026-12-15T17:00", "2026-12-15T00:05"] {
            assert_eq!(at(text).to_string(), text);
        }
        for text in [
            "2026-12-15T",
            "2026-12-15T24:00",
            "2026-12-15T17:60",
            "2026-12-15T7:00",
            "2026-12-15T17",
            "2026-12-15T17:00:60",
            "2026-12-15T17:00:00:00",
            "2026-12-15 17:00",
            "2026-12-15T+1:00",
            "T17:00",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(()), "{text}");
        }
    }
}
