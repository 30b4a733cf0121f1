//! A broken vocabulary comes back with every mistake in it.

use hojokin_rules_reader::{Problem, vocabulary};

const WORDS: &str = include_str!("sample/vocabulary.toml");

#[test]
fn the_sample_itself_is_right() {
    check("programmes", "programmes", &[]);
}

#[test]
fn a_fact_says_what_an_answer_to_it_looks_like() {
    let mistake =
        "kind は truth・number・money・choice のどれか。choice には choices（64個まで）が要ります";
    let mistake = format!("22:1: {mistake}");
    check(
        "id   = \"employees\"\nkind = \"number\"",
        "id   = \"employees\"\nkind = \"count\"",
        &[&mistake, "30:1: 企業規模には industry・legal_form・employees の fact が要ります"],
    );
}

#[test]
fn a_size_class_needs_its_facts() {
    let mistake = "30:1: 企業規模には industry・legal_form・employees の fact が要ります";
    check("id   = \"employees\"", "id   = \"people\"", &[mistake]);
}

#[test]
fn a_size_row_names_its_limit_and_its_source() {
    check("employees_at_most = 20\n", "", &["34:1: 「employees_at_most」がありません"]);
    let mistake = "36:21: 根拠は [source.…] に挙げた資料の名で始めてください（S-0）";
    check("\"S-0 p.1\"", "\"S-9\"", &["6:9: この資料を根拠にしている行がありません", mistake]);
    let mistake = "35:22: 「industry」の選択肢ではありません（retail、other）";
    check("employees_at_most", "industries        = [\"retial\"]\nemployees_at_most", &[mistake]);
}

#[test]
fn a_size_class_is_not_left_without_rows_in_silence() {
    let choice = "kind    = \"choice\"\nchoices = [\"retail\", \"other\"]";
    let broken = WORDS.replacen(choice, "kind    = \"number\"", 1);
    assert!(vocabulary("vocabulary.toml", &broken).is_err(), "the row needs industries to choose");
}

#[test]
fn an_id_that_two_things_have_is_refused() {
    for (from, to) in [
        ("[\"machinery\", \"website\"]", "[\"machinery\", \"machinery\"]"),
        ("id   = \"wage_raise\"", "id   = \"employees\""),
        ("[\"retail\", \"other\"]", "[\"retail\", \"retail\"]"),
        ("[\"sample\"]", "[\"sample\", \"sample\"]"),
    ] {
        assert!(WORDS.contains(from), "the sample has no {from}");
        let read = vocabulary("vocabulary.toml", &WORDS.replacen(from, to, 1));
        assert!(read.is_err(), "{from} → {to}");
    }
}

#[track_caller]
fn check(from: &str, to: &str, mistakes: &[&str]) {
    assert!(WORDS.contains(from), "the sample has no {from}");
    let problems =
        vocabulary("vocabulary.toml", &WORDS.replacen(from, to, 1)).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    let shown: Vec<String> = problems.iter().map(shown).collect();
    assert_eq!(shown, mistakes, "{from} → {to}");
}
