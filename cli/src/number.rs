//! JSON numbers as whole numbers.

use serde_json::Number;

/// Why a number is not a whole number from 0.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NotWhole {
    Negative,
    Fraction,
}

/// The whole number that `number` writes, however it writes it (`4`, `4.0`, `4e2`).
///
/// Numbers past the largest that fits count as that one: no rule has a limit up there.
pub(crate) fn whole(number: &Number) -> Result<u64, NotWhole> {
    match (number.as_u64(), number.as_f64()) {
        (Some(whole), _) => Ok(whole),
        (_, Some(other)) if other < 0.0 => Err(NotWhole::Negative),
        // A conversion from floating point keeps to the ends of its range.
        (_, Some(other)) if other.fract() == 0.0 => Ok(other as u64),
        _ => Err(NotWhole::Fraction),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, result: Result<u64, NotWhole>) {
        let number: Number = serde_json::from_str(text).expect("a JSON number");
        assert_eq!(whole(&number), result, "{text}");
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        for (text, value) in [
            ("0", 0),
            ("-0", 0),
            ("4", 4),
            ("4.0", 4),
            ("4e2", 400),
            ("1.5e1", 15),
            ("40e-1", 4),
            ("18446744073709551615", u64::MAX),
            ("18446744073709551616", u64::MAX),
            ("1e30", u64::MAX),
        ] {
            check(text, Ok(value));
        }
    }

    #[test]
    fn other_numbers_are_refused_with_the_reason() {
        for text in ["4.5", "0.1", "1e-1", "12e-3", "15e-1", "999999999999.99"] {
            check(text, Err(NotWhole::Fraction));
        }
        for text in ["-1", "-4.5", "-1e9"] {
            check(text, Err(NotWhole::Negative));
        }
    }
}
