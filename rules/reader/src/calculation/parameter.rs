//! The parameters of calculations: numbers, facts by their kind, and tables of rows.

use std::ops::Range;

use hojokin_engine::{
    CategoryId, Fact, FactId, Kind, Rate, Yen,
    figure::{paid::Paid, refund_rate::RateRow},
};
use toml::Spanned;

use super::{Reader, kept};
use crate::{
    citation::{Fraction, Money},
    keep, keep_text,
    section::{Section, unlike},
};

/// A choice fact and the ids of its choices.
pub(super) type ChoiceFact = (FactId, &'static [&'static str]);

impl Reader<'_, '_> {
    pub(super) fn text(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<&'static str> {
        table.must::<String>(key, self.page).map(keep_text)
    }

    /// A whole number from 1.
    pub(super) fn count(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<u64> {
        let span = table.span_of(key);
        let count: u64 = table.must(key, self.page)?;
        if count == 0 {
            self.page.fail(span, "1 以上の整数で書いてください");
        }
        (0 < count).then_some(count)
    }

    pub(super) fn money(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<Yen> {
        table.must::<Money>(key, self.page).map(|money| money.0)
    }

    pub(super) fn rate(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<Rate> {
        table.must::<Fraction>(key, self.page).map(|fraction| fraction.0)
    }

    /// The table of `key`, of which `read` reads the keys.
    pub(super) fn inner<T>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        read: impl FnOnce(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Option<T> {
        if !table.has(key) {
            self.page.fail(table.span.clone(), format!("「{key}」がありません"));
        }
        let mut inner = table.table(key, self.page)?;
        let value = read(self, &mut inner);
        inner.close(self.page);
        value
    }

    pub(super) fn category(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<CategoryId> {
        let name: Spanned<String> = table.must(key, self.page)?;
        let category = self.vocabulary.category(name.get_ref());
        if category.is_none() {
            let message =
                format!("「{}」という経費区分は vocabulary.toml にありません", name.get_ref());
            self.page.fail(name.span(), message);
        }
        category
    }

    /// A fact whose answer is a number or yen.
    pub(super) fn number(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<FactId> {
        let name: Spanned<String> = table.must(key, self.page)?;
        self.numeric(&name)
    }

    /// A list of such facts.
    pub(super) fn numbers(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<&'static [FactId]> {
        let names: Vec<Spanned<String>> = table.must(key, self.page)?;
        let facts: Vec<Option<FactId>> = names.iter().map(|name| self.numeric(name)).collect();
        facts.into_iter().collect::<Option<Vec<FactId>>>().map(keep)
    }

    fn numeric(&mut self, name: &Spanned<String>) -> Option<FactId> {
        let (id, fact) = self.fact(name)?;
        if !matches!(fact.kind, Kind::Number | Kind::Money) {
            self.page.fail(name.span(), "数か金額の事項ではありません");
            return None;
        }
        Some(id)
    }

    /// A yes-or-no fact.
    pub(super) fn truth(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<FactId> {
        let name: Spanned<String> = table.must(key, self.page)?;
        let (id, fact) = self.fact(&name)?;
        if fact.kind != Kind::Truth {
            self.page.fail(name.span(), "はい・いいえの事項ではありません");
            return None;
        }
        Some(id)
    }

    /// A fact whose answer is one of several choices.
    pub(super) fn choice(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<ChoiceFact> {
        let name: Spanned<String> = table.must(key, self.page)?;
        let (id, fact) = self.fact(&name)?;
        let Kind::Choice(choices) = fact.kind else {
            self.page.fail(name.span(), "選択の事項ではありません");
            return None;
        };
        Some((id, choices))
    }

    fn fact(&mut self, name: &Spanned<String>) -> Option<(FactId, &'static Fact)> {
        let found = self.vocabulary.fact(name.get_ref());
        if found.is_none() {
            let message =
                format!("「{}」という事項は vocabulary.toml にありません", name.get_ref());
            self.page.fail(name.span(), message);
        }
        found
    }

    /// The tables of `key`, at least one, each with its place; `None` if one of them has a mistake.
    pub(super) fn rows<T>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        mut read: impl FnMut(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Option<Vec<(T, Range<usize>)>> {
        let place = table.span_of(key);
        let tables = table.tables(key, self.page);
        if tables.is_empty() {
            self.page.fail(place, format!("「{key}」に行が一つもありません"));
            return None;
        }
        let (wanted, mut rows) = (tables.len(), Vec::new());
        for mut row in tables {
            let value = read(self, &mut row);
            rows.extend(value.map(|value| (value, row.span.clone())));
            row.close(self.page);
        }
        (rows.len() == wanted).then_some(rows)
    }

    /// Rows that each belong to one choice of a fact, which their key `choice` names.
    pub(super) fn choices<T>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        fact: &Option<ChoiceFact>,
        mut read: impl FnMut(&mut Self, &mut Section<'_>, u64) -> Option<T>,
    ) -> Option<&'static [T]> {
        let mut named = Vec::new();
        let rows = self.rows(key, table, |reader, row| {
            let name: Option<Spanned<String>> = row.must("choice", reader.page);
            let place = name.as_ref().and_then(|name| reader.place(name, fact));
            named.extend(name.map(|name| (name.span(), name.into_inner())));
            // The rest of the row is read in any case, so that its mistakes are noted as well.
            let value = read(reader, row, place.unwrap_or_default());
            place.and(value)
        });
        let named = named.iter().map(|(span, name)| (name.as_str(), span.clone()));
        unlike(named, key, self.page);
        rows.map(kept)
    }

    /// The place of a choice among those of its fact; nothing is noted where the fact is unknown.
    fn place(&mut self, name: &Spanned<String>, fact: &Option<ChoiceFact>) -> Option<u64> {
        let (_, choices) = (*fact)?;
        let place = choices.iter().position(|choice| choice == name.get_ref());
        if place.is_none() {
            let message = format!("この事項の選択肢ではありません（{}）", choices.join("、"));
            self.page.fail(name.span(), message);
        }
        place.and_then(|place| u64::try_from(place).ok())
    }

    /// The rows, after a note for each whose number is not above that of the row before.
    pub(super) fn rising<T>(
        &mut self,
        rows: Vec<(T, Range<usize>)>,
        number: impl Fn(&T) -> u64,
    ) -> &'static [T] {
        self.in_order(rows.iter().map(|(row, span)| (number(row), span.clone())));
        kept(rows)
    }

    pub(super) fn in_order(&mut self, numbers: impl Iterator<Item = (u64, Range<usize>)>) {
        let mut before = None;
        for (number, span) in numbers {
            if before.is_some_and(|before| number <= before) {
                self.page.fail(span, "行は小さい方から順に書いてください");
            }
            before = Some(number);
        }
    }

    /// The premiums paid: `paid = { … }`, or as the calculation before had them.
    pub(super) fn paid(&mut self, table: &mut Section<'_>) -> Option<Paid> {
        if !table.has("paid") && self.paid.is_some() {
            return self.paid;
        }
        let paid = self.inner("paid", table, |reader, table| {
            let total = table.has("total").then(|| reader.number("total", table)).flatten();
            let (premium, months) =
                (reader.number("premium", table), reader.number("months", table));
            let at_most = table.has("at_most").then(|| reader.money("at_most", table)).flatten();
            Some(Paid { total, premium: premium?, months: months?, at_most })
        });
        self.paid = paid;
        paid
    }

    pub(super) fn rate_row(&mut self, table: &mut Section<'_>) -> Option<RateRow> {
        let (from, rate) = (self.count("from", table), self.count("basis_points", table));
        let grows = table.has("every") || table.has("add");
        let mut growth = |key| if grows { self.count(key, table) } else { Some(0) };
        let (every, add) = (growth("every"), growth("add"));
        Some(RateRow { from: from?, basis_points: rate?, every: every?, add: add? })
    }

    /// A last rate that grew would go on to any share of what was paid.
    pub(super) fn stops_growing(&mut self, rows: &[(RateRow, Range<usize>)]) {
        if let Some((RateRow { every: 1.., .. }, span)) = rows.last() {
            let message = "最後の行の率がいつまでも増えます。増え終わる月（from）から始まる行を、every と add を付けずに足してください";
            self.page.fail(span.clone(), message);
        }
    }

    /// The rates that an earlier refund gives for the choice that `rates` names.
    pub(super) fn refund_rates(&mut self, table: &mut Section<'_>) -> Option<&'static [RateRow]> {
        let name: Spanned<String> = table.must("rates", self.page)?;
        let found = self.rates.iter().find(|(choice, _)| choice == name.get_ref());
        let rows = found.map(|(_, rows)| *rows);
        if rows.is_none() {
            let message = "前の refund にある選択肢の名を書いてください（その率を使います）";
            self.page.fail(name.span(), message);
        }
        rows
    }
}
