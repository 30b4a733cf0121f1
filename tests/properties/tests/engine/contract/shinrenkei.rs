//! 新連携: the reading of `shinrenkei/2018`; B 8.1.

use super::{
    Edition, Expenses, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
};

const FOUR: &[&str] = &["labor", "project", "outsourcing", "commission"];

const FACTS: &[&str] = &["plan_certified", "year", "year1_decision"];

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "shinrenkei/2018",
    categories: FOUR,
    frames: &[
        Frame { id: "general", facts: FACTS, counts: FOUR },
        Frame { id: "iot_ai", facts: FACTS, counts: FOUR },
    ],
    confirm: &["deemed_large"],
    numbers: &[("year1_decision", &[0, 20_000_000, 30_000_000])],
    special: &[],
    sums: &[10_000_000, 20_000_000, 30_000_000],
    spent,
    outcome,
}];

/// "`outsourcing` + `commission` ≤ `labor` + `project`, cut together (commission first)."
fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    let mut spent = Spent::all(frame, expenses);
    let own = spent.of("labor") + spent.of("project");
    let outsourcing = spent.of("outsourcing").min(own);
    spent.limit("outsourcing", outsourcing);
    spent.limit("commission", own - outsourcing);
    spent
}

/// "1/2 (`general`), 2/3 (`iot_ai`); cap 30,000,000, in year 2 `year1_decision`"; "no floor".
fn outcome(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let unmet =
        failing([(firm.plan_certified, "plan_certified"), (!firm.deemed_large, "deemed_large")]);
    let rate = if frame == "general" { (1, 2) } else { (2, 3) };
    let cap = if firm.year == "2" { u128::from(firm.year1_decision) } else { 30_000_000 };
    let terms = Terms { rate: Some(rate), cap: Some(cap), floor: None };
    Outcome::new(unmet, terms, spent.total(), share(spent.total(), rate))
}
