//! Worked examples (計算例): what a firm must get, as an official example or a calculation by hand has it.

use std::collections::BTreeMap;

use hojokin_engine::{
    Answers, Case, Combinations, Date, Domain, Edition, Expenses, FactId, FrameEstimate, Kind,
    Moment, Range, Rulebook, Tax, Verdict, Warning, Yen, estimate,
};
use serde::Deserialize;
use toml::{
    Spanned,
    de::{DeValue, ValueDeserializer},
};

use crate::{
    citation::At,
    problem::Problem,
    section::{Page, Section},
    vocabulary::Vocabulary,
};

/// One worked example.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows, in a sentence.
    pub name: String,
    /// Where the figures come from.
    pub from: String,
    /// Whether an official document prints it.
    pub official: bool,
    /// The firm and its expenses.
    pub case: Case,
    /// What each frame must give.
    pub expected: Vec<(&'static str, Expected)>,
}

/// What one frame must give; what is `None` is not compared.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    verdict: Option<String>,
    grant: Option<Amount>,
    rate: Option<String>,
    cap: Option<u64>,
    own_funds: Option<u64>,
    eligible_expenses: Option<u64>,
    unmet: Option<Vec<String>>,
    unanswered: Option<Vec<String>>,
    to_confirm: Option<Vec<String>>,
    warnings: Option<Vec<String>>,
    figures: Option<BTreeMap<String, Value>>,
}

/// A figure, or `"null"` where it is not known.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Value {
    Known(i64),
    Unknown(String),
}

