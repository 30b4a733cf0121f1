//! The calculation a second time, written from the text of the contract alone.
//!
//! Nothing here comes from the rule files or from the engine: figures, conditions and order of operations are
//! those of the readings for 持続化補助金, in plain `u128` arithmetic on one firm whose answers are all known.

use std::collections::BTreeMap;

/// Yen by category.
pub(crate) type Expenses = BTreeMap<&'static str, u64>;

/// An edition, the categories that it counts and its frames.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edition {
    pub(crate) id: &'static str,
    pub(crate) categories: &'static [&'static str],
    pub(crate) frames: &'static [&'static str],
}

/// The six editions of the contract's table that are built in.
pub(crate) const EDITIONS: [Edition; 6] = [
    Edition {
        id: "jizokuka/2014",
        categories: &[
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
        ],
        frames: &["normal", "employment"],
    },
    Edition { id: "jizokuka/2023-14", categories: &ELEVEN, frames: &FIVE_FRAMES },
    Edition { id: "jizokuka/2024-15", categories: &TEN, frames: &FIVE_FRAMES },
    Edition { id: "jizokuka/2024-16", categories: &TEN, frames: &FIVE_FRAMES },
    Edition {
        id: "jizokuka/2025-17",
        categories: &EIGHT,
        frames: &["normal", "invoice", "wage", "invoice_wage"],
    },
    Edition { id: "jizokuka-startup/2025-1", categories: &EIGHT, frames: &["startup"] },
];

const FIVE_FRAMES: [&str; 5] = ["normal", "wage", "graduation", "successor", "startup"];

const ELEVEN: [&str; 11] = [
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

const TEN: [&str; 10] = [
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

const EIGHT: [&str; 8] = [
    "machinery",
    "publicity",
    "website",
    "exhibition",
    "travel",
    "development",
    "rent",
    "outsourcing",
];

/// The industries, in the order of the contract's table of facts.
pub(crate) const INDUSTRIES: [&str; 12] = [
    "manufacturing",
    "construction",
    "transport",
    "rubber_products",
    "wholesale",
    "retail",
    "restaurant",
    "service",
    "lodging",
    "entertainment",
    "software",
    "other",
];

/// The legal forms, in the same order.
pub(crate) const LEGAL_FORMS: [&str; 7] =
    ["company", "sole_proprietor", "npo", "association", "cooperative", "medical", "other"];

/// One firm, every answer known.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Firm {
    pub(crate) industry: &'static str,
    pub(crate) legal_form: &'static str,
    pub(crate) employees: u64,
    pub(crate) wage_raise: bool,
    pub(crate) deficit: bool,
    pub(crate) invoice_new: bool,
    pub(crate) startup_support: bool,
    pub(crate) graduation: bool,
    pub(crate) atotsugi_finalist: bool,
    pub(crate) new_hire_insured: bool,
    pub(crate) owned_by_large: bool,
    pub(crate) income_over_limit: bool,
    pub(crate) excluded_form: bool,
    pub(crate) invoice_used_before: bool,
}

/// What an edition counts of the expenses: website, and all others together.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Counted {
    pub(crate) website: u128,
    pub(crate) others: u128,
}

impl Counted {
    pub(crate) fn sum(self) -> u128 {
        self.website + self.others
    }
}

/// What one frame gives one firm.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Outcome {
    /// What is not met, sorted by name; empty if the firm is eligible.
    pub(crate) unmet: Vec<&'static str>,
    /// 0 if something is not met.
    pub(crate) grant: u128,
    pub(crate) rate: (u32, u32),
    pub(crate) cap: u128,
}

