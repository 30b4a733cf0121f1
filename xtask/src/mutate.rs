//! `cargo xtask mutate`: is every figure of the rules pinned by a worked example?
//!
//! Each figure in `rules/` is changed by one step (a yen, a person, the next fraction), the changed file is read
//! in memory, and some worked example has to come out otherwise, or the reader has to refuse the file. A change
//! that no example notices is a figure that could be wrong without anybody seeing it.

mod figure;

use std::{
    fs,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use anyhow::{Context, Result, anyhow, bail};
use hojokin_engine::{Edition, Source};
use hojokin_rules_reader::{Example, Problem, Vocabulary, edition, examples, sources, vocabulary};
use pico_args::Arguments;

use crate::{run::step, words};
use figure::{Figure, figures};

const SOURCES: &str = "rules/sources.toml";

/// The words that all editions share: their limits of size are held by the examples of all editions.
const SHARED: &str = "vocabulary";

/// What no case can show: how the ids of the files begin, the key, and why.
const UNSEEN: [(&str, &str, &str); 1] =
    [("it/", "frame.limit.is", "10者以上で3,500万円以上になり、枠の上限3,000万円が先に効く")];

/// Runs `cargo xtask mutate`.
pub(crate) fn command(arguments: Arguments) -> Result<()> {
    let prefixes = words(arguments)?;
    step("規則の数字を一つずつ変えて、計算例が気づくか確かめています", || of(&prefixes))
}

/// Changes every figure; fails with those that no example holds.
pub(crate) fn check() -> Result<()> {
    of(&[])
}

/// Changes the figures of the files whose id starts with one of `prefixes`, or of all.
fn of(prefixes: &[String]) -> Result<()> {
    let wanted = |id: &str| {
        prefixes.is_empty() || prefixes.iter().any(|prefix| id.starts_with(prefix.as_str()))
    };
    // The shared words are held by all examples; otherwise one round can be tried while others are unfinished.
    let book = Book::read(|id| wanted(id) || wanted(SHARED))?;
    let mut files = Vec::new();
    for (place, round) in book.rounds.iter().enumerate() {
        if wanted(&round.id) {
            files.push(File::new(&round.id, &round.text, Some(place))?);
        }
    }
    if wanted(SHARED) {
        files.push(File::new(SHARED, &book.text, None)?);
    }
    if files.is_empty() {
        bail!("「{}」で始まる公募回はありません", prefixes.join("」「"));
    }
    report(&files, &survivors(&book, &files))
}

/// A file whose figures are changed.
struct File<'b> {
    id: &'b str,
    text: &'b str,
    figures: Vec<Figure>,
    /// The round that it holds the rules of; `None` for what all rounds share.
    round: Option<usize>,
}

impl<'b> File<'b> {
    fn new(id: &'b str, text: &'b str, round: Option<usize>) -> Result<Self> {
        let mut figures = figures(text).context(path(id))?;
        let unseen = |key: &str| UNSEEN.iter().any(|one| id.starts_with(one.0) && key == one.1);
        figures.retain(|figure| !unseen(&figure.key));
        Ok(Self { id, text, figures, round })
    }

    fn changes(&self) -> usize {
        self.figures.iter().map(|figure| figure.steps.len()).sum()
    }
}

/// A change that no example notices.
#[derive(Eq, Ord, PartialEq, PartialOrd)]
struct Survivor {
    file: usize,
    /// The place of the figure in its file.
    figure: usize,
    shown: String,
}

/// Tries every change of every figure, on all cores.
fn survivors(book: &Book, files: &[File<'_>]) -> Vec<Survivor> {
    let places = files.iter().enumerate();
    let places = places.flat_map(|(file, one)| (0..one.figures.len()).map(move |n| (file, n)));
    let (places, next): (Vec<_>, _) = (places.collect(), AtomicUsize::new(0));
    let work = || {
        let (mut trial, mut found) = (Trial::new(book), Vec::new());
        while let Some(&(file, place)) = places.get(next.fetch_add(1, Ordering::Relaxed)) {
            let File { text, round, figures, .. } = &files[file];
            let figure = &figures[place];
            for step in &figure.steps {
                let noticed = |step: &String| trial.notices(*round, &figure.changed(text, step));
                if !step.iter().any(noticed) {
                    found.push(Survivor { file, figure: place, shown: figure.shown(text, step) });
                }
            }
        }
        found
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut found: Vec<Survivor> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let done = threads.into_iter().map(|thread| thread.join());
        done.flat_map(|found| found.expect("no rule makes the engine panic")).collect()
    });
    found.sort();
    found
}

