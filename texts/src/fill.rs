//! Puts values into the blanks of a message.
//!
//! In the tables a blank is `{days}`. The build makes it one private character for its name, so neither the texts
//! nor the program carry the names.

use crate::Blank;

/// The character of the first blank.
const BLANKS: u32 = 0xe000;
/// The character of the first blank that chooses between two words.
const CHOICES: u32 = 0xe800;
/// Ends the two words.
const END: char = '\u{f000}';

/// `template` with every blank replaced by what `put` appends for it.
///
/// `{days:day|days}` is the first word where that is 1 and the second elsewhere: `{days} {days:day|days}`.
pub fn fill(template: &str, put: &mut dyn FnMut(Blanks, &mut String)) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, sign, after)) = split(rest) {
        text += before;
        rest = after;
        if sign < CHOICES {
            put(Blanks(sign - BLANKS), &mut text);
            continue;
        }
        let mut value = String::new();
        put(Blanks(sign - CHOICES), &mut value);
        let (words, after) = rest.split_once(END).unwrap_or((rest, ""));
        let (one, other) = words.split_once('|').unwrap_or((words, words));
        text += if value == "1" { one } else { other };
        rest = after;
    }
    text + rest
}

/// A blank as it stands in a template.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Blanks(u32);

impl PartialEq<Blank> for Blanks {
    fn eq(&self, blank: &Blank) -> bool {
        self.0 == *blank as u32
    }
}

/// What stands before the first blank, its character, and what stands after.
fn split(text: &str) -> Option<(&str, u32, &str)> {
    let blank = |sign: char| (BLANKS..u32::from(END)).contains(&u32::from(sign));
    let (before, rest) = text.split_at(text.find(blank)?);
    let mut signs = rest.chars();
    let sign = signs.next()?;
    Some((before, u32::from(sign), signs.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, days: &str) -> String {
        fill(template, &mut |blank, text| {
            if blank == Blank::Days {
                *text += days;
            }
        })
    }

    /// As the build writes it.
    fn built(template: &str) -> String {
        let [blank, choice] = [BLANKS, CHOICES]
            .map(|first| char::from_u32(first + Blank::Days as u32).expect("a character"));
        template
            .replace("{days}", &blank.to_string())
            .replace("{days:", &choice.to_string())
            .replace('}', &END.to_string())
    }

    #[test]
    fn blanks_are_filled_wherever_they_stand() {
        assert_eq!(filled(&built("あと{days}日（{days}）"), "3"), "あと3日（3）");
        assert_eq!(filled("なし", "3"), "なし");
        assert_eq!(filled(&built("{days}"), ""), "");
    }

    #[test]
    fn a_word_can_follow_the_number() {
        let left = |days| filled(&built("{days} {days:day|days} left"), days);
        assert_eq!(left("1"), "1 day left");
        assert_eq!(left("0"), "0 days left");
        assert_eq!(left("11"), "11 days left");
    }

    #[test]
    fn a_value_is_never_read_as_a_template() {
        assert_eq!(filled(&built("{days}日"), &built("{days}")), built("{days}") + "日");
    }
}
