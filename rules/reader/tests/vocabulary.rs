//! A broken vocabulary comes back with every mistake in it.

use hojokin_rules_reader::{Problem, vocabulary};

const WORDS: &str = include_str!("sample/vocabulary.toml");

#[test]
fn the_sample_itself_is_right() {
    check("editions", "editions", &[]);
}

#[test]
fn a_fact_says_what_an_answer_to_it_looks_like() {
    let mistake =
        "kind は truth・number・money・choice のどれか。choice には choices（64個まで）が要ります";
    let mistake = format!("23:1: {mistake}");
    check(
        "id   = \"employees\"\nkind = \"number\"",
        "id   = \"employees\"\nkind = \"count\"",
        &[
            &mistake,
            "35:1: 企業規模には industry・legal_form・employees・capital の fact が要ります",
        ],
    );
}

#[test]
fn an_unknown_key_of_a_fact_is_named_with_all_that_there_are() {
    let keys = "25:1: 「x」というキーはありません（使えるキー：id、kind、choices、confirm、plan）";
    check("id   = \"employees\"\n", "id   = \"employees\"\nx = 1\n", &[keys]);
}

#[test]
fn a_purpose_names_programmes_that_there_are() {
    let purpose = |programme| {
        format!("[[purpose]]\nid = \"sales\"\nprogrammes = [\"{programme}\"]\n\n[[size]]")
    };
    check("[[size]]", &purpose("sample"), &[]);
    let mistake = "37:15: editions にある制度の名（/ の前）を書いてください";
    check("[[size]]", &purpose("simple"), &[mistake]);
}

#[test]
fn a_size_class_needs_its_facts() {
    let mistake = "35:1: 企業規模には industry・legal_form・employees・capital の fact が要ります";
    check("id   = \"employees\"", "id   = \"people\"", &[mistake]);
}

#[test]
fn a_size_row_names_its_limit_and_its_source() {
    check("employees_at_most = 20\n", "", &["39:1: 「employees_at_most」がありません"]);
    let mistake = "41:21: 「S-9」という資料は sources.toml にも [source.…] にもありません";
    check("\"S-0 p.1\"", "\"S-9\"", &["7:9: この資料を根拠にしている行がありません", mistake]);
    let mistake = "40:22: 「industry」の選択肢ではありません（retail、other）";
    check("employees_at_most", "industries        = [\"retial\"]\nemployees_at_most", &[mistake]);
}

#[test]
fn a_size_class_is_not_left_without_rows_in_silence() {
    let choice = "kind    = \"choice\"\nchoices = [\"retail\", \"other\"]";
    let broken = WORDS.replacen(choice, "kind    = \"number\"", 1);
    assert!(
        vocabulary("vocabulary.toml", &broken, &[]).is_err(),
        "the row needs industries to choose"
    );
}

#[test]
fn an_id_that_two_things_have_is_refused() {
    for (from, to) in [
        ("[\"machinery\", \"website\", ", "[\"machinery\", \"machinery\", "),
        ("id   = \"wage_raise\"", "id   = \"employees\""),
        ("[\"retail\", \"other\"]", "[\"retail\", \"retail\"]"),
        ("[\"sample/r01\"]", "[\"sample/r01\", \"sample/r01\"]"),
    ] {
        assert!(WORDS.contains(from), "the sample has no {from}");
        let read = vocabulary("vocabulary.toml", &WORDS.replacen(from, to, 1), &[]);
        assert!(read.is_err(), "{from} → {to}");
    }
}

#[test]
fn the_editions_and_the_own_category_are_named() {
    let line = "editions     = [\"sample/r01\"]\n";
    check(line, "", &["1:1: 「editions」がありません"]);
    check(
        line,
        "editions = \"sample/r01\"\n",
        &["3:12: invalid type: string \"sample/r01\", expected a sequence"],
    );
    let twice = "3:31: editions の id「sample/r01」が二つあります";
    check(line, "editions     = [\"sample/r01\", \"sample/r01\"]\n", &[twice]);
    check("own_category = \"main\"\n", "", &["1:1: 「own_category」がありません"]);
    let unknown = "5:16: categories にある経費区分の名を書いてください";
    check("own_category = \"main\"", "own_category = \"mian\"", &[unknown]);
    let programmes = "1:1: 「programmes」というキーはありません（使えるキー：source、editions、fact、categories、own_category、purpose、size）";
    check("# 架空", "programmes = [\"sample\"] # 架空", &[programmes]);
}

#[test]
fn a_size_row_can_limit_the_capital_of_some_legal_forms() {
    let row = "employees_at_most = 20";
    let capital = "capital_at_most = 50_000_000\nemployees_at_most = 20";
    check(row, capital, &[]);
    let money = "40:19: 金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
    check(row, "capital_at_most = 0\nemployees_at_most = 20", &[money]);
    check("[[size]]\n", "[[size]]\ncapital_of = [\"company\"]\n", &[]);
    let form = "36:15: 「legal_form」の選択肢ではありません（company、npo）";
    check("[[size]]\n", "[[size]]\ncapital_of = [\"firm\"]\n", &[form]);
}

#[track_caller]
fn check(from: &str, to: &str, mistakes: &[&str]) {
    assert!(WORDS.contains(from), "the sample has no {from}");
    let problems =
        vocabulary("vocabulary.toml", &WORDS.replacen(from, to, 1), &[]).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    let shown: Vec<String> = problems.iter().map(shown).collect();
    assert_eq!(shown, mistakes, "{from} → {to}");
}
