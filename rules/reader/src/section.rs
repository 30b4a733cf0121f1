//! Walks a TOML table key by key and notes every mistake on the way.

use std::ops::Range;

use serde::{Deserialize, de::DeserializeOwned};
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use crate::problem::Problem;

/// The file being read, and what was found wrong with it.
pub(crate) struct Page<'t> {
    name: &'t str,
    text: &'t str,
    problems: Vec<Problem>,
}

impl<'t> Page<'t> {
    /// Parses `text`; mistakes of TOML itself are noted and what could be read is returned.
    pub(crate) fn parse(name: &'t str, text: &'t str) -> (Self, Section<'t>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut page = Self { name, text, problems: Vec::new() };
        for error in errors {
            page.fail(error.span().unwrap_or(0..0), error.message());
        }
        let span = 0..0;
        (page, Section { span, table: table.into_inner(), seen: Vec::new() })
    }

    /// Notes a mistake.
    pub(crate) fn fail(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.problems.push(Problem::new(self.name, self.text, span, message));
    }

    /// What was read if nothing is wrong, otherwise everything that is.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Problem>> {
        self.problems.sort_by_key(|problem| (problem.line, problem.column));
        self.problems.dedup();
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ if self.problems.is_empty() => unreachable!("what is missing has been noted"),
            _ => Err(self.problems),
        }
    }
}

/// A table of the file, of which each key is read once.
pub(crate) struct Section<'t> {
    /// Where the table is.
    pub(crate) span: Range<usize>,
    table: DeTable<'t>,
    /// The keys that can be used, in the order in which they were looked for.
    seen: Vec<&'static str>,
}

impl<'t> Section<'t> {
    /// The table in `value`, or a note that a table was expected.
    pub(crate) fn of(value: Spanned<DeValue<'t>>, page: &mut Page<'_>) -> Option<Self> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(Self { span, table, seen: Vec::new() }),
            _ => {
                page.fail(span, "表（{ キー = 値 } または [見出し]）で書いてください");
                None
            }
        }
    }

    /// The value of `key`, unread, if it is there.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.know(key);
        let found = self.table.keys().find(|found| found.get_ref() == key)?.clone();
        self.table.remove(&found)
    }

    /// The value of `key` as a `T`; a mistake in it is noted.
    pub(crate) fn may<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        page: &mut Page<'_>,
    ) -> Option<T> {
        let value = self.take(key)?;
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                page.fail(error.span().unwrap_or(span), error.message());
                None
            }
        }
    }

    /// As [`Section::may`], with a missing key (`Some(None)`) told from a mistake (`None`).
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        page: &mut Page<'_>,
    ) -> Option<Option<T>> {
        let missing = !self.has(key);
        let value = self.may(key, page);
        (missing || value.is_some()).then_some(value)
    }

    /// As [`Section::may`], and a missing key is noted.
    pub(crate) fn must<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        page: &mut Page<'_>,
    ) -> Option<T> {
        if !self.has(key) {
            page.fail(self.span.clone(), format!("「{key}」がありません"));
            return None;
        }
        self.may(key, page)
    }

    /// Where the value of `key` is, or else the table.
    pub(crate) fn span_of(&self, key: &str) -> Range<usize> {
        let found = self.table.iter().find(|(found, _)| found.get_ref() == key);
        found.map_or_else(|| self.span.clone(), |(_, value)| value.span())
    }

    /// Whether `key` is still there to be read; whoever asks knows it, so it can be used.
    pub(crate) fn has(&mut self, key: &'static str) -> bool {
        self.know(key);
        self.is_there(key)
    }

    /// Which of `keys` are there. They exclude each other, so that beside one of them the others cannot be used.
    pub(crate) fn among(&self, keys: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
        keys.into_iter().filter(|key| self.is_there(key)).collect()
    }

    fn is_there(&self, key: &str) -> bool {
        self.table.keys().any(|found| found.get_ref() == key)
    }

    fn know(&mut self, key: &'static str) {
        if !self.seen.contains(&key) {
            self.seen.push(key);
        }
    }

    /// The table of `key`, if it is there.
    pub(crate) fn table(&mut self, key: &'static str, page: &mut Page<'_>) -> Option<Self> {
        self.take(key).and_then(|value| Self::of(value, page))
    }

    /// The tables of `key` (`[[key]]`), none if it is not there.
    pub(crate) fn tables(&mut self, key: &'static str, page: &mut Page<'_>) -> Vec<Self> {
        let Some(value) = self.take(key) else { return Vec::new() };
        list(value, page).into_iter().filter_map(|item| Self::of(item, page)).collect()
    }

    /// All keys with their values, as a table of named things has them.
    pub(crate) fn entries(self) -> Vec<(Spanned<String>, Spanned<DeValue<'t>>)> {
        let named = |key: Spanned<std::borrow::Cow<'t, str>>| {
            Spanned::new(key.span(), key.into_inner().into_owned())
        };
        self.table.into_iter().map(|(key, value)| (named(key), value)).collect()
    }

    /// Notes every key that nobody has read.
    pub(crate) fn close(self, page: &mut Page<'_>) {
        for key in self.table.keys() {
            let known = self.seen.join("、");
            let message =
                format!("「{}」というキーはありません（使えるキー：{known}）", key.get_ref());
            page.fail(key.span(), message);
        }
    }
}

/// Notes every id that two things of a kind have, where the later one is.
pub(crate) fn unlike<'i>(
    ids: impl IntoIterator<Item = (&'i str, Range<usize>)>,
    kind: &str,
    page: &mut Page<'_>,
) {
    let mut seen: Vec<&str> = Vec::new();
    for (id, span) in ids {
        if seen.contains(&id) {
            page.fail(span, format!("{kind} の id「{id}」が二つあります"));
        }
        seen.push(id);
    }
}

/// The items of a list, or a note that a list was expected.
pub(crate) fn list<'t>(
    value: Spanned<DeValue<'t>>,
    page: &mut Page<'_>,
) -> Vec<Spanned<DeValue<'t>>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Array(items) => items.into_iter().collect(),
        _ => {
            page.fail(span, "[ ] で囲んだ一覧で書いてください");
            Vec::new()
        }
    }
}

/// A text, or a note that a text was expected.
pub(crate) fn text(value: Spanned<DeValue<'_>>, page: &mut Page<'_>) -> Option<Spanned<String>> {
    let span = value.span();
    match Spanned::<String>::deserialize(ValueDeserializer::from(value)) {
        Ok(text) => Some(text),
        Err(error) => {
            page.fail(error.span().unwrap_or(span), "\"…\" で囲んだ文字で書いてください");
            None
        }
    }
}
