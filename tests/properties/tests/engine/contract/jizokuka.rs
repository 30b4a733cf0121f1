//! 持続化補助金: the contract's first reading and that of `jizokuka/2026-20`; A 1.1–1.4, 2026 §1.2–1.4.

use super::{
    Edition, Expenses, Firm, Fraction, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
    size,
};

const TWELVE: &[&str] = &[
    "travel",
    "expert_fee",
    "expert_travel",
    "rent",
    "books",
    "development",
    "machinery",
    "exhibition",
    "publicity",
    "misc",
    "commission",
    "outsourcing",
];

const ELEVEN: &[&str] = &[
    "machinery",
    "publicity",
    "website",
    "exhibition",
    "travel",
    "development",
    "books",
    "misc",
    "rent",
    "disposal",
    "outsourcing",
];

const TEN: &[&str] = &[
    "machinery",
    "publicity",
    "website",
    "exhibition",
    "travel",
    "development",
    "books",
    "rent",
    "disposal",
    "outsourcing",
];

const EIGHT: &[&str] = &[
    "machinery",
    "publicity",
    "website",
    "exhibition",
    "travel",
    "development",
    "rent",
    "outsourcing",
];

const NONE: Edition = Edition {
    id: "",
    categories: &[],
    frames: &[],
    confirm: &["owned_by_large", "income_over_limit", "excluded_form", "invoice_used_before"],
    numbers: &[("employees", size::SMALL)],
    special: &["website", "website", "disposal", "publicity"],
    sums: &[125_000, 250_000, 375_000, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000],
    spent,
    outcome,
};

pub(super) const EDITIONS: &[Edition] = &[
    Edition {
        id: "jizokuka/2014",
        categories: TWELVE,
        frames: &[
            frame("normal", &["industry", "legal_form", "employees"], TWELVE),
            frame(
                "employment",
                &["industry", "legal_form", "employees", "new_hire_insured"],
                TWELVE,
            ),
        ],
        confirm: &["excluded_form"],
        special: &[],
        ..NONE
    },
    Edition { id: "jizokuka/2023-14", categories: ELEVEN, frames: &five_frames(ELEVEN), ..NONE },
    Edition { id: "jizokuka/2024-15", categories: TEN, frames: &five_frames(TEN), ..NONE },
    Edition { id: "jizokuka/2024-16", categories: TEN, frames: &five_frames(TEN), ..NONE },
    Edition {
        id: "jizokuka/2025-17",
        categories: EIGHT,
        frames: FOUR_FRAMES,
        special: ON_ITS_OWN,
        ..NONE
    },
    Edition {
        id: "jizokuka-startup/2025-1",
        categories: EIGHT,
        frames: STARTUP,
        special: ON_ITS_OWN,
        ..NONE
    },
];

/// The editions of 2025–2026.
pub(super) const EDITIONS_2026: &[Edition] = &[
    Edition { id: "jizokuka/2025-18", ..LIKE_17 },
    Edition { id: "jizokuka/2026-19", ..LIKE_17 },
    Edition { id: "jizokuka/2026-20", sums: SUMS_20, outcome: outcome_20, ..LIKE_17 },
    Edition { id: "jizokuka-startup/2026-3", frames: STARTUP, ..LIKE_17 },
    Edition {
        id: "jizokuka-startup/2026-4",
        frames: STARTUP,
        sums: SUMS_20,
        outcome: outcome_20,
        ..LIKE_17
    },
];

/// "Same caps, rates, categories, 1/4・50万 web rule and formula as `ippan-17`."
const LIKE_17: Edition =
    Edition { categories: EIGHT, frames: FOUR_FRAMES, special: ON_ITS_OWN, ..NONE };

const SUMS_20: &[u64] =
    &[200_000, 300_000, 500_000, 600_000, 1_000_000, 1_400_000, 1_900_000, 2_000_000, 2_500_000];

/// The categories that are not reckoned with the others.
const ON_ITS_OWN: &[&str] = &["website", "website", "publicity"];

const FOUR_FRAMES: &[Frame] = &[
    frame("normal", &["industry", "legal_form", "employees"], EIGHT),
    frame("invoice", &["industry", "legal_form", "employees", "invoice_new"], EIGHT),
    frame("wage", &["industry", "legal_form", "employees", "wage_raise", "deficit"], EIGHT),
    frame(
        "invoice_wage",
        &["industry", "legal_form", "employees", "wage_raise", "deficit", "invoice_new"],
        EIGHT,
    ),
];

const STARTUP: &[Frame] = &[frame(
    "startup",
    &["industry", "legal_form", "employees", "invoice_new", "startup_support"],
    EIGHT,
)];

const fn frame(
    id: &'static str,
    facts: &'static [&'static str],
    counts: &'static [&'static str],
) -> Frame {
    Frame { id, facts, counts }
}

