//! Checking rule files and worked examples.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::run::{repository, run};

const SOURCES: &str = include_str!("../../../rules/reader/tests/sample/sources.toml");
const WORDS: &str = include_str!("../../../rules/reader/tests/sample/vocabulary.toml");
const RULES: &str = include_str!("../../../rules/reader/tests/sample/r01.toml");
const GOLDEN: &str = include_str!("../../../rules/reader/tests/sample/golden.toml");

#[test]
fn the_rules_and_worked_examples_of_this_repository_are_right() {
    let run = run(&["check", &repository().display().to_string()], b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.ends_with("誤り 0 件\n"), "{}", run.stdout);
}

#[test]
fn a_broken_rule_file_is_shown_with_its_line_and_a_caret() {
    let broken = RULES.replacen("is = 500_000", "is = \"50万円\"", 1);
    let folder = folder("broken-rules", &[("rules/sample/r01.toml", &broken)]);
    let run = run(&["check", &folder.display().to_string()], b"");
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stdout, "規則 1 件、計算例 0 件を確かめました。誤り 1 件\n");
    let shown = format!(
        "{}/rules/sample/r01.toml:35:15: invalid type: string \"50万円\", expected 円の整数（例：500_000）
35 | cap  = {{ is = \"50万円\", cite = \"S-1 p.4\" }}
   |               ^^^^^^^^\n\n",
        folder.display()
    );
    assert_eq!(run.stderr, shown);
}

#[test]
fn a_worked_example_that_comes_out_otherwise_is_shown() {
    let wrong = GOLDEN.replacen("grant = 500_000", "grant = 499_999", 1);
    let folder = folder("wrong-example", &[("tests/golden/sample/r01.toml", &wrong)]);
    let run = run(&["check", &folder.display().to_string()], b"");
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stdout, "規則 1 件、計算例 2 件を確かめました。誤り 1 件\n");
    let shown = "/tests/golden/sample/r01.toml: 「上限ちょうど」 normal: grant は 499999 のはずが 500000 です\n\n";
    assert_eq!(run.stderr, format!("{}{shown}", folder.display()));
}

#[test]
fn a_round_without_worked_examples_and_a_broken_vocabulary_are_mistakes() {
    let without = folder("without-examples", &[]);
    fs::remove_file(without.join("tests/golden/sample/r01.toml")).expect("it was just written");
    let found = run(&["check", &without.display().to_string()], b"");
    assert_eq!(found.code, Some(1));
    assert!(found.stderr.contains("この公募回の計算例がありません"), "{}", found.stderr);

    let broken = folder("broken-vocabulary", &[("rules/vocabulary.toml", "editions = [")]);
    let found = run(&["check", &broken.display().to_string()], b"");
    assert_eq!(found.code, Some(1));
    assert!(found.stderr.contains("rules/vocabulary.toml:1:"), "{}", found.stderr);
    let rest = "/rules/vocabulary.toml に誤りがあるので、ほかのファイルは確かめていません\n\n";
    assert!(found.stderr.ends_with(&format!("{}{rest}", broken.display())), "{}", found.stderr);
}

#[test]
fn the_list_of_editions_and_the_rule_files_are_the_same() {
    let more = folder("file-not-listed", &[("rules/sample/r02.toml", RULES)]);
    let found = run(&["check", &more.display().to_string()], b"");
    assert_eq!(found.code, Some(1));
    assert_eq!(found.stdout, "規則 1 件、計算例 2 件を確かめました。誤り 1 件\n");
    let shown = "/rules/sample/r02.toml: rules/vocabulary.toml の editions に書いてください\n\n";
    assert_eq!(found.stderr, format!("{}{shown}", more.display()));

    let listed = WORDS.replacen("[\"sample/r01\"]", "[\"sample/r01\", \"sample/r02\"]", 1);
    let less = folder("listed-without-file", &[("rules/vocabulary.toml", &listed)]);
    let found = run(&["check", &less.display().to_string()], b"");
    assert_eq!(found.code, Some(1));
    assert_eq!(found.stdout, "規則 2 件、計算例 2 件を確かめました。誤り 1 件\n");
    let file = format!("{}/rules/sample/r02.toml: ", less.display());
    assert!(found.stderr.starts_with(&file), "{}", found.stderr);
}