/// "One that this edition does not count is 0 there"; "`disposal` is cut to the sum of all other categories,
/// `website` included".
pub(crate) fn counted(edition: &Edition, expenses: &Expenses) -> Counted {
    let of = |category: &str| {
        let counts = edition.categories.contains(&category);
        expenses.get(category).filter(|_| counts).map_or(0, |yen| u128::from(*yen))
    };
    let plain: u128 = edition
        .categories
        .iter()
        .filter(|id| !["website", "disposal"].contains(*id))
        .map(|id| of(id))
        .sum();
    let website = of("website");
    let disposal = of("disposal").min(plain + website);
    Counted { website, others: plain + disposal }
}

/// `frame` of `edition` for `firm`.
pub(crate) fn outcome(edition: &str, frame: &str, firm: &Firm, spent: Counted) -> Outcome {
    let mut unmet = conditions(edition, frame, firm);
    if 0 < spent.website && spent.others == 0 {
        unmet.push("website_only");
    }
    unmet.sort_unstable();
    let (rate, cap) = terms(edition, frame, firm);
    let grant = if unmet.is_empty() { amount(rate, cap, spent) } else { 0 };
    Outcome { unmet, grant, rate, cap }
}

/// A 1.2 "Calculation": b0 = ⌊a·r⌋, d0 = min(⌊c·r⌋, ⌊b0/3⌋, ⌊CAP/4⌋, 500,000), f = min(CAP, b0 + d0).
pub(crate) fn amount((above, below): (u32, u32), cap: u128, spent: Counted) -> u128 {
    let share = |yen: u128| yen * u128::from(above) / u128::from(below);
    let others = share(spent.others);
    let website = share(spent.website).min(others / 3).min(cap / 4).min(500_000);
    cap.min(others + website)
}

/// "`small`: wholesale, retail, restaurant, service, software ≤ 5; every other industry ≤ 20; in `jizokuka*` an
/// `npo` ≤ 20 in any industry."
fn small(firm: &Firm) -> bool {
    let five = ["wholesale", "retail", "restaurant", "service", "software"];
    let most = if firm.legal_form != "npo" && five.contains(&firm.industry) { 5 } else { 20 };
    firm.employees <= most
}

/// The requirements that `firm` does not meet.
fn conditions(edition: &str, frame: &str, firm: &Firm) -> Vec<&'static str> {
    let mut unmet = Vec::new();
    let mut must = |met: bool, id: &'static str| {
        if !met {
            unmet.push(id);
        }
    };
    must(small(firm), "small");
    must(!firm.excluded_form, "excluded_form");
    if edition != "jizokuka/2014" {
        must(!firm.owned_by_large, "owned_by_large");
        must(!firm.income_over_limit, "income_over_limit");
    }
    match frame {
        "employment" => must(firm.new_hire_insured, "new_hire_insured"),
        "graduation" => must(firm.graduation, "graduation"),
        "successor" => must(firm.atotsugi_finalist, "atotsugi_finalist"),
        "startup" => must(firm.startup_support, "startup_support"),
        _ => {}
    }
    if ["wage", "invoice_wage"].contains(&frame) {
        must(firm.wage_raise, "wage_raise");
        must(1 <= firm.employees, "employees");
    }
    if ["invoice", "invoice_wage"].contains(&frame) {
        must(firm.invoice_new, "invoice_new");
        must(!firm.invoice_used_before, "invoice_used_before");
    }
    unmet
}

/// The rate and the cap that apply.
fn terms(edition: &str, frame: &str, firm: &Firm) -> ((u32, u32), u128) {
    let cap = match (edition, frame) {
        (_, "normal") => 500_000,
        ("jizokuka/2014", "employment") | (_, "invoice") => 1_000_000,
        (_, "invoice_wage") => 2_500_000,
        _ => 2_000_000,
    };
    let raised = firm.invoice_new && !firm.invoice_used_before;
    let cap = match edition {
        "jizokuka/2014" | "jizokuka/2025-17" => cap,
        _ if raised => cap + 500_000,
        _ => cap,
    };
    let three_quarters = firm.deficit && ["wage", "invoice_wage"].contains(&frame);
    (if three_quarters { (3, 4) } else { (2, 3) }, cap)
}
