//! The tables `[wage]` and `[repayment]` of a rule file, right and broken.

use hojokin_engine::{
    Edition, Yen,
    mechanism::{repayment::Promise, wage_target::WageBase},
};
use hojokin_rules_reader::{Problem, edition, vocabulary};

const WORDS: &str = r#"
editions     = ["sample/r01"]
categories   = ["main"]
own_category = "main"

[[fact]]
id   = "wage_raise"
kind = "truth"
"#;

const RULES: &str = r#"
name  = "例示補助金"
round = "第1回公募"

[contact]
name = "事務局"
cite = "S-1"

[source.S-1]
title     = "公募要領"
read_on   = 2026-01-15
read_from = "写し"
verified  = true

[[category]]
id   = "main"
name = "経費"

[[frame]]
id   = "normal"
name = "通常枠"
rate = { is = "2/3", cite = "S-1 p.4" }
cap  = { is = 500_000, cite = "S-1 p.4" }

[wage]
rule          = "regional_or_current"
add           = 50
also_regional = true
cite          = "S-1 p.5"
verified      = false

[repayment]
missed = ["minimum_wage", "growth"]
cite   = "S-1 p.6"

[[repayment.waiver]]
text = "天災のときは除きます"
cite = "S-1 p.7"
"#;

fn read(text: &str) -> Result<Edition, Vec<Problem>> {
    let words = vocabulary("words", WORDS, &[]).expect("the vocabulary is right");
    edition(&words, "sample/r01", "r01.toml", text)
}

#[track_caller]
fn check(from: &str, to: &str, mistakes: &[&str]) {
    assert!(RULES.contains(from), "the rules have no {from}");
    let problems = read(&RULES.replacen(from, to, 1)).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    assert_eq!(problems.iter().map(shown).collect::<Vec<_>>(), mistakes);
}

#[test]
fn what_is_asked_of_wages_is_read_and_asks_the_applicant_nothing() {
    let edition = read(RULES).expect("there is no mistake in it");
    let rule = edition.wage.expect("there is one");
    assert_eq!(
        (rule.base, rule.add, rule.also_regional),
        (WageBase::RegionalOrCurrent, Yen(50), true)
    );
    assert_eq!((rule.cite.page, rule.cite.verified), (Some(5), false));
    assert!(edition.facts.is_empty());
}

#[test]
fn what_is_asked_back_is_read() {
    let rule = read(RULES).expect("there is no mistake in it").repayment.expect("there is one");
    assert_eq!(rule.promises, [Promise::MinimumWage, Promise::Growth]);
    assert_eq!((rule.waivers.len(), rule.cite.page), (1, Some(6)));
}

#[test]
fn both_may_be_left_out() {
    let (before, _) = RULES.split_once("[wage]").expect("it has one");
    let edition = read(before).expect("there is no mistake in it");
    assert_eq!((edition.wage, edition.repayment), (None, None));
}

#[test]
fn a_wage_rule_is_one_of_three_with_an_amount_and_a_citation() {
    let known = "expected one of `regional_or_current`, `current`, `regional`";
    let mistake = format!("26:17: unknown variant `own`, {known}");
    check("\"regional_or_current\"", "\"own\"", &[&mistake]);
    let mistake = "27:17: 金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
    check("= 50\n", "= 0\n", &[mistake]);
    check("cite          = \"S-1 p.5\"\n", "", &["25:1: 「cite」がありません"]);
    let keys = "使えるキー：rule、add、also_regional、verified、cite";
    let mistake = format!("29:1: 「until」というキーはありません（{keys}）");
    check("cite          =", "until         = 1\ncite          =", &[&mistake]);
}

#[test]
fn a_repayment_names_the_promises_that_are_known() {
    let known = "expected one of `growth`, `minimum_wage`, `large_raise`";
    let mistake = format!("33:27: unknown variant `grows`, {known}");
    check("\"growth\"", "\"grows\"", &[&mistake]);
    check("missed = [\"minimum_wage\", \"growth\"]\n", "", &["32:1: 「missed」がありません"]);
}
