//! Conditions.

use crate::sample::check;

/// The condition of the sample, in the place of which others are put.
const WHEN: &str = "when = \"wage_raise\"";

#[track_caller]
fn check_each(broken: &[(&str, &str)]) {
    for (condition, mistake) in broken {
        check(WHEN, &format!("when = {condition}"), &[mistake]);
    }
}

#[test]
fn a_condition_is_of_one_of_these_kinds() {
    let kinds = "条件は fact・open・not・all・any・spent・spent_beside のどれかで書いてください";
    let kinds = format!("46:8: {kinds}");
    check_each(&[
        (
            "\"employees\"",
            "46:8: はい・いいえの事項ではありません。{ fact = \"…\", at_least = 1 } のように書いてください",
        ),
        ("{}", &kinds),
        ("{ at_least = 1 }", &kinds),
        ("{ all = \"wage_raise\" }", "46:16: [ ] で囲んだ一覧で書いてください"),
        ("3", "46:8: 表（{ キー = 値 } または [見出し]）で書いてください"),
    ]);
}

#[test]
fn of_two_kinds_in_one_condition_the_second_is_a_key_too_many() {
    let keys = "（使えるキー：fact、at_least、at_most、multiple_of、one_of）";
    let second = format!("46:44: 「spent」というキーはありません{keys}");
    check_each(&[
        ("{ fact = \"employees\", at_least = 1, spent = [\"main\"] }", &second),
        (
            "{ not = \"small\", any = [\"small\"] }",
            "46:25: 「any」というキーはありません（使えるキー：not）",
        ),
        // A mistake in the name does not make the limit an unknown key.
        ("{ fact = 3, at_least = 1 }", "46:17: invalid type: integer `3`, expected a string"),
    ]);
}

#[test]
fn a_comparison_has_one_limit_that_fits_the_fact() {
    let mistake =
        "46:17: 数には at_least・at_most・multiple_of、選択には one_of を一つだけ書いてください";
    for condition in [
        "{ fact = \"employees\" }",
        "{ fact = \"employees\", at_least = 1, at_most = 5 }",
        "{ fact = \"employees\", at_least = 1, multiple_of = 5 }",
        "{ fact = \"employees\", multiple_of = 0 }",
        "{ fact = \"employees\", one_of = [\"retail\"] }",
        "{ fact = \"industry\", multiple_of = 5 }",
        "{ fact = \"wage_raise\", at_least = 1 }",
    ] {
        check_each(&[(condition, mistake)]);
    }
    let negative = "46:44: invalid value: integer `-5`, expected u64";
    let text = "46:44: invalid type: string \"5\", expected u64";
    for (condition, message) in [
        ("{ fact = \"employees\", multiple_of = -5 }", negative),
        ("{ fact = \"employees\", multiple_of = \"5\" }", text),
    ] {
        check(WHEN, &format!("when = {condition}"), &[mistake, message]);
    }
    for right in
        ["{ fact = \"employees\", multiple_of = 5 }", "{ fact = \"capital\", at_most = 5 }"]
    {
        check(WHEN, &format!("when = {right}"), &[]);
    }
}

#[test]
fn a_name_that_the_vocabulary_does_not_have_is_refused_in_every_condition() {
    let unknown = "「wage_rise」という事項も企業規模も vocabulary.toml にありません";
    let category = "「web」という経費区分は vocabulary.toml にありません";
    check_each(&[
        (
            "{ fact = \"employes\", at_least = 1 }",
            "46:17: 「employes」という事項は vocabulary.toml にありません",
        ),
        ("\"wage_rise\"", &format!("46:8: {unknown}")),
        ("{ not = \"wage_rise\" }", &format!("46:16: {unknown}")),
        ("{ any = [\"small\", \"wage_rise\"] }", &format!("46:26: {unknown}")),
        (
            "{ fact = \"industry\", one_of = [\"retial\"] }",
            "46:39: 「industry」の選択肢ではありません（retail、other）",
        ),
        ("{ spent = [\"machinery\", \"web\"] }", &format!("46:32: {category}")),
        ("{ spent_beside = [\"web\"] }", &format!("46:26: {category}")),
        ("{ open = \"employes\" }", "46:17: 「employes」という事項は vocabulary.toml にありません"),
    ]);
}

#[test]
fn what_is_spent_is_a_list_of_categories_and_a_sum() {
    let list = "46:18: invalid type: string \"machinery\", expected a sequence";
    let sum = "46:44: 金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
    let keys = "46:33: 「most」というキーはありません（使えるキー：spent、at_most、of、at_least）";
    check_each(&[
        ("{ spent = \"machinery\" }", list),
        ("{ spent = [\"machinery\"], at_least = 0 }", sum),
        ("{ spent = [\"machinery\"], most = 5 }", keys),
    ]);
    check(WHEN, "when = { spent = [\"machinery\"], at_least = 500_000 }", &[]);
    check(WHEN, "when = { spent_beside = [\"website\"] }", &[]);
}

#[test]
fn what_is_spent_can_be_held_to_a_share_of_others() {
    let share = "46:43: 割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください";
    let category = "「web」という経費区分は vocabulary.toml にありません";
    let keys = "46:63: 「at_least」というキーはありません（使えるキー：spent、at_most、of）";
    check_each(&[
        ("{ spent = [\"website\"], at_most = \"1/2\" }", "46:8: 「of」がありません"),
        ("{ spent = [\"website\"], of = [\"machinery\"] }", "46:8: 「at_most」がありません"),
        ("{ spent = [\"machinery\"], at_most = \"3/2\", of = [\"machinery\"] }", share),
        ("{ spent = [\"machinery\"], at_most = 5, of = [\"machinery\"] }", share),
        (
            "{ spent = [\"web\"], at_most = \"1/2\", of = [\"machinery\"] }",
            &format!("46:19: {category}"),
        ),
        (
            "{ spent = [\"website\"], at_most = \"1/2\", of = [\"web\"] }",
            &format!("46:54: {category}"),
        ),
        ("{ spent = [\"website\"], at_most = \"1/2\", of = [\"main\"], at_least = 5 }", keys),
    ]);
    let right = "{ spent = [\"website\"], at_most = \"1/2\", of = [\"machinery\", \"website\"] }";
    check(WHEN, &format!("when = {right}"), &[]);
    check(WHEN, &format!("when = {{ not = {right} }}"), &[]);
}
