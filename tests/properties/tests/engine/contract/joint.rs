//! 持続化補助金 共同・協業型: 2026 §1.5.

use super::{
    Edition, Expenses, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing},
};

/// 定額 (10/10).
const FLAT: &[&str] = &["honorarium", "travel_organiser", "equipment", "printing", "outsourcing"];

/// At 2/3.
const RATED: &[&str] = &["travel_members", "rent", "setup", "exhibition", "publicity"];

const ALL: &[&str] = &[
    "honorarium",
    "travel_organiser",
    "equipment",
    "printing",
    "outsourcing",
    "travel_members",
    "rent",
    "setup",
    "exhibition",
    "publicity",
];

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "jizokuka-joint/2026-3",
    categories: ALL,
    frames: &[Frame { id: "main", facts: &["members"], counts: ALL }],
    confirm: &[],
    numbers: &[("members", &[4, 9])],
    special: &["outsourcing", "honorarium", "publicity"],
    sums: &[1_000_000, 2_000_000, 10_000_000, 20_000_000, 30_000_000],
    spent,
    outcome,
}];

fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    Spent::all(frame, expenses)
}

/// "⌊flat + 2/3 × rated⌋ (one product)"; "`outsourcing` ≤ 1/2 of the flat items", itself one of them.
fn outcome(_: &str, _: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (flat, rated) = (spent.of_all(FLAT), spent.of_all(RATED));
    let unmet = failing([
        (5 <= firm.members, "members"),
        (flat == 0 || 0 < rated, "flat_only"),
        (spent.of("outsourcing") * 2 <= flat, "outsourcing_over_limit"),
    ]);
    let cap = if firm.members < 10 { 20_000_000 } else { 30_000_000 };
    // "`rate` is also `null` where several rates apply": here 10/10 and 2/3.
    let terms = Terms { rate: None, cap: Some(cap), floor: None };
    Outcome::new(unmet, terms, flat + rated, (flat * 3 + rated * 2) / 3)
}
