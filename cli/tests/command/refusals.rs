//! Cases that cannot be read: every mistake at once on standard output, and exit code 2.

use crate::run::{estimated, frame, run};

#[test]
fn every_mistake_of_every_case_is_reported_at_once_and_nothing_else() {
    let cases = r#"[
        3,
        { "answers": { "capital": -1, "colour": true, "deficit": "yes", "employees": 4.5,
                       "industry": "bakery", "legal_form": 1, "site_minimum_wage": "900" },
          "as_of": "2024-02-30",
          "colour": 1,
          "edition": "jizokuka/1999",
          "expenses": { "machinery": -1, "publicity": 0.5, "rent": 1000000000001, "travel": "100",
                        "yacht": 1 },
          "tax": "inclusive" },
        { "edition": "jizokuka/2014" },
        { "answers": [], "as_of": 20240510, "edition": 7, "expenses": "none", "tax": true }
    ]"#;
    let errors = [
        (0, "", "wrong_type"),
        (1, "colour", "unknown_key"),
        (1, "edition", "unknown_edition"),
        (1, "as_of", "bad_date"),
        (1, "tax", "unknown_choice"),
        (1, "answers.capital", "negative"),
        (1, "answers.colour", "unknown_fact"),
        (1, "answers.deficit", "wrong_type"),
        (1, "answers.employees", "fraction"),
        (1, "answers.industry", "unknown_choice"),
        (1, "answers.legal_form", "wrong_type"),
        (1, "answers.site_minimum_wage", "wrong_type"),
        (1, "expenses.machinery", "negative"),
        (1, "expenses.publicity", "fraction"),
        (1, "expenses.rent", "too_large"),
        (1, "expenses.travel", "wrong_type"),
        (1, "expenses.yacht", "unknown_category"),
        (3, "edition", "wrong_type"),
        (3, "as_of", "wrong_type"),
        (3, "tax", "wrong_type"),
        (3, "answers", "wrong_type"),
        (3, "expenses", "wrong_type"),
    ];
    check(cases.as_bytes(), &errors);
}

#[test]
fn what_is_no_json_is_refused_as_a_whole() {
    for input in [
        &b""[..],
        b" \n",
        b"{",
        b"{ \"edition\": \"jizokuka/2014\" } x",
        b"{ 'edition': 'jizokuka/2014' }",
        b"{ \"edition\": \"jizokuka/2014\xff\" }",
        b"\x93\xfa\x96\x7b",
        b"{ \"answers\": { \"employees\": 04 } }",
        b"{ \"answers\": { \"employees\": NaN } }",
        b"edition,employees\njizokuka/2014,4\n",
    ] {
        check(input, &[(0, "", "not_json")]);
    }
    let deep = "[".repeat(100_000);
    check(deep.as_bytes(), &[(0, "", "not_json")]);
}

#[test]
fn a_moment_is_a_day_with_an_hour_or_nothing() {
    for as_of in
        ["2024-5-10", "2024/05/10", "2024-05-10T", "2024-05-10T24:00", "2024-05-10 17:00", ""]
    {
        let case = format!(r#"{{ "edition": "jizokuka/2014", "as_of": "{as_of}" }}"#);
        check(case.as_bytes(), &[(0, "as_of", "bad_date")]);
    }
}

#[test]
fn huge_numbers_are_read_exactly_or_refused() {
    for (employees, verdict) in [
        ("20", "eligible"),
        ("20.0", "eligible"),
        ("2e1", "eligible"),
        ("2.00e1", "eligible"),
        ("21", "ineligible"),
        ("18446744073709551616", "ineligible"),
        ("99999999999999999999999999999999999999999999", "ineligible"),
        ("1e300", "ineligible"),
        ("0e99999999999999999999999", "eligible"),
    ] {
        let answers = format!(r#"{{ "industry": "lodging", "employees": {employees} }}"#);
        let estimate =
            estimated(&format!(r#"{{ "edition": "jizokuka/2014", "answers": {answers} }}"#));
        assert_eq!(frame(&estimate, "normal")["verdict"], verdict, "{employees}");
    }
    for (yen, code) in [
        ("1000000000001", "too_large"),
        ("1e13", "too_large"),
        ("18446744073709551616", "too_large"),
        ("99999999999999999999999999999999999999999999", "too_large"),
        ("1e300", "too_large"),
        ("1e-300", "fraction"),
        ("999999999999.99", "fraction"),
        ("-99999999999999999999999999999999999999999999", "negative"),
    ] {
        let case = format!(r#"{{ "edition": "jizokuka/2014", "expenses": {{ "rent": {yen} }} }}"#);
        check(case.as_bytes(), &[(0, "expenses.rent", code)]);
    }
    let most =
        r#"{ "edition": "jizokuka/2014", "expenses": { "rent": 1e12, "books": 1000000000000 } }"#;
    assert_eq!(frame(&estimated(most), "normal")["eligible_expenses"], 2_000_000_000_000_u64);
}

/// As in JavaScript, a number is a double: one beyond its range cannot be read, one below its smallest is 0.
#[test]
fn a_number_beyond_all_measure_is_no_reason_to_panic() {
    for number in ["1e400", "-1e400", "1e99999999999999999999", "1.5e-9223372036854775808"] {
        let case =
            format!(r#"{{ "edition": "jizokuka/2014", "expenses": {{ "rent": {number} }} }}"#);
        let run = run(&["estimate"], case.as_bytes());
        assert!(matches!(run.code, Some(0 | 2)), "{number}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked"), "{number}: {}", run.stderr);
    }
}

#[test]
fn an_object_is_no_number_whatever_its_key() {
    let number = r#"{ "$serde_json::private::Number": "4" }"#;
    let case =
        format!(r#"{{ "edition": "jizokuka/2014", "answers": {{ "employees": {number} }} }}"#);
    check(case.as_bytes(), &[(0, "answers.employees", "wrong_type")]);
}

/// That `hojokin estimate` refuses `input` for exactly these reasons.
#[track_caller]
fn check(input: &[u8], errors: &[(usize, &str, &str)]) {
    let run = run(&["estimate"], input);
    let shown = |(case, path, code): &(usize, &str, &str)| {
        format!(r#"{{"case":{case},"path":"{path}","code":"{code}"}}"#)
    };
    let errors: Vec<String> = errors.iter().map(shown).collect();
    let shown = String::from_utf8_lossy(&input[..input.len().min(200)]);
    assert_eq!(run.stdout, format!("{{\"errors\":[{}]}}\n", errors.join(",")), "{shown}");
    assert_eq!(run.code, Some(2), "{shown}");
    assert_eq!(run.stderr.lines().count(), errors.len(), "{}", run.stderr);
}
