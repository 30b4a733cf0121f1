//! ものづくり補助金: the readings of `monodukuri/2024-18`, `monodukuri/2025-20` and what follows it; A 2.1,
//! A 2.2, 2026 §2.

use super::{
    Edition, Expenses, Firm, Fraction, Frame, Outcome, Spent,
    outcome::{Terms, band, failing, share, tiered},
    size,
};

const ELEVEN: &[&str] = &[
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

/// "The other frames do not count those three."
const EIGHT: &[&str] =
    &["machinery", "technology", "expert", "shipping", "cloud", "materials", "outsourcing", "ip"];

const FACTS: &[&str] =
    &["industry", "legal_form", "employees", "capital", "large_wage_raise", "rehabilitation"];

const COVID: &[&str] = &[
    "industry",
    "legal_form",
    "employees",
    "capital",
    "large_wage_raise",
    "rehabilitation",
    "covid_recovery",
];

const SPECIAL: &[&str] = &[
    "industry",
    "legal_form",
    "employees",
    "capital",
    "large_wage_raise",
    "rehabilitation",
    "minimum_wage_special",
];

pub(super) const EDITIONS: &[Edition] = &[
    Edition {
        id: "monodukuri/2024-18",
        categories: ELEVEN,
        frames: &[
            Frame { id: "labor_saving", facts: FACTS, counts: EIGHT },
            Frame { id: "value_normal", facts: COVID, counts: EIGHT },
            Frame { id: "value_growth", facts: FACTS, counts: EIGHT },
            Frame { id: "global", facts: FACTS, counts: ELEVEN },
        ],
        confirm: CONFIRM,
        numbers: &[
            ("employees", &[0, 5, 20, 50, 99, 100, 200, 300, 900]),
            ("capital", size::CAPITAL),
        ],
        special: &["machinery", "machinery", "machinery", "technology", "outsourcing"],
        sums: &[
            500_000,
            1_000_000,
            7_500_000,
            12_500_000,
            15_000_000,
            22_500_000,
            30_000_000,
            45_000_000,
            75_000_000,
            135_000_000,
            225_000_000,
            285_000_000,
        ],
        spent,
        outcome: outcome_18,
    },
    ROUND_20,
];

/// The editions of 2025–2026.
pub(super) const EDITIONS_2026: &[Edition] = &[
    Edition { id: "monodukuri/2025-21", outcome: outcome_21, ..ROUND_20 },
    Edition { id: "monodukuri/2026-22", outcome: outcome_21, ..ROUND_20 },
    Edition { id: "monodukuri/2026-23", outcome: outcome_21, ..ROUND_20 },
];

const ROUND_20: Edition = Edition {
    id: "monodukuri/2025-20",
    categories: ELEVEN,
    frames: &[
        Frame { id: "value", facts: SPECIAL, counts: EIGHT },
        Frame { id: "global", facts: SPECIAL, counts: ELEVEN },
    ],
    confirm: CONFIRM,
    numbers: &[("employees", &[0, 5, 20, 50, 100, 200, 300, 900]), ("capital", size::CAPITAL)],
    special: &["machinery", "machinery", "machinery", "technology", "outsourcing"],
    sums: &[
        500_000, 1_000_000, 7_500_000, 8_500_000, 10_000_000, 12_500_000, 15_000_000, 25_000_000,
        30_000_000, 31_000_000, 32_500_000, 35_000_000, 40_000_000,
    ],
    spent,
    outcome: outcome_20,
};

const CONFIRM: &[&str] = &["deemed_large", "owned_by_large", "income_over_limit"];

/// "Share limits: `technology` 1/3, `ip` 1/3, `expert` 1/2, `outsourcing` 1/2; in `global` also
/// `overseas_travel` 1/5, `interpretation` 1/5, `advertising` 1/2."
fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    Spent::all(frame, expenses).held_to(&[
        ("technology", (1, 3)),
        ("ip", (1, 3)),
        ("expert", (1, 2)),
        ("outsourcing", (1, 2)),
        ("overseas_travel", (1, 5)),
        ("interpretation", (1, 5)),
        ("advertising", (1, 2)),
    ])
}

/// "If anything is entered in the frame's categories, `machinery` must be ≥ 500,000"; "this is tested on the
/// entered amounts, before the share limits".
pub(super) fn has_machinery(spent: &Spent) -> bool {
    !spent.is_entered() || 500_000 <= spent.entered("machinery")
}

