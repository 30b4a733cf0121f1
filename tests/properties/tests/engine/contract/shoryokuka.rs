//! 省力化投資補助金: the readings of `shoryokuka-catalog` and `shoryokuka-general/2025`; B 2.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    monodukuri::has_machinery,
    outcome::{Terms, band, failing, share, tiered},
    size,
};

const CATALOG: Edition = Edition {
    id: "",
    categories: &["product", "installation"],
    frames: &[Frame {
        id: "catalog",
        facts: &["industry", "legal_form", "employees", "capital", "wage_raise"],
        counts: &["product", "installation"],
    }],
    confirm: &["deemed_large", "owned_by_large", "income_over_limit"],
    numbers: &[("employees", &[0, 5, 20, 50, 100, 200, 300, 900]), ("capital", size::CAPITAL)],
    special: &[],
    sums: &[2_000_000, 3_000_000, 5_000_000, 7_500_000, 10_000_000, 15_000_000],
    spent: Spent::all,
    outcome: catalog,
};

const MONODUKURI_WITHOUT_OVERSEAS: &[&str] =
    &["machinery", "technology", "expert", "shipping", "cloud", "materials", "outsourcing", "ip"];

pub(super) const EDITIONS: &[Edition] = &[
    Edition { id: "shoryokuka-catalog/2024", ..CATALOG },
    Edition { id: "shoryokuka-catalog/2026", ..CATALOG },
    Edition {
        id: "shoryokuka-general/2025",
        categories: MONODUKURI_WITHOUT_OVERSEAS,
        frames: &[Frame {
            id: "general",
            facts: &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "large_wage_raise",
                "minimum_wage_special",
                "rehabilitation",
            ],
            counts: MONODUKURI_WITHOUT_OVERSEAS,
        }],
        special: &["machinery", "machinery", "machinery"],
        sums: &[
            500_000,
            7_500_000,
            10_000_000,
            15_000_000,
            22_500_000,
            30_000_000,
            45_000_000,
            75_000_000,
            135_000_000,
            180_000_000,
            225_000_000,
            285_000_000,
        ],
        outcome: general,
        ..CATALOG
    },
];

fn conditions(firm: &Firm) -> Vec<&'static str> {
    failing([
        (size::sme(firm), "sme"),
        (!firm.deemed_large, "deemed_large"),
        (!firm.owned_by_large, "owned_by_large"),
        (!firm.income_over_limit, "income_over_limit"),
    ])
}

/// "1/2 of `product` + `installation`; no floor"; "`wage_raise` gives the higher cap".
fn catalog(edition: &str, _: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let caps = if edition == "shoryokuka-catalog/2024" {
        let rows = [(5, (2_000_000, 3_000_000)), (20, (5_000_000, 7_500_000))];
        band(firm.employees, &rows, (10_000_000, 15_000_000))
    } else {
        let rows = [(5, (5_000_000, 7_500_000)), (20, (7_500_000, 10_000_000))];
        band(firm.employees, &rows, (10_000_000, 15_000_000))
    };
    let cap = if firm.wage_raise { caps.1 } else { caps.0 };
    let terms = Terms { rate: Some((1, 2)), cap: Some(cap), floor: None };
    Outcome::new(conditions(firm), terms, spent.total(), share(spent.total(), (1, 2)))
}

/// "r up to 15,000,000 of grant, 1/3 above; r = 2/3 with `small`, `rehabilitation` or `minimum_wage_special`
/// (the last not together with `large_wage_raise`), else 1/2. `large_wage_raise` always gives the higher cap."
fn general(_: &str, _: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let mut unmet = conditions(firm);
    // "`machinery_required` as in monodukuri, no share limits, no floor."
    if !has_machinery(spent) {
        unmet.push("machinery_required");
    }
    let special = firm.minimum_wage_special && !firm.large_wage_raise;
    let two_thirds = size::small(firm) || firm.rehabilitation || special;
    let rate = if two_thirds { (2, 3) } else { (1, 2) };
    let rows = [
        (5, (7_500_000, 10_000_000)),
        (20, (15_000_000, 20_000_000)),
        (50, (30_000_000, 40_000_000)),
        (100, (50_000_000, 65_000_000)),
    ];
    let (plain, raised) = band(firm.employees, &rows, (80_000_000, 100_000_000));
    let cap = if firm.large_wage_raise { raised } else { plain };
    let terms = Terms { rate: None, cap: Some(cap), floor: None };
    let amount = tiered(spent.total(), rate, 15_000_000, (1, 3));
    Outcome::new(unmet, terms, spent.total(), amount)
}
