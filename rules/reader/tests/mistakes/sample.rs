//! The sample, and what is wrong with it after a change.

use hojokin_engine::Edition;
use hojokin_rules_reader::{Problem, Vocabulary, edition, sources, vocabulary};

pub(crate) const SOURCES: &str = include_str!("../sample/sources.toml");
pub(crate) const RULES: &str = include_str!("../sample/r01.toml");
const WORDS: &str = include_str!("../sample/vocabulary.toml");

pub(crate) fn words() -> Vocabulary {
    let shared = sources("rules/sources.toml", SOURCES).expect("the sample sources are right");
    vocabulary("rules/vocabulary.toml", WORDS, shared).expect("the sample vocabulary is right")
}

pub(crate) fn read(text: &str) -> Result<Edition, Vec<Problem>> {
    edition(&words(), "sample/r01", "rules/sample/r01.toml", text)
}

/// The sample with the first `from` in it replaced.
#[track_caller]
pub(crate) fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the sample has no {from}");
    text.replacen(from, to, 1)
}

/// What is wrong with the sample after `from` has become `to`, as `line:column: message`.
#[track_caller]
pub(crate) fn check(from: &str, to: &str, mistakes: &[&str]) {
    assert_eq!(shown(&with(RULES, from, to)), mistakes, "{from} → {to}");
}

/// What is wrong with the sample when `more` is written below it: its first line is line 49.
#[track_caller]
pub(crate) fn check_more(more: &str, mistakes: &[&str]) {
    assert_eq!(shown(&format!("{RULES}\n{more}")), mistakes, "{more}");
}

/// What is wrong with `text`.
#[track_caller]
pub(crate) fn check_text(text: &str, mistakes: &[&str]) {
    assert_eq!(shown(text), mistakes, "{text}");
}

fn shown(text: &str) -> Vec<String> {
    let problems = read(text).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    problems.iter().map(shown).collect()
}

/// The same in full, as it is printed.
#[track_caller]
pub(crate) fn check_shown(changes: &[(&str, &str)], printed: &str) {
    let broken = changes.iter().fold(RULES.to_owned(), |text, (from, to)| with(&text, from, to));
    let problems = read(&broken).err().unwrap_or_default();
    let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert_eq!(shown.join("\n"), printed);
}

#[track_caller]
pub(crate) fn check_message(from: &str, to: &str, message: &str) {
    let problems = read(&with(RULES, from, to)).err().unwrap_or_default();
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, [message], "{from} → {to}");
}
