//! The one place that asks what day it is.

use hojokin_engine::Date;
use jiff::{Timestamp, tz};

/// Today in Japan (UTC+9, no summer time).
pub(crate) fn today() -> Date {
    let day = tz::offset(9).to_datetime(Timestamp::now()).date();
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    Date {
        year: u16::try_from(day.year()).unwrap_or(u16::MAX),
        month: part(day.month()),
        day: part(day.day()),
    }
}
