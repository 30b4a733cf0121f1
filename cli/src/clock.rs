//! The one place that asks what time it is.

use hojokin_engine::{Date, Moment};
use jiff::{Timestamp, tz};

/// Now in Japan (UTC+9, no summer time).
pub(crate) fn now() -> Moment {
    let now = tz::offset(9).to_datetime(Timestamp::now());
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    let day = Date {
        year: u16::try_from(now.year()).unwrap_or(u16::MAX),
        month: part(now.month()),
        day: part(now.day()),
    };
    let [hour, minute, second] = [now.hour(), now.minute(), now.second()].map(|part| part as u32);
    Moment { day, second: Some((hour * 60 + minute) * 60 + second) }
}
