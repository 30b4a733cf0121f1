//! An unknown key is named with all that can be used in its place, those too that seldom are.

use crate::{
    calculation::frame,
    sample::{check, check_more},
};

/// What is said of the key `x` at this place.
fn unknown(place: &str, known: &str) -> String {
    format!("{place}: 「x」というキーはありません（使えるキー：{known}）")
}

#[test]
fn in_what_a_frame_asks_and_says() {
    let part = "id、name、remedy、when、only_while、verified、cite";
    let small = "name = \"小規模事業者である\"";
    check(small, &format!("{small}\nx = 1"), &[&unknown("28:1", part)]);
    let caution = "[[frame.caution]]\nid = \"new\"\ntext = \"注意\"\ncite = \"S-1\"\nx = 1";
    check_more(caution, &[&unknown("53:1", "id、text、when、verified、cite")]);
}

#[test]
fn in_a_frame_itself() {
    let grant = "id、name、requirement、calculation、provision、rate、cap、floor、limit、round_to、band、tier、cap_row、times、part、counts、caution、obligation";
    let name = "name = \"通常枠\"";
    check(name, &format!("{name}\nx = 1"), &[&unknown("34:1", grant)]);
    let product = frame("product = { of = 10, times = [\"employees\"] }", 1);
    let figures = "id、name、requirement、calculation、caution、obligation";
    check_more(
        &product.replace("id = \"fees\"", "id = \"fees\"\nx = 1"),
        &[&unknown("51:1", figures)],
    );
}

#[test]
fn in_a_calculation_and_its_figures() {
    let product = frame("product = { of = 10, times = [\"employees\"] }", 1);
    let with = |key: &str| product.replace("unit =", &format!("{key}, unit ="));
    let known = "id、name、unit、how、approximate、cite、verified";
    check_more(&with("x = 1"), &[&unknown("55:41", known)]);
    // Without a citation there is nothing that could be verified.
    check_more(&with("verified = false"), &["55:12: 「cite」がありません"]);
    let known = "product、figures、verified、cite";
    check_more(&format!("{product}x = 1"), &[&unknown("57:1", known)]);
}

#[test]
fn in_the_rows_of_a_calculation() {
    let rows = |mechanism: &str, known: &str| {
        let column = mechanism.find("x = 1").map(|before| before + 1).expect("it has the key");
        check_more(&frame(mechanism, 1), &[&unknown(&format!("56:{column}"), known)]);
    };
    let refund = |paid: &str, row: &str| {
        format!(
            "refund = {{ paid = {{ premium = \"capital\", months = \"employees\"{paid} }}, by = \"industry\", rates = [{{ choice = \"other\", rows = [{{ from = 12, basis_points = 8_000{row} }}] }}] }}"
        )
    };
    rows(&refund(", x = 1", ""), "total、premium、months、at_most");
    rows(&refund("", ", x = 1"), "from、basis_points、every、add");
    rows(
        "income_tax = { of = \"capital\", less = { of = 12, times = [\"employees\"] }, brackets = [{ rate = \"5/100\", x = 1 }], surtax = \"21/1000\", surtax_every = 100, local = \"1/10\" }",
        "up_to、less、rate",
    );
}
