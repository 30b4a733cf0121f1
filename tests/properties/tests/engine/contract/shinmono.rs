//! 新事業進出・ものづくり商業サービス補助金 and 中小企業新事業進出補助金 before it: 2026 §3, §4.

use super::{
    Edition, Expenses, Firm, Fraction, Frame, Outcome, Spent,
    outcome::{Terms, band, failing, share},
    size,
};

const TWELVE: &[&str] = &[
    "building",
    "machinery",
    "technology",
    "expert",
    "shipping",
    "cloud",
    "materials",
    "outsourcing",
    "ip",
    "overseas_travel",
    "interpretation",
    "advertising",
];

const SHINMONO: Edition = Edition {
    id: "shinmono/2026-1",
    categories: TWELVE,
    frames: &[
        frame(
            "innovation",
            &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "large_wage_raise",
                "minimum_wage_special",
                "rehabilitation",
            ],
        ),
        frame(
            "new_business",
            &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "large_wage_raise",
                "minimum_wage_special",
            ],
        ),
        frame(
            "global",
            &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "large_wage_raise",
                "rehabilitation",
            ],
        ),
    ],
    confirm: &[],
    numbers: &[("employees", &[0, 5, 20, 50, 100, 200, 300, 900]), ("capital", size::CAPITAL)],
    special: &[],
    sums: &[
        1_000_000, 7_500_000, 8_500_000, 10_000_000, 12_500_000, 15_000_000, 25_000_000,
        30_000_000, 35_000_000, 40_000_000, 50_000_000, 55_000_000, 70_000_000, 90_000_000,
    ],
    spent,
    outcome,
};

const SHINJIGYO: Edition = Edition {
    frames: &[frame(
        "main",
        &["industry", "legal_form", "employees", "capital", "large_wage_raise"],
    )],
    sums: &[
        7_500_000, 25_000_000, 30_000_000, 40_000_000, 50_000_000, 55_000_000, 70_000_000,
        90_000_000,
    ],
    ..SHINMONO
};

pub(super) const EDITIONS: &[Edition] = &[
    SHINMONO,
    Edition { id: "shinjigyo/2025-1", ..SHINJIGYO },
    Edition { id: "shinjigyo/2025-2", ..SHINJIGYO },
    Edition { id: "shinjigyo/2026-3", ..SHINJIGYO },
    Edition { id: "shinjigyo/2026-4", ..SHINJIGYO },
];

const fn frame(id: &'static str, facts: &'static [&'static str]) -> Frame {
    Frame { id, facts, counts: TWELVE }
}

/// "No share limit."
fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    Spent::all(frame, expenses)
}

fn outcome(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (special, rehabilitation) = (firm.minimum_wage_special, firm.rehabilitation);
    // "2/3 for `minimum_wage_special`; in `innovation` also for `small` and `rehabilitation`; `global` 2/3 for
    // all; else 1/2"; `shinjigyo` knows 1/2 alone.
    let two_thirds = match frame {
        "innovation" => special || rehabilitation || size::small(firm),
        "new_business" => special,
        "global" => true,
        _ => false,
    };
    let rate: Fraction = if two_thirds { (2, 3) } else { (1, 2) };
    // "Not in `innovation` together with `minimum_wage_special` or `rehabilitation`, not in `global` with
    // `rehabilitation`."
    let barred = match frame {
        "innovation" => special || rehabilitation,
        "global" => rehabilitation,
        _ => false,
    };
    let (plain, raised) = caps(frame, firm.employees);
    let terms = Terms {
        rate: Some(rate),
        cap: Some(if firm.large_wage_raise && !barred { raised } else { plain }),
        floor: Some(if frame == "innovation" { 1_000_000 } else { 7_500_000 }),
    };
    let unmet = failing([(size::sme(firm), "sme"), (1 <= firm.employees, "employees")]);
    Outcome::new(unmet, terms, spent.total(), share(spent.total(), rate))
}

/// The plain cap and the raised one.
fn caps(frame: &str, employees: u64) -> (u128, u128) {
    if frame == "innovation" {
        let rows = [
            (5, (7_500_000, 8_500_000)),
            (20, (10_000_000, 12_500_000)),
            (50, (15_000_000, 25_000_000)),
        ];
        band(employees, &rows, (25_000_000, 35_000_000))
    } else {
        let rows = [
            (20, (25_000_000, 30_000_000)),
            (50, (40_000_000, 50_000_000)),
            (100, (55_000_000, 70_000_000)),
        ];
        band(employees, &rows, (70_000_000, 90_000_000))
    }
}
