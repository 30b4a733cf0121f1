//! Cases that can be answered.

use serde_json::{Value, json};

use crate::run::{CASE, JIZOKUKA, each, estimated, frame, keys, known, list};

#[test]
fn one_case_comes_out_as_one_estimate() {
    let estimate = estimated(CASE);
    assert_eq!(keys(&estimate), ["best", "edition", "frames", "status"]);
    assert_eq!(estimate["edition"], "jizokuka/2024-16");
    assert_eq!(estimate["status"], "open");
    assert_eq!(estimate["best"], json!(["wage"]));
    assert_eq!(
        each(&estimate["frames"], "id"),
        ["normal", "wage", "graduation", "successor", "startup"]
    );

    assert_eq!(frame(&estimate, "wage"), &wage_frame());
    assert_eq!(frame(&estimate, "graduation"), &graduation_frame());
}

fn to_confirm() -> Value {
    json!(["owned_by_large", "income_over_limit", "excluded_form"])
}

/// The frame that the contract shows, with all its steps.
fn wage_frame() -> Value {
    let rate = json!({ "doc": "seed-001", "page": 83, "lines": "5498-5499" });
    json!({
        "id": "wage",
        "verdict": "eligible",
        "grant": { "low": 533_333, "high": 533_333 },
        "rate": "2/3",
        "cap": 2_000_000,
        "floor": null,
        "eligible_expenses": 900_000,
        "own_funds": 366_667,
        "unmet": [],
        "unanswered": [],
        "to_confirm": to_confirm(),
        "warnings": ["website"],
        "steps": [
            { "kind": "share", "amount": 400_000, "rate": "2/3", "of": 600_000, "cite": rate },
            {
                "kind": "share",
                "category": "website",
                "amount": 200_000,
                "rate": "2/3",
                "of": 300_000,
                "cite": rate,
            },
            {
                "kind": "grant_share",
                "category": "website",
                "amount": 133_333,
                "rate": "1/4",
                "of": 533_333,
                "cite": { "doc": "S-F15", "place": "様式3(4)" },
            },
            {
                "kind": "cap",
                "amount": 533_333,
                "of": 533_333,
                "limit": 2_000_000,
                "cite": { "doc": "seed-001", "page": 83, "lines": "5495" },
            },
        ],
    })
}

/// A frame whose requirement the firm of the contract does not meet.
fn graduation_frame() -> Value {
    json!({
        "id": "graduation",
        "verdict": "ineligible",
        "grant": { "low": 0, "high": 0 },
        "rate": null,
        "cap": null,
        "floor": null,
        "eligible_expenses": 900_000,
        "own_funds": 900_000,
        "unmet": ["graduation"],
        "unanswered": [],
        "to_confirm": to_confirm(),
        "warnings": [],
        "steps": [],
    })
}

/// 30 people: up to 30,000,000, with the raise 40,000,000. 15,000,000 + (90,000,000 − 30,000,000) × 1/3 = 35,000,000.
#[test]
fn bands_raises_and_tiers_stand_among_the_steps() {
    let estimate = estimated(
        r#"{ "edition": "monodukuri/2024-18", "expenses": { "machinery": 90000000 },
             "answers": { "industry": "manufacturing", "legal_form": "company", "employees": 30,
                          "large_wage_raise": true, "rehabilitation": false } }"#,
    );
    let frame = frame(&estimate, "labor_saving");
    assert_eq!(frame["grant"], json!({ "low": 35_000_000, "high": 35_000_000 }));
    assert_eq!((&frame["rate"], &frame["cap"]), (&Value::Null, &json!(40_000_000)));
    assert_eq!(frame["floor"], 1_000_000);
    let table = json!({ "doc": "S-metashift", "verified": false });
    let steps = json!([
        { "kind": "band", "amount": 30_000_000, "of": 0, "limit": 50, "cite": table },
        {
            "kind": "provision",
            "provision": "large_wage_raise",
            "amount": 40_000_000,
            "of": 30_000_000,
            "cite": { "doc": "S-M20", "verified": false },
        },
        {
            "kind": "tier",
            "amount": 35_000_000,
            "rate": "1/2",
            "above": { "up_to": 15_000_000, "rate": "1/3" },
            "of": 90_000_000,
            "cite": { "doc": "seed-001", "page": 81, "lines": "5295" },
        },
        { "kind": "cap", "amount": 35_000_000, "of": 35_000_000, "limit": 40_000_000, "cite": table },
    ]);
    assert_eq!(frame["steps"], steps);
}

