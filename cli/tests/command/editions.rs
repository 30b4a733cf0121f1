//! The list of editions.

use serde_json::{Value, json};

use crate::run::{JIZOKUKA, each, keys, known, list, run};

#[test]
fn every_edition_is_listed_with_what_can_be_asked_and_entered() {
    let editions = editions();
    assert_eq!(known(&each(&editions, "id")), JIZOKUKA);
    let wanted =
        ["categories", "dates", "facts", "frames", "id", "name", "programme", "round", "sources"];
    for edition in list(&editions) {
        assert_eq!(keys(edition), wanted, "{}", edition["id"]);
        for listed in ["frames", "sources"] {
            assert!(!list(&edition[listed]).is_empty(), "{}: {listed}", edition["id"]);
        }
        // A grant may ask for nothing but the expenses, a fee for no expenses.
        let asked = [&edition["facts"], &edition["categories"]];
        assert!(asked.iter().any(|asked| !list(asked).is_empty()), "{}", edition["id"]);
    }
}

#[test]
fn an_edition_tells_what_to_ask_and_what_to_enter() {
    let startup = edition("jizokuka-startup/2025-1");
    assert_eq!(startup["programme"], "jizokuka-startup");
    assert_eq!(startup["dates"], json!({ "opens": null, "closes": null }));
    assert_eq!(startup["frames"], json!([{ "id": "startup", "name": "創業型" }]));
    let facts = [
        "industry",
        "legal_form",
        "employees",
        "invoice_new",
        "startup_support",
        "owned_by_large",
        "income_over_limit",
        "excluded_form",
        "invoice_used_before",
    ];
    assert_eq!(each(&startup["facts"], "id"), facts);
    let categories = [
        "machinery",
        "publicity",
        "website",
        "exhibition",
        "travel",
        "development",
        "rent",
        "outsourcing",
    ];
    assert_eq!(each(&startup["categories"], "id"), categories);
}

#[test]
fn a_fact_tells_what_an_answer_to_it_looks_like() {
    let facts = &edition("jizokuka-startup/2025-1")["facts"];
    let forms = json!([
        "company",
        "sole_proprietor",
        "npo",
        "association",
        "cooperative",
        "medical",
        "other",
    ]);
    let form = json!({ "id": "legal_form", "type": "choice", "choices": forms, "confirm": false });
    assert_eq!(facts[1], form);
    let employees = json!({ "id": "employees", "type": "integer", "confirm": false });
    assert_eq!(facts[2], employees);
    let excluded_form = json!({ "id": "excluded_form", "type": "boolean", "confirm": true });
    assert_eq!(facts[7], excluded_form);
}

#[test]
fn a_day_is_listed_with_its_citation() {
    let dates = &edition("jizokuka/2014")["dates"];
    assert_eq!(dates["opens"], "2014-02-27");
    assert_eq!(dates["opens_cite"], json!({ "doc": "seed-000", "lines": "111" }));
    let dates = &edition("jizokuka/2024-16")["dates"];
    assert_eq!((&dates["opens"], &dates["closes"]), (&Value::Null, &json!("2024-05-27")));
    assert_eq!(dates["closes_cite"], json!({ "doc": "S-DAYS", "verified": false }));
}

fn editions() -> Value {
    let run = run(&["editions"], b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn edition(id: &str) -> Value {
    list(&editions()).iter().find(|edition| edition["id"] == id).expect("it is listed").clone()
}
