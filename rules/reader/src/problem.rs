//! A mistake in a rule file, shown with line and caret.

use std::{fmt, ops::Range};

/// A mistake in a rule file: where it is, and what was expected there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
    /// The line itself.
    text: String,
    /// How many characters the caret line marks.
    width: usize,
}

impl Problem {
    /// A problem at the bytes `span` of `source`.
    pub(crate) fn new(
        file: &str,
        source: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        let start = floor_char(source, span.start);
        let line_start = source[..start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |end| start + end);
        let end = floor_char(source, span.end).clamp(start, line_end);
        Self {
            file: file.to_owned(),
            line: source[..start].matches('\n').count() + 1,
            column: source[line_start..start].chars().count() + 1,
            message: message.into(),
            text: source[line_start..line_end].trim_end().to_owned(),
            width: source[start..end].chars().map(columns).sum::<usize>().max(1),
        }
    }
}

/// The message, then the line with carets under the mistake.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message, text, width } = self;
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let before: usize = text.chars().take(column - 1).map(columns).sum();
        writeln!(f, "{file}:{line}:{column}: {message}")?;
        writeln!(f, "{number} | {text}")?;
        write!(f, "{gutter} | {}{}", " ".repeat(before), "^".repeat(*width))
    }
}

/// How many columns of a terminal a character takes: Japanese ones take two.
fn columns(character: char) -> usize {
    if character.is_ascii() { 1 } else { 2 }
}

/// The start of the character at byte `at`, or the end of the text.
fn floor_char(source: &str, at: usize) -> usize {
    (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_mistake_behind_japanese_text_too() {
        let source = "a = 1\n名 = \"五十\"\n";
        let start = source.find('"').expect("there is one");
        let problem = Problem::new("sample.toml", source, start..start + 8, "数字で書いてください");
        let shown = "sample.toml:2:5: 数字で書いてください\n2 | 名 = \"五十\"\n  |      ^^^^^^";
        assert_eq!(problem.to_string(), shown);
    }

    #[test]
    fn a_place_past_the_end_is_shown_at_the_end() {
        let problem = Problem::new("sample.toml", "a = 1", 90..95, "x");
        assert_eq!((problem.line, problem.column), (1, 6));
    }
}
