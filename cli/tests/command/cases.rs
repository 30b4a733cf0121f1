//! Cases that can be answered.

use serde_json::{Value, json};

use crate::run::{CASE, JIZOKUKA, each, estimated, frame, keys, known};

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
