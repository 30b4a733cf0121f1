//! 中小企業成長加速化補助金: the reading of `seicho/*`; §8.

use super::{
    Edition, Expenses, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
};

const INVESTMENT: &[&str] = &["building", "machinery", "software"];

const FIVE: &[&str] = &["building", "machinery", "software", "outsourcing", "expert"];

const SEICHO: Edition = Edition {
    id: "",
    categories: FIVE,
    frames: &[Frame { id: "main", facts: &[], counts: FIVE }],
    confirm: &[],
    numbers: &[],
    special: INVESTMENT,
    sums: &[50_000_000, 100_000_000, 200_000_000, 500_000_000],
    spent,
    outcome,
};

pub(super) const EDITIONS: &[Edition] =
    &[Edition { id: "seicho/2026-2", ..SEICHO }, Edition { id: "seicho/2026-3", ..SEICHO }];

/// "`outsourcing` + `expert` count up to one yen less than that sum" (the experts are cut first).
fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    let mut spent = Spent::all(frame, expenses);
    let most = spent.of_all(INVESTMENT).saturating_sub(1);
    let outsourcing = spent.of("outsourcing").min(most);
    spent.limit("outsourcing", outsourcing);
    spent.limit("expert", most - outsourcing);
    spent
}

/// "1/2, cap 500,000,000, `building` + `machinery` + `software` ≥ 100,000,000 else `below_investment`."
fn outcome(_: &str, _: &str, _: &Firm, spent: &Spent) -> Outcome {
    let invested = !spent.is_entered() || 100_000_000 <= spent.of_all(INVESTMENT);
    let unmet = failing([(invested, "below_investment")]);
    let terms = Terms { rate: Some((1, 2)), cap: Some(500_000_000), floor: None };
    Outcome::new(unmet, terms, spent.total(), share(spent.total(), (1, 2)))
}
