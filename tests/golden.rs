//! Every worked example of `tests/golden` comes out as its file says, and the examples leave nothing out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use hojokin_engine::{
    Change, Edition, Frame, FrameEstimate, Rate, StepKind, Verdict, Yen, estimate,
};
use hojokin_rules_reader::{Example, Problem, Vocabulary, edition, examples, vocabulary};
use walkdir::WalkDir;

#[test]
fn every_worked_example_comes_out() {
    let Disk { words, rounds } = Disk::read();
    let mut found = Vec::new();
    for Round { edition, examples } in &rounds {
        for example in examples {
            for difference in example.differences(&words, edition) {
                found.push(format!("{}: 「{}」 {difference}", golden(edition.id), example.name));
            }
        }
    }
    none(&found);
}

#[test]
fn the_built_in_rules_are_those_on_disk() {
    let Disk { words, rounds } = Disk::read();
    let built_in = hojokin_rules::rulebook();
    assert_eq!(built_in.facts, words.facts);
    assert_eq!(built_in.categories, words.categories);
    assert_eq!(hojokin_rules::size_sources(), words.sources);
    let ids = |editions: &mut dyn Iterator<Item = &Edition>| {
        editions.map(|edition| edition.id).collect::<Vec<_>>()
    };
    let on_disk = ids(&mut rounds.iter().map(|round| round.edition));
    assert_eq!(ids(&mut built_in.editions.iter()), on_disk);
    for (built_in, round) in built_in.editions.iter().zip(&rounds) {
        assert_eq!(built_in, round.edition, "{}", built_in.id);
    }
}

#[test]
fn every_edition_has_a_golden_file_and_every_golden_file_an_edition() {
    let editions: BTreeSet<String> =
        hojokin_rules::rulebook().editions.iter().map(|edition| golden(edition.id)).collect();
    let files = toml_files(Path::new("tests/golden"));
    let files: BTreeSet<String> = files.iter().map(|file| file.display().to_string()).collect();
    assert_eq!(files, editions);
}

#[test]
fn no_two_examples_of_a_file_have_the_same_name() {
    let mut found = Vec::new();
    for Round { edition, examples } in Disk::read().rounds {
        let mut names = BTreeSet::new();
        let again = examples.iter().filter(|example| !names.insert(&example.name));
        found.extend(again.map(|example| format!("{}: 「{}」", golden(edition.id), example.name)));
    }
    none(&found);
}

#[test]
fn every_condition_of_every_frame_fails_by_itself_in_some_example() {
    let mut missing = Vec::new();
    for round in Disk::read().rounds {
        let mut seen = BTreeSet::new();
        for frame in round.results() {
            if let [only] = frame.unmet.as_slice() {
                seen.insert((frame.frame.id, *only));
            }
        }
        for frame in round.edition.frames {
            for condition in conditions(round.edition, frame) {
                if !seen.contains(&(frame.id, condition)) {
                    missing.push(format!("{} {}: {condition}", round.edition.id, frame.id));
                }
            }
        }
    }
    none(&missing);
}

#[test]
fn every_cap_at_every_rate_is_met_from_a_yen_below_to_a_yen_above() {
    let mut missing = Vec::new();
    for round in Disk::read().rounds {
        let mut seen: BTreeMap<_, BTreeSet<Yen>> = BTreeMap::new();
        for frame in round.results().filter(|frame| frame.verdict == Verdict::Eligible) {
            let (Some(rate), Some(cap)) = (frame.rate, frame.cap) else { continue };
            let sum = frame.steps.iter().find(|step| step.kind == StepKind::Cap);
            let key = (frame.frame.id, rate.to_string(), cap);
            seen.entry(key).or_default().extend(sum.map(|step| step.of));
        }
        for frame in round.edition.frames {
            for (rate, cap) in terms(frame) {
                let sums = seen.remove(&(frame.id, rate.to_string(), cap)).unwrap_or_default();
                for sum in [cap - Yen(1), cap, cap + Yen(1)] {
                    if !sums.contains(&sum) {
                        let (id, cap, sum) = (round.edition.id, cap.0, sum.0);
                        missing.push(format!("{id} {}: {rate}, 上限 {cap}: {sum}", frame.id));
                    }
                }
            }
        }
    }
    none(&missing);
}

/// The rules and worked examples as they are on disk.
struct Disk {
    words: Vocabulary,
    rounds: Vec<Round>,
}

/// One edition and its worked examples.
struct Round {
    edition: &'static Edition,
    examples: Vec<Example>,
}

impl Disk {
    fn read() -> Self {
        let name = "rules/vocabulary.toml";
        let words = right(vocabulary(name, &text(Path::new(name))));
        let folders = words.programmes.iter().map(|programme| Path::new("rules").join(programme));
        let rounds = folders.flat_map(|folder| toml_files(&folder));
        let rounds = rounds.map(|file| Round::read(&words, &file)).collect();
        Self { words, rounds }
    }
}

impl Round {
    fn read(words: &Vocabulary, file: &Path) -> Self {
        let id = file.strip_prefix("rules").expect("rule files are in rules").with_extension("");
        let id = id.to_str().expect("rule files have plain names");
        let read = right(edition(words, id, &file.display().to_string(), &text(file)));
        let edition: &'static Edition = Box::leak(Box::new(read));
        let name = golden(id);
        let text = text(Path::new(&name));
        Self { edition, examples: right(examples(words, edition, &name, &text)) }
    }

    /// What the frames give that some example says something about.
    fn results(&self) -> impl Iterator<Item = FrameEstimate> {
        self.examples.iter().flat_map(|example| {
            let frames = estimate(self.edition, &example.case).frames;
            let said = |frame: &FrameEstimate| {
                example.expected.iter().any(|(id, _)| *id == frame.frame.id)
            };
            frames.into_iter().filter(move |frame| said(frame))
        })
    }
}

/// The ids that can stand in `unmet` of a frame.
fn conditions(edition: &Edition, frame: &Frame) -> impl Iterator<Item = &'static str> {
    let required = frame.requirements.iter().map(|requirement| requirement.id);
    let soles = edition.categories.iter().filter_map(|category| category.sole);
    required.chain(soles.map(|sole| sole.id))
}

/// Every rate and cap that the provisions of a frame can lead to.
fn terms(frame: &Frame) -> Vec<(Rate, Yen)> {
    let mut terms = vec![(frame.rate.value, frame.cap.value)];
    for provision in frame.provisions {
        let changed = |(rate, cap): &(Rate, Yen)| match provision.change {
            Change::RaiseCap(by) => (*rate, *cap + by),
            Change::SetRate(to) => (to, *cap),
        };
        let with: Vec<_> = terms.iter().map(changed).collect();
        terms.extend(with);
    }
    terms
}

/// The file with the worked examples of an edition.
fn golden(id: &str) -> String {
    format!("tests/golden/{id}.toml")
}

/// The TOML files in a folder, in order.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter();
    let paths = files.map(|file| file.expect("the folder is readable").into_path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect()
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What was read, or every mistake in it.
fn right<T>(read: Result<T, Vec<Problem>>) -> T {
    read.unwrap_or_else(|problems| {
        let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
        panic!("\n{}", shown.join("\n\n"))
    })
}

#[track_caller]
fn none(found: &[String]) {
    assert!(found.is_empty(), "{} 件\n{}", found.len(), found.join("\n"));
}
