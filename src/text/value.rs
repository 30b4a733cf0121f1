//! What fills the blank of a message, and how the language writes it.

use hojokin_engine::{Date, Moment, Range, Rate, Yen};

use super::{Blank, Message, Words};
use hojokin_typed::grouped;

/// What fills a blank.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'v> {
    /// A text as it is.
    Text(&'v str),
    /// A whole number, its thousands parted.
    Number(u64),
    /// An amount with its unit.
    Yen(Yen),
    /// A fraction, such as 2/3.
    Rate(Rate),
    /// An amount that may still be a range.
    Range(Range),
    /// A day.
    Day(Date),
    /// A day, with its hour where one is known.
    Moment(Moment),
}

impl Words {
    /// Appends a value as the language writes it.
    pub(super) fn put(self, value: Value<'_>, text: &mut String) {
        match value {
            Value::Text(words) => *text += words,
            Value::Number(number) => *text += &grouped(number),
            Value::Yen(amount) => *text += &self.yen(amount),
            Value::Range(range) => *text += &self.range(range),
            Value::Rate(rate) => *text += &rate.to_string(),
            Value::Day(day) => *text += &self.date(day),
            Value::Moment(at) => *text += &self.moment(at),
        }
    }

    /// An amount, such as 500,000円.
    pub fn yen(self, amount: Yen) -> String {
        self.fill(Message::Yen, &[(Blank::N, amount.0.into())])
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number.unsigned_abs())
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Number(count as u64)
    }
}

/// A kind of value for each type.
macro_rules! values {
    ($($type:ty => $kind:ident),*) => { $(impl<'v> From<$type> for Value<'v> {
        fn from(value: $type) -> Self {
            Self::$kind(value.into())
        }
    })* };
}

values! {
    &'v str => Text, u8 => Number, u64 => Number, Yen => Yen, Range => Range, Rate => Rate, Date => Day,
    Moment => Moment
}
