//! How the figures of a frame that gives no grant are worked out.

use hojokin_engine::{Gives, figure::Mechanism};

use crate::sample::{RULES, check_more, read};

const FIGURE: &str = "{ id = \"fee\", name = \"負担額\", unit = \"yen\", how = \"単価 × 人数\" }";
const MONEY: &str = "金額は 1 円から 1_000_000_000_000 円までの整数で書いてください";
const MONEY_TYPE: &str = "invalid type: string \"20\", expected 円の整数（例：500_000）";
const COUNT: &str = "1 以上の整数で書いてください";
const RATE: &str = "割合は 0 より大きく 1 以下の分数を \"2/3\" のように書いてください";
const NUMBER: &str = "数か金額の事項ではありません";
const UNKNOWN: &str = "という事項は vocabulary.toml にありません";

/// A frame with one calculation that gives so many figures: its mechanism stands in line 56.
pub(crate) fn frame(mechanism: &str, figures: usize) -> String {
    let figures: Vec<String> =
        (0..figures).map(|n| FIGURE.replace("\"fee\"", &format!("\"fee{n}\""))).collect();
    let head = "[[frame]]\nid = \"fees\"\nname = \"負担額\"\n\n[[frame.calculation]]";
    format!("{head}\ncite = \"S-1 p.7\"\nfigures = [{}]\n{mechanism}\n", figures.join(", "))
}

/// What is wrong with one calculation, each mistake where the line of its mechanism has this text.
#[track_caller]
fn check(mechanism: &str, figures: usize, mistakes: &[(&str, &str)]) {
    let shown = |(at, message): &(&str, &str)| {
        let column = mechanism.find(at).map(|before| before + 1).expect("the line has this text");
        format!("56:{column}: {message}")
    };
    let shown: Vec<String> = mistakes.iter().map(shown).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    check_more(&frame(mechanism, figures), &shown);
}

#[test]
fn a_calculation_has_one_mechanism_and_as_many_figures_as_it_gives() {
    let product = "product = { of = 10, times = [\"employees\"] }";
    let keys = "product・price_table・per_person・uses_left・free_days・honorarium・share・guarantee・interest_subsidy・difference・equal_principal・income_tax・mutual_aid_payout・refund・bankruptcy_loan・temporary_loan";
    let one = format!("53:1: 計算の方法を一つだけ書いてください（{keys}）");
    check(product, 1, &[]);
    check_more(&frame("", 1), &[&one]);
    let both = format!("{product}\nuses_left = {{ free = 3, used = \"employees\" }}");
    check_more(&frame(&both, 1), &[&one]);
    let three = format!("{both}\nshare = {{ of = \"capital\", rate = \"1/2\" }}");
    check_more(&frame(&three, 1), &[&one]);
    let many = "55:11: この計算は 1 個の数字を出します（figures は 2 個）";
    check_more(&frame(product, 2), &[many]);
    let none = "55:11: 「figures」に行が一つもありません";
    check_more(&frame(product, 0), &[none]);
}

#[test]
fn a_figure_has_a_name_of_its_own_and_a_unit() {
    let product = "product = { of = 10, times = [\"employees\"] }";
    let whole = frame(product, 1);
    let units = "55:48: unit は yen・months・days・half_days・times のどれかです";
    check_more(&whole.replace("\"yen\"", "\"hours\""), &[units]);
    check_more(&whole.replace(", how = \"単価 × 人数\"", ""), &["55:12: 「how」がありません"]);
    let cite = whole.replace("人数\" }", "人数\", cite = \"S-2\" }");
    let unknown = "55:79: 「S-2」という資料は sources.toml にも [source.…] にもありません";
    check_more(&cite, &[unknown]);
    check_more(&cite.replace("S-2", "S-1 p.8"), &[]);
    let share =
        "free_days = { days = \"employees\", free = 3, when = \"wage_raise\", free_when = 5 }";
    let again = frame(share, 2).replace("fee1", "fee0");
    check_more(&again, &["55:74: figures の id「fee0」が二つあります"]);
}

