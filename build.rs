//! Makes what only the desk shows: the official worked examples for the check in the browser, and how often
//! applications were selected. A mistake stops the build.

use std::{env, fmt::Write, fs, path::Path};

use hojokin_engine::{Case, Domain, Edition, Kind, Yen};
use hojokin_rules::rulebook;
use hojokin_rules_reader::{Example, Vocabulary, examples, sources, vocabulary};

fn main() {
    for input in ["build.rs", "rules", "tests/golden"] {
        println!("cargo::rerun-if-changed={input}");
    }
    write("examples.txt", &official_examples());
    write("adoption.txt", &adoption());
}

fn write(name: &str, text: &str) {
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(name), text).expect("OUT_DIR is writable");
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A line for each official example: the entries of a link, then what must come out: frame, figure (none for the
/// grant), amount.
fn official_examples() -> String {
    let shared =
        sources("rules/sources.toml", &read("rules/sources.toml")).expect("rules checks it");
    let name = "rules/vocabulary.toml";
    let words: Vocabulary = vocabulary(name, &read(name), shared).expect("rules checks it");
    let mut text = String::new();
    for edition in rulebook().editions {
        let name = format!("tests/golden/{}.toml", edition.id);
        let all = examples(&words, edition, &name, &read(&name));
        let all = all.unwrap_or_else(|problems| panic!("{problems:?}"));
        for example in all.iter().filter(|example| example.official) {
            line(&mut text, edition, example);
        }
    }
    text
}

fn line(text: &mut String, edition: &Edition, example: &Example) {
    text.push_str(&entries(edition, &example.case));
    for (frame, expected) in &example.expected {
        for (figure, amount) in expected.amounts() {
            write!(text, "\t{frame} {figure} {amount}").expect("a text takes all");
        }
    }
    text.push('\n');
}

/// The case as the entries of a link (`src/link.rs`).
fn entries(edition: &Edition, case: &Case) -> String {
    let rulebook = rulebook();
    let mut text = format!("e={}", edition.id);
    for id in case.answers.facts().filter(|id| !case.answers.is_open(*id)) {
        let fact = rulebook.facts[usize::from(id.0)];
        let answer = match (case.answers.domain(id), fact.kind) {
            (Domain::Truth(yes, _), _) => if yes { "y" } else { "n" }.to_owned(),
            (Domain::Choice(set), Kind::Choice(choices)) => {
                choices[set.0.trailing_zeros() as usize].to_owned()
            }
            (Domain::Number(number, _), _) => number.to_string(),
            (answer, kind) => panic!("{answer:?} is no answer of {kind:?}"),
        };
        write!(text, ";{}={answer}", fact.id).expect("a text takes all");
    }
    for category in case.expenses.categories() {
        let amount = case.expenses.of(category);
        if Yen::ZERO < amount {
            let key = match rulebook.categories[usize::from(category.0)] {
                _ if category == rulebook.own => format!("o.{}", edition.id),
                key => format!("x.{key}"),
            };
            write!(text, ";{key}={}", amount.0).expect("a text takes all");
        }
    }
    text
}

/// A line for each row of `rules/adoption.csv`: programme, period, applications, selected, unit, and where it is written.
fn adoption() -> String {
    let shared =
        sources("rules/sources.toml", &read("rules/sources.toml")).expect("rules checks it");
    let mut rows = csv::Reader::from_path("rules/adoption.csv").expect("it is there");
    let mut text = String::new();
    for row in rows.records() {
        let row = row.expect("a row has as many values as the head");
        let value = |place: usize| row.get(place).unwrap_or_else(|| panic!("{row:?}: too short"));
        let count =
            |place| value(place).parse::<u64>().unwrap_or_else(|_| panic!("{row:?}: no number"));
        let (applied, selected) = (count(3), count(4));
        assert!(selected <= applied && 0 < applied, "{row:?}");
        let known = rulebook().editions.iter().any(|edition| edition.programme == value(0));
        assert!(known, "{row:?}: no such programme");
        let source = shared.iter().find(|source| source.id == value(6));
        let title = source.unwrap_or_else(|| panic!("{row:?}: no such source")).title;
        let cells = [
            value(0),
            value(2),
            &applied.to_string(),
            &selected.to_string(),
            value(5),
            title,
            value(7),
        ];
        writeln!(text, "{}", cells.join("\t")).expect("a text takes all");
    }
    text
}
