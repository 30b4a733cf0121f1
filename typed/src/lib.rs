//! Numbers as people type them: `１，２００，０００円`, `120万`, `1.5億`, `5千円`, `三十万`.
//!
//! ```
//! use hojokin_engine::Yen;
//! use hojokin_typed::{FieldError, whole};
//!
//! assert_eq!(whole("１２０万円"), Ok(Some(Yen(1_200_000))));
//! assert_eq!(whole(""), Ok(None));
//! assert_eq!(whole("many"), Err(FieldError::NotANumber));
//! ```

use hojokin_engine::Yen;

/// Why a typed number cannot be taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FieldError {
    /// It is not a number.
    NotANumber,
    /// It is below 0.
    Negative,
    /// It has a part of a yen or of a person.
    Fraction,
    /// It is above 10^12.
    TooLarge,
}

/// Decimal places that a typed number may have, as in `1.2345万`.
const PLACES: usize = 8;
/// One, in units of the last of those places.
const ONE: u128 = 100_000_000;

/// Reads a typed amount of money or count; nothing typed is no answer.
///
/// # Errors
/// Says why the text cannot be taken; the text itself stays as it was typed.
pub fn whole(typed: &str) -> Result<Option<Yen>, FieldError> {
    let plain = plain(typed);
    let digits = plain.trim_start_matches('¥').trim_end_matches(['円', '人', '名']);
    if digits.is_empty() {
        return if plain.is_empty() { Ok(None) } else { Err(FieldError::NotANumber) };
    }
    let (negative, digits) = match digits.strip_prefix(['-', '△', '▲']) {
        Some(digits) => (true, digits),
        None => (false, digits.strip_prefix('+').unwrap_or(digits)),
    };
    let value = amount(digits).ok_or(FieldError::NotANumber)?;
    match value {
        0 => Ok(Some(Yen::ZERO)),
        _ if negative => Err(FieldError::Negative),
        _ if value % ONE != 0 => Err(FieldError::Fraction),
        _ => match u64::try_from(value / ONE).map(Yen) {
            Ok(yen) if yen <= Yen::MOST_ENTERED => Ok(Some(yen)),
            _ => Err(FieldError::TooLarge),
        },
    }
}

/// A number with its thousands parted: `1,200,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n != 0 && (digits.len() - n).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

/// The text in half-width characters, without spaces.
fn plain(typed: &str) -> String {
    let half = |character: char| match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '−' | '‐' | '–' | '—' | 'ー' | '―' => '-',
        '、' => ',',
        '￥' | '\\' => '¥',
        '〇' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        other => other,
    };
    typed.chars().filter(|character| !character.is_whitespace()).map(half).collect()
}

/// The value of digits and units, in 1/10^8; `None` if it is not a number.
fn amount(text: &str) -> Option<u128> {
    let mut rest = text;
    // What 億 and 万 have closed off, what 千 and smaller units have gathered, and the bare number before a unit.
    let (mut total, mut section, mut bare) = (0_u128, 0_u128, None);
    let (mut below, mut small_below) = (u128::MAX, u128::MAX);
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() || first == '.' {
            let after =
                rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
            bare = Some(decimal(rest.strip_suffix(after)?)?);
            rest = after;
            continue;
        }
        let unit = unit(first)?;
        if unit < 10_000 {
            if unit >= small_below {
                return None;
            }
            section = section.checked_add(bare.take().unwrap_or(ONE).checked_mul(unit)?)?;
            small_below = unit;
        } else {
            let closed = section.checked_add(bare.take().unwrap_or(0))?;
            if closed == 0 && small_below == u128::MAX && !text.starts_with('0') || unit >= below {
                return None;
            }
            total = total.checked_add(closed.checked_mul(unit)?)?;
            (section, below, small_below) = (0, unit, u128::MAX);
        }
        rest = &rest[first.len_utf8()..];
    }
    total.checked_add(section)?.checked_add(bare.unwrap_or(0))
}

