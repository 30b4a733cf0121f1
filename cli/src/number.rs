//! JSON numbers as exact whole numbers.

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
    let text = number.as_str();
    let (negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{before}{after}");
    if digits.bytes().all(|digit| digit == b'0') {
        return Ok(0);
    }
    if negative {
        return Err(NotWhole::Negative);
    }
    // An exponent too long to be a number is far beyond anything, up or down.
    let beyond = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
    let exponent: i64 = exponent.parse().unwrap_or(beyond);
    let places = exponent - i64::try_from(after.len()).unwrap_or(i64::MAX / 2);
    if places < 0 {
        let cut = usize::try_from(-places).unwrap_or(usize::MAX);
        let kept = digits.len().saturating_sub(cut);
        let (kept, rest) = digits.split_at(kept);
        let whole = rest.bytes().all(|digit| digit == b'0') && cut <= digits.len();
        return if whole { Ok(parse(kept)) } else { Err(NotWhole::Fraction) };
    }
    let zeros = usize::try_from(places).unwrap_or(usize::MAX).min(20);
    Ok(parse(&format!("{digits}{}", "0".repeat(zeros))))
}

fn parse(digits: &str) -> u64 {
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
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
            ("4", 4),
            ("4.0", 4),
            ("4e2", 400),
            ("1.5e1", 15),
            ("40e-1", 4),
            ("-0", 0),
            ("0.0e5", 0),
            ("18446744073709551615", u64::MAX),
            ("1e30", u64::MAX),
            ("99999999999999999999999", u64::MAX),
            ("1e99999999999999999999", u64::MAX),
        ] {
            check(text, Ok(value));
        }
    }

    #[test]
    fn other_numbers_are_refused_with_the_reason() {
        for text in ["4.5", "0.1", "1e-1", "12e-3", "1e-99999999999999999999", "15e-1"] {
            check(text, Err(NotWhole::Fraction));
        }
        for text in ["-1", "-4.5", "-1e9"] {
            check(text, Err(NotWhole::Negative));
        }
    }
}
