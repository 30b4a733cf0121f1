//! Turns the rule files into Rust statics; a mistake in one stops the build with its line and caret.

use std::{env, fs, path::Path, process::exit};

use hojokin_rules_reader::{Problem, edition, emit, vocabulary};

fn main() {
    println!("cargo::rerun-if-changed=.");
    let Some(source) = source() else { exit(1) };
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("built_in.rs"), source).expect("OUT_DIR is writable");
}

fn source() -> Option<String> {
    let words = report(vocabulary("rules/vocabulary.toml", &read(Path::new("vocabulary.toml"))))?;
    let mut editions = Vec::new();
    let mut failed = false;
    for programme in &words.programmes {
        let files = walkdir::WalkDir::new(programme).sort_by_file_name();
        for file in files.into_iter().map(|file| file.expect("every programme has a folder")) {
            if file.path().extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let round = file.path().with_extension("");
            let id = round.to_str().expect("rule files have plain names");
            let name = format!("rules/{id}.toml");
            match report(edition(&words, id, &name, &read(file.path()))) {
                Some(edition) => editions.push(edition),
                None => failed = true,
            }
        }
    }
    (!failed).then(|| emit::rust(&words, &editions))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
