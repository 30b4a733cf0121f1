//! 事業承継・M&A補助金: the reading of `ma/*`; §7.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Fraction, Terms, share, tiered},
    size,
};

const BOTH: &[&str] = &["main", "closure"];

const MA: Edition = Edition {
    id: "",
    categories: BOTH,
    frames: &[
        Frame { id: "succession", facts: &["industry", "employees", "wage_raise"], counts: BOTH },
        Frame { id: "buyer", facts: &["due_diligence_cost"], counts: BOTH },
        Frame { id: "buyer_100oku", facts: &[], counts: BOTH },
        Frame {
            id: "seller",
            facts: &["margin_decline", "operating_loss", "due_diligence_cost"],
            counts: BOTH,
        },
        Frame { id: "pmi_expert", facts: &[], counts: BOTH },
        Frame {
            id: "pmi_investment",
            facts: &["industry", "employees", "wage_raise"],
            counts: BOTH,
        },
        Frame { id: "closure", facts: &[], counts: &["closure"] },
    ],
    confirm: &[],
    numbers: &[
        ("employees", size::SMALL),
        // Every yen counts, up to where all of the 2,000,000 is reached at 2/3 or at 1/2.
        ("due_diligence_cost", &[0, 2, 1_000_000, 2_999_999, 3_000_000, 3_999_999, 4_000_000]),
    ],
    special: &["main"],
    sums: &[
        1_000_000, 1_500_000, 2_000_000, 3_000_000, 6_000_000, 8_000_000, 10_000_000, 12_000_000,
        20_000_000, 50_000_000,
    ],
    spent: Spent::all,
    outcome,
};

pub(super) const EDITIONS: &[Edition] = &[
    Edition { id: "ma/2025-12", ..MA },
    Edition { id: "ma/2026-14", ..MA },
    Edition { id: "ma/2026-16", ..MA },
];

fn outcome(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (main, closure) = (spent.of("main"), spent.of("closure"));
    // "Add-on closure 1,500,000 to 2025-12, 3,000,000 from 2026-14."
    let most = if edition == "ma/2025-12" { 1_500_000 } else { 3_000_000 };
    if frame == "closure" {
        // READING: of "1/2–2/3" the lower.
        return plain(closure, (1, 2), most);
    }
    let by_size = if size::small(firm) { (2, 3) } else { (1, 2) };
    let raised = if firm.wage_raise { 10_000_000 } else { 8_000_000 };
    let loss = firm.margin_decline || firm.operating_loss;
    let of_seller = if loss { (2, 3) } else { (1, 2) };
    let (rate, outcome) = match frame {
        "succession" => (by_size, succession(main, by_size, raised)),
        "buyer" => ((2, 3), with_due_diligence(plain(main, (2, 3), 6_000_000), firm, (2, 3))),
        "buyer_100oku" => ((1, 2), buyer_100oku(main)),
        "seller" => {
            (of_seller, with_due_diligence(plain(main, of_seller, 6_000_000), firm, of_seller))
        }
        "pmi_expert" => ((1, 2), plain(main, (1, 2), 1_500_000)),
        _ => (by_size, plain(main, by_size, raised)),
    };
    outcome.add(closure, share(closure, rate).min(most))
}

/// One rate up to a cap, no floor.
fn plain(yen: u128, rate: Fraction, cap: u128) -> Outcome {
    let terms = Terms { rate: Some(rate), cap: Some(cap), floor: None };
    Outcome::new(Vec::new(), terms, yen, share(yen, rate))
}

/// "`wage_raise` raises `succession` to 10,000,000, the part above 8,000,000 at 1/2"; floor 1,000,000.
fn succession(main: u128, rate: Fraction, cap: u128) -> Outcome {
    let terms = Terms {
        // With 1/2 below and above, only one rate applies.
        rate: (rate == (1, 2)).then_some(rate),
        cap: Some(cap),
        floor: Some(1_000_000),
    };
    Outcome::new(Vec::new(), terms, main, tiered(main, rate, 8_000_000, (1, 2)))
}

/// "Part ≤ 10,000,000: 1/2; part > 10,000,000: 1/3", "tiered on the grant", cap 20,000,000.
fn buyer_100oku(main: u128) -> Outcome {
    let terms = Terms { rate: None, cap: Some(20_000_000), floor: None };
    Outcome::new(Vec::new(), terms, main, tiered(main, (1, 2), 10_000_000, (1, 3)))
}

/// "`due_diligence_cost` adds min(⌊× 2/3⌋, 2,000,000) to `buyer` and ⌊× the frame's rate⌋ likewise to `seller`."
/// It is no entered expense.
fn with_due_diligence(outcome: Outcome, firm: &Firm, rate: Fraction) -> Outcome {
    outcome.add(0, share(u128::from(firm.due_diligence_cost), rate).min(2_000_000))
}
