//! Packs the rule files; a mistake in one stops the build with its line and caret.

use std::{env, fs, path::Path, process::exit};

use hojokin_rules_packed::{Book, pack};
use hojokin_rules_reader::{
    Problem, Vocabulary, combinations, edition, minimum_wages, sources, vocabulary,
};

fn main() {
    println!("cargo::rerun-if-changed=.");
    let Some(book) = book() else { exit(1) };
    let packed = pack(&book);
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let version = version(&[packed.bytes.as_ref(), packed.texts.as_ref()]);
    fs::write(Path::new(&out).join("rules.version"), version).expect("OUT_DIR is writable");
    fs::write(Path::new(&out).join("rules.bytes"), packed.bytes).expect("OUT_DIR is writable");
    fs::write(Path::new(&out).join("rules.texts"), packed.texts).expect("OUT_DIR is writable");
}

/// What every rule is in, short enough for a link: FNV-1a, whose values never change.
fn version(parts: &[&[u8]]) -> String {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", parts.iter().copied().flatten().fold(0x811c_9dc5, step))
}

fn book() -> Option<Book> {
    let shared = report(sources("rules/sources.toml", &read("sources.toml")))?;
    let words = report(vocabulary("rules/vocabulary.toml", &read("vocabulary.toml"), shared))?;
    let (pairs, wages) = (read("combinations.toml"), read("minimum_wage.csv"));
    let combinations = report(combinations("rules/combinations.toml", &pairs, &words));
    let minimum_wages = report(minimum_wages(
        ("rules/minimum_wage.csv", &wages),
        ("rules/minimum_wage.toml", &read("minimum_wage.toml")),
        &words,
    ));
    let revisions = minimum_wages.map(|wages| wages.revisions);
    let words = Vocabulary { revisions, ..words };
    let mut editions = Vec::new();
    for id in &words.editions {
        let name = format!("rules/{id}.toml");
        editions.extend(report(edition(&words, id, &name, &read(&format!("{id}.toml")))));
    }
    let (combinations, minimum_wages) = (combinations?, minimum_wages?);
    (editions.len() == words.editions.len()).then(|| Book {
        facts: words.facts,
        categories: words.categories,
        own: u64::from(words.own.0),
        purposes: words.purposes,
        sizes: words.sizes,
        size_sources: words.size_sources,
        editions: Vec::leak(editions),
        combinations,
        minimum_wages,
    })
}

fn read(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("rules/{file}: {error}"))
}

/// Prints every problem as cargo shows errors.
fn report<T>(result: Result<T, Vec<Problem>>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(problems) => {
            for problem in problems {
                for line in problem.to_string().lines() {
                    println!("cargo::error={line}");
                }
            }
            None
        }
    }
}
