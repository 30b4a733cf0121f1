//! 経営改善計画策定支援: the reading of `keieikaizen/2024`; B 4.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
};

const RELEASE: &[&str] = &["guarantee_release"];

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "keieikaizen/2024",
    categories: &["due_diligence", "plan", "monitoring", "closing_monitoring", "bank_negotiation"],
    frames: &[
        Frame {
            id: "early",
            facts: RELEASE,
            counts: &["plan", "monitoring", "closing_monitoring", "bank_negotiation"],
        },
        Frame {
            id: "plan_405",
            facts: RELEASE,
            counts: &["due_diligence", "plan", "monitoring", "bank_negotiation"],
        },
        // "`bank_negotiation` … (not in `plan_405_gl`)."
        Frame { id: "plan_405_gl", facts: &[], counts: &["due_diligence", "plan", "monitoring"] },
    ],
    confirm: &["excluded_form"],
    numbers: &[],
    special: &[],
    sums: &[50_000, 100_000, 150_000, 1_000_000, 2_000_000, 3_000_000],
    spent: Spent::all,
    outcome,
}];

/// "Σ min(⌊2/3 × item⌋, item cap); `cap` is the sum of the item caps."
fn outcome(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let mut items: Vec<(&[&str], u128)> = match frame {
        // "`early`: `plan` 150,000, `monitoring` 50,000, `closing_monitoring` 50,000."
        "early" => {
            vec![(&["plan"], 150_000), (&["monitoring"], 50_000), (&["closing_monitoring"], 50_000)]
        }
        // "`plan_405`: `due_diligence` + `plan` together 2,000,000, `monitoring` 1,000,000."
        "plan_405" => vec![(&["due_diligence", "plan"], 2_000_000), (&["monitoring"], 1_000_000)],
        // "`plan_405_gl`: `due_diligence` 3,000,000, `plan` 3,000,000, `monitoring` 1,000,000."
        _ => vec![
            (&["due_diligence"], 3_000_000),
            (&["plan"], 3_000_000),
            (&["monitoring"], 1_000_000),
        ],
    };
    // "`bank_negotiation` 100,000 with `guarantee_release` …, an item like the others."
    if firm.guarantee_release && frame != "plan_405_gl" {
        items.push((&["bank_negotiation"], 100_000));
    }
    let cost = |item: &[&str]| spent.of_all(item);
    let counted = items.iter().map(|(item, _)| cost(item)).sum();
    let grant = items.iter().map(|(item, most)| share(cost(item), (2, 3)).min(*most)).sum();
    let cap = items.iter().map(|(_, most)| most).sum();
    let terms = Terms { rate: Some((2, 3)), cap: Some(cap), floor: None };
    Outcome::new(failing([(!firm.excluded_form, "excluded_form")]), terms, counted, grant)
}
