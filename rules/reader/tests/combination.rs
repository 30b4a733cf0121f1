//! A broken list of programmes used together comes back with every mistake in it.

use hojokin_engine::{Combinations, Together};
use hojokin_rules_reader::{Problem, combinations, vocabulary};

const WORDS: &str = r#"
editions     = ["general/r01", "general/r02", "startup/r01"]
categories   = ["machinery"]
own_category = "machinery"
"#;

const PAIRS: &str = r#"
[source.S-1]
title     = "公募要領"
read_on   = 2026-01-15
read_from = "写し"
verified  = true

[otherwise]
text = "確かめてください"
cite = "S-1 p.1"

[[pair]]
programmes = ["general", "startup"]
verdict    = "no"
text       = "同時に申請できません"
cite       = "S-1 p.2"
"#;

fn read(text: &str) -> Result<Combinations, Vec<Problem>> {
    let words = vocabulary("words", WORDS, &[]).expect("the vocabulary is right");
    combinations("pairs.toml", text, &words)
}

#[track_caller]
fn check(from: &str, to: &str, mistakes: &[&str]) {
    assert!(PAIRS.contains(from), "the list has no {from}");
    let problems = read(&PAIRS.replacen(from, to, 1)).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    assert_eq!(problems.iter().map(shown).collect::<Vec<_>>(), mistakes);
}

#[test]
fn a_list_without_mistakes_is_read() {
    let known = read(PAIRS).expect("there is no mistake in it");
    let found = known.of("startup", "general");
    assert_eq!((found.verdict, found.text), (Together::No, "同時に申請できません"));
    assert_eq!(known.of("general", "other").verdict, Together::Unknown);
    assert_eq!(known.sources.len(), 1);
}

#[test]
fn a_pair_names_two_programmes_that_have_editions() {
    let unknown = "13:26: 「start」という制度の公募回は vocabulary.toml にありません";
    check("\"startup\"", "\"start\"", &[unknown]);
    check("\"startup\"", "\"general\"", &["13:26: 同じ制度どうしの組み合わせは書けません"]);
    check(", \"startup\"", "", &["12:1: programmes には制度の名を二つ書いてください"]);
}

#[test]
fn a_pair_stands_there_once_in_whichever_order() {
    let pair = "[[pair]]\nprogrammes = [\"general\", \"startup\"]\nverdict    = \"no\"\ntext       = \"同時に申請できません\"\ncite       = \"S-1 p.2\"\n";
    let again = pair.replace("\"general\", \"startup\"", "\"startup\", \"general\"");
    let mistake = "18:1: 「startup」と「general」の組み合わせが二つあります";
    check(pair, &format!("{pair}\n{again}"), &[mistake]);
}

#[test]
fn a_verdict_is_yes_no_or_unknown() {
    let mistake = "14:14: unknown variant `maybe`, expected one of `yes`, `no`, `unknown`";
    check("\"no\"", "\"maybe\"", &[mistake]);
}

#[test]
fn there_is_a_text_for_all_other_pairs() {
    let otherwise = "[otherwise]\ntext = \"確かめてください\"\ncite = \"S-1 p.1\"\n";
    check(otherwise, "", &["1:1: ほかの組み合わせに示す文（[otherwise]）がありません"]);
}
