//! Japanese texts in less than two bytes a letter.
//!
//! UTF-8 takes three. The rules use some eight hundred different letters, most of them seldom; with one byte for the
//! frequent ones and two for the others, the compressed texts are an eighth smaller (18.0 against 20.5 kB for 37
//! editions), their list of letters included.

/// Letters by their number: first those that take one byte, then those that take two.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Letters {
    letters: Vec<char>,
    /// How many take one byte; the bytes from here on begin a letter of two.
    short: usize,
}

/// How many letters one leading byte has room for.
const ROW: usize = 256;

impl Letters {
    /// The letters of `text`, as many of the frequent ones short as there are bytes to spare.
    pub(crate) fn of(text: &str) -> Self {
        let mut counts: Vec<(usize, char)> = Vec::new();
        for letter in text.chars() {
            match counts.iter_mut().find(|(_, found)| *found == letter) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, letter)),
            }
        }
        counts.sort_unstable_by_key(|(count, letter)| (usize::MAX - count, *letter));
        let mut letters: Vec<char> = counts.into_iter().map(|(_, letter)| letter).collect();
        let rows = (0..ROW).find(|rows| letters.len() <= ROW - rows + rows * ROW);
        let short = letters.len().min(ROW - rows.unwrap_or(ROW - 1));
        // In the order of the alphabet, each is a small step from the one before.
        let (frequent, others) = letters.split_at_mut(short);
        frequent.sort_unstable();
        others.sort_unstable();
        Self { letters, short }
    }

    /// The letters as steps from one to the next, after how many are short and how many are not.
    pub(crate) fn numbers(&self) -> Vec<u64> {
        let (short, long) = self.letters.split_at(self.short);
        let mut numbers = vec![short.len() as u64, long.len() as u64];
        for part in [short, long] {
            let mut before = 0;
            for letter in part {
                numbers.push(u64::from(u32::from(*letter) - before));
                before = u32::from(*letter);
            }
        }
        numbers
    }

    /// The letters that [`Letters::numbers`] has written.
    pub(crate) fn read(mut number: impl FnMut() -> u64) -> Self {
        let parts = [number(), number()];
        let mut letters = Vec::new();
        for count in parts {
            let mut letter = 0_u32;
            for _ in 0..count {
                letter = letter.wrapping_add(u32::try_from(number()).unwrap_or(0));
                letters.push(char::from_u32(letter).unwrap_or(' '));
            }
        }
        Self { letters, short: usize::try_from(parts[0]).unwrap_or(0) }
    }

    /// `text` by the numbers of its letters.
    pub(crate) fn encode(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for letter in text.chars() {
            let place = self.letters.iter().position(|known| *known == letter).unwrap_or(0);
            match place.checked_sub(self.short) {
                None => bytes.push(place as u8),
                Some(place) => {
                    bytes.extend([(self.short + place / ROW) as u8, (place % ROW) as u8])
                }
            }
        }
        bytes
    }

    /// The text again.
    pub(crate) fn decode(&self, bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut bytes = bytes.iter().map(|byte| usize::from(*byte));
        while let Some(byte) = bytes.next() {
            let place = match byte.checked_sub(self.short) {
                None => byte,
                Some(row) => self.short + row * ROW + bytes.next().unwrap_or(0),
            };
            text.extend(self.letters.get(place));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Letters {
        let letters = Letters::of(text);
        let mut numbers = letters.numbers().into_iter();
        let read = Letters::read(|| numbers.next().expect("as many as were written"));
        assert_eq!(read, letters);
        assert_eq!(read.decode(&letters.encode(text)), text);
        letters
    }

    #[test]
    fn few_letters_take_a_byte_each() {
        let letters = check("補助率は2/3\n補助上限額");
        assert_eq!(letters.encode("補助率").len(), 3);
        check("");
    }

    #[test]
    fn beyond_a_byte_the_frequent_ones_stay_short() {
        let many: String = ('一'..='龥').take(3_000).collect();
        let letters = check(&format!("{many}のののの"));
        assert_eq!((letters.encode("の").len(), letters.encode("龥").len()), (1, 1));
        assert_eq!(letters.encode(&many).len(), 3_000 * 2 - (letters.short - 1));
    }

    #[test]
    fn bytes_of_another_list_give_some_text_and_no_panic() {
        let letters = Letters::of("補助");
        assert_eq!(letters.decode(&[0, 9, 255]).chars().count(), 1);
        assert_eq!(Letters::default().decode(&[1, 2, 3]), "");
    }
}
