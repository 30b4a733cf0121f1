//! A broken file of worked examples comes back with every mistake, and an example says how it comes out
//! otherwise.

use hojokin_engine::Edition;
use hojokin_rules_reader::{Example, Problem, Vocabulary, edition, examples, vocabulary};

const WORDS: &str = include_str!("sample/vocabulary.toml");
const RULES: &str = include_str!("sample/r01.toml");
const GOLDEN: &str = include_str!("sample/golden.toml");

#[test]
fn the_sample_itself_comes_out() {
    check_differences("[base]", "[base]", &[]);
}

#[test]
fn a_mistake_is_shown_with_its_line_and_a_caret() {
    let problems = read(&with("employees  = 4", "employes   = 4")).expect_err("a misspelt fact");
    let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
    let wanted = "\
tests/golden/sample/r01.toml:3:1: この名の事項は vocabulary.toml にありません
3 | employes   = 4
  | ^^^^^^^^";
    assert_eq!(shown, [wanted]);
}

#[test]
fn what_cannot_be_read_is_refused() {
    for (from, to, mistakes) in [
        ("\"retail\"", "\"retial\"", &["2:14: この事項の答えとして読めません"][..]),
        ("employees  = 4", "employees  = -4", &["3:14: この事項の答えとして読めません"]),
        ("wage_raise = false", "wage_raise = 1", &["4:14: この事項の答えとして読めません"]),
        ("machinery", "machinary", &["9:14: この名の経費区分は vocabulary.toml にありません"]),
        ("750_000 }", "\"75万円\" }", &["9:26: 円の整数で書いてください"]),
        ("750_000 }", "-1 }", &["9:26: 円の整数で書いてください"]),
        ("expect.normal", "expect.nromal", &["10:8: この名の申請枠はありません"]),
        ("from     = \"750,000 × 2/3 = 500,000\"\n", "", &["6:1: 「from」がありません"]),
    ] {
        check(from, to, mistakes);
    }
}

#[test]
fn an_expectation_that_is_not_one_is_refused() {
    for broken in ["grnat = 500_000", "grant = \"50万円\"", "grant = [1, 2, 3]", "cap = -1"] {
        let found = read(&with("grant = 500_000", broken));
        let problems = found.expect_err(broken);
        assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [10]);
    }
}

#[test]
fn a_misspelt_open_fact_is_refused() {
    let problems = read(&with("[\"wage_raise\"]\nexp", "[\"wage_rise\"]\nexp"));
    let lines = problems.err().unwrap_or_default().iter().map(|one| one.line).collect::<Vec<_>>();
    assert_eq!(lines, [15], "the line of `open`");
}

#[test]
fn every_difference_is_a_sentence() {
    check_differences(
        "{ grant = 500_000 }",
        "{ grant = 499_999, rate = \"3/4\", cap = 1_000_000, own_funds = 0, eligible_expenses = 0, unanswered = [\"employees\"], to_confirm = [\"industry\"], warnings = [\"website\"] }",
        &[
            "上限ちょうど: normal: grant は 499999 のはずが 500000 です",
            "上限ちょうど: normal: cap は 1000000 のはずが 500000 です",
            "上限ちょうど: normal: own_funds は 0 のはずが 250000 です",
            "上限ちょうど: normal: eligible_expenses は 0 のはずが 750000 です",
            "上限ちょうど: normal: rate は 3/4 のはずが 2/3 です",
            "上限ちょうど: normal: unanswered は [\"employees\"] のはずが [] です",
            "上限ちょうど: normal: to_confirm は [\"industry\"] のはずが [] です",
            "上限ちょうど: normal: warnings は [\"website\"] のはずが [] です",
        ],
    );
}

