//! Lists the editions with what can be asked and entered, as JSON.

use hojokin_engine::{Category, Cite, Edition, Fact, Kind, Rulebook, Source};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct EditionOut {
    id: &'static str,
    programme: &'static str,
    name: &'static str,
    round: &'static str,
    dates: Dates,
    frames: Vec<Named>,
    facts: Vec<FactOut>,
    categories: Vec<Named>,
    sources: Vec<SourceOut>,
}

/// The first and the last day of the call, and where each is written.
#[derive(Serialize)]
struct Dates {
    opens: Option<String>,
    closes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_cite: Option<CiteOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes_cite: Option<CiteOut>,
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct FactOut {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<&'static [&'static str]>,
    confirm: bool,
}

#[derive(Serialize)]
struct SourceOut {
    id: &'static str,
    title: &'static str,
    url: Option<&'static str>,
    read_on: String,
    read_from: &'static str,
    verified: bool,
}

/// All editions, in the order in which answers list them.
pub(crate) fn list(rulebook: &Rulebook) -> Vec<EditionOut> {
    rulebook.editions.iter().map(|edition| of(edition, rulebook)).collect()
}

fn of(edition: &Edition, rulebook: &Rulebook) -> EditionOut {
    let facts = edition.facts.iter().filter_map(|id| rulebook.facts.get(usize::from(id.0)));
    EditionOut {
        id: edition.id,
        programme: edition.programme,
        name: edition.name,
        round: edition.round,
        dates: dates(edition),
        frames: edition
            .frames
            .iter()
            .map(|frame| Named { id: frame.id, name: frame.name })
            .collect(),
        facts: facts.map(fact).collect(),
        categories: edition.categories.iter().map(category).collect(),
        sources: edition.sources.iter().map(source).collect(),
    }
}

fn dates(Edition { opens, closes, .. }: &Edition) -> Dates {
    Dates {
        opens: opens.map(|day| day.value.to_string()),
        closes: closes.map(|day| day.value.to_string()),
        opens_cite: opens.map(|day| day.cite.into()),
        closes_cite: closes.map(|day| day.cite.into()),
    }
}

fn category(category: &Category) -> Named {
    Named { id: category.key, name: category.name }
}

fn fact(fact: &Fact) -> FactOut {
    let (kind, choices) = match fact.kind {
        Kind::Truth => ("boolean", None),
        Kind::Number => ("integer", None),
        Kind::Money => ("yen", None),
        Kind::Choice(choices) => ("choice", Some(choices)),
    };
    FactOut { id: fact.id, kind, choices, confirm: fact.confirm }
}

fn source(source: &Source) -> SourceOut {
    let Source { id, title, url, read_on, read_from, verified } = *source;
    SourceOut { id, title, url, read_on: read_on.to_string(), read_from, verified }
}

/// A [`Cite`] as the contract writes it.
#[derive(Serialize)]
struct CiteOut {
    doc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<bool>,
}

impl From<Cite> for CiteOut {
    fn from(Cite { doc, page, lines, place, verified }: Cite) -> Self {
        // Only what is not verified says so.
        Self { doc, page, lines, place, verified: (!verified).then_some(false) }
    }
}
