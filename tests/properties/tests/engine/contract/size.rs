//! `small`, `small_basic` and `sme`, "computed".

use super::Firm;

/// The most employees at which one of the two support-programme definitions changes.
pub(super) const SMALL: &[u64] = &[0, 5, 20];

/// The most capital of the classes of `sme`.
pub(super) const CAPITAL: &[u64] = &[50_000_000, 100_000_000, 300_000_000];

/// The facts that `sme` and `small` read.
pub(super) const FACTS: [&str; 4] = ["industry", "legal_form", "employees", "capital"];

/// "Wholesale, retail, restaurant, service, software ≤ 5; every other industry ≤ 20."
pub(crate) fn small_employees(industry: &str) -> u64 {
    match industry {
        "wholesale" | "retail" | "restaurant" | "service" | "software" => 5,
        _ => 20,
    }
}

/// The most capital in yen and the most employees of `sme`.
pub(crate) fn sme_limits(industry: &str) -> (u64, u64) {
    let (millions, employees) = match industry {
        "manufacturing" | "construction" | "transport" | "software" | "other" => (300, 300),
        "rubber_products" => (300, 900),
        "wholesale" => (100, 100),
        "retail" | "restaurant" => (50, 50),
        "service" | "entertainment" => (50, 100),
        "lodging" => (50, 200),
        unknown => panic!("the contract has no row for {unknown}"),
    };
    (millions * 1_000_000, employees)
}

pub(super) fn small(firm: &Firm) -> bool {
    firm.employees <= small_employees(firm.industry)
}

/// "In `jizokuka*` an `npo` ≤ 20 in any industry."
pub(super) fn small_jizokuka(firm: &Firm) -> bool {
    if firm.legal_form == "npo" { firm.employees <= 20 } else { small(firm) }
}

/// "The same, but lodging and entertainment ≤ 5."
pub(super) fn small_basic(firm: &Firm) -> bool {
    let lodging = ["lodging", "entertainment"].contains(&firm.industry);
    if lodging { firm.employees <= 5 } else { small(firm) }
}

/// "Capital **or** employees within"; "only a `company` is tested on capital, every other form on employees
/// alone".
pub(super) fn sme(firm: &Firm) -> bool {
    let (capital, employees) = sme_limits(firm.industry);
    let by_capital = firm.legal_form == "company" && firm.capital <= capital;
    by_capital || firm.employees <= employees
}
