//! Citations, sources, and figures that carry a citation.

use std::fmt;

use hojokin_engine::{Cite, Cited, Date, Moment, Note, Rate, Source, Yen};
use serde::{Deserialize, Deserializer, de};
use toml::Spanned;

use crate::{
    keep_text,
    section::{Page, Section},
};

/// The sources that a file can cite, and which of them its citations have named.
pub(crate) struct Sources {
    /// Those that all files share.
    shared: &'static [Source],
    /// Those of the file itself.
    listed: Vec<(Source, std::ops::Range<usize>)>,
    named: Vec<&'static str>,
}

impl Sources {
    /// Reads the tables `[source.ID]`.
    pub(crate) fn read(
        shared: &'static [Source],
        file: &mut Section<'_>,
        page: &mut Page<'_>,
    ) -> Self {
        let mut sources = Self { shared, listed: Vec::new(), named: Vec::new() };
        let Some(tables) = file.table("source", page) else { return sources };
        for (id, value) in tables.entries() {
            let Some(mut table) = Section::of(value, page) else { continue };
            let source = source(&id, &mut table, page);
            table.close(page);
            // A source with a mistake still has its name, so that its citations are not mistakes as well.
            let source = source.unwrap_or_else(|| nameless(&id));
            if shared.iter().any(|shared| shared.id == source.id) {
                page.fail(id.span(), "この名の資料は sources.toml にあります");
            }
            sources.listed.push((source, id.span()));
        }
        sources
    }

    /// Reads a citation such as `"S-17 p.8"` or `"seed-001 p.83 L5498-5499"`.
    pub(crate) fn cite(
        &mut self,
        text: &Spanned<String>,
        verified: Option<bool>,
        page: &mut Page<'_>,
    ) -> Option<Cite> {
        let mut words = text.get_ref().split_whitespace();
        let doc = words.next().unwrap_or_default();
        let own = self.listed.iter().map(|(source, _)| source);
        let Some(source) = self.shared.iter().chain(own).find(|source| source.id == doc) else {
            let message =
                format!("「{doc}」という資料は sources.toml にも [source.…] にもありません");
            page.fail(text.span(), message);
            return None;
        };
        self.named.push(source.id);
        let verified = verified.unwrap_or(source.verified);
        let mut cite = Cite { doc: source.id, page: None, lines: None, place: None, verified };
        let mut place = Vec::new();
        for word in words {
            let number = word.strip_prefix("p.").and_then(|number| number.parse().ok());
            let lines = word.strip_prefix('L').filter(|lines| {
                lines
                    .split('-')
                    .all(|line| !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()))
            });
            match (number, lines) {
                (Some(number), _) => cite.page = Some(number),
                (_, Some(lines)) => cite.lines = Some(keep_text(lines)),
                _ => place.push(word),
            }
        }
        cite.place = (!place.is_empty()).then(|| keep_text(place.join(" ")));
        Some(cite)
    }

    /// Reads the key `cite` of a table.
    pub(crate) fn cite_of(&mut self, table: &mut Section<'_>, page: &mut Page<'_>) -> Option<Cite> {
        let verified = table.may("verified", page);
        let text = table.must("cite", page)?;
        self.cite(&text, verified, page)
    }

    /// Reads a figure such as `{ is = 500_000, cite = "S-17 p.8" }`.
    pub(crate) fn figure<T: de::DeserializeOwned>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        page: &mut Page<'_>,
    ) -> Option<Cited<T>> {
        let mut figure = table.table(key, page)?;
        let (value, cite) = (figure.must("is", page), self.cite_of(&mut figure, page));
        figure.close(page);
        Some(Cited { value: value?, cite: cite? })
    }

    /// Reads a text such as `{ text = "…", cite = "S-17 p.8" }`.
    pub(crate) fn note(&mut self, mut table: Section<'_>, page: &mut Page<'_>) -> Option<Note> {
        let text: Option<String> = table.must("text", page);
        let cite = self.cite_of(&mut table, page);
        table.close(page);
        Some(Note { text: keep_text(text?), cite: cite? })
    }

    /// The sources that citations name, the shared ones first; one of the file's own that none names is noted.
    pub(crate) fn finish(self, page: &mut Page<'_>) -> Vec<Source> {
        for (source, span) in &self.listed {
            if !self.named.contains(&source.id) {
                page.fail(span.clone(), "この資料を根拠にしている行がありません");
            }
        }
        let named = self.shared.iter().filter(|source| self.named.contains(&source.id));
        let named: Vec<Source> = named.copied().collect();
        [named, self.own()].concat()
    }

    /// The file's own sources, in its order.
    pub(crate) fn own(self) -> Vec<Source> {
        let mut listed = self.listed;
        listed.sort_by_key(|(_, span)| span.start);
        listed.into_iter().map(|(source, _)| source).collect()
    }
}