#[test]
fn every_mistake_of_a_mechanism_is_found_at_once() {
    let unknown = |name: &str| format!("「{name}」{UNKNOWN}");
    check(
        "product = { of = 0, times = [\"people\", \"wage_raise\"] }",
        1,
        &[("0, times", COUNT), ("\"people", &unknown("people")), ("\"wage_raise", NUMBER)],
    );
    check(
        "uses_left = { free = 3, used = \"employees\", each = 1 }",
        1,
        &[("each", "「each」というキーはありません（使えるキー：free、used）")],
    );
    check(
        "honorarium = { days = \"employees\", minutes = \"capital\", every = 30, each = 0 }",
        1,
        &[("{ days", "「at_most」がありません"), ("0 }", MONEY)],
    );
    check(
        "free_days = { days = \"employees\", free = 3, when = \"employees\", free_when = 5 }",
        2,
        &[("\"employees\", free_when", "はい・いいえの事項ではありません")],
    );
    check("share = { of = \"capital\", rate = \"3/2\" }", 1, &[("\"3/2", RATE)]);
    check("difference = { of = \"capital\" }", 1, &[("{ of", "「less」がありません")]);
}

#[test]
fn rows_rise_and_belong_to_choices_of_their_fact() {
    let order = "行は小さい方から順に書いてください";
    check(
        "price_table = { by = \"employees\", times = \"capital\", rows = [{ is = 2, price = 9 }, { is = 2, price = 8 }] }",
        1,
        &[("{ is = 2, price = 8", order)],
    );
    check(
        "price_table = { by = \"employees\", times = \"capital\", rows = [] }",
        1,
        &[("[]", "「rows」に行が一つもありません")],
    );
    let guarantee = |by: &str, choices: [&str; 2]| {
        let [one, other] =
            choices.map(|choice| format!("{{ choice = \"{choice}\", rate = \"1/2\" }}"));
        format!(
            "guarantee = {{ of = \"capital\", by = \"{by}\", fee = \"1/9\", shares = [{one}, {other}] }}"
        )
    };
    check(&guarantee("industry", ["retail", "other"]), 2, &[]);
    let known = "この事項の選択肢ではありません（retail、other）";
    check(&guarantee("industry", ["retail", "shop"]), 2, &[("\"shop", known)]);
    let twice = guarantee("industry", ["other", "other"]).replacen("\"other\"", "\"other\" ", 1);
    check(&twice, 2, &[("\"other\",", "shares の id「other」が二つあります")]);
    check(
        &guarantee("capital", ["retail", "shop"]),
        2,
        &[("\"capital\", fee", "選択の事項ではありません")],
    );
}

#[test]
fn amounts_for_each_person_are_for_firms_of_both_sizes() {
    let table = |large: &str, row: &str, addon: &str| {
        format!(
            "per_person = {{ persons = \"employees\", at_most = 20, by = \"industry\", large = \"{large}\", rows = [{{ choice = \"retail\", {row} }}], addons = [{{ when = \"wage_raise\", {addon} }}] }}"
        )
    };
    let both = "amount = 9, large = 8";
    check(&table("wage_raise", both, both), 1, &[]);
    let truth = "はい・いいえの事項ではありません";
    check(&table("capital", both, both), 1, &[("\"capital", truth)]);
    let missing = "「large」がありません";
    check(&table("wage_raise", "amount = 9", both), 1, &[("{ choice", missing)]);
    check(&table("wage_raise", both, "amount = 9"), 1, &[("{ when", missing)]);
    check(&table("wage_raise", "amount = 0, large = 8", both), 1, &[("0, large", MONEY)]);
    let known = "この事項の選択肢ではありません（retail、other）";
    let shop = table("wage_raise", both, both).replace("retail", "shop");
    check(&shop, 1, &[("\"shop", known)]);
    let none = table("wage_raise", both, both).replace("at_most = 20", "at_most = 0");
    check(&none, 1, &[("0, by", COUNT)]);

    let edition = read(&format!("{RULES}\n{}", frame(&table("wage_raise", both, both), 1)));
    let edition = edition.expect("nothing is wrong");
    let Gives::Figures([calculation]) = edition.frames[2].gives else { panic!("it has figures") };
    assert!(calculation.by.facts().iter().all(|fact| edition.facts.contains(fact)));
}

#[test]
fn the_loan_is_of_a_category_and_its_terms_have_a_share() {
    let loan = |of: &str, when: &str| {
        format!(
            "equal_principal = {{ of = \"{of}\", term = \"employees\", grace = \"capital\", share = \"4/5\", interest = \"8/1000\", when = \"wage_raise\", terms_when = {when} }}"
        )
    };
    check(&loan("machinery", "{ share = \"9/10\" }"), 3, &[]);
    let unknown = ("\"assets", "「assets」という経費区分は vocabulary.toml にありません");
    check(&loan("assets", "{ share = \"9/10\" }"), 3, &[unknown]);
    check(&loan("machinery", "{ }"), 3, &[("{ } }", "「share」がありません")]);
}