const fn five_frames(counts: &'static [&'static str]) -> [Frame; 5] {
    [
        frame("normal", &["industry", "legal_form", "employees", "invoice_new"], counts),
        frame(
            "wage",
            &["industry", "legal_form", "employees", "invoice_new", "wage_raise", "deficit"],
            counts,
        ),
        frame(
            "graduation",
            &["industry", "legal_form", "employees", "invoice_new", "graduation"],
            counts,
        ),
        frame(
            "successor",
            &["industry", "legal_form", "employees", "invoice_new", "atotsugi_finalist"],
            counts,
        ),
        frame(
            "startup",
            &["industry", "legal_form", "employees", "invoice_new", "startup_support"],
            counts,
        ),
    ]
}

/// "`disposal` is cut to the sum of all other categories, `website` included."
fn spent(frame: &Frame, expenses: &Expenses) -> Spent {
    let mut spent = Spent::all(frame, expenses);
    let others = spent.total() - spent.of("disposal");
    spent.limit("disposal", others);
    spent
}

fn outcome(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let mut unmet = conditions(edition, frame, firm);
    let (website, total) = (spent.of("website"), spent.total());
    if 0 < website && website == total {
        unmet.push("website_only");
    }
    let (rate, cap) = terms(edition, frame, firm);
    let terms = Terms { rate: Some(rate), cap: Some(cap), floor: None };
    Outcome::new(unmet, terms, total, amount(rate, cap, total - website, website))
}

/// "min(cap, floor(others × r) + min(floor(publicity × r), 300,000) + min(floor(website × r), 300,000))";
/// "publicity and nothing else: ineligible `publicity_only`; website and nothing else: `website_only`".
fn outcome_20(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let mut unmet = conditions(edition, frame, firm);
    let (publicity, website, total) = (spent.of("publicity"), spent.of("website"), spent.total());
    if 0 < publicity && publicity == total {
        unmet.push("publicity_only");
    }
    if 0 < website && website == total {
        unmet.push("website_only");
    }
    let (rate, cap) = terms(edition, frame, firm);
    let held = |yen| share(yen, rate).min(300_000);
    let amount = share(total - publicity - website, rate) + held(publicity) + held(website);
    Outcome::new(unmet, Terms { rate: Some(rate), cap: Some(cap), floor: None }, total, amount)
}

/// "Only those two together: a warning (`only_publicity_and_website`), not a refusal."
pub(crate) fn warns_of_publicity_and_website(edition: &str, spent: &Spent) -> bool {
    let (publicity, website) = (spent.of("publicity"), spent.of("website"));
    ["jizokuka/2026-20", "jizokuka-startup/2026-4"].contains(&edition)
        && 0 < publicity
        && 0 < website
        && publicity + website == spent.total()
}

/// A 1.2 "Calculation": b0 = ⌊a·r⌋, d0 = min(⌊c·r⌋, ⌊b0/3⌋, ⌊CAP/4⌋, 500,000), f = min(CAP, b0 + d0).
fn amount(rate: Fraction, cap: u128, others: u128, website: u128) -> u128 {
    let b0 = share(others, rate);
    let d0 = share(website, rate).min(b0 / 3).min(cap / 4).min(500_000);
    cap.min(b0 + d0)
}

/// The requirements that `firm` does not meet.
fn conditions(edition: &str, frame: &str, firm: &Firm) -> Vec<&'static str> {
    let wage = ["wage", "invoice_wage"].contains(&frame);
    let invoice = ["invoice", "invoice_wage"].contains(&frame);
    let later = edition != "jizokuka/2014";
    failing([
        (size::small_jizokuka(firm), "small"),
        (!firm.excluded_form, "excluded_form"),
        (!later || !firm.owned_by_large, "owned_by_large"),
        (!later || !firm.income_over_limit, "income_over_limit"),
        (frame != "employment" || firm.new_hire_insured, "new_hire_insured"),
        (frame != "graduation" || firm.graduation, "graduation"),
        (frame != "successor" || firm.atotsugi_finalist, "atotsugi_finalist"),
        (frame != "startup" || firm.startup_support, "startup_support"),
        (!wage || firm.wage_raise, "wage_raise"),
        (!wage || 1 <= firm.employees, "employees"),
        (!invoice || firm.invoice_new, "invoice_new"),
        (!invoice || !firm.invoice_used_before, "invoice_used_before"),
    ])
}

/// The rate and the cap that apply.
fn terms(edition: &str, frame: &str, firm: &Firm) -> (Fraction, u128) {
    let cap = match (edition, frame) {
        (_, "normal") => 500_000,
        ("jizokuka/2014", "employment") | (_, "invoice") => 1_000_000,
        (_, "invoice_wage") => 2_500_000,
        _ => 2_000_000,
    };
    let raised = firm.invoice_new && !firm.invoice_used_before;
    // 2023-14 to 2024-16 and the 創業型; since 2025-17 the invoice is a matter of the frame.
    let raises = ["jizokuka/2023-14", "jizokuka/2024-15", "jizokuka/2024-16"].contains(&edition)
        || edition.starts_with("jizokuka-startup/");
    let cap = if raised && raises { cap + 500_000 } else { cap };
    let three_quarters = firm.deficit && ["wage", "invoice_wage"].contains(&frame);
    (if three_quarters { (3, 4) } else { (2, 3) }, cap)
}
