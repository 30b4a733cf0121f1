//! Caps by the number of employees, and the rate above a part of the grant.

use crate::{
    grant::{CAP, MONEY, SHARE, check_each, check_missing},
    sample::{RULES, check, check_more, check_text, with},
};

/// Bands, each a limit (or none) with more lines, in the place of the cap: the header of the first is in line 41.
fn bands(rows: &[(Option<u64>, &str)]) -> String {
    let rows = rows.iter().map(|(most, more)| {
        let most = most.map_or_else(String::new, |most| format!("employees_at_most = {most}"));
        format!("[[frame.band]]\n{most}\ncap = 500_000\ncite = \"S-1\"\n{more}\n")
    });
    rows.collect()
}

#[track_caller]
fn check_bands(rows: &[(Option<u64>, &str)], mistakes: &[&str]) {
    check(CAP, &bands(rows), mistakes);
}

#[test]
fn a_band_has_a_cap_and_stands_in_its_place() {
    let whole = "employees_at_most = 5\ncap = 500_000\ncite = \"S-1\"";
    let last = "[[frame.band]]\ncap = 800_000\ncite = \"S-1\"";
    check(CAP, &format!("\n[[frame.band]]\n{whole}\n{last}"), &[]);
    check_more(last, &["37:1: cap と band の両方は書けません"]);
    let broken = |line: &str, mistake: &str| {
        let key = line.split(' ').next().unwrap_or_default();
        let others: Vec<&str> = whole.lines().filter(|other| !other.starts_with(key)).collect();
        let band = format!("[[frame.band]]\n{line}\n{}", others.join("\n"));
        check(CAP, &format!("{band}\n{last}"), &[mistake]);
    };
    broken("cap = 0", &format!("42:7: {MONEY}"));
    broken(
        "raised = \"600万円\"",
        "42:10: invalid type: string \"600万円\", expected 円の整数（例：500_000）",
    );
    broken("tier = -1", &format!("42:8: {MONEY}"));
    broken("employees_at_most = -1", "42:21: invalid value: integer `-1`, expected u64");
    let keys = "使えるキー：employees_at_most、cap、raised、tier、verified、cite";
    broken("rate = \"1/2\"", &format!("42:1: 「rate」というキーはありません（{keys}）"));
    for key in ["cap", "cite"] {
        let others: Vec<&str> = whole.lines().filter(|line| !line.starts_with(key)).collect();
        let missing = format!("41:1: 「{key}」がありません");
        check(CAP, &format!("[[frame.band]]\n{}\n{last}", others.join("\n")), &[&missing]);
    }
}

#[test]
fn a_tier_has_a_rate_above_it() {
    let whole = "up_to = 300_000\nabove = \"1/3\"\ncite = \"S-1\"";
    check_each(
        "[frame.tier]",
        whole,
        &[
            ("up_to = 0", &format!("50:9: {MONEY}")),
            ("above = \"0/3\"", &format!("50:9: {SHARE}")),
            (
                "below = 3",
                "50:1: 「below」というキーはありません（使えるキー：up_to、above、verified、cite）",
            ),
        ],
    );
    check_missing("[frame.tier]", whole, &["above", "cite"]);
    check(
        CAP,
        &format!("{CAP}\ntier = \"1/3\""),
        &["42:8: 表（{ キー = 値 } または [見出し]）で書いてください"],
    );
}

#[test]
fn bands_rise_and_only_the_last_has_no_end() {
    check_bands(&[(None, "")], &[]);
    check_bands(&[(Some(5), ""), (Some(20), ""), (None, "")], &[]);
    let order = "employees_at_most は前の行より大きくし、小さい方から順に書いてください";
    let twice = format!("47:21: {order}");
    check_bands(&[(Some(5), ""), (Some(5), ""), (None, "")], &[&twice]);
    check_bands(&[(Some(20), ""), (Some(5), ""), (None, "")], &[&twice]);
    let open = "41:1: employees_at_most を書かないのは最後の行だけです。この行にも書いてください";
    check_bands(&[(None, ""), (None, "")], &[open]);
    let end = |line: u64| {
        format!(
            "{line}:21: 最後の行には employees_at_most を書かないでください。それを超える場合の行がなくなります"
        )
    };
    check_bands(&[(Some(5), ""), (Some(20), "")], &[&end(47)]);
    check_bands(&[(None, ""), (Some(20), "")], &[open, &end(47)]);
}

