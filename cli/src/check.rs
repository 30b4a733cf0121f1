//! Checks a folder of rule files and their worked examples, as a rule author needs it after each edit.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use hojokin_engine::{Edition, Revision};
use hojokin_rules_reader::{
    Problem, Vocabulary, edition, examples, minimum_wages, sources, vocabulary,
};

/// Checks `folder/rules/**.toml`, the minimum wages there and `folder/tests/golden/**.toml`, and prints what it finds.
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
    if let Some(words) = check.words(folder, &words, &text) {
        let revisions = check.revisions(folder, &words);
        let words = Vocabulary { revisions, ..words };
        for id in &words.editions {
            check.edition(folder, &words, id);
        }
        for file in rule_files(folder) {
            if !words.editions.contains(&id_of(folder, &file)) {
                let file = file.display();
                check.mistake(&format!(
                    "{file}: rules/vocabulary.toml の editions に書いてください"
                ));
            }
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
    /// The shared sources and the vocabulary. Every other file leans on them, so a mistake in them ends the check: what
    /// it would find elsewhere are mostly its consequences.
    fn words(&mut self, folder: &Path, file: &Path, text: &str) -> Option<Vocabulary> {
        let shared = folder.join("rules/sources.toml");
        let shared_text = fs::read_to_string(&shared).unwrap_or_default();
        let (shared, file) = (shared.display().to_string(), file.display().to_string());
        let Some(sources) = self.keep(sources(&shared, &shared_text)) else {
            return unchecked(&shared);
        };
        self.keep(vocabulary(&file, text, sources)).or_else(|| unchecked(&file))
    }

    /// The revisions of the minimum wages: none where there is no file of them, `None` if there is a mistake in it.
    fn revisions(&mut self, folder: &Path, words: &Vocabulary) -> Option<&'static [Revision]> {
        let [table, names] =
            ["minimum_wage.csv", "minimum_wage.toml"].map(|file| folder.join("rules").join(file));
        if !names.exists() {
            return Some(&[]);
        }
        let (rows, text) = (self.text(&table)?, self.text(&names)?);
        let (table, names) = (table.display().to_string(), names.display().to_string());
        let wages = self.keep(minimum_wages((&table, &rows), (&names, &text), words));
        wages.map(|wages| wages.revisions)
    }

    fn text(&mut self, file: &Path) -> Option<String> {
        match fs::read_to_string(file) {
            Ok(text) => Some(text),
            Err(error) => {
                self.mistake(&format!("{}: {error}", file.display()));
                None
            }
        }
    }

    fn edition(&mut self, folder: &Path, words: &Vocabulary, id: &str) {
        self.editions += 1;
        let file = folder.join("rules").join(format!("{id}.toml"));
        let Some(text) = self.text(&file) else { return };
        let Some(read) = self.keep(edition(words, id, &file.display().to_string(), &text)) else {
            return;
        };
        let golden = folder.join("tests/golden").join(format!("{id}.toml"));
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

/// Says that a file kept the others from being checked.
fn unchecked<T>(broken: &str) -> Option<T> {
    eprintln!("{broken} に誤りがあるので、ほかのファイルは確かめていません\n");
    None
}

/// The id of the edition in a rule file.
fn id_of(folder: &Path, file: &Path) -> String {
    let round = file.strip_prefix(folder.join("rules")).unwrap_or(file).with_extension("");
    round.to_string_lossy().replace('\\', "/")
}

/// The files in the folders of the programmes that may be rule files, in order.
fn rule_files(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder.join("rules")).min_depth(2).max_depth(2);
    let files = files.sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = files.map(walkdir::DirEntry::into_path);
    let rules = |path: &PathBuf| {
        let crates = path.with_file_name("Cargo.toml").exists();
        !crates && path.extension().is_some_and(|ending| ending == "toml")
    };
    paths.filter(rules).collect()
}
