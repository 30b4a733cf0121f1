//! `small` and `sme`, "computed", with some of the answers open.

use super::edition::{Known, agreed, each};

pub(super) const INDUSTRIES: &[&str] = &[
    "manufacturing",
    "construction",
    "transport",
    "rubber_products",
    "wholesale",
    "retail",
    "restaurant",
    "service",
    "lodging",
    "entertainment",
    "software",
    "other",
];

pub(super) const LEGAL_FORMS: &[&str] =
    &["company", "sole_proprietor", "npo", "association", "cooperative", "medical", "other"];

/// A number that anybody is within, and one that nobody is.
const EXTREMES: [i128; 2] = [0, i128::MAX];

/// "Wholesale, retail, restaurant, service, software ≤ 5; every other industry ≤ 20."
pub(super) fn small(known: &Known<'_>) -> Option<bool> {
    let industries = each(known.choice("industry"), INDUSTRIES);
    let employees = each(known.number("employees"), &EXTREMES);
    agreed(industries.iter().flat_map(|industry| {
        let most = match *industry {
            "wholesale" | "retail" | "restaurant" | "service" | "software" => 5,
            _ => 20,
        };
        employees.iter().map(move |employees| *employees <= most)
    }))
}

/// "Capital **or** employees within"; "only a `company` is tested on capital, every other form on employees
/// alone; with `capital` open, employees within the limit suffices, above it the test is open".
pub(super) fn sme(known: &Known<'_>) -> Option<bool> {
    let industries = each(known.choice("industry"), INDUSTRIES);
    let forms = each(known.choice("legal_form"), &["company", "other"]);
    let capital = each(known.number("capital"), &EXTREMES);
    let employees = each(known.number("employees"), &EXTREMES);
    let mut found = Vec::new();
    for (millions, most) in industries.iter().map(|industry| sme_limits(industry)) {
        let within = capital.iter().map(|yen| *yen <= millions * 1_000_000);
        for by_capital in within {
            let form = forms.iter().map(|form| *form == "company" && by_capital);
            found.extend(form.flat_map(|met| employees.iter().map(move |all| met || *all <= most)));
        }
    }
    agreed(found.into_iter())
}

/// The most capital in millions of yen, and the most employees.
fn sme_limits(industry: &str) -> (i128, i128) {
    match industry {
        "manufacturing" | "construction" | "transport" | "software" | "other" => (300, 300),
        "rubber_products" => (300, 900),
        "wholesale" => (100, 100),
        "retail" | "restaurant" => (50, 50),
        "service" | "entertainment" => (50, 100),
        "lodging" => (50, 200),
        unknown => panic!("the contract has no row for {unknown}"),
    }
}