/// The premiums and rates of one calculation serve the ones after it.
#[test]
fn premiums_and_rates_are_written_once() {
    let paid = "paid = { premium = \"capital\", months = \"employees\" }";
    let refund = |paid: &str| {
        format!(
            "refund = {{ {paid}by = \"industry\", rates = [{{ choice = \"other\", rows = [{{ from = 12, basis_points = 8_000 }}] }}] }}"
        )
    };
    let loan = |rates: &str| {
        let loan = format!(
            "temporary_loan = {{ rates = \"{rates}\", share = \"95/100\", full = {{ from = 40, paid = 8 }}, every = 5, at_least = 3 }}"
        );
        let figure = FIGURE.replace("fee", "loan");
        format!("\n[[frame.calculation]]\ncite = \"S-1 p.7\"\nfigures = [{figure}]\n{loan}\n")
    };
    let first = frame(&refund(&format!("{paid}, ")), 1);
    check(&refund(&format!("{paid}, ")), 1, &[]);
    check(&refund(""), 1, &[("{ by", "「paid」がありません")]);
    check_more(&format!("{first}{}", loan("other")), &[]);
    let named = "61:28: 前の refund にある選択肢の名を書いてください（その率を使います）";
    check_more(&format!("{first}{}", loan("retail")), &[named]);

    let edition = read(&format!("{RULES}\n{first}{}", loan("other"))).expect("nothing is wrong");
    let Gives::Figures(calculations) = edition.frames[2].gives else { panic!("it has figures") };
    let [Mechanism::Refund(refund), Mechanism::TemporaryLoan(loan)] =
        [calculations[0].by, calculations[1].by]
    else {
        panic!("these are a refund and a loan")
    };
    assert_eq!((loan.paid, loan.rates), (refund.paid, refund.rates[0].rows));
    let premium = loan.paid.premium;
    assert!(edition.facts.contains(&premium), "only the calculations read it");
}

#[test]
fn growth_needs_both_how_often_and_how_much_and_an_end() {
    let rates = |rest: &str, more: &str| {
        format!(
            "refund = {{ paid = {{ premium = \"capital\", months = \"employees\" }}, by = \"industry\", rates = [{{ choice = \"other\", rows = [{{ from = 12, basis_points = 8_000{rest} }}{more}] }}] }}"
        )
    };
    let last = ", { from = 240, basis_points = 10_000 }";
    check(&rates(", every = 6, add = 75", last), 1, &[]);
    check(&rates(", every = 6", last), 1, &[("{ from", "「add」がありません")]);
    check(&rates(", every = 0, add = 75", last), 1, &[("0, add", COUNT)]);
    let endless = "最後の行の率がいつまでも増えます。増え終わる月（from）から始まる行を、every と add を付けずに足してください";
    check(&rates(", every = 6, add = 75", ""), 1, &[("{ from", endless)]);
}

#[test]
fn the_rows_of_the_income_tax_rise_and_only_the_last_has_no_end() {
    let tax = |rows: [&str; 3]| {
        let [first, second, third] =
            rows.map(|most| format!("{{ {most}rate = \"5/100\", less = 9 }}"));
        format!(
            "income_tax = {{ of = \"capital\", less = {{ of = 12, times = [\"employees\"] }}, brackets = [{first}, {second}, {third}], surtax = \"21/1000\", surtax_every = 100, local = \"1/10\" }}"
        )
    };
    check(&tax(["up_to = 10, ", "up_to = 20, ", ""]), 1, &[]);
    let order = "up_to は前の行より大きくし、小さい方から順に書いてください";
    check(&tax(["up_to = 20, ", "up_to = 19, ", ""]), 1, &[("19, ", order)]);
    let end = "最後の行には up_to を書かないでください。それを超える場合の行がなくなります";
    check(&tax(["up_to = 10, ", "up_to = 20, ", "up_to = 30, "]), 1, &[("30, ", end)]);
    let open = "up_to を書かないのは最後の行だけです。この行にも書いてください";
    let twice = tax(["up_to = 10, ", "", ""]).replacen("{ rate", "{  rate", 1);
    check(&twice, 1, &[("{  rate", open)]);
    check(&tax(["up_to = 10, ", "up_to = \"20\", ", ""]), 1, &[("\"20\"", MONEY_TYPE)]);
}
