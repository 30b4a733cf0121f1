//! Lists in the charsets that offices have.

use std::io::{self, Cursor, Read};

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

/// How the letters of a list are written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Charset {
    /// UTF-8 if the beginning is, otherwise Shift_JIS. A byte order mark goes before both.
    #[default]
    Found,
    /// UTF-8.
    Utf8,
    /// Shift_JIS, as Windows and Excel write it (Windows-31J).
    ShiftJis,
}

/// How much of the beginning is looked at.
const BEGINNING: usize = 1 << 16;

/// `input` as UTF-8. What cannot be read becomes U+FFFD.
///
/// # Errors
/// The beginning cannot be read.
pub fn decoded(mut input: impl Read, charset: Charset) -> io::Result<impl Read> {
    let mut beginning = Vec::new();
    input.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning)?;
    let encoding = match charset {
        Charset::Utf8 => UTF_8,
        Charset::ShiftJis => SHIFT_JIS,
        Charset::Found => found(&beginning),
    };
    Ok(DecodeReaderBytesBuilder::new()
        .encoding(Some(encoding))
        .bom_override(true)
        .build(Cursor::new(beginning).chain(input)))
}

fn found(beginning: &[u8]) -> &'static Encoding {
    match std::str::from_utf8(beginning) {
        Ok(_) => UTF_8,
        // The beginning may end within a letter.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) => SHIFT_JIS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], charset: Charset) -> String {
        let mut text = String::new();
        decoded(bytes, charset).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn lists_are_read_in_both_charsets_with_and_without_a_mark() {
        let text = "業種,広報費\n①髙橋商店,１\n";
        let (shift_jis, _, wrong) = SHIFT_JIS.encode(text);
        assert!(!wrong);
        assert_eq!(read(text.as_bytes(), Charset::Found), text);
        assert_eq!(read(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), Charset::Found), text);
        assert_eq!(read(&shift_jis, Charset::Found), text);
        assert_eq!(read(&shift_jis, Charset::ShiftJis), text);
        assert!(read(&shift_jis, Charset::Utf8).contains('\u{fffd}'));
        assert_eq!(read(b"", Charset::Found), "");
    }

    #[test]
    fn a_letter_may_lie_across_the_end_of_the_beginning() {
        let text = "a".repeat(BEGINNING - 1) + "業種";
        assert_eq!(read(text.as_bytes(), Charset::Found), text);
    }
}