/// Prints a line for each file and each survivor.
fn report(files: &[File<'_>], survivors: &[Survivor]) -> Result<()> {
    let width = files.iter().map(|file| file.id.len()).max().unwrap_or(0);
    let mut all = (0, 0);
    for (place, file) in files.iter().enumerate() {
        let mine = || survivors.iter().filter(|survivor| survivor.file == place);
        let (figures, changes) = (file.figures.len(), file.changes());
        let killed = changes - mine().count();
        println!("  {:width$}  数字 {figures:3}  変更 {changes:4}  発見 {killed:4}", file.id);
        for (_, key, why) in UNSEEN.iter().filter(|unseen| file.id.starts_with(unseen.0)) {
            println!("    {key} は変えません（{why}）");
        }
        for Survivor { shown, .. } in mine() {
            println!("  ✗ {}:{shown}", path(file.id));
        }
        all = (all.0 + figures, all.1 + changes);
    }
    println!("  合計  数字 {}  変更 {}  発見 {}", all.0, all.1, all.1 - survivors.len());
    match survivors.len() {
        0 => Ok(()),
        left => bail!("どの計算例も気づかない変更が {left} 件あります（計算例を足してください）"),
    }
}

/// The rules and worked examples as they are on disk.
struct Book {
    /// `rules/vocabulary.toml`.
    text: String,
    shared: &'static [Source],
    words: Vocabulary,
    rounds: Vec<Round>,
}

/// The rules of one round and what they have to give.
struct Round {
    id: String,
    text: String,
    golden: String,
    examples: Vec<Example>,
}

impl Book {
    /// Reads the rounds whose ids are wanted.
    fn read(wanted: impl Fn(&str) -> bool) -> Result<Self> {
        let shared = right(sources(SOURCES, &read(SOURCES)?))?;
        let text = read(&path(SHARED))?;
        let words = right(vocabulary(&path(SHARED), &text, shared))?;
        let ids = words.editions.iter().filter(|id| wanted(id));
        let rounds = ids.map(|id| Round::read(&words, id)).collect::<Result<_>>()?;
        Ok(Self { text, shared, words, rounds })
    }
}

impl Round {
    fn read(words: &Vocabulary, id: &str) -> Result<Self> {
        let (rules, name) = (path(id), format!("tests/golden/{id}.toml"));
        let (text, golden) = (read(&rules)?, read(&name)?);
        let edition = kept(right(edition(words, id, &rules, &text))?);
        let examples = right(examples(words, edition, &name, &golden))?;
        if let Some(wrong) = examples.iter().find(|one| !one.differences(words, edition).is_empty())
        {
            bail!(
                "{name}: 「{}」がそもそも合いません。hojokin check で確かめてください",
                wrong.name
            );
        }
        Ok(Self { id: id.to_owned(), text, golden, examples })
    }
}

/// One thread's tries, each on the examples that have noticed the most recent changes first.
struct Trial<'b> {
    book: &'b Book,
    rounds: Vec<usize>,
    examples: Vec<Vec<usize>>,
}

impl<'b> Trial<'b> {
    fn new(book: &'b Book) -> Self {
        let examples = book.rounds.iter().map(|round| (0..round.examples.len()).collect());
        Self { book, rounds: (0..book.rounds.len()).collect(), examples: examples.collect() }
    }

    /// Whether the reader refuses the changed file of a round, or of the shared words, or an example notices it.
    fn notices(&mut self, round: Option<usize>, changed: &str) -> bool {
        let book = self.book;
        if let Some(round) = round {
            let Round { id, examples, .. } = &book.rounds[round];
            let Ok(read) = edition(&book.words, id, "", changed) else { return true };
            return differs(&mut self.examples[round], examples, &book.words, kept(read));
        }
        let Ok(words) = vocabulary("", changed, book.shared) else { return true };
        find_first(&mut self.rounds, |place| {
            let Round { id, text, golden, examples: known } = &book.rounds[place];
            let Ok(read) = edition(&words, id, "", text) else { return true };
            let read = kept(read);
            if words.facts == book.words.facts {
                return differs(&mut self.examples[place], known, &words, read);
            }
            // What an answer means depends on the facts, so the examples are read again as well.
            let Ok(examples) = examples(&words, read, "", golden) else { return true };
            differs(&mut self.examples[place], &examples, &words, read)
        })
    }
}

/// Whether one of the examples comes out otherwise than expected; that one is put first.
fn differs(
    order: &mut [usize],
    examples: &[Example],
    words: &Vocabulary,
    edition: &'static Edition,
) -> bool {
    find_first(order, |place| !examples[place].differences(words, edition).is_empty())
}

/// Whether `test` holds for one of `places`; that one is put first.
fn find_first(places: &mut [usize], mut test: impl FnMut(usize) -> bool) -> bool {
    let found = places.iter().position(|place| test(*place));
    if let Some(found) = found {
        places[..=found].rotate_right(1);
    }
    found.is_some()
}

/// The rules refer to each other by `'static` references, so what is read stays until the tool ends: a few
/// kilobytes a change.
fn kept(edition: Edition) -> &'static Edition {
    Box::leak(Box::new(edition))
}

fn path(id: &str) -> String {
    format!("rules/{id}.toml")
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.to_owned())
}

/// What was read, or every mistake in it.
fn right<T>(read: Result<T, Vec<Problem>>) -> Result<T> {
    read.map_err(|problems| {
        let shown: Vec<_> = problems.iter().map(Problem::to_string).collect();
        anyhow!("規則か計算例に誤りがあります\n{}", shown.join("\n\n"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_last_is_tried_first() {
        let mut places = vec![0, 1, 2, 3];
        assert!(find_first(&mut places, |place| place == 2));
        assert_eq!(places, [2, 0, 1, 3]);
        assert!(!find_first(&mut places, |_| false));
        assert_eq!(places, [2, 0, 1, 3]);
    }
}