impl Expected {
    /// The exact amounts: the grant without a name, figures by their ids.
    pub fn amounts(&self) -> Vec<(&str, i64)> {
        let grant = match self.grant {
            Some(Amount::One(grant)) => i64::try_from(grant).ok().map(|grant| ("", grant)),
            _ => None,
        };
        let figures = self.figures.iter().flatten().filter_map(|(id, value)| match value {
            Value::Known(value) => Some((id.as_str(), *value)),
            Value::Unknown(_) => None,
        });
        grant.into_iter().chain(figures).collect()
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Amount {
    One(u64),
    Range(u64, u64),
}

const UNKNOWN_FACT: &str = "この名の事項は vocabulary.toml にありません";

/// Reads the worked examples of `edition`.
///
/// # Errors
/// Every mistake in the file, in the order of its lines.
pub fn examples(
    vocabulary: &Vocabulary,
    edition: &'static Edition,
    name: &str,
    text: &str,
) -> Result<Vec<Example>, Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let mut base = Answers::none(vocabulary.facts);
    if let Some(table) = file.table("base", &mut page) {
        answers(table, vocabulary, &mut base, &mut page);
    }
    let mut found = Vec::new();
    for mut table in file.tables("case", &mut page) {
        found.extend(example(&mut table, vocabulary, edition, &base, &mut page));
        table.close(&mut page);
    }
    file.close(&mut page);
    page.finish(Some(found))
}

fn example(
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    edition: &'static Edition,
    base: &Answers,
    page: &mut Page<'_>,
) -> Option<Example> {
    let (name, from) = (table.must("name", page), table.must("from", page));
    let official = table.may("official", page).unwrap_or(false);
    let as_of: Option<At> = table.may("as_of", page);
    let tax: Option<bool> = table.may("tax_included", page);
    let tax = if tax == Some(true) { Tax::Included } else { Tax::Excluded };
    let open: Vec<Spanned<String>> = table.may("open", page).unwrap_or_default();

    let mut known = base.clone();
    if let Some(table) = table.table("answers", page) {
        answers(table, vocabulary, &mut known, page);
    }
    for name in open {
        match vocabulary.fact(name.get_ref()) {
            Some((id, _)) => known.reopen(id),
            None => page.fail(name.span(), UNKNOWN_FACT),
        }
    }
    let expenses = expenses(table.table("expenses", page), vocabulary, tax, page);
    let expected = expected(table.table("expect", page), edition, page);
    let as_of = as_of.map_or_else(|| Date::new(2026, 1, 1).map(Moment::from), |at| Some(at.0))?;
    let case = Case { as_of, answers: known, expenses };
    Some(Example { name: name?, from: from?, official, case, expected })
}

fn answers(table: Section<'_>, vocabulary: &Vocabulary, into: &mut Answers, page: &mut Page<'_>) {
    for (key, value) in table.entries() {
        let Some((id, fact)) = vocabulary.fact(key.get_ref()) else {
            page.fail(key.span(), UNKNOWN_FACT);
            continue;
        };
        let span = value.span();
        match answer(fact.kind, value.into_inner()) {
            Some(answer) => into.set(id, answer),
            None => page.fail(span, "この事項の答えとして読めません"),
        }
    }
}

fn answer(kind: Kind, value: DeValue<'_>) -> Option<Domain> {
    let value = ValueDeserializer::from(Spanned::new(0..0, value));
    match kind {
        Kind::Truth => bool::deserialize(value).ok().map(Domain::truth),
        Kind::Number | Kind::Money => u64::deserialize(value).ok().map(Domain::number),
        Kind::Choice(choices) => {
            let chosen = String::deserialize(value).ok()?;
            let place = choices.iter().position(|choice| *choice == chosen)?;
            u32::try_from(place).ok().map(Domain::choice)
        }
    }
}

fn expenses(
    table: Option<Section<'_>>,
    vocabulary: &Vocabulary,
    tax: Tax,
    page: &mut Page<'_>,
) -> Expenses {
    let Vocabulary { facts, categories, own, .. } = *vocabulary;
    let combinations = Combinations::NONE;
    let book = Rulebook { facts, categories, own, purposes: &[], editions: &[], combinations };
    let mut expenses = Expenses::none(&book);
    for (key, value) in table.into_iter().flat_map(Section::entries) {
        let span = value.span();
        let amount = u64::deserialize(ValueDeserializer::from(value)).ok().map(Yen);
        match (vocabulary.category(key.get_ref()), amount) {
            (Some(category), Some(amount)) => expenses.set(category, tax.taken_out_of(amount)),
            (None, _) => page.fail(key.span(), "この名の経費区分は vocabulary.toml にありません"),
            (_, None) => page.fail(span, "円の整数で書いてください"),
        }
    }
    expenses
}

fn expected(
    table: Option<Section<'_>>,
    edition: &'static Edition,
    page: &mut Page<'_>,
) -> Vec<(&'static str, Expected)> {
    let mut found = Vec::new();
    for (key, value) in table.into_iter().flat_map(Section::entries) {
        let Some(frame) = edition.frame(key.get_ref()) else {
            page.fail(key.span(), "この名の申請枠はありません");
            continue;
        };
        let span = value.span();
        match Expected::deserialize(ValueDeserializer::from(value)) {
            Ok(expected) => found.push((frame.id, expected)),
            Err(error) => page.fail(error.span().unwrap_or(span), error.message()),
        }
    }
    found
}

impl Example {
    /// What comes out otherwise than expected, a sentence each; empty if the example is reproduced.
    pub fn differences(&self, vocabulary: &Vocabulary, edition: &'static Edition) -> Vec<String> {
        let estimate = estimate(edition, &self.case);
        let mut found = Vec::new();
        if self.expected.is_empty() {
            found.push("期待する結果（expect）がありません".to_owned());
        }
        for (id, expected) in &self.expected {
            let Some(frame) = estimate.frames.iter().find(|frame| frame.frame.id == *id) else {
                found.push(format!("{id}: この枠の結果がありません"));
                continue;
            };
            let mut differ = |what: &str, got: String, wanted: String| {
                if got != wanted {
                    found.push(format!("{id}: {what} は {wanted} のはずが {got} です"));
                }
            };
            expected.compare(frame, vocabulary, &mut differ);
        }
        found
    }
}

impl Expected {
    fn compare(
        &self,
        frame: &FrameEstimate,
        vocabulary: &Vocabulary,
        differ: &mut impl FnMut(&str, String, String),
    ) {
        let implied = if self.unmet.is_some() { "ineligible" } else { "eligible" };
        let verdict = self.verdict.as_deref().unwrap_or(implied);
        differ("verdict", verdict_name(frame.verdict).to_owned(), verdict.to_owned());
        let grant = self.grant.or_else(|| self.unmet.is_some().then_some(Amount::One(0)));
        if let Some(grant) = grant {
            let (low, high) = match grant {
                Amount::One(grant) => (grant, grant),
                Amount::Range(low, high) => (low, high),
            };
            let wanted = Range { low: Yen(low), high: Yen(high) };
            differ("grant", range(frame.grant), range(wanted));
        }
        let mut number = |what: &str, got: Option<Yen>, wanted: Option<u64>| {
            if let Some(wanted) = wanted {
                let got = got.map_or_else(|| "null".to_owned(), |got| got.0.to_string());
                differ(what, got, wanted.to_string());
            }
        };
        number("cap", frame.cap, self.cap);
        number("own_funds", Some(frame.own_funds), self.own_funds);
        number("eligible_expenses", Some(frame.eligible_expenses), self.eligible_expenses);
        if let Some(rate) = &self.rate {
            let got = frame.rate.map_or_else(|| "null".to_owned(), |rate| rate.to_string());
            differ("rate", got, rate.clone());
        }
        let mut ids = |what: &str, got: Vec<&str>, wanted: &Option<Vec<String>>| {
            if let Some(wanted) = wanted {
                differ(what, format!("{got:?}"), format!("{wanted:?}"));
            }
        };
        let facts = |facts: &[FactId]| -> Vec<&'static str> {
            facts.iter().map(|fact| vocabulary.facts[usize::from(fact.0)].id).collect()
        };
        ids("unmet", frame.unmet.clone(), &self.unmet);
        ids("unanswered", facts(&frame.unanswered), &self.unanswered);
        ids("to_confirm", facts(&frame.to_confirm), &self.to_confirm);
        let warnings = frame.warnings.iter().map(|warning| match warning {
            Warning::Category(id) => vocabulary.categories[usize::from(id.0)],
            Warning::Caution(caution) => caution.id,
        });
        ids("warnings", warnings.collect(), &self.warnings);
        for (id, wanted) in self.figures.iter().flatten() {
            let found = frame.figures.iter().find(|found| found.figure.id == id);
            let got = found.and_then(|found| found.value);
            let wanted = match wanted {
                Value::Known(wanted) => wanted.to_string(),
                Value::Unknown(word) => word.clone(),
            };
            let got = got.map_or_else(|| "null".to_owned(), |got| got.to_string());
            differ(id, if found.is_some() { got } else { "なし".to_owned() }, wanted);
        }
    }
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Ineligible => "ineligible",
        Verdict::Undetermined => "undetermined",
    }
}

fn range(range: Range) -> String {
    if range.low == range.high {
        range.low.0.to_string()
    } else {
        format!("{}–{}", range.low.0, range.high.0)
    }
}