#[test]
fn an_unmet_requirement_implies_an_ineligible_firm_and_no_grant() {
    check_differences(
        "{ grant = 500_000 }",
        "{ unmet = [\"small\"] }",
        &[
            "上限ちょうど: normal: verdict は ineligible のはずが eligible です",
            "上限ちょうど: normal: grant は 0 のはずが 500000 です",
            "上限ちょうど: normal: unmet は [\"small\"] のはずが [] です",
        ],
    );
    check_differences(
        "[0, 400_000]",
        "400_000",
        &["賃上げが未回答: wage: grant は 400000 のはずが 0–400000 です"],
    );
}

#[test]
fn an_example_without_an_expectation_is_a_difference() {
    check_differences(
        "expect.normal = { grant = 500_000 }\n",
        "",
        &["上限ちょうど: 期待する結果（expect）がありません"],
    );
}

/// A frame of the sample that gives a fee in place of a grant.
const FEE: &str = "
[[frame]]
id   = \"fee\"
name = \"専門家の派遣\"

[[frame.calculation]]
product = { of = 100, times = [\"employees\"] }
figures = [{ id = \"fee\", name = \"負担額\", unit = \"yen\", how = \"100円 × 人数\" }]
cite    = \"S-1\"
";

#[test]
fn a_figure_is_compared_by_its_id_and_null_is_what_is_not_known() {
    let words = words();
    let rules = edition(&words, "sample/r01", "r01.toml", &format!("{RULES}{FEE}"));
    let rules = Box::leak(Box::new(rules.expect("the sample rules are right")));
    let open = "open = [\"employees\"]\n";
    for (open, expected, differences) in [
        ("", "figures = { fee = 400 }", &[][..]),
        ("", "figures = { fee = 401 }", &["fee: fee は 401 のはずが 400 です"]),
        ("", "figures = { fee = \"null\" }", &["fee: fee は null のはずが 400 です"]),
        (open, "verdict = \"undetermined\", figures = { fee = \"null\" }", &[]),
        ("", "figures = { loan = 400 }", &["fee: loan は 400 のはずが なし です"]),
    ] {
        let expect = format!("{open}expect.fee = {{ {expected} }}");
        let text = with("expect.normal = { grant = 500_000 }", &expect);
        let found = examples(&words, rules, "r01.toml", &text).expect("it can be read");
        assert_eq!(found[0].differences(&words, rules), differences, "{expected}");
    }
}

fn words() -> Vocabulary {
    vocabulary("rules/vocabulary.toml", WORDS, &[]).expect("the sample vocabulary is right")
}

fn rules(words: &Vocabulary) -> &'static Edition {
    let read = edition(words, "sample/r01", "rules/sample/r01.toml", RULES);
    Box::leak(Box::new(read.expect("the sample rules are right")))
}

fn read(text: &str) -> Result<Vec<Example>, Vec<Problem>> {
    let words = words();
    examples(&words, rules(&words), "tests/golden/sample/r01.toml", text)
}

/// The sample with the first `from` in it replaced.
#[track_caller]
fn with(from: &str, to: &str) -> String {
    assert!(GOLDEN.contains(from), "the sample has no {from}");
    GOLDEN.replacen(from, to, 1)
}

#[track_caller]
fn check(from: &str, to: &str, mistakes: &[&str]) {
    let problems = read(&with(from, to)).err().unwrap_or_default();
    let shown =
        |problem: &Problem| format!("{}:{}: {}", problem.line, problem.column, problem.message);
    let shown: Vec<String> = problems.iter().map(shown).collect();
    assert_eq!(shown, mistakes, "{from} → {to}");
}

#[track_caller]
fn check_differences(from: &str, to: &str, differences: &[&str]) {
    let words = words();
    let rules = rules(&words);
    let found = examples(&words, rules, "tests/golden/sample/r01.toml", &with(from, to));
    let found = found.expect("the examples can be read");
    let shown: Vec<String> = found
        .iter()
        .flat_map(|example| {
            let differences = example.differences(&words, rules);
            differences.into_iter().map(|difference| format!("{}: {difference}", example.name))
        })
        .collect();
    assert_eq!(shown, differences, "{from} → {to}");
}
