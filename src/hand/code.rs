//! The QR code of a link.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The largest code that a phone still reads from a screen: 97 modules wide.
const LARGEST: u8 = 20;
/// The empty rim that the standard asks for, in modules.
const RIM: u32 = 4;

/// How many modules wide the code of a text is with its rim, and the outlines of its dark modules; `None` if the text
/// is too long.
pub(super) fn code(text: &str) -> Option<(u32, String)> {
    let segment = [QrSegment::make_bytes(text.as_bytes())];
    let (least, largest) = (Version::MIN, Version::new(LARGEST));
    let mask: Option<Mask> = None;
    // The level rises to a better one where that fits into the same size.
    let code =
        QrCode::encode_segments_advanced(&segment, QrCodeEcc::Low, least, largest, mask, true);
    let code = code.ok()?;
    let mut outlines = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run == 0 {
                x += 1;
                continue;
            }
            // One rectangle for neighbours, so that there is no line between them.
            let run = i32::try_from(run).unwrap_or(1);
            let number = |number: i32| number.to_string();
            let rim = i32::try_from(RIM).unwrap_or(0);
            let (right, back) = (number(run), number(run));
            for part in
                ["M", &number(x + rim), " ", &number(y + rim), "h", &right, "v1h-", &back, "z"]
            {
                outlines.push_str(part);
            }
            x += run;
        }
    }
    Some((u32::try_from(code.size()).unwrap_or(0) + 2 * RIM, outlines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finder_patterns_and_an_empty_rim() {
        let (size, outlines) = code("https://example.jp/#hojokin=1.e=x.y").expect("it fits");
        assert_eq!(size, 29 + 8);
        // The upper edges of the two upper finder patterns, seven modules each.
        assert!(outlines.starts_with("M4 4h7v1h-7z"), "{outlines}");
        assert!(outlines.contains("M26 4h7v1h-7z"), "{outlines}");
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert!(code(&"x".repeat(850)).is_some());
        assert!(code(&"x".repeat(900)).is_none());
    }
}
