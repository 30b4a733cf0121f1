//! Checks a folder of rule files and their worked examples, as a rule author needs it after each edit.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use hojokin_engine::Edition;
use hojokin_rules_reader::{Problem, Vocabulary, edition, examples, vocabulary};

/// Checks `folder/rules/**.toml` and `folder/tests/golden/**.toml` and prints what it finds.
///
/// Exit code 0 if everything is right, 1 if a file has mistakes or an example comes out otherwise, 2 if there
/// is nothing to check.
pub(crate) fn run(folder: &Path) -> io::Result<ExitCode> {
    let words = folder.join("rules/vocabulary.toml");
    let Ok(text) = fs::read_to_string(&words) else {
        eprintln!("hojokin: {} がありません。rules のある場所を指定してください", words.display());
        return Ok(ExitCode::from(2));
    };
    let mut check = Check::default();
    if let Some(words) = check.keep(vocabulary(&words.display().to_string(), &text)) {
        for file in rule_files(folder, &words) {
            check.edition(folder, &words, &file);
        }
    }
    let Check { editions, examples, mistakes } = check;
    let summary =
        format!("規則 {editions} 件、計算例 {examples} 件を確かめました。誤り {mistakes} 件");
    // A mistake is a mistake even if nobody reads the summary.
    let shown = writeln!(io::stdout().lock(), "{summary}");
    match (mistakes, editions) {
        (0, 0) => Ok(ExitCode::from(2)),
        (0, _) => shown.map(|()| ExitCode::SUCCESS),
        _ => Ok(ExitCode::from(1)),
    }
}

#[derive(Default)]
struct Check {
    editions: usize,
    examples: usize,
    mistakes: usize,
}

impl Check {
    fn edition(&mut self, folder: &Path, words: &Vocabulary, file: &Path) {
        self.editions += 1;
        let rules = folder.join("rules");
        let round = file.strip_prefix(&rules).unwrap_or(file).with_extension("");
        let id = round.to_string_lossy().replace('\\', "/");
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => return self.mistake(&format!("{}: {error}", file.display())),
        };
        let Some(read) = self.keep(edition(words, &id, &file.display().to_string(), &text)) else {
            return;
        };
        let golden = folder.join("tests/golden").join(&round).with_extension("toml");
        self.examples(words, Box::leak(Box::new(read)), &golden);
    }

    fn examples(&mut self, words: &Vocabulary, edition: &'static Edition, file: &Path) {
        let name = file.display().to_string();
        let Ok(text) = fs::read_to_string(file) else {
            return self.mistake(&format!("{name}: この公募回の計算例がありません"));
        };
        let Some(found) = self.keep(examples(words, edition, &name, &text)) else { return };
        self.examples += found.len();
        for example in found {
            for difference in example.differences(words, edition) {
                self.mistake(&format!("{name}: 「{}」 {difference}", example.name));
            }
        }
    }

    fn keep<T>(&mut self, read: Result<T, Vec<Problem>>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(problems) => {
                for problem in problems {
                    self.mistake(&problem.to_string());
                }
                None
            }
        }
    }

    fn mistake(&mut self, message: &str) {
        self.mistakes += 1;
        eprintln!("{message}\n");
    }
}

/// The rule files of all programmes, in order.
fn rule_files(folder: &Path, words: &Vocabulary) -> Vec<PathBuf> {
    let folders = words.programmes.iter().map(|programme| folder.join("rules").join(programme));
    let files = folders.flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name());
    let paths = files.filter_map(Result::ok).map(|file| file.into_path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect()
}
