//! The words that all rule files share: programmes, facts, expense categories, size classes.

use std::ops::Range;

use hojokin_engine::{
    CategoryId, Choices, Fact, FactId, Kind, Purpose, Revision, SizeClass, SizeRow, Source,
};
use toml::Spanned;

use crate::{
    citation::{Money, Sources},
    keep, keep_text,
    problem::Problem,
    section::{Page, Section, unlike},
};

/// What `rules/vocabulary.toml` holds.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// The ids of the editions, in the order in which answers list them.
    pub editions: Vec<String>,
    /// All facts, in the order in which they are asked.
    pub facts: &'static [Fact],
    /// The ids of all expense categories, in the order in which they are shown.
    pub categories: &'static [&'static str],
    /// The category whose amount belongs to one edition alone.
    pub own: CategoryId,
    /// What firms want, in the order of asking.
    pub purposes: &'static [Purpose],
    /// The size classes that conditions can name.
    pub sizes: &'static [SizeClass],
    /// The sources of the size classes.
    pub size_sources: &'static [Source],
    /// The sources that all editions can cite.
    pub sources: &'static [Source],
    /// The revisions of the minimum wages that editions can name. Their file is read with this vocabulary, so they
    /// are put in afterwards; while they are `None`, editions can name any.
    pub revisions: Option<&'static [Revision]>,
}

impl Vocabulary {
    pub(crate) fn fact(&self, id: &str) -> Option<(FactId, &'static Fact)> {
        let place = self.facts.iter().position(|fact| fact.id == id)?;
        Some((FactId(u16::try_from(place).ok()?), &self.facts[place]))
    }

    pub(crate) fn category(&self, id: &str) -> Option<CategoryId> {
        let place = self.categories.iter().position(|category| *category == id)?;
        u16::try_from(place).ok().map(CategoryId)
    }
}

/// Reads the sources that all editions can cite.
///
/// # Errors
/// Every mistake in the file, in the order of its lines.
pub fn sources(name: &str, text: &str) -> Result<&'static [Source], Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let sources = Sources::read(&[], &mut file, &mut page).own();
    file.close(&mut page);
    page.finish(Some(keep(sources)))
}

/// Reads the vocabulary; editions can cite `shared`.
///
/// # Errors
/// Every mistake in the file, in the order of its lines.
pub fn vocabulary(
    name: &str,
    text: &str,
    shared: &'static [Source],
) -> Result<Vocabulary, Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let mut sources = Sources::read(shared, &mut file, &mut page);
    let editions = names("editions", &mut file, &mut page);
    let facts: Vec<(Fact, Range<usize>)> = file
        .tables("fact", &mut page)
        .into_iter()
        .filter_map(|table| fact(table, &mut page))
        .collect();
    unlike(facts.iter().map(|(fact, span)| (fact.id, span.clone())), "fact", &mut page);
    let facts = keep(facts.into_iter().map(|(fact, _)| fact).collect());
    let categories = names("categories", &mut file, &mut page);
    let categories = keep(categories.into_iter().map(keep_text).collect());
    let own = own(categories, &mut file, &mut page);
    let tables = file.tables("purpose", &mut page).into_iter();
    let purposes = tables.filter_map(|table| purpose(table, &editions, &mut page)).collect();
    let sizes: Vec<SizeClass> = file
        .tables("size", &mut page)
        .into_iter()
        .filter_map(|table| size(table, facts, &mut sources, &mut page))
        .collect();
    let (sizes, size_sources) = (keep(sizes), keep(sources.finish(&mut page)));
    file.close(&mut page);
    page.finish(Some(Vocabulary {
        editions,
        facts,
        categories,
        own,
        purposes: keep(purposes),
        sizes,
        size_sources,
        sources: shared,
        revisions: None,
    }))
}

/// The category that `own_category` names.
fn own(categories: &[&str], file: &mut Section<'_>, page: &mut Page<'_>) -> CategoryId {
    let name: Option<Spanned<String>> = file.must("own_category", page);
    let place = name.and_then(|name| {
        let place = categories.iter().position(|category| category == name.get_ref());
        if place.is_none() {
            page.fail(name.span(), "categories にある経費区分の名を書いてください");
        }
        u16::try_from(place?).ok()
    });
    CategoryId(place.unwrap_or_default())
}

/// A list of names, none of them twice.
fn names(key: &'static str, file: &mut Section<'_>, page: &mut Page<'_>) -> Vec<String> {
    let names: Vec<Spanned<String>> = file.must(key, page).unwrap_or_default();
    unlike(names.iter().map(|name| (name.get_ref().as_str(), name.span())), key, page);
    names.into_iter().map(Spanned::into_inner).collect()
}