#[test]
fn a_tier_ends_where_itself_or_every_band_says() {
    let with_tier = |tier: &str, rows: &[(Option<u64>, &str)], mistakes: &[&str]| {
        let tier = format!("tier = {{ {tier}above = \"1/3\", cite = \"S-1\" }}");
        check(CAP, &format!("{tier}\n{}", bands(rows)), mistakes);
    };
    let (own, up_to) = ("tier = 100_000", "up_to = 100_000, ");
    with_tier(up_to, &[(Some(5), ""), (None, "")], &[]);
    with_tier("", &[(Some(5), own), (None, own)], &[]);
    let missing = "この band に tier（補助率が変わる補助金の額）がありません。tier に up_to がないので、どの band にも書いてください";
    let (first, last) = (format!("42:1: {missing}"), format!("47:1: {missing}"));
    with_tier("", &[(Some(5), own), (None, "")], &[&last]);
    with_tier("", &[(Some(5), ""), (None, "")], &[&first, &last]);
    let both =
        "47:1: tier に up_to があるので、band の tier は使われません。どちらかを消してください";
    with_tier(up_to, &[(Some(5), ""), (None, own)], &[both]);
    let alone = "41:1: band の tier を超える部分の補助率がありません。枠に tier = { above = …, cite = … } を書いてください";
    check_bands(&[(Some(5), own), (None, "")], &[alone]);
    let nowhere = "42:8: 補助率がどこで変わるかを up_to（補助金の額）で書いてください。従業員数で変わるときは、どの band にも tier を書きます";
    let tier = "tier = { above = \"1/3\", cite = \"S-1\" }";
    check(CAP, &format!("{CAP}\n{tier}"), &[nowhere]);
}

#[test]
fn what_is_wrong_in_one_band_is_not_wrong_again_in_their_order() {
    let broken = bands(&[(Some(5), "tier = 0"), (None, "")]).replace("most = 5", "most = \"5\"");
    let text = "42:21: invalid type: string \"5\", expected u64";
    check(CAP, &broken, &[text, &format!("45:8: {MONEY}")]);
    let tier = "tier = { above = \"1/3\", cite = \"S-1\" }";
    check(CAP, &format!("{tier}\nband = 3"), &["42:8: [ ] で囲んだ一覧で書いてください"]);
}

#[test]
fn a_provision_takes_raised_caps_only_where_a_band_has_one() {
    let provision = |header: &str| {
        format!(
            "{header}\nid = \"up\"\nname = \"賃上げ\"\nwhen = \"wage_raise\"\nraised = true\ncite = \"S-1\""
        )
    };
    let message = |line: u64, frame: &str| {
        format!(
            "{line}:10: 申請枠「{frame}」の band に raised（賃上げのときの上限）がないので、この特例は上限を変えません。band に raised を書くか、特例に raise_cap か set_cap を書いてください"
        )
    };
    let own = provision("[[frame.provision]]");
    let (plain, raised) = (bands(&[(Some(5), ""), (None, "")]), "raised = 600_000");
    let wage = message(55, "賃金引上げ枠");
    check(CAP, &format!("{}{own}", bands(&[(Some(5), raised), (None, raised)])), &[]);
    check(CAP, &format!("{}{own}", bands(&[(Some(5), ""), (None, raised)])), &[]);
    check(CAP, &format!("{plain}{own}"), &[&wage]);
    check(CAP, &format!("{CAP}\n{own}"), &[&message(46, "賃金引上げ枠")]);
    // What is wrong with a raised cap does not make the provision wrong as well.
    let money = format!("45:10: {MONEY}");
    check(CAP, &format!("{}{own}", bands(&[(Some(5), "raised = 0"), (None, "")])), &[&money]);

    // A provision of all frames is named for each that has no raised caps, one of a frame for that one alone.
    let shared = format!("{}\n\n[[frame]]\nid   = \"normal\"", provision("[[provision]]"));
    let broken = with(RULES, "[[frame]]\nid   = \"normal\"", &shared);
    check_text(&broken, &[&message(35, "通常枠"), &message(35, "賃金引上げ枠")]);
    let some = with(&broken, CAP, &bands(&[(None, raised)]));
    check_text(&some, &[&message(35, "通常枠")]);
    let normal = "cap  = { is = 500_000, cite = \"S-1 p.4\" }";
    let first = with(RULES, normal, &format!("{normal}\n\n{own}"));
    check_text(&first, &[&message(41, "通常枠")]);
}
