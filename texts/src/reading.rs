//! Readings above kanji (ふりがな), written `｜漢字《かんじ》`.

/// The first words with a reading, and what stands around them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reading<'t> {
    /// What stands before.
    pub before: &'t str,
    /// The words.
    pub base: &'t str,
    /// How they are read.
    pub reading: &'t str,
    /// What stands after.
    pub after: &'t str,
}

/// The first words of a text that have a reading.
pub fn first_reading(text: &str) -> Option<Reading<'_>> {
    let (before, rest) = text.split_once('｜')?;
    let (base, rest) = rest.split_once('《')?;
    let (reading, after) = rest.split_once('》')?;
    Some(Reading { before, base, reading, after })
}

/// A text without its readings, for where none can stand.
pub fn plain(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(found) = first_reading(rest) {
        plain += found.before;
        plain += found.base;
        rest = found.after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_with_their_reading() {
        let first = first_reading("1｜人《にん》です").expect("there is one");
        assert_eq!(first, Reading { before: "1", base: "人", reading: "にん", after: "です" });
        let first = first_reading("｜補助《ほじょ》｜金《きん》").expect("there is one");
        assert_eq!((first.base, first.after), ("補助", "｜金《きん》"));
    }

    #[test]
    fn what_is_no_reading_stays() {
        for text in ["", "補助金", "《a》", "a《b》", "｜a"] {
            assert_eq!(first_reading(text), None);
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("｜補助金《ほじょきん》です"), "補助金です");
    }
}
