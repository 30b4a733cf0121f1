//! Names, keys, days, sums and citations.

use hojokin_engine::Revision;
use hojokin_rules_reader::{Problem, Vocabulary, edition};

use crate::sample::{RULES, check, check_message, check_shown, read, with, words};

#[test]
fn the_sample_itself_is_right() {
    let edition = read(RULES).expect("there is no mistake in it");
    assert_eq!((edition.id, edition.programme), ("sample/r01", "sample"));
    let frames: Vec<&str> = edition.frames.iter().map(|frame| frame.id).collect();
    assert_eq!(frames, ["normal", "wage"]);
    // The facts come in the order of asking, and only those that the rules read.
    assert_eq!(edition.facts.len(), 4);
}

#[test]
fn a_mistake_is_shown_with_its_line_and_a_caret() {
    check_shown(
        &[("name = \"事務局\"", "nmae = \"事務局\"")],
        "\
rules/sample/r01.toml:6:1: 「name」がありません
6 | [contact]
  | ^^^^^^^^^
rules/sample/r01.toml:7:1: 「nmae」というキーはありません（使えるキー：name、tel、url、verified、cite）
7 | nmae = \"事務局\"
  | ^^^^",
    );
    check_shown(
        &[("{ is = 500_000, cite = \"S-1 p.4\" }", "{ is = \"50万円\", cite = \"S-1 p.4\" }")],
        "\
rules/sample/r01.toml:35:15: invalid type: string \"50万円\", expected 円の整数（例：500_000）
35 | cap  = { is = \"50万円\", cite = \"S-1 p.4\" }
   |               ^^^^^^^^",
    );
    check_shown(
        &[(
            "name = \"賃金引上げ枠\"\nrate = { is = \"2/3\", cite = \"S-1 p.5\" }",
            "name = \"賃金引上げ枠\" rate = { }",
        )],
        "\
rules/sample/r01.toml:39:17: unexpected key or value, expected newline, `#`
39 | name = \"賃金引上げ枠\" rate = { }
   |                       ^",
    );
}

#[test]
fn mistakes_in_two_tables_are_shown_at_once_in_the_order_of_the_lines() {
    check_shown(
        &[
            ("when = \"wage_raise\"", "when = \"wage_rise\""),
            ("is = \"2/3\", cite = \"S-1 p.4\"", "is = \"3/2\", cite = \"S-l p.4\""),
        ],
        "\
rules/sample/r01.toml:34:15: 割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください
34 | rate = { is = \"3/2\", cite = \"S-l p.4\" }
   |               ^^^^^
rules/sample/r01.toml:34:29: 「S-l」という資料は sources.toml にも [source.…] にもありません
34 | rate = { is = \"3/2\", cite = \"S-l p.4\" }
   |                             ^^^^^^^^^
rules/sample/r01.toml:46:8: 「wage_rise」という事項も企業規模も vocabulary.toml にありません
46 | when = \"wage_rise\"
   |        ^^^^^^^^^^^",
    );
}

#[test]
fn a_missing_key_is_named_at_its_table() {
    check("name = \"通常枠\"\n", "", &["31:1: 「name」がありません"]);
    check("when = \"wage_raise\"\n", "", &["43:1: 「when」がありません"]);
    check(", cite = \"S-1 p.4\" }\n\n", " }\n\n", &["35:8: 「cite」がありません"]);
    check(
        "[contact]\nname = \"事務局\"\ncite = \"S-1 p.9\"\n",
        "",
        &["1:1: 「contact」がありません"],
    );
}

#[test]
fn an_unknown_key_is_named_with_the_known_ones() {
    let known = "使えるキー：is、verified、cite";
    let message = format!("23:28: 「at_moost」というキーはありません（{known}）");
    check("is = \"1/4\"", "is = \"1/4\", at_moost = 3", &[&message]);
    check(
        "[contact]",
        "colour = \"blue\"\n[contact]",
        &[
            "6:1: 「colour」というキーはありません（使えるキー：source、name、round、opens、closes、year_round、deadline、closes_before_minimum_wage、followed_by、contact、payment、form、note、category、limit、requirement、provision、part、wage、repayment、frame、unstated_frame）",
        ],
    );
}

#[test]
fn a_category_that_the_vocabulary_does_not_have_is_refused() {
    let unknown = "21:8: 「web_site」という経費区分は vocabulary.toml にありません";
    check("id   = \"website\"", "id   = \"web_site\"", &[unknown]);
}

#[test]
fn an_amount_is_whole_yen_within_bounds() {
    let range = "35:15: 金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
    for broken in ["is = 0", "is = -1", "is = 1_000_000_000_001"] {
        check("is = 500_000", broken, &[range]);
    }
    let fraction =
        "35:15: invalid type: floating point `500000.5`, expected 円の整数（例：500_000）";
    check("is = 500_000", "is = 500_000.5", &[fraction]);
    let bare = "35:8: 表（{ キー = 値 } または [見出し]）で書いてください";
    check("cap  = { is = 500_000, cite = \"S-1 p.4\" }", "cap  = 500_000", &[bare]);
}

#[test]
fn a_rate_is_a_fraction_up_to_one() {
    let mistake = "34:15: 割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください";
    for broken in
        ["\"4/3\"", "\"0/3\"", "\"2/0\"", "\"-2/3\"", "\"2\"", "\"２/３\"", "0.66", "true"]
    {
        check("is = \"2/3\"", &format!("is = {broken}"), &[mistake]);
    }
    check("is = \"2/3\"", "is = \"1/1\"", &[]);
}

#[test]
fn a_day_is_one_of_the_calendar() {
    let mistake = "4:17: 日付か日時を 2026-12-15 か 2026-12-15T17:00:00 のように書いてください";
    check("is = 2024-05-27", "is = \"2024-05-27\"", &[mistake]);
    let impossible = "4:17: invalid date, expected day between 01 and 29";
    check("is = 2024-05-27", "is = 2024-02-30", &[impossible, mistake]);
    check("is = 2024-05-27", "is = 2024-05-27T17:00:00", &[]);
    check("is = 2024-05-27", "is = 2024-05-27T17:00:00+09:00", &[mistake]);
    check("is = 2024-05-27", "is = 17:00:00", &[mistake]);
    check("is = 2024-05-27", "is = 2024-03-01", &[]);
}

#[test]
fn a_call_of_the_whole_year_has_no_days() {
    let year_round = "year_round = { cite = \"S-1 p.4\" }\n[contact]";
    let mistake = "6:14: 通年（year_round）と書いた公募回に、opens や closes は書けません";
    check("[contact]", year_round, &[mistake]);
}

#[test]
fn that_a_grant_is_paid_at_the_end_is_written_somewhere() {
    check("[contact]", "[payment]\n[contact]", &["6:1: 「cite」がありません"]);
    let after = "[payment]\ncite = \"S-1 p.4\"\nafter_decision = {}\n[contact]";
    check("[contact]", after, &["8:18: 「cite」がありません"]);
    check("[contact]", &after.replace("{}", "{ cite = \"S-1 p.5\" }"), &[]);
}

#[test]
fn the_layout_of_a_form_is_seen_somewhere() {
    check("[contact]", "[form]\n[contact]", &["6:1: 「cite」がありません"]);
    check("[contact]", "[form]\ncite = \"S-1 様式3\"\n[contact]", &[]);
}

#[test]
fn the_programme_that_follows_is_another_one_of_the_vocabulary() {
    for programme in ["nonsense", "sample"] {
        let followed =
            format!("followed_by = {{ programme = \"{programme}\", cite = \"S-1\" }}\n[contact]");
        let mistake =
            format!("6:29: 「{programme}」という、ほかの制度は vocabulary.toml にありません");
        check("[contact]", &followed, &[&mistake]);
    }
}

#[test]
fn toml_itself_must_be_right() {
    let name = "name = \"通常枠\"";
    check(name, "name = \"通常枠", &["33:12: invalid basic string, expected `\"`"]);
    check(name, &format!("{name}\n{name}"), &["34:1: duplicate key"]);
    check("[[frame]]", "[[frame]", &["31:9: unclosed array table, expected `]`"]);
}

// Where these stand in the file is not known to the reader, so only their words are compared.

#[test]
fn an_id_that_two_things_have_is_refused() {
    let message = "frame の id「normal」が二つあります";
    check_message("id   = \"wage\"", "id   = \"normal\"", message);
    let message = "requirement の id「small」が二つあります";
    check_message("id   = \"wage_raise\"", "id   = \"small\"", message);
    let message = "category の id「machinery」が二つあります";
    check_message("id   = \"website\"", "id   = \"machinery\"", message);
}

#[test]
fn a_round_cannot_close_before_it_opens() {
    let message = "締切（closes）が公募開始（opens）より前です";
    check_message("is = 2024-05-27", "is = 2024-02-29", message);
}

#[test]
fn a_round_closes_before_a_revision_of_the_minimum_wages_that_there_is() {
    const REVISIONS: &[Revision] = &[
        Revision { name: "令和6年度", cites: &[], days: &[] },
        Revision { name: "令和7年度", cites: &[], days: &[] },
    ];
    let check = |name: &str, revisions: Option<&'static [Revision]>, mistakes: &[&str]| {
        let line = format!("closes_before_minimum_wage = {{ revision = {name}, cite = \"S-1\" }}");
        let text = with(RULES, "[contact]", &format!("{line}\n\n[contact]"));
        let words = Vocabulary { revisions, ..words() };
        let problems = edition(&words, "sample/r01", "rules", &text).err().unwrap_or_default();
        let shown = |one: &Problem| format!("{}:{}: {}", one.line, one.column, one.message);
        assert_eq!(problems.iter().map(shown).collect::<Vec<_>>(), mistakes);
    };
    check("\"令和7年度\"", Some(REVISIONS), &[]);
    let unknown = "6:43: 「令和8年度」という改定は minimum_wage.toml にありません。改定（[[revision]]）の name を書いてください";
    check("\"令和8年度\"", Some(REVISIONS), &[&format!("{unknown}（令和6年度、令和7年度）")]);
    check("\"令和8年度\"", Some(&[]), &[unknown]);
    check("\"令和8年度\"", None, &[]);
    check("7", Some(REVISIONS), &["6:43: invalid type: integer `7`, expected a string"]);
}

#[test]
fn a_round_has_at_least_one_frame() {
    let frames = RULES.find("[[frame]]").expect("the sample has frames");
    let problems = read(&RULES[..frames]).expect_err("a round without frames");
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["申請枠（[[frame]]）が一つもありません"]);
}

#[test]
fn an_empty_file_names_all_that_is_missing() {
    let problems = read("").expect_err("there is nothing in it");
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    let missing = [
        "「name」がありません",
        "「round」がありません",
        "「contact」がありません",
        "申請枠（[[frame]]）が一つもありません",
    ];
    assert_eq!(messages, missing);
}
