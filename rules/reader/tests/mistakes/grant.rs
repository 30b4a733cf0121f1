//! How the grant of a frame is worked out.

use hojokin_engine::Edition;

use crate::sample::{RULES, check, check_more, read, with, words};

/// The cap of the last frame of the sample.
pub(crate) const CAP: &str = "cap  = { is = 2_000_000, cite = \"S-1 p.5\" }";
pub(crate) const MONEY: &str = "金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
pub(crate) const SHARE: &str = "割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください";

/// The table `header` with `line` in it among those that make it whole, so that the mistake is in line 50.
#[track_caller]
pub(crate) fn check_each(header: &str, whole: &str, broken: &[(&str, &str)]) {
    check_more(&format!("{header}\n{whole}"), &[]);
    for (line, mistake) in broken {
        let key = line.split(' ').next().unwrap_or_default();
        let others: Vec<&str> = whole.lines().filter(|other| !other.starts_with(key)).collect();
        check_more(&format!("{header}\n{line}\n{}", others.join("\n")), &[mistake]);
    }
}

/// The same for a table without each of these keys.
#[track_caller]
pub(crate) fn check_missing(header: &str, whole: &str, keys: &[&str]) {
    for key in keys {
        let others: Vec<&str> = whole.lines().filter(|line| !line.starts_with(key)).collect();
        let missing = format!("49:1: 「{key}」がありません");
        check_more(&format!("{header}\n{}", others.join("\n")), &[&missing]);
    }
}

#[test]
fn a_part_names_its_categories_and_where_it_stands_to_the_cap() {
    let (header, whole) = ("[[frame.part]]", "categories = [\"website\"]\ncite = \"S-1\"");
    let unknown = "50:15: 「web」という経費区分は vocabulary.toml にありません";
    let elsewhere = "50:14: この公募回の [[category]] にない経費区分があります";
    let several = "49:1: いくつかの区分をまとめるときは name を書いてください";
    let place = "50:9: place は within・beside・atop のどれかです";
    let switch = "invalid type: string \"yes\", expected a boolean";
    let when = "50:8: 「wage_rise」という事項も企業規模も vocabulary.toml にありません";
    check_each(
        header,
        whole,
        &[
            ("categories = [\"web\"]", unknown),
            ("categories = [\"main\"]", elsewhere),
            ("categories = [\"machinery\", \"website\"]", several),
            ("rate = \"3/2\"", &format!("50:8: {SHARE}")),
            ("at_most = 0", &format!("50:11: {MONEY}")),
            ("grant_share = 0.25", &format!("50:15: {SHARE}")),
            ("of_cost = \"15\"", &format!("50:11: {SHARE}")),
            ("when = \"wage_rise\"", when),
            ("place = \"under\"", place),
            ("adds = \"yes\"", &format!("50:8: {switch}")),
            ("fixed = \"yes\"", &format!("50:9: {switch}")),
        ],
    );
    check_missing(header, whole, &["categories", "cite"]);
    check_more(&format!("[[part]]\n{whole}\nplace = \"atop\""), &[]);
}

#[test]
fn a_limit_is_a_share_of_the_others_or_an_amount() {
    let which = "限度は of_others（ほかの経費の合計に対する割合）・at_most（金額）・below_others = true（ほかの経費の合計未満）を一つだけ書いてください";
    let whole = "categories = [\"website\"]\nof_others = \"1/1\"\ncite = \"S-1\"";
    check_each(
        "[[limit]]",
        whole,
        &[
            (
                "categories = [\"main\"]",
                "50:14: この公募回の [[category]] にない経費区分があります",
            ),
            ("at_most = 5_000_000", &format!("49:1: {which}")),
            ("below_others = true", &format!("49:1: {which}")),
        ],
    );
    check_missing("[[limit]]", whole, &["categories", "cite"]);
    let without = whole.replace("of_others = \"1/1\"", "");
    check_more(&format!("[[limit]]\n{without}"), &[&format!("49:1: {which}")]);
    let amount = whole.replace("of_others = \"1/1\"", "at_most = 5_000_000");
    check_more(&format!("[[limit]]\n{amount}"), &[]);
    let below = |switch| whole.replace("of_others = \"1/1\"", switch);
    check_more(&format!("[[limit]]\n{}", below("below_others = true")), &[]);
    let off = format!("[[limit]]\n{}", below("below_others = false"));
    check_more(&off, &[&format!("49:1: {which}")]);
    check(
        CAP,
        &format!("{CAP}\nlimit = {{ is = 0, cite = \"S-1\" }}"),
        &[&format!("42:16: {MONEY}")],
    );
    check(CAP, &format!("{CAP}\nlimit = {{ is = 1 }}"), &["42:9: 「cite」がありません"]);
}

#[test]
fn a_provision_changes_something() {
    let header = "[[frame.provision]]";
    let whole =
        "id = \"new\"\nname = \"特例\"\nwhen = \"wage_raise\"\nraise_cap = 500_000\ncite = \"S-1\"";
    check_missing(header, whole, &["id", "name", "when", "cite"]);
    let changes = "特例には raise_cap・raised・set_cap・cap_is（上限）か set_rate・set_above（補助率）を書いてください";
    let nothing = format!("49:1: {changes}");
    check_more(&format!("{header}\n{}", whole.replace("raise_cap = 500_000\n", "")), &[&nothing]);
    let off = whole.replace("raise_cap = 500_000", "raised = false");
    check_more(&format!("{header}\n{off}"), &[&nothing]);
    let number =
        |name| format!("50:10: 「{name}」は vocabulary.toml の数や金額の事項ではありません");
    check_each(
        header,
        whole,
        &[
            ("set_cap = 0", &format!("50:11: {MONEY}")),
            ("cap_is = \"wage_raise\"", &number("wage_raise")),
            ("cap_is = \"year1\"", &number("year1")),
            ("set_rate = \"3/2\"", &format!("50:12: {SHARE}")),
            ("set_above = 3", &format!("50:13: {SHARE}")),
        ],
    );
    for change in
        ["set_cap = 1", "cap_is = \"capital\"", "set_rate = \"1/1\"", "set_above = \"1/2\""]
    {
        check_more(&format!("{header}\n{}", whole.replace("raise_cap = 500_000", change)), &[]);
    }
    let again = format!("[[provision]]\n{whole}\n\n{header}\n{whole}");
    let places = "56:1: provision の id「new」が二つあります";
    check_more(&again, &[places]);
}