fn unit(character: char) -> Option<u128> {
    match character {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '億' => Some(100_000_000),
        '兆' => Some(1_000_000_000_000),
        _ => None,
    }
}

/// The value of bare digits such as `1,200.5`, in 1/10^8. Commas must part thousands.
fn decimal(digits: &str) -> Option<u128> {
    let mut value = 0_u128;
    // Digits so far: in all, since the last comma, and after the point.
    let (mut all, mut group, mut places) = (0, 0, None);
    let mut parted = false;
    // Digits past the last place can only make a part of a yen, so one unit of it stands for them all.
    let mut lost = 0;
    for byte in digits.bytes() {
        match byte {
            b',' | b'.' if places.is_some() || parted && group != 3 => return None,
            b',' if (1..=3).contains(&group) => (parted, group) = (true, 0),
            b'.' => places = Some(0),
            b'0'..=b'9' if places == Some(PLACES) => lost |= u128::from(byte != b'0'),
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(u128::from(byte - b'0'))?;
                match &mut places {
                    Some(places) => *places += 1,
                    None => group += 1,
                }
            }
            _ => return None,
        }
        all += usize::from(byte.is_ascii_digit());
    }
    if all == 0 || parted && group != 3 {
        return None;
    }
    for _ in places.unwrap_or(0)..PLACES {
        value = value.checked_mul(10)?;
    }
    value.checked_add(lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, result: Result<Option<u64>, FieldError>) {
        assert_eq!(whole(typed).map(|yen| yen.map(|yen| yen.0)), result, "{typed}");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, yen) in [
            ("1200000", 1_200_000),
            ("1,200,000", 1_200_000),
            ("１，２００，０００", 1_200_000),
            ("１２００、０００", 0),
            ("1,200,000円", 1_200_000),
            ("￥1,200,000", 1_200_000),
            ("\\500", 500),
            ("120万", 1_200_000),
            ("１２０万円", 1_200_000),
            ("1.5万", 15_000),
            ("1.5億", 150_000_000),
            ("1億2000万", 120_000_000),
            ("120万5千", 1_205_000),
            ("5千円", 5_000),
            ("千円", 1_000),
            ("3百万", 3_000_000),
            ("5千万", 50_000_000),
            ("三十万", 300_000),
            ("百二十万", 1_200_000),
            ("〇", 0),
            ("0", 0),
            ("00", 0),
            ("0万", 0),
            ("４人", 4),
            ("4名", 4),
            (" 4 ", 4),
            ("　４　", 4),
            ("+5", 5),
            ("-0", 0),
            ("1兆", 1_000_000_000_000),
            ("0.5千円", 500),
            ("100.0", 100),
        ] {
            if yen == 0 && typed.contains('、') {
                // The ideographic comma parts thousands too, but only where thousands are.
                check(typed, Err(FieldError::NotANumber));
            } else {
                check(typed, Ok(Some(yen)));
            }
        }
    }

    #[test]
    fn nothing_typed_is_no_answer() {
        for typed in ["", " ", "　"] {
            check(typed, Ok(None));
        }
    }

    #[test]
    fn what_cannot_be_taken_says_why() {
        for typed in [
            "abc",
            "12a",
            "円",
            "万",
            "1,2",
            "1,23,456",
            "1..2",
            "1.2.3",
            ".",
            "5万3億",
            "3千5千",
            "1e6",
            "４５じゅう",
        ] {
            check(typed, Err(FieldError::NotANumber));
        }
        for typed in ["-5", "−５", "△1,000", "▲3万"] {
            check(typed, Err(FieldError::Negative));
        }
        for typed in ["0.5", "100.5円", "1.23456万", "1.000000001"] {
            check(typed, Err(FieldError::Fraction));
        }
        for typed in ["1000000000001", "1.1兆", "9999兆", "999999999999999999"] {
            check(typed, Err(FieldError::TooLarge));
        }
        check("9999999999999999999999999999999", Err(FieldError::NotANumber));
    }

    #[test]
    fn thousands_are_parted_for_reading() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
