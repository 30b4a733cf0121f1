//! IT導入補助金、デジタル化・AI導入補助金: the readings of `it/2024` (B 1) and `it/2026`; §6.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share, tiered},
    size,
};

const NORMAL: Frame = Frame {
    id: "normal",
    facts: &["industry", "legal_form", "employees", "capital", "processes", "wage_plan"],
    counts: &["software"],
};

/// From 2025, "`normal` 2/3 with `minimum_wage_special`".
const NORMAL_2025: Frame = Frame {
    facts: &[
        "industry",
        "legal_form",
        "employees",
        "capital",
        "processes",
        "wage_plan",
        "minimum_wage_special",
    ],
    ..NORMAL
};

const INVOICE: Frame = Frame {
    id: "invoice",
    facts: &["industry", "legal_form", "employees", "capital", "functions"],
    counts: &["software", "pc", "register"],
};

const E_TRANSACTION: Frame =
    Frame { id: "e_transaction", facts: &size::FACTS, counts: &["software"] };

const SECURITY: Frame = Frame {
    id: "security",
    facts: &["industry", "legal_form", "employees", "capital", "ipa_service"],
    counts: &["software"],
};

const GROUP: Frame = Frame {
    id: "group",
    facts: &["industry", "legal_form", "employees", "capital", "members"],
    counts: &["software", "pc", "register", "analysis", "admin"],
};

const IT: Edition = Edition {
    id: "it/2024",
    categories: &["software", "pc", "register", "analysis", "admin"],
    frames: &[NORMAL, INVOICE, E_TRANSACTION, SECURITY, GROUP],
    confirm: &["deemed_large", "owned_by_large", "income_over_limit"],
    numbers: &[
        ("employees", &[0, 5, 20, 50, 100, 200, 300, 900]),
        ("capital", size::CAPITAL),
        ("processes", &[0, 3]),
        ("functions", &[0, 1]),
        ("members", &[9, 10]),
    ],
    special: &["software", "software", "pc", "register"],
    sums: &[
        50_000, 100_000, 200_000, 500_000, 1_000_000, 1_499_999, 1_500_000, 2_000_000, 3_000_000,
        3_500_000, 4_500_000, 5_125_000, 5_166_667, 20_000_000, 30_000_000,
    ],
    spent: Spent::all,
    outcome,
};

const FRAMES_2025: &[Frame] = &[NORMAL_2025, INVOICE, E_TRANSACTION, SECURITY, GROUP];

pub(super) const EDITIONS: &[Edition] = &[IT];

pub(super) const EDITIONS_2026: &[Edition] = &[
    Edition { id: "it/2025", frames: FRAMES_2025, ..IT },
    Edition { id: "it/2026", frames: FRAMES_2025, ..IT },
];

fn outcome(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let unmet = conditions(frame, firm);
    let first = edition == "it/2024";
    let software = spent.of("software");
    match frame {
        // "1/2, floor 50,000"; "cap 4,500,000 with `processes` ≥ 4 **and** `wage_plan`, else 1,499,999"; later
        // "2/3 with `minimum_wage_special`".
        "normal" => {
            let full = 4 <= firm.processes && firm.wage_plan;
            let cap = if full { 4_500_000 } else { 1_499_999 };
            let rate = if !first && firm.minimum_wage_special { (2, 3) } else { (1, 2) };
            let terms = Terms { rate: Some(rate), cap: Some(cap), floor: Some(50_000) };
            Outcome::new(unmet, terms, software, share(software, rate))
        }
        "invoice" => invoice(unmet, firm, spent),
        // "1/2, 50,000–1,000,000"; later "up to 1,500,000 and 2/3 for `small`".
        "security" => {
            let rate = if !first && size::small(firm) { (2, 3) } else { (1, 2) };
            let cap = if first { 1_000_000 } else { 1_500_000 };
            let terms = Terms { rate: Some(rate), cap: Some(cap), floor: Some(50_000) };
            Outcome::new(unmet, terms, software, share(software, rate))
        }
        // "× 2/3 if `sme`, else 1/2, cap 3,500,000."
        "e_transaction" => {
            let rate = if size::sme(firm) { (2, 3) } else { (1, 2) };
            let terms = Terms { rate: Some(rate), cap: Some(3_500_000), floor: None };
            Outcome::new(unmet, terms, software, share(software, rate))
        }
        _ => group(unmet, firm, spent),
    }
}

fn conditions(frame: &str, firm: &Firm) -> Vec<&'static str> {
    failing([
        (frame == "e_transaction" || size::sme(firm), "sme"),
        (!firm.deemed_large, "deemed_large"),
        (!firm.owned_by_large, "owned_by_large"),
        (!firm.income_over_limit, "income_over_limit"),
        (frame != "normal" || 1 <= firm.processes, "processes"),
        (frame != "invoice" || 1 <= firm.functions, "functions"),
        (frame != "security" || firm.ipa_service, "ipa_service"),
        (frame != "group" || 10 <= firm.members, "members"),
    ])
}

/// "Part of that grant up to 500,000 at 3/4 (`small` 4/5), above at 2/3."
fn software_grant(firm: &Firm, software: u128, up_to: u128) -> u128 {
    let first = if size::small(firm) { (4, 5) } else { (3, 4) };
    tiered(software, first, up_to, (2, 3))
}

/// "Software capped at 500,000 with 1 function, 3,500,000 with 2 or more"; "plus min(⌊`pc`/2⌋, 100,000) and
/// min(⌊`register`/2⌋, 200,000), only with `software` above 0; `cap` is always the software cap + 300,000".
fn invoice(unmet: Vec<&'static str>, firm: &Firm, spent: &Spent) -> Outcome {
    let (software, pc, register) = (spent.of("software"), spent.of("pc"), spent.of("register"));
    let most = if firm.functions < 2 { 500_000 } else { 3_500_000 };
    let terms = Terms { rate: None, cap: Some(most + 300_000), floor: None };
    let main = software_grant(firm, software, 500_000).min(most);
    let added = share(pc, (1, 2)).min(100_000) + share(register, (1, 2)).min(200_000);
    Outcome::new(unmet, terms, software, main).add(pc + register, added)
}

/// "All limits × `members`: software as `invoice` with tier 500,000 and cap 3,500,000, `pc` 100,000,
/// `register` 200,000, `analysis` 2/3 up to 500,000; these together ≤ 30,000,000; plus min(⌊`admin` × 2/3⌋,
/// 2,000,000, ⌊(`software` + `pc` + `register` + `analysis`) × 1/15⌋); `cap` 32,000,000."
fn group(unmet: Vec<&'static str>, firm: &Firm, spent: &Spent) -> Outcome {
    let [software, pc, register, analysis, admin] =
        ["software", "pc", "register", "analysis", "admin"].map(|id| spent.of(id));
    let times = u128::from(firm.members);
    let together = software_grant(firm, software, 500_000 * times).min(3_500_000 * times)
        + share(analysis, (2, 3)).min(500_000 * times);
    let hardware =
        share(pc, (1, 2)).min(100_000 * times) + share(register, (1, 2)).min(200_000 * times);
    let added = share(admin, (2, 3))
        .min(2_000_000)
        .min(share(software + pc + register + analysis, (1, 15)));
    // What is granted on the main categories, `software` and `analysis`, and what only adds to it.
    let main = together.min(30_000_000);
    let rest = (together + hardware).min(30_000_000) - main + added;
    let terms = Terms { rate: None, cap: Some(32_000_000), floor: None };
    Outcome::new(unmet, terms, software + analysis, main).add(pc + register + admin, rest)
}
