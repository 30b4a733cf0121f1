//! Sources and citations.

use hojokin_rules_reader::{Problem, sources};

use crate::sample::{RULES, SOURCES, check, read, with};

#[test]
fn a_source_of_the_file_itself_or_of_all_files_can_be_cited() {
    let cites = "「S-l」という資料は sources.toml にも [source.…] にもありません";
    check("cite = \"S-1 p.3\"", "cite = \"S-l p.3\"", &[&format!("29:8: {cites}")]);
    check("cite = \"S-1 p.3\"", "cite = \"S-A p.3\"", &[]);
    check(
        "cite = \"S-1 p.3\"",
        "cite = \"\"",
        &["29:8: 「」という資料は sources.toml にも [source.…] にもありません"],
    );
}

#[test]
fn an_edition_lists_the_sources_that_it_cites_and_no_others() {
    let listed = |text: &str| -> Vec<&str> {
        let edition = read(text).expect("there is no mistake in it");
        edition.sources.iter().map(|source| source.id).collect()
    };
    assert_eq!(listed(RULES), ["S-1"]);
    assert_eq!(listed(&with(RULES, "S-1 p.3", "S-A p.3")), ["S-A", "S-1"]);
}

#[test]
fn a_citation_is_verified_as_its_source_unless_it_says_otherwise() {
    let verified = |cite: &str| {
        let text = with(RULES, "cite = \"S-1 p.3\"", cite);
        let edition = read(&text).expect("there is no mistake in it");
        edition.frames[0].requirements[0].cite.verified
    };
    assert!(verified("cite = \"S-1 p.3\""));
    assert!(!verified("cite = \"S-1 p.3\"\nverified = false"));
    assert!(!verified("cite = \"S-A p.3\""));
    assert!(verified("cite = \"S-A p.3\"\nverified = true"));
}

#[test]
fn a_source_that_no_line_names_is_refused() {
    let source =
        "[source.S-2]\ntitle = \"x\"\nread_on = 2026-11-21\nread_from = \"x\"\nverified = true\n";
    let broken = format!("{source}\n[[category]]");
    check("[[category]]", &broken, &["16:9: この資料を根拠にしている行がありません"]);
}

#[test]
fn an_address_that_a_browser_would_run_is_refused() {
    let wrong = "https:// か http:// で始まる住所ではありません";
    for address in
        ["javascript:alert(1)", " https://example.jp/", "data:text/html,x", "//example.jp/"]
    {
        let line = format!("title     = \"公募要領\"\nurl = \"{address}\"\n");
        check("title     = \"公募要領\"\n", &line, &[&format!("12:7: {wrong}")]);
    }
    let line = "title     = \"公募要領\"\nurl = \"https://example.jp/\"\n";
    check("title     = \"公募要領\"\n", line, &[]);
}

#[test]
fn a_source_that_all_files_can_cite_is_not_listed_again() {
    let again = RULES.replace("S-1", "S-A");
    let problems = read(&again).expect_err("S-A is in sources.toml");
    let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
    let wanted = "\
rules/sample/r01.toml:10:9: この名の資料は sources.toml にあります
10 | [source.S-A]
   |         ^^^";
    assert_eq!(shown, [wanted]);
}

#[test]
fn a_mistake_in_a_source_is_shown_at_the_source() {
    let problems = read(&with(RULES, "title     = \"公募要領\"\n", "")).expect_err("no title");
    let shown: Vec<_> =
        problems.iter().map(|one| (one.line, one.column, one.message.as_str())).collect();
    assert_eq!(shown, [(10, 1, "「title」がありません")]);
}

#[test]
fn every_mistake_in_the_shared_sources_is_shown() {
    for (from, to, mistake) in [
        ("title     = \"見本の手引き\"\n", "", "3:1: 「title」がありません"),
        (
            "read_on   = 2026-11-21",
            "read_on   = \"2026-11-21\"",
            "5:13: 日付は 2024-05-27 のように書いてください",
        ),
        ("verified  = false\n", "", "3:1: 「verified」がありません"),
        (
            "verified  = false",
            "verified  = false\nhref = \"x\"",
            "8:1: 「href」というキーはありません（使えるキー：title、url、read_on、read_from、verified）",
        ),
        (
            "[source.S-A]",
            "[sauce.S-A]",
            "3:2: 「sauce」というキーはありません（使えるキー：source）",
        ),
    ] {
        let problems = sources("rules/sources.toml", &with(SOURCES, from, to)).expect_err(to);
        let shown = |one: &Problem| format!("{}:{}: {}", one.line, one.column, one.message);
        let shown: Vec<String> = problems.iter().map(shown).collect();
        assert_eq!(shown, [mistake], "{from} → {to}");
    }
}
