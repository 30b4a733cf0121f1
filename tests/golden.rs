//! Every worked example of `tests/golden` comes out as its file says, and the examples leave nothing out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use hojokin_engine::{
    Change, Combinations, Edition, Frame, FrameEstimate, Grant, MinimumWages, StepKind, Verdict,
    Yen, estimate, mechanism::floor::BELOW_FLOOR,
};
use hojokin_rules_reader::{
    Example, Problem, Vocabulary, combinations, edition, examples, minimum_wages, sources,
    vocabulary,
};
use walkdir::WalkDir;

#[test]
fn every_worked_example_comes_out() {
    let Disk { words, rounds, .. } = Disk::read();
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
    let Disk { words, rounds, combinations, minimum_wages } = Disk::read();
    let built_in = hojokin_rules::rulebook();
    assert_eq!(built_in.facts, words.facts);
    assert_eq!(built_in.categories, words.categories);
    assert_eq!(built_in.own, words.own);
    assert_eq!(hojokin_rules::sizes(), words.sizes);
    assert_eq!(hojokin_rules::size_sources(), words.size_sources);
    assert_eq!(built_in.combinations, combinations);
    assert_eq!(hojokin_rules::minimum_wages(), minimum_wages);
    let ids: Vec<&str> = built_in.editions.iter().map(|edition| edition.id).collect();
    assert_eq!(ids, words.editions);
    for (built_in, round) in built_in.editions.iter().zip(&rounds) {
        assert_eq!(built_in, round.edition, "{}", built_in.id);
    }
}

#[test]
fn every_listed_edition_has_a_rule_file_and_a_golden_file_and_no_file_is_left_over() {
    let words = Disk::read().words;
    let listed = |folder: &str| -> BTreeSet<String> {
        words.editions.iter().map(|id| format!("{folder}/{id}.toml")).collect()
    };
    assert_eq!(toml_files("tests/golden"), listed("tests/golden"));
    let mut rules = toml_files("rules");
    // The rules proper lie in a folder for each programme, beside the crates.
    rules.retain(|file| file.matches('/').count() == 2 && !file.ends_with("/Cargo.toml"));
    assert_eq!(rules, listed("rules"));
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
fn every_source_is_cited() {
    let Disk { words, rounds, combinations, minimum_wages } = Disk::read();
    let editions = rounds.iter().flat_map(|round| round.edition.sources);
    let others = [words.size_sources, combinations.sources, minimum_wages.sources].concat();
    let cited: BTreeSet<&str> = editions.chain(&others).map(|source| source.id).collect();
    let unused = words.sources.iter().filter(|source| !cited.contains(source.id));
    none(&unused.map(|source| format!("rules/sources.toml: {}", source.id)).collect::<Vec<_>>());
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
            for condition in conditions(frame) {
                if !seen.contains(&(frame.id, condition)) {
                    missing.push(format!("{} {}: {condition}", round.edition.id, frame.id));
                }
            }
        }
    }
    none(&missing);
}

#[test]
fn every_cap_is_met_from_a_yen_below_to_a_yen_above() {
    let mut missing = Vec::new();
    for round in Disk::read().rounds {
        let mut seen: BTreeMap<_, BTreeSet<Yen>> = BTreeMap::new();
        for frame in round.results().filter(|frame| frame.verdict != Verdict::Ineligible) {
            let steps = frame.steps.iter().filter(|step| step.kind == StepKind::Cap);
            let held = steps.map(|step| (step.limit, step.of));
            // Where no source states a rate, the cap holds the expenses themselves.
            let no_rate = frame.frame.grant().is_some_and(|grant| grant.rate.is_none());
            let expenses = no_rate.then_some((frame.cap, frame.eligible_expenses));
            for (limit, sum) in held.chain(expenses) {
                seen.entry((frame.frame.id, limit)).or_default().insert(sum);
            }
        }
        for frame in round.edition.frames {
            for cap in frame.grant().map(caps).unwrap_or_default() {
                let sums = seen.remove(&(frame.id, Some(cap))).unwrap_or_default();
                for sum in [cap - Yen(1), cap, cap + Yen(1)] {
                    if !sums.contains(&sum) {
                        let (id, cap, sum) = (round.edition.id, cap.0, sum.0);
                        missing.push(format!("{id} {}: 上限 {cap}: {sum}", frame.id));
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
    combinations: Combinations,
    minimum_wages: MinimumWages,
}

/// One edition and its worked examples.
struct Round {
    edition: &'static Edition,
    examples: Vec<Example>,
}

impl Disk {
    fn read() -> Self {
        let name = "rules/sources.toml";
        let shared = right(sources(name, &text(name)));
        let name = "rules/vocabulary.toml";
        let words = right(vocabulary(name, &text(name), shared));
        let rounds = words.editions.iter().map(|id| Round::read(&words, id)).collect();
        let name = "rules/combinations.toml";
        let combinations = right(combinations(name, &text(name), &words));
        let [table, names] = ["rules/minimum_wage.csv", "rules/minimum_wage.toml"];
        let (wages, revisions) = (text(table), text(names));
        let minimum_wages = right(minimum_wages((table, &wages), (names, &revisions), &words));
        Self { words, rounds, combinations, minimum_wages }
    }
}

impl Round {
    fn read(words: &Vocabulary, id: &str) -> Self {
        let (rules, golden) = (format!("rules/{id}.toml"), golden(id));
        let read = right(edition(words, id, &rules, &text(&rules)));
        let edition: &'static Edition = Box::leak(Box::new(read));
        Self { edition, examples: right(examples(words, edition, &golden, &text(&golden))) }
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
fn conditions(frame: &Frame) -> impl Iterator<Item = &'static str> {
    let floor = frame.grant().and_then(|grant| grant.floor).map(|_| BELOW_FLOOR);
    frame.requirements.iter().map(|requirement| requirement.id).chain(floor)
}

/// Every cap that the bands and provisions of a frame can lead to, but for one that an answer states.
fn caps(grant: &Grant) -> Vec<Yen> {
    let bands = grant.bands.map_or(&[][..], |bands| bands.rows);
    let mut caps: Vec<Yen> = grant.cap.iter().map(|cap| cap.value).collect();
    caps.extend(bands.iter().map(|band| band.cap));
    for change in grant.provisions.iter().flat_map(|provision| provision.changes) {
        match *change {
            Change::RaiseCap(by) => caps.extend(caps.clone().into_iter().map(|cap| cap + by)),
            Change::SetCap(to) => caps.push(to),
            Change::RaisedBand => caps.extend(bands.iter().filter_map(|band| band.raised)),
            Change::CapIs(_) | Change::SetRate(_) | Change::SetAbove(_) => {}
        }
    }
    caps.sort_unstable();
    caps.dedup();
    caps
}

/// The file with the worked examples of an edition.
fn golden(id: &str) -> String {
    format!("tests/golden/{id}.toml")
}

/// The TOML files in a folder.
fn toml_files(folder: &str) -> BTreeSet<String> {
    let files = WalkDir::new(folder).into_iter();
    let paths = files.map(|file| file.expect("the folder is readable").into_path());
    let toml = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    toml.map(|path| path.display().to_string()).collect()
}

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
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
