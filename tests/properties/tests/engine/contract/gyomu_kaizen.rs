//! 業務改善助成金: the reading of `gyomu-kaizen/2026`; §9.1.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
};

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "gyomu-kaizen/2026",
    categories: &["equipment"],
    frames: &[Frame {
        id: "main",
        facts: &["course", "site_employees", "raised_workers", "site_minimum_wage", "margin_drop"],
        counts: &["equipment"],
    }],
    confirm: &[],
    numbers: &[
        ("site_employees", &[0, 29, 30]),
        ("raised_workers", &[0, 1, 3, 5, 7, 9]),
        ("site_minimum_wage", &[0, 1_049, 1_050]),
    ],
    special: &[],
    sums: &[
        1_000, 75_000, 100_000, 300_000, 400_000, 500_000, 700_000, 900_000, 1_000_000, 1_100_000,
        1_300_000, 1_500_000, 1_800_000, 2_300_000, 2_400_000, 2_700_000, 3_000_000, 3_600_000,
        4_500_000, 6_000_000,
    ],
    spent: Spent::all,
    outcome,
}];

/// "Rate 4/5 if `site_minimum_wage` < 1,050, else 3/4"; "cost under 100,000 (and above 0) or no worker raised:
/// ineligible"; "the result is cut to 1,000 yen after the cap".
fn outcome(_: &str, _: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let cost = spent.total();
    let unmet = failing([
        (cost == 0 || 100_000 <= cost, "below_cost_floor"),
        (1 <= firm.raised_workers, "raised_workers"),
    ]);
    let rate = if firm.site_minimum_wage < 1_050 { (4, 5) } else { (3, 4) };
    let cap = cap(firm);
    let terms = Terms { rate: Some(rate), cap: Some(cap), floor: None };
    Outcome::new(unmet, terms, cost, share(cost, rate).min(cap) / 1_000 * 1_000)
}

/// The cell of the table, in 万円: 1 worker, 2–3, 4–5, 6–7, 8 or more, 10 or more; "the 10-workers column only
/// for `site_minimum_wage` < 1,050 or `margin_drop`".
fn cap(firm: &Firm) -> u128 {
    let cells = match (firm.course, firm.site_employees < 30) {
        ("50", true) => [40, 70, 70, 90, 110, 130],
        ("50", false) => [30, 40, 70, 90, 110, 130],
        ("70", true) => [50, 100, 130, 180, 230, 300],
        ("70", false) => [40, 50, 130, 180, 230, 300],
        ("90", true) => [100, 240, 270, 360, 450, 600],
        ("90", false) => [90, 150, 270, 360, 450, 600],
        (course, _) => panic!("the contract has no course {course}"),
    };
    let special = firm.site_minimum_wage < 1_050 || firm.margin_drop;
    let column = match firm.raised_workers {
        0..=1 => 0,
        2..=3 => 1,
        4..=5 => 2,
        6..=7 => 3,
        10.. if special => 5,
        _ => 4,
    };
    cells[column] * 10_000
}
