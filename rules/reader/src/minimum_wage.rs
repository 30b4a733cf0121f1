//! Reads the regional minimum wages (地域別最低賃金): a table (CSV) of wages and days, and where they are written.
//!
//! The table has a row for each prefecture and, for each revision, a column of yen an hour and one of the first
//! day in force. Its cells hold neither commas nor quotation marks, so that a line is split at every comma.

use hojokin_engine::{
    Choices, Cite, Date, Days, HourlyWage, Kind, MinimumWages, Prefecture, Revision, Source, Yen,
};
use toml::Spanned;

use crate::{
    citation::Sources,
    keep, keep_text,
    problem::Problem,
    section::{Page, Section, unlike},
    vocabulary::{Vocabulary, choices},
};

/// A file: how it is named in problems, and what it holds.
pub type File<'t> = (&'t str, &'t str);

/// Reads the `table` of minimum wages, whose rows are the choices of the fact `prefecture`, and the `cites` of its
/// revisions.
///
/// # Errors
/// Every mistake in the two files, in the order of their lines.
pub fn minimum_wages(
    (table, rows): File<'_>,
    (name, text): File<'_>,
    vocabulary: &Vocabulary,
) -> Result<MinimumWages, Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let mut sources = Sources::read(vocabulary.sources, &mut file, &mut page);
    let mut revisions = Vec::new();
    for mut table in file.tables("revision", &mut page) {
        let span = table.span_of("column");
        let read = revision(&mut table, vocabulary, &mut sources, &mut page);
        table.close(&mut page);
        revisions.extend(read.map(|(column, revision)| (column, span, revision)));
    }
    let columns = revisions.iter().map(|(column, span, _)| (column.as_str(), span.clone()));
    unlike(columns, "revision", &mut page);
    let sources: &'static [Source] = keep(sources.finish(&mut page));
    file.close(&mut page);
    let (columns, revisions): (Vec<String>, Vec<Revision>) =
        revisions.into_iter().map(|(column, _, revision)| (column, revision)).unzip();
    let revisions = page.finish(Some(revisions))?;
    let prefectures = keep(prefectures(table, rows, &columns, codes(vocabulary))?);
    Ok(MinimumWages { revisions: keep(revisions), prefectures, sources })
}

/// The codes of the prefectures, in the order in which they can be chosen.
fn codes(vocabulary: &Vocabulary) -> &'static [&'static str] {
    match vocabulary.fact("prefecture").map(|(_, fact)| fact.kind) {
        Some(Kind::Choice(codes)) => codes,
        _ => &[],
    }
}

/// The name of a revision's column, and the revision.
fn revision(
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    sources: &mut Sources,
    page: &mut Page<'_>,
) -> Option<(String, Revision)> {
    let (column, name) = (table.must("column", page), table.must::<String>("name", page));
    let verified: Option<bool> = table.may("verified", page);
    let named: Vec<Spanned<String>> = table.must("cites", page).unwrap_or_default();
    let cites: Vec<Cite> =
        named.iter().filter_map(|cite| sources.cite(cite, verified, page)).collect();
    let mut days = Vec::new();
    for mut table in table.tables("days", page) {
        let named = table.must("prefectures", page);
        let span = table.span.clone();
        let prefectures = named
            .and_then(|named| choices("prefecture", Some(named), vocabulary.facts, &span, page));
        let cite = sources.cite_of(&mut table, page);
        table.close(page);
        let both: Option<(Choices, Cite)> = prefectures.zip(cite);
        days.extend(both.map(|(prefectures, cite)| Days { prefectures, cite }));
    }
    Some((column?, Revision { name: keep_text(name?), cites: keep(cites), days: keep(days) }))
}

/// The rows of the table, which has these columns for revisions and these prefectures for rows.
fn prefectures(
    name: &str,
    text: &str,
    columns: &[String],
    codes: &[&'static str],
) -> Result<Vec<Prefecture>, Vec<Problem>> {
    let mut table = Table { name, text, problems: Vec::new() };
    let mut lines = lines(text);
    let header = lines.next().unwrap_or_default();
    let wanted = columns.iter().map(|column| format!(",{column},{column}_effective"));
    let wanted = format!("prefecture_code,prefecture{}", wanted.collect::<String>());
    if header.text != wanted {
        table.fail(header, format!("見出しの行は「{wanted}」でなければなりません"));
    }
    let mut found = Vec::new();
    let mut rows = 0;
    for line in lines {
        found.extend(table.row(line, codes.get(rows).copied(), columns.len()));
        rows += 1;
    }
    if rows < codes.len() {
        table.fail(header, format!("都道府県は{}行要りますが、{rows}行です", codes.len()));
    }
    if table.problems.is_empty() { Ok(found) } else { Err(table.problems) }
}

/// A part of the table, and the byte at which it starts.
#[derive(Clone, Copy, Default)]
struct Part<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Part<'t> {
    /// What stands between commas.
    fn cells(self) -> Vec<Self> {
        let mut start = self.start;
        let cell = |text: &'t str| {
            let cell = Part { text, start };
            start += text.len() + 1;
            cell
        };
        self.text.split(',').map(cell).collect()
    }
}

fn lines(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        Part { text: line.trim_end_matches(['\r', '\n']), start }
    })
}

/// The table while it is being read.
struct Table<'t> {
    name: &'t str,
    text: &'t str,
    problems: Vec<Problem>,
}

impl Table<'_> {
    fn fail(&mut self, part: Part<'_>, message: impl Into<String>) {
        let span = part.start..part.start + part.text.len();
        self.problems.push(Problem::new(self.name, self.text, span, message));
    }

    /// The prefecture `code`; `None` for one more than there are.
    fn row(&mut self, line: Part<'_>, code: Option<&str>, revisions: usize) -> Option<Prefecture> {
        let Some(code) = code else {
            self.fail(line, "都道府県の行が多すぎます");
            return None;
        };
        let cells = line.cells();
        if cells.len() != 2 + 2 * revisions {
            let message = format!("欄は{}個のはずが{}個です", 2 + 2 * revisions, cells.len());
            self.fail(line, message);
            return None;
        }
        if cells[0].text != code {
            self.fail(cells[0], format!("ここは都道府県コード {code} の行です"));
        }
        let mut wages: Vec<HourlyWage> = Vec::new();
        for pair in cells[2..].chunks_exact(2) {
            let Some(wage) = self.wage(pair[0], pair[1]) else { continue };
            if wages.last().is_some_and(|before| wage.since <= before.since) {
                self.fail(pair[1], "発効日が前の改定より後ではありません");
            }
            wages.push(wage);
        }
        Some(Prefecture { code: keep_text(code), wages: keep(wages) })
    }

    fn wage(&mut self, yen: Part<'_>, since: Part<'_>) -> Option<HourlyWage> {
        let amount = yen.text.parse::<u64>().ok().filter(|amount| 0 < *amount);
        if amount.is_none() {
            self.fail(yen, "時間額を円の整数で書いてください");
        }
        let day = since.text.parse::<Date>().ok();
        if day.is_none() {
            self.fail(since, "発効日を 2024-05-27 のように書いてください");
        }
        Some(HourlyWage { yen: Yen(amount?), since: day? })
    }
}
