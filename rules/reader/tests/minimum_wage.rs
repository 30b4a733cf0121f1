//! A broken table of minimum wages comes back with every mistake in it, each with its line and its column.

use hojokin_engine::MinimumWages;
use hojokin_rules_reader::{Problem, Vocabulary, minimum_wages, vocabulary};

const WORDS: &str = r#"
editions     = ["sample/r01"]
categories   = ["machinery"]
own_category = "machinery"

[[fact]]
id      = "prefecture"
kind    = "choice"
choices = ["01", "02"]
"#;

const CITES: &str = r#"
[source.S-1]
title     = "一覧"
read_on   = 2026-01-15
read_from = "写し"
verified  = true

[[revision]]
column = "r6"
name   = "令和6年度"
cites  = ["S-1 p.1", "S-1 p.2"]

[[revision]]
column = "r7"
name   = "令和7年度"
cites  = ["S-1 p.3"]

[[revision.days]]
prefectures = ["02"]
cite        = "S-1 p.4"
verified    = false
"#;

const TABLE: &str = "\
prefecture_code,prefecture,r6,r6_effective,r7,r7_effective
01,北海道,1010,2024-10-01,1075,2025-10-04
02,青森県,953,2024-10-05,1029,2025-11-21
";

fn read(table: &str, cites: &str) -> Result<MinimumWages, Vec<Problem>> {
    let words: Vocabulary = vocabulary("words", WORDS, &[]).expect("the vocabulary is right");
    minimum_wages(("wages.csv", table), ("wages.toml", cites), &words)
}

#[track_caller]
fn check(table: &str, cites: &str, mistakes: &[&str]) {
    let problems = read(table, cites).err().unwrap_or_default();
    let shown = problems.iter().map(|problem| {
        let Problem { file, line, column, message, .. } = problem;
        format!("{file}:{line}:{column}: {message}")
    });
    assert_eq!(shown.collect::<Vec<_>>(), mistakes);
}

#[track_caller]
fn check_table(from: &str, to: &str, mistakes: &[&str]) {
    assert!(TABLE.contains(from), "the table has no {from}");
    check(&TABLE.replacen(from, to, 1), CITES, mistakes);
}

#[track_caller]
fn check_cites(from: &str, to: &str, mistakes: &[&str]) {
    assert!(CITES.contains(from), "the citations have no {from}");
    check(TABLE, &CITES.replacen(from, to, 1), mistakes);
}

#[test]
fn a_table_without_mistakes_is_read() {
    let wages = read(TABLE, CITES).expect("there is no mistake in it");
    let found = wages.of(1).map(|wage| (wage.yen.0, wage.since.to_string(), wage.since_cite));
    let found: Vec<_> =
        found.map(|(yen, since, cite)| (yen, since, cite.map(|cite| cite.page))).collect();
    assert_eq!(found[0], (953, "2024-10-05".to_owned(), None));
    assert_eq!(found[1], (1_029, "2025-11-21".to_owned(), Some(Some(4))));
    assert_eq!(wages.revisions[0].cites.len(), 2);
    assert_eq!(wages.sources.len(), 1);
}

#[test]
fn lines_may_end_as_on_windows() {
    let wages = read(&TABLE.replace('\n', "\r\n"), CITES).expect("there is no mistake in it");
    assert_eq!(wages, read(TABLE, CITES).expect("there is no mistake in it"));
}

#[test]
fn a_cell_is_a_whole_amount_or_a_day_after_the_one_before() {
    check_table("1010", "1,010", &["wages.csv:2:1: 欄は6個のはずが7個です"]);
    check_table("1010", "1010円", &["wages.csv:2:8: 時間額を円の整数で書いてください"]);
    check_table("1010", "0", &["wages.csv:2:8: 時間額を円の整数で書いてください"]);
    check_table("1075", "", &["wages.csv:2:24: 時間額を円の整数で書いてください"]);
    let unread = "発効日を 2024-05-27 のように書いてください";
    check_table("2025-11-21", "2025-11-31", &[&format!("wages.csv:3:28: {unread}")]);
    let before = "発効日が前の改定より後ではありません";
    check_table("2025-11-21", "2024-10-05", &[&format!("wages.csv:3:28: {before}")]);
}

#[test]
fn every_mistake_of_the_table_is_shown_at_once() {
    check(
        &TABLE.replace("1010", "x").replace("2025-11-21", "y"),
        CITES,
        &[
            "wages.csv:2:8: 時間額を円の整数で書いてください",
            "wages.csv:3:28: 発効日を 2024-05-27 のように書いてください",
        ],
    );
}

#[test]
fn the_rows_are_the_prefectures_in_their_order() {
    check_table("02,", "03,", &["wages.csv:3:1: ここは都道府県コード 02 の行です"]);
    let row = "02,青森県,953,2024-10-05,1029,2025-11-21\n";
    check_table(row, "", &["wages.csv:1:1: 都道府県は2行要りますが、1行です"]);
    check_table(row, &row.repeat(2), &["wages.csv:4:1: 都道府県の行が多すぎます"]);
}

#[test]
fn the_columns_are_those_of_the_revisions() {
    let header = "prefecture_code,prefecture,r6,r6_effective,r7,r7_effective";
    let mistake = format!("wages.csv:1:1: 見出しの行は「{header}」でなければなりません");
    check_table("r7,r7_effective", "r7,r8_effective", &[&mistake]);
}

#[test]
fn a_revision_says_where_it_is_written() {
    check_cites("cites  = [\"S-1 p.3\"]\n", "", &["wages.toml:13:1: 「cites」がありません"]);
    check_cites("\"r7\"", "\"r6\"", &["wages.toml:14:10: revision の id「r6」が二つあります"]);
    let unknown = "「S-2」という資料は sources.toml にも [source.…] にもありません";
    check_cites("\"S-1 p.3\"", "\"S-2 p.3\"", &[&format!("wages.toml:16:11: {unknown}")]);
    let choice = "「prefecture」の選択肢ではありません（01、02）";
    check_cites("[\"02\"]", "[\"2\"]", &[&format!("wages.toml:19:16: {choice}")]);
}
