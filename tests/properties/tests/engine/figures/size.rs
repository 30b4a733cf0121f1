//! `small` and `sme`, "computed", with some of the answers open.

use super::edition::{Known, agreed, each};
use crate::contract::{small_employees, sme_limits};

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

pub(super) fn small(known: &Known<'_>) -> Option<bool> {
    let industries = each(known.choice("industry"), INDUSTRIES);
    let employees = each(known.number("employees"), &EXTREMES);
    agreed(industries.iter().flat_map(|industry| {
        let most = i128::from(small_employees(industry));
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
    for (capital_most, most) in industries.iter().map(|industry| sme_limits(industry)) {
        let (capital_most, most) = (i128::from(capital_most), i128::from(most));
        for by_capital in capital.iter().map(|yen| *yen <= capital_most) {
            let form = forms.iter().map(|form| *form == "company" && by_capital);
            found.extend(form.flat_map(|met| employees.iter().map(move |all| met || *all <= most)));
        }
    }
    agreed(found.into_iter())
}