#[test]
fn limits_are_multiplied_by_a_number_and_only_own_categories_count() {
    let with_line = |line: &str| format!("{CAP}\n{line}");
    check(CAP, &with_line("times = \"employees\""), &[]);
    let times = "42:9: 「wage_raise」は vocabulary.toml の数や金額の事項ではありません";
    check(CAP, &with_line("times = \"wage_raise\""), &[times]);
    let elsewhere = "42:10: この公募回の [[category]] にない経費区分があります";
    check(CAP, &with_line("counts = [\"machinery\", \"main\"]"), &[elsewhere]);
    check(CAP, &with_line("counts = []"), &[]);
}

#[test]
fn a_frame_without_a_rate_or_a_cap_is_right_where_no_source_states_them() {
    check(CAP, "", &[]);
    check("rate = { is = \"2/3\", cite = \"S-1 p.4\" }\n", "", &[]);
}

#[test]
fn categories_in_a_part_are_not_in_the_main_product_unless_they_are_counted() {
    let part = "[[frame.part]]\ncategories = [\"website\"]\ncite = \"S-1\"";
    let main = |text: &str| {
        let edition = read(text).expect("there is no mistake in it");
        edition.frames[1].grant().map(|grant| grant.main.len())
    };
    assert_eq!(main(RULES), Some(2));
    assert_eq!(main(&format!("{RULES}\n{part}")), Some(1));
    let counts = format!("{CAP}\ncounts = [\"machinery\", \"website\"]");
    assert_eq!(main(&format!("{}\n{part}", with(RULES, CAP, &counts))), Some(2));
}

/// Whether the edition asks for the capital, which the sample does not.
fn reads_capital(edition: &Edition) -> bool {
    let facts = words().facts;
    edition.facts.iter().any(|fact| facts[usize::from(fact.0)].id == "capital")
}

#[test]
fn a_cap_row_has_a_condition_and_a_cap() {
    let (header, whole) =
        ("[[frame.cap_row]]", "when = \"wage_raise\"\ncap = 400_000\ncite = \"S-1\"");
    let when = "50:8: 「wage_rise」という事項も企業規模も vocabulary.toml にありません";
    check_each(
        header,
        whole,
        &[("when = \"wage_rise\"", when), ("cap = 0", &format!("50:7: {MONEY}"))],
    );
    check_missing(header, whole, &["when", "cap", "cite"]);
    let band = "[[frame.band]]\ncap = 500_000\ncite = \"S-1\"";
    let both = "37:1: cap_row と band の両方は書けません";
    check(CAP, &format!("\n{header}\n{whole}\n{band}"), &[both]);
    let asks = whole.replace("\"wage_raise\"", "{ fact = \"capital\", at_least = 5 }");
    let edition = read(&format!("{RULES}\n{header}\n{asks}")).expect("there is no mistake in it");
    assert!(reads_capital(&edition));
}

#[test]
fn a_grant_is_cut_to_a_cited_unit() {
    let with_line = |line: &str| format!("{CAP}\n{line}");
    check(CAP, &with_line("round_to = { is = 1_000, cite = \"S-1\" }"), &[]);
    let unit = format!("42:19: {MONEY}");
    check(CAP, &with_line("round_to = { is = 0, cite = \"S-1\" }"), &[&unit]);
    check(CAP, &with_line("round_to = { is = 1_000 }"), &["42:12: 「cite」がありません"]);
}

#[test]
fn a_part_can_multiply_the_answer_to_a_question() {
    let header = "[[frame.part]]";
    let whole = "amount = \"capital\"\nname = \"費用\"\nat_most = 2_000_000\ncite = \"S-1\"";
    let number = "50:10: 「wage_raise」は vocabulary.toml の数や金額の事項ではありません";
    check_each(header, whole, &[("amount = \"wage_raise\"", number)]);
    let named = "49:1: amount を掛けるときは name と at_most を書いてください";
    for key in ["name", "at_most"] {
        let others: Vec<&str> = whole.lines().filter(|line| !line.starts_with(key)).collect();
        check_more(&format!("{header}\n{}", others.join("\n")), &[named]);
    }
    let keys = "使えるキー：amount、name、rate、at_most、grant_share、of_cost、when、place、adds、fixed、verified、cite";
    let both = format!("50:1: 「categories」というキーはありません（{keys}）");
    check_more(&format!("{header}\ncategories = [\"website\"]\n{whole}"), &[&both]);
    let twice = "37:1: amount を掛ける part は一つの枠に一つだけです";
    check_more(&format!("{header}\n{whole}\n{header}\n{whole}"), &[twice]);
    let edition = read(&format!("{RULES}\n{header}\n{whole}")).expect("there is no mistake in it");
    assert!(reads_capital(&edition));
    assert_eq!(edition.frames[1].grant().map(|grant| grant.main.len()), Some(2));
}