fn fact(mut table: Section<'_>, page: &mut Page<'_>) -> Option<(Fact, Range<usize>)> {
    let id: Option<Spanned<String>> = table.must("id", page);
    let kind: Option<Spanned<String>> = table.must("kind", page);
    let choices = table.has("choices").then(|| names("choices", &mut table, page));
    let mut flag = |key| table.may(key, page).unwrap_or(false);
    let (confirm, plan) = (flag("confirm"), flag("plan"));
    let span = table.span.clone();
    table.close(page);
    let kind = match (kind?.get_ref().as_str(), choices) {
        ("truth", None) => Kind::Truth,
        ("number", None) => Kind::Number,
        ("money", None) => Kind::Money,
        ("choice", Some(choices)) if choices.len() <= Choices::MOST as usize => {
            Kind::Choice(keep(choices.into_iter().map(keep_text).collect()))
        }
        _ => {
            page.fail(span, "kind は truth・number・money・choice のどれか。choice には choices（64個まで）が要ります");
            return None;
        }
    };
    let id = id?;
    let span = id.span();
    Some((Fact { id: keep_text(id.into_inner()), kind, confirm, plan }, span))
}

fn purpose(mut table: Section<'_>, editions: &[String], page: &mut Page<'_>) -> Option<Purpose> {
    let id: Option<String> = table.must("id", page);
    let programmes: Option<Vec<Spanned<String>>> = table.must("programmes", page);
    table.close(page);
    let (id, programmes) = id.zip(programmes)?;
    let known = |name: &str| editions.iter().any(|id| id.split('/').next() == Some(name));
    for name in programmes.iter().filter(|name| !known(name.get_ref())) {
        page.fail(name.span(), "editions にある制度の名（/ の前）を書いてください");
    }
    let programmes = programmes.into_iter().map(|name| keep_text(name.into_inner())).collect();
    Some(Purpose { id: keep_text(id), programmes: keep(programmes) })
}

fn size(
    mut table: Section<'_>,
    facts: &'static [Fact],
    sources: &mut Sources,
    page: &mut Page<'_>,
) -> Option<SizeClass> {
    let (id, name) = (table.must::<String>("id", page), table.must::<String>("name", page));
    let rows: Vec<SizeRow> = table
        .tables("row", page)
        .into_iter()
        .filter_map(|row| size_row(row, facts, sources, page))
        .collect();
    let capital_of = Some(table.may("capital_of", page).unwrap_or_default());
    let span = table.span.clone();
    table.close(page);
    let place = |id: &str| {
        let place = facts.iter().position(|fact| fact.id == id)?;
        u16::try_from(place).ok().map(FactId)
    };
    let (Some(industry), Some(form), Some(employees), Some(capital)) =
        (place("industry"), place("legal_form"), place("employees"), place("capital"))
    else {
        page.fail(span, "企業規模には industry・legal_form・employees・capital の fact が要ります");
        return None;
    };
    let capital_of = choices("legal_form", capital_of, facts, &span, page)?;
    let (id, name) = (keep_text(id?), keep_text(name?));
    Some(SizeClass { id, name, industry, form, employees, capital, capital_of, rows: keep(rows) })
}

fn size_row(
    mut table: Section<'_>,
    facts: &'static [Fact],
    sources: &mut Sources,
    page: &mut Page<'_>,
) -> Option<SizeRow> {
    let industries = table.may("industries", page);
    let forms = table.may("forms", page);
    let employees_at_most = table.must("employees_at_most", page);
    let capital_at_most: Option<Money> = table.may("capital_at_most", page);
    let span = table.span.clone();
    let cite = sources.cite_of(&mut table, page);
    table.close(page);
    Some(SizeRow {
        industries: choices("industry", industries, facts, &span, page)?,
        forms: choices("legal_form", forms, facts, &span, page)?,
        employees_at_most: employees_at_most?,
        capital_at_most: capital_at_most.map(|most| most.0),
        cite: cite?,
    })
}

/// The named choices of a fact; all of them where none are named.
pub(crate) fn choices(
    fact: &str,
    named: Option<Vec<Spanned<String>>>,
    facts: &'static [Fact],
    span: &Range<usize>,
    page: &mut Page<'_>,
) -> Option<Choices> {
    let known = facts.iter().find(|found| found.id == fact).map(|fact| fact.kind);
    let Some(Kind::Choice(known)) = known else {
        page.fail(
            span.clone(),
            format!("「{fact}」は選択（kind = \"choice\"）の事項でなければなりません"),
        );
        return None;
    };
    let Some(named) = named else { return Some(Choices::first(known.len())) };
    let mut set = Choices(0);
    for choice in named {
        let place = known.iter().position(|known| known == choice.get_ref());
        let Some(place) = place.and_then(|place| u32::try_from(place).ok()) else {
            page.fail(
                choice.span(),
                format!("「{fact}」の選択肢ではありません（{}）", known.join("、")),
            );
            return None;
        };
        set.0 |= Choices::only(place).0;
    }
    Some(set)
}
