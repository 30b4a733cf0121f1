//! 省力化投資補助金: the readings of `shoryokuka-catalog` and `shoryokuka-general`; B 2, §5.2.

use super::{
    Edition, Expenses, Firm, Frame, Outcome, Spent,
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

/// What "counts up to 5,000,000 of **cost** together"; the first ones are cut first.
const WITHOUT_MACHINERY: [&str; 7] =
    ["technology", "ip", "expert", "shipping", "cloud", "materials", "outsourcing"];

pub(super) const EDITIONS: &[Edition] = &[
    Edition { id: "shoryokuka-catalog/2024", ..CATALOG },
    Edition { id: "shoryokuka-catalog/2026", ..CATALOG },
    GENERAL,
];

const GENERAL: Edition = Edition {
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
};

pub(super) const EDITIONS_2026: &[Edition] = &[Edition {
    id: "shoryokuka-general/2026-8",
    special: &["machinery", "machinery", "materials", "outsourcing"],
    sums: &[
        500_000,
        2_500_000,
        5_000_000,
        7_500_000,
        10_000_000,
        15_000_000,
        20_000_000,
        30_000_000,
        40_000_000,
        50_000_000,
        65_000_000,
        80_000_000,
        100_000_000,
    ],
    spent: spent_2026,
    outcome: general_2026,
    ..GENERAL
}];

/// "Everything but `machinery` counts up to 5,000,000 of **cost** together, no share limits."
fn spent_2026(frame: &Frame, expenses: &Expenses) -> Spent {
    let mut spent = Spent::all(frame, expenses);
    for category in WITHOUT_MACHINERY {
        let over = spent.of_all(&WITHOUT_MACHINERY).saturating_sub(5_000_000);
        spent.limit(category, spent.of(category).saturating_sub(over));
    }
    spent
}

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
    let (plain, raised) = general_caps(firm);
    let cap = if firm.large_wage_raise { raised } else { plain };
    let terms = Terms { rate: None, cap: Some(cap), floor: None };
    let amount = tiered(spent.total(), rate, 15_000_000, (1, 3));
    Outcome::new(unmet, terms, spent.total(), amount)
}

/// "No tier; 2/3 for `small`, `rehabilitation`, `minimum_wage_special`, else 1/2"; "`large_wage_raise` raises the
/// cap, but not with `minimum_wage_special` or `rehabilitation`"; "requirements `sme`, `employees` ≥ 1".
fn general_2026(_: &str, _: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let mut unmet = conditions(firm);
    if firm.employees < 1 {
        unmet.push("employees");
    }
    if !has_machinery(spent) {
        unmet.push("machinery_required");
    }
    let special = firm.rehabilitation || firm.minimum_wage_special;
    let rate = if special || size::small(firm) { (2, 3) } else { (1, 2) };
    let (plain, raised) = general_caps(firm);
    let cap = if firm.large_wage_raise && !special { raised } else { plain };
    let terms = Terms { rate: Some(rate), cap: Some(cap), floor: None };
    Outcome::new(unmet, terms, spent.total(), share(spent.total(), rate))
}

/// The plain cap and the higher one.
fn general_caps(firm: &Firm) -> (u128, u128) {
    let rows = [
        (5, (7_500_000, 10_000_000)),
        (20, (15_000_000, 20_000_000)),
        (50, (30_000_000, 40_000_000)),
        (100, (50_000_000, 65_000_000)),
    ];
    band(firm.employees, &rows, (80_000_000, 100_000_000))
}