#[test]
fn a_frame_that_gives_figures_has_them_in_place_of_the_grant() {
    let hands_on = |answers: &str| {
        estimated(&format!(r#"{{ "edition": "hands-on/2024", "answers": {answers} }}"#))
    };
    let known = hands_on(r#"{ "experts": 2, "days": 10 }"#);
    assert_eq!(known["best"], json!([]));
    let specific = json!({
        "id": "specific",
        "verdict": "eligible",
        "figures": { "fee": 350_000 },
        "unmet": [],
        "unanswered": [],
        "to_confirm": [],
        "warnings": [],
        "steps": [],
    });
    assert_eq!(frame(&known, "specific"), &specific);
    assert_eq!(frame(&known, "marketing_b")["figures"], json!({ "fee": 84_000 }));
    let open = hands_on(r#"{ "experts": 2 }"#);
    assert_eq!(frame(&open, "general")["figures"], json!({ "fee": null }));
    assert_eq!(frame(&open, "general")["unanswered"], json!(["days"]));
    let long = hands_on(r#"{ "experts": 2, "days": 11 }"#);
    assert_eq!(frame(&long, "specific")["unmet"], json!(["days_over_limit"]));
    let owed = r#"{ "edition": "corona-rishi/2023", "answers": { "interest_paid": 3, "subsidy_received": 5 } }"#;
    assert_eq!(frame(&estimated(owed), "main")["figures"], json!({ "settlement": -2 }));
}

#[test]
fn the_category_of_one_edition_counts_only_where_the_case_names_the_edition() {
    let expenses = r#""as_of": "2014-03-01", "expenses": { "main": 5000000 }"#;
    let named = estimated(&format!(r#"{{ "edition": "antenna-shop/2014", {expenses} }}"#));
    assert_eq!(frame(&named, "main")["grant"]["low"], 5_000_000);
    assert_eq!(frame(&named, "main")["warnings"], json!([]));
    let open = estimated(&format!("{{ {expenses} }}"));
    let antenna_shop = list(&open).iter().find(|one| one["edition"] == "antenna-shop/2014");
    let frame = frame(antenna_shop.expect("it is open on this day"), "main");
    assert_eq!(frame["grant"]["low"], 0);
    assert_eq!(frame["warnings"], json!(["main"]));
}

#[test]
fn an_array_of_cases_comes_out_as_an_array_in_its_order() {
    let estimates =
        estimated(r#"[{ "edition": "jizokuka/2025-17" }, { "edition": "jizokuka/2014" }]"#);
    assert_eq!(each(&estimates, "edition"), ["jizokuka/2025-17", "jizokuka/2014"]);
    assert_eq!(estimated(&format!("[{CASE}]")), json!([estimated(CASE)]));
    assert_eq!(estimated("[]"), json!([]));
}

#[test]
fn a_case_without_an_edition_gets_every_round_that_is_open_or_undated() {
    for (as_of, open) in [
        ("2014-05-27", &JIZOKUKA[..]),
        ("2014-05-28", &JIZOKUKA[1..]),
        ("2014-02-26", &JIZOKUKA[1..]),
        ("2024-05-27", &JIZOKUKA[3..]),
        ("2024-05-27T17:00", &JIZOKUKA[3..]),
        ("2024-05-28", &JIZOKUKA[4..]),
        ("2025-06-14", &JIZOKUKA[5..]),
    ] {
        let estimates = estimated(&format!(r#"{{ "as_of": "{as_of}" }}"#));
        assert_eq!(known(&each(&estimates, "edition")), open, "{as_of}");
    }
    // Today all these rounds are over; the one without days stays.
    assert_eq!(known(&each(&estimated("{}"), "edition")), ["jizokuka-startup/2025-1"]);
    let nested = estimated(r#"[{ "as_of": "2025-06-14" }, { "edition": "jizokuka/2014" }]"#);
    assert_eq!(known(&each(&nested[0], "edition")), ["jizokuka-startup/2025-1"]);
    assert_eq!(nested[1]["edition"], "jizokuka/2014");
}

#[test]
fn the_status_follows_the_day_and_changes_no_amount() {
    for (edition, as_of, status) in [
        ("jizokuka/2014", "2014-02-26", "upcoming"),
        ("jizokuka/2014", "2014-02-27", "open"),
        ("jizokuka/2014", "2014-05-27", "open"),
        ("jizokuka/2014", "2014-05-28", "ended"),
        ("jizokuka/2024-16", "1900-01-01", "open"),
        ("jizokuka/2024-16", "2024-05-28", "ended"),
        ("jizokuka-startup/2025-1", "1900-01-01", "undated"),
    ] {
        let estimate = estimated(&format!(r#"{{ "edition": "{edition}", "as_of": "{as_of}" }}"#));
        assert_eq!(estimate["status"], status, "{edition} on {as_of}");
    }
    let ended = estimated(&CASE.replace("2024-05-10", "2026-11-21"));
    assert_eq!(ended["frames"], estimated(CASE)["frames"]);
}

#[test]
fn null_is_the_same_as_left_out() {
    let left_out = estimated(r#"{ "edition": "jizokuka/2025-17", "expenses": { "rent": 9 } }"#);
    assert_eq!(frame(&left_out, "wage")["verdict"], "undetermined");
    let unanswered = json!(["industry", "legal_form", "employees", "wage_raise", "deficit"]);
    assert_eq!(frame(&left_out, "wage")["unanswered"], unanswered);
    let facts = r#"{ "industry": null, "legal_form": null, "employees": null, "capital": null,
                     "wage_raise": null, "deficit": null, "invoice_new": null,
                     "excluded_form": null, "invoice_used_before": null }"#;
    let null = format!(
        r#"{{ "edition": "jizokuka/2025-17", "as_of": null, "tax": null, "answers": {facts},
              "expenses": {{ "rent": 9, "travel": null }} }}"#
    );
    assert_eq!(estimated(&null), left_out);
    let nothing = r#"{ "edition": "jizokuka/2014", "answers": null, "expenses": null }"#;
    assert_eq!(estimated(nothing), estimated(r#"{ "edition": "jizokuka/2014" }"#));
    assert_eq!(
        estimated(r#"{ "edition": null, "as_of": "2025-06-14" }"#),
        estimated(r#"{ "as_of": "2025-06-14" }"#)
    );
}

#[test]
fn consumption_tax_is_taken_out_of_every_amount() {
    let included = CASE
        .replace("excluded", "included")
        .replace("600000", "660000")
        .replace("300000", "330000");
    assert_eq!(estimated(&included), estimated(CASE));
}

#[test]
fn a_known_fact_that_the_edition_does_not_read_is_ignored() {
    let more = CASE.replace(
        "\"employees\": 4",
        "\"employees\": 4, \"capital\": 1, \"new_hire_insured\": true",
    );
    assert_eq!(estimated(&more), estimated(CASE));
}

#[test]
fn the_notes_of_a_case_file_are_no_mistake() {
    let noted = CASE.replacen('{', r#"{ "name": "契約の例", "source": "手計算", "expect": {},"#, 1);
    assert_eq!(estimated(&noted), estimated(CASE));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(estimated(&format!("\u{feff}{CASE}")), estimated(CASE));
}