fn source(id: &Spanned<String>, table: &mut Section<'_>, page: &mut Page<'_>) -> Option<Source> {
    let (title, url) = (table.must::<String>("title", page), address(table, page));
    let read_on: Option<Day> = table.must("read_on", page);
    let read_from: Option<String> = table.must("read_from", page);
    let verified = table.must("verified", page);
    Some(Source {
        id: keep_text(id.get_ref().as_str()),
        title: keep_text(title?),
        url,
        read_on: read_on?.0,
        read_from: keep_text(read_from?),
        verified: verified?,
    })
}

/// The `url` of a table, which becomes a link: it must be one to a page, not one that a browser would run.
pub(crate) fn address(table: &mut Section<'_>, page: &mut Page<'_>) -> Option<&'static str> {
    let url: Spanned<String> = table.may("url", page)?;
    if !["https://", "http://"].iter().any(|start| url.get_ref().starts_with(start)) {
        page.fail(url.span(), "https:// か http:// で始まる住所ではありません");
    }
    Some(keep_text(url.into_inner()))
}

/// Stands for a source that could not be read.
fn nameless(id: &Spanned<String>) -> Source {
    Source {
        id: keep_text(id.get_ref().as_str()),
        title: "",
        url: None,
        read_on: Date { year: 0, month: 1, day: 1 },
        read_from: "",
        verified: false,
    }
}

/// A day as TOML writes it.
#[derive(Clone, Copy)]
pub(crate) struct Day(pub(crate) Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = toml::value::Datetime::deserialize(deserializer)
            .map_err(|_| de::Error::custom("日付は 2024-05-27 のように書いてください"))?;
        let whole = day.date.filter(|_| day.time.is_none() && day.offset.is_none());
        let whole = whole.and_then(|day| Date::new(day.year, day.month, day.day));
        whole
            .map(Day)
            .ok_or_else(|| de::Error::custom("日付だけを 2024-05-27 のように書いてください"))
    }
}

/// A day, or a day with an hour, as TOML writes it.
#[derive(Clone, Copy)]
pub(crate) struct At(pub(crate) Moment);

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || {
            de::Error::custom(
                "日付か日時を 2026-12-15 か 2026-12-15T17:00:00 のように書いてください",
            )
        };
        let moment = toml::value::Datetime::deserialize(deserializer).map_err(|_| wrong())?;
        moment.to_string().parse().map(At).map_err(|()| wrong())
    }
}

/// Whole yen above 0.
#[derive(Clone, Copy)]
pub(crate) struct Money(pub(crate) Yen);

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Money;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("円の整数（例：500_000）")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Money, E> {
                let yen = u64::try_from(number).map(Yen).ok();
                yen.filter(|yen| Yen::ZERO < *yen && *yen <= Yen::MOST_ENTERED)
                    .map(Money)
                    .ok_or_else(|| {
                        E::custom("金額は 1 円から 1_000_000_000_000 円までの整数で書いてください")
                    })
            }
        }
        deserializer.deserialize_i64(Visitor)
    }
}

/// An exact fraction above 0 and up to 1, written `"2/3"`.
#[derive(Clone, Copy)]
pub(crate) struct Fraction(pub(crate) Rate);

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || {
            de::Error::custom("割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください")
        };
        let text = String::deserialize(deserializer).map_err(|_| wrong())?;
        let (above, below) = text.split_once('/').ok_or_else(wrong)?;
        match (above.parse::<u32>(), below.parse::<u32>()) {
            (Ok(above), Ok(below)) if 0 < above && above <= below => {
                Ok(Self(Rate::new(above, below)))
            }
            _ => Err(wrong()),
        }
    }
}

/// `figure`, its value unwrapped.
pub(crate) fn map<T, U>(figure: Cited<T>, unwrap: impl Fn(T) -> U) -> Cited<U> {
    Cited { value: unwrap(figure.value), cite: figure.cite }
}