fn conditions(firm: &Firm, spent: &Spent) -> Vec<&'static str> {
    failing([
        (size::sme(firm), "sme"),
        (!firm.deemed_large, "deemed_large"),
        (!firm.owned_by_large, "owned_by_large"),
        (!firm.income_over_limit, "income_over_limit"),
        (has_machinery(spent), "machinery_required"),
    ])
}

/// The plain cap and the raised one.
type Caps = (u128, u128);

fn outcome_18(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (rows, last): (&[(u64, Caps)], Caps) = match frame {
        "labor_saving" => (
            &[
                (5, (7_500_000, 10_000_000)),
                (20, (15_000_000, 20_000_000)),
                (50, (30_000_000, 40_000_000)),
                (99, (50_000_000, 65_000_000)),
            ],
            (80_000_000, 100_000_000),
        ),
        "value_normal" => (
            &[(5, (7_500_000, 8_500_000)), (20, (10_000_000, 12_500_000))],
            (12_500_000, 22_500_000),
        ),
        "value_growth" => (
            &[(5, (10_000_000, 11_000_000)), (20, (15_000_000, 17_500_000))],
            (25_000_000, 35_000_000),
        ),
        _ => (
            &[(5, (30_000_000, 31_000_000)), (20, (30_000_000, 32_500_000))],
            (30_000_000, 40_000_000),
        ),
    };
    // "`large_wage_raise` raises the cap … except with `rehabilitation` or 0 employees, and in `value_normal`
    // except with `covid_recovery`."
    let covid = frame == "value_normal" && firm.covid_recovery;
    let raises = firm.large_wage_raise && !firm.rehabilitation && 0 < firm.employees && !covid;
    let (plain, raised) = band(firm.employees, rows, last);
    let two_thirds = match frame {
        "value_growth" => true,
        "global" => size::small(firm),
        _ => size::small(firm) || firm.rehabilitation || covid,
    };
    let rate = if two_thirds { (2, 3) } else { (1, 2) };
    let (rate, amount) = if frame == "labor_saving" {
        // "Tiered on the grant: up to 15,000,000 at r, above at 1/3."
        (None, tiered(spent.total(), rate, 15_000_000, (1, 3)))
    } else {
        (Some(rate), share(spent.total(), rate))
    };
    decide(firm, spent, rate, if raises { raised } else { plain }, amount)
}

fn outcome_20(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (rows, last): (&[(u64, Caps)], Caps) = match frame {
        "value" => (
            &[
                (5, (7_500_000, 8_500_000)),
                (20, (10_000_000, 12_500_000)),
                (50, (15_000_000, 25_000_000)),
            ],
            (25_000_000, 35_000_000),
        ),
        _ => (
            &[(5, (30_000_000, 31_000_000)), (20, (30_000_000, 32_500_000))],
            (30_000_000, 40_000_000),
        ),
    };
    let (plain, raised) = band(firm.employees, rows, last);
    let raises = firm.large_wage_raise && !firm.rehabilitation && 0 < firm.employees;
    // "`minimum_wage_special` gives 2/3 in both frames, but not with `small`, `rehabilitation` (which in
    // `global` then stays at 1/2), 0 employees or `large_wage_raise`."
    let special = firm.minimum_wage_special
        && !firm.rehabilitation
        && 0 < firm.employees
        && !firm.large_wage_raise;
    let by_size = size::small(firm) || (frame == "value" && firm.rehabilitation);
    let rate: Fraction = if by_size || special { (2, 3) } else { (1, 2) };
    let cap = if raises { raised } else { plain };
    decide(firm, spent, Some(rate), cap, share(spent.total(), rate))
}

/// "As 2025-20, and `employees` ≥ 1."
fn outcome_21(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let outcome = outcome_20(edition, frame, firm, spent);
    if 0 < firm.employees {
        return outcome;
    }
    // "`below_floor` only when nothing else fails."
    let others = outcome.unmet.into_iter().filter(|unmet| *unmet != "below_floor");
    Outcome { unmet: others.chain(["employees"]).collect(), grant: 0, ..outcome }
}

/// "Floor 1,000,000."
fn decide(firm: &Firm, spent: &Spent, rate: Option<Fraction>, cap: u128, amount: u128) -> Outcome {
    let terms = Terms { rate, cap: Some(cap), floor: Some(1_000_000) };
    Outcome::new(conditions(firm, spent), terms, spent.total(), amount)
}