#[test]
fn a_cargo_manifest_among_the_rules_is_no_rule_file() {
    let name = "rules/reader/Cargo.toml";
    let folder = folder("manifest", &[(name, "[package]"), ("rules/reader/notes.toml", "")]);
    let run = run(&["check", &folder.display().to_string()], b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_broken_file_of_shared_sources_is_shown_alone_with_its_line_and_a_caret() {
    let broken = SOURCES.replacen("verified  = false", "verified  = \"no\"", 1);
    // Every line that cites the source would be wrong as well.
    let rules = RULES.replacen("S-1 p.3", "S-A p.3", 1);
    let files = [("rules/sources.toml", broken.as_str()), ("rules/sample/r01.toml", &rules)];
    let folder = folder("broken-sources", &files);
    let run = run(&["check", &folder.display().to_string()], b"");
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stdout, "規則 0 件、計算例 0 件を確かめました。誤り 1 件\n");
    let file = folder.join("rules/sources.toml").display().to_string();
    let shown = format!(
        "{file}:7:13: invalid type: string \"no\", expected a boolean
7 | verified  = \"no\"
  |             ^^^^

{file} に誤りがあるので、ほかのファイルは確かめていません\n\n"
    );
    assert_eq!(run.stderr, shown);
}

#[test]
fn a_source_that_all_files_share_can_be_cited() {
    let rules = RULES.replacen("S-1 p.3", "S-A p.3", 1);
    let files = [("rules/sources.toml", SOURCES), ("rules/sample/r01.toml", &rules)];
    let whole = folder("shared-source", &files);
    let found = run(&["check", &whole.display().to_string()], b"");
    assert_eq!((found.code, found.stderr.as_str()), (Some(0), ""));
    let without = folder("shared-source-missing", &files[1..]);
    let found = run(&["check", &without.display().to_string()], b"");
    assert_eq!(found.code, Some(1));
    assert!(found.stderr.contains("「S-A」という資料は"), "{}", found.stderr);
}

#[test]
fn a_round_closes_before_a_revision_of_the_minimum_wages_that_is_known() {
    let before = |name: &str| {
        let line =
            format!("closes_before_minimum_wage = {{ revision = \"{name}\", cite = \"S-1\" }}");
        RULES.replacen("[contact]", &format!("{line}\n\n[contact]"), 1)
    };
    let words =
        format!("{WORDS}\n[[fact]]\nid = \"prefecture\"\nkind = \"choice\"\nchoices = [\"01\"]\n");
    let revision = "[[revision]]\ncolumn = \"r6\"\nname = \"令和6年度\"\ncites = [\"S-A\"]\n";
    let table = "prefecture_code,prefecture,r6,r6_effective\n01,北海道,1010,2024-10-01\n";
    let found = |name: &str, rules: &str, revision: &str, table: &str| {
        let files = [
            ("rules/vocabulary.toml", words.as_str()),
            ("rules/sources.toml", SOURCES),
            ("rules/minimum_wage.toml", revision),
            ("rules/minimum_wage.csv", table),
            ("rules/sample/r01.toml", rules),
        ];
        let folder = folder(name, &files);
        let run = run(&["check", &folder.display().to_string()], b"");
        (run.code, run.stderr.replace(&format!("{}/", folder.display()), ""))
    };
    let known = before("令和6年度");
    assert_eq!(found("wage-known", &known, revision, table), (Some(0), String::new()));
    let (code, shown) = found("wage-unknown", &before("令和7年度"), revision, table);
    assert_eq!(code, Some(1));
    let unknown = "rules/sample/r01.toml:6:43: 「令和7年度」という改定は minimum_wage.toml にありません。改定（[[revision]]）の name を書いてください（令和6年度）\n";
    assert!(shown.starts_with(unknown), "{shown}");
    // A mistake in the table is shown, and not that the rounds name what could not be read.
    let (code, shown) = found("wage-broken", &known, revision, &table.replace("1010", "x"));
    assert_eq!(code, Some(1));
    assert!(shown.starts_with("rules/minimum_wage.csv:2:8: "), "{shown}");
    assert_eq!(shown.matches("rules/").count(), 1, "{shown}");

    let without = folder("wage-missing", &[("rules/sample/r01.toml", &known)]);
    let run = run(&["check", &without.display().to_string()], b"");
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("「令和6年度」という改定は"), "{}", run.stderr);
}

#[test]
fn a_folder_without_rules_is_no_success() {
    let run = run(&["check", "/no/such/folder"], b"");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("/no/such/folder/rules/vocabulary.toml"), "{}", run.stderr);
}

/// A folder with the sample rules and worked examples, some of its files otherwise.
fn folder(name: &str, others: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let sample = [
        ("rules/vocabulary.toml", WORDS),
        ("rules/sample/r01.toml", RULES),
        ("tests/golden/sample/r01.toml", GOLDEN),
    ];
    for (path, text) in sample.iter().chain(others) {
        let file = folder.join(path);
        let parent = file.parent().expect("every file is in a folder");
        fs::create_dir_all(parent).expect("the target folder is writable");
        fs::write(file, text).expect("the target folder is writable");
    }
    folder
}
