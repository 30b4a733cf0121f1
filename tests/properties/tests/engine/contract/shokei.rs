//! 事業承継・引継ぎ補助金: the reading of `shokei/2024`; B 3.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share, tiered},
    size,
};

const BOTH: &[&str] = &["main", "closure"];

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "shokei/2024",
    categories: BOTH,
    frames: &[
        Frame {
            id: "innovation",
            facts: &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "margin_decline",
                "operating_loss",
                "rehabilitation",
                "wage_raise",
            ],
            counts: BOTH,
        },
        Frame {
            id: "buyer",
            facts: &["industry", "legal_form", "employees", "capital", "deal_closed"],
            counts: BOTH,
        },
        Frame {
            id: "seller",
            facts: &[
                "industry",
                "legal_form",
                "employees",
                "capital",
                "margin_decline",
                "operating_loss",
                "deal_closed",
            ],
            counts: BOTH,
        },
        // "In the frame `closure` … `closure` is the main amount."
        Frame { id: "closure", facts: &size::FACTS, counts: &["closure"] },
    ],
    confirm: &["deemed_large", "owned_by_large", "income_over_limit"],
    numbers: &[("employees", &[0, 5, 20, 50, 100, 200, 300, 900]), ("capital", size::CAPITAL)],
    special: &["main"],
    sums: &[500_000, 1_000_000, 1_500_000, 3_000_000, 6_000_000, 7_000_000, 8_000_000, 13_000_000],
    spent: Spent::all,
    outcome,
}];

fn outcome(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let unmet = failing([
        (size::sme(firm), "sme"),
        (!firm.deemed_large, "deemed_large"),
        (!firm.owned_by_large, "owned_by_large"),
        (!firm.income_over_limit, "income_over_limit"),
    ]);
    let (main, closure) = (spent.of("main"), spent.of("closure"));
    match frame {
        "innovation" => innovation(unmet, firm, main, closure),
        // "Frame `closure`: 2/3, 500,000–1,500,000."
        "closure" => {
            let terms = Terms { rate: Some((2, 3)), cap: Some(1_500_000), floor: Some(500_000) };
            Outcome::new(unmet, terms, closure, share(closure, (2, 3)))
        }
        _ => deal(unmet, frame, firm, main, closure),
    }
}

/// "r = 2/3 if `small_basic`, `margin_decline`, `operating_loss` or `rehabilitation`, else 1/2; above
/// 6,000,000 of grant at 1/2; cap 8,000,000 with `wage_raise` and `employees` ≥ 1, else 6,000,000."
fn innovation(unmet: Vec<&'static str>, firm: &Firm, main: u128, closure: u128) -> Outcome {
    let two_thirds = size::small_basic(firm)
        || firm.margin_decline
        || firm.operating_loss
        || firm.rehabilitation;
    let raises = firm.wage_raise && 1 <= firm.employees;
    let r = if two_thirds { (2, 3) } else { (1, 2) };
    let terms = Terms {
        // With 1/2 below and above, only one rate applies.
        rate: (!two_thirds).then_some(r),
        cap: Some(if raises { 8_000_000 } else { 6_000_000 }),
        floor: Some(1_000_000),
    };
    Outcome::new(unmet, terms, main, tiered(main, r, 6_000_000, (1, 2)))
        .add(closure, share(closure, r).min(1_500_000))
}

/// "`buyer` 2/3; `seller` 1/2, or 2/3 if `margin_decline` or `operating_loss`; cap 6,000,000, or 3,000,000
/// when `deal_closed` is false. Add-on min(⌊`closure` × r⌋, 1,500,000) … for `buyer` and `seller` only with
/// `deal_closed`."
fn deal(unmet: Vec<&'static str>, frame: &str, firm: &Firm, main: u128, closure: u128) -> Outcome {
    let two_thirds = frame == "buyer" || firm.margin_decline || firm.operating_loss;
    let r = if two_thirds { (2, 3) } else { (1, 2) };
    let cap = if firm.deal_closed { 6_000_000 } else { 3_000_000 };
    let terms = Terms { rate: Some(r), cap: Some(cap), floor: Some(500_000) };
    let outcome = Outcome::new(unmet, terms, main, share(main, r));
    // READING: without `deal_closed` it does not count at all.
    if firm.deal_closed { outcome.add(closure, share(closure, r).min(1_500_000)) } else { outcome }
}
