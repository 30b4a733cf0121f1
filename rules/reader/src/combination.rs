//! Reads which programmes can be used together.

use std::ops::Range;

use hojokin_engine::{Combination, Combinations, Note, Pair, Source, Together};
use serde::Deserialize;
use toml::Spanned;

use crate::{
    citation::Sources,
    keep,
    problem::Problem,
    section::{Page, Section},
    vocabulary::Vocabulary,
};

/// What a source says of two programmes, as `[[pair]]` writes it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Yes,
    No,
    Unknown,
}

/// Reads the pairs of programmes of which a source says something.
///
/// # Errors
/// Every mistake in the file, in the order of its lines.
pub fn combinations(
    name: &str,
    text: &str,
    vocabulary: &Vocabulary,
) -> Result<Combinations, Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let mut sources = Sources::read(vocabulary.sources, &mut file, &mut page);
    let otherwise = file.table("otherwise", &mut page);
    if otherwise.is_none() {
        page.fail(0..0, "ほかの組み合わせに示す文（[otherwise]）がありません");
    }
    let otherwise = otherwise.and_then(|table| sources.note(table, &mut page));
    let mut pairs: Vec<(Pair, Range<usize>)> = Vec::new();
    for mut table in file.tables("pair", &mut page) {
        let span = table.span.clone();
        pairs.extend(pair(&mut table, vocabulary, &mut sources, &mut page).map(|one| (one, span)));
        table.close(&mut page);
    }
    once(&pairs, &mut page);
    let sources: &'static [Source] = keep(sources.finish(&mut page));
    file.close(&mut page);
    let pairs = keep(pairs.into_iter().map(|(pair, _)| pair).collect());
    let all = otherwise.map(|Note { text, cite }| Combinations {
        pairs,
        otherwise: Combination { verdict: Together::Unknown, text, cite },
        sources,
    });
    page.finish(all)
}

fn pair(
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    sources: &mut Sources,
    page: &mut Page<'_>,
) -> Option<Pair> {
    let names: Option<Vec<Spanned<String>>> = table.must("programmes", page);
    let verdict: Option<Verdict> = table.must("verdict", page);
    let text = table.must::<String>("text", page).map(crate::keep_text);
    let cite = sources.cite_of(table, page);
    let names = names?;
    let [one, other] = names.as_slice() else {
        page.fail(table.span.clone(), "programmes には制度の名を二つ書いてください");
        return None;
    };
    if one.get_ref() == other.get_ref() {
        page.fail(other.span(), "同じ制度どうしの組み合わせは書けません");
    }
    let (one, other) = (programme(one, vocabulary, page), programme(other, vocabulary, page));
    let verdict = match verdict? {
        Verdict::Yes => Together::Yes,
        Verdict::No => Together::No,
        Verdict::Unknown => Together::Unknown,
    };
    let combination = Combination { verdict, text: text?, cite: cite? };
    Some(Pair { one: one?, other: other?, combination })
}

/// The name of a programme, which some edition must be of.
fn programme(
    name: &Spanned<String>,
    vocabulary: &Vocabulary,
    page: &mut Page<'_>,
) -> Option<&'static str> {
    let of = |id: &String| id.split('/').next() == Some(name.get_ref());
    if !vocabulary.editions.iter().any(of) {
        let message =
            format!("「{}」という制度の公募回は vocabulary.toml にありません", name.get_ref());
        page.fail(name.span(), message);
        return None;
    }
    Some(crate::keep_text(name.get_ref().as_str()))
}

/// Notes every pair that stands there twice, in whichever order.
fn once(pairs: &[(Pair, Range<usize>)], page: &mut Page<'_>) {
    for (place, (pair, span)) in pairs.iter().enumerate() {
        let Pair { one, other, .. } = *pair;
        if pairs[..place].iter().any(|(before, _)| before.is_of(one, other)) {
            page.fail(span.clone(), format!("「{one}」と「{other}」の組み合わせが二つあります"));
        }
    }
}
