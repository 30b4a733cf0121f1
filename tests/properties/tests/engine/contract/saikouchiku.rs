//! 事業再構築補助金: the reading of `saikouchiku/2024-12`; A 3.

use super::{
    Edition, Firm, Fraction, Frame, Outcome, Spent,
    outcome::{Terms, band, failing, share, tiered},
};

const CATEGORIES: &[&str] = &[
    "building",
    "machinery",
    "technology",
    "expert",
    "shipping",
    "cloud",
    "outsourcing",
    "ip",
    "advertising",
    "training",
    "closure",
];

/// "No other frame counts `closure`."
const WITHOUT_CLOSURE: &[&str] = &[
    "building",
    "machinery",
    "technology",
    "expert",
    "shipping",
    "cloud",
    "outsourcing",
    "ip",
    "advertising",
    "training",
];

pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "saikouchiku/2024-12",
    categories: CATEGORIES,
    frames: &[
        Frame {
            id: "growth",
            facts: &["company_size", "employees", "short_term_wage_raise", "shrinking_market"],
            counts: CATEGORIES,
        },
        Frame {
            id: "gx",
            facts: &["company_size", "employees", "short_term_wage_raise"],
            counts: WITHOUT_CLOSURE,
        },
        Frame {
            id: "covid_recovery",
            facts: &["company_size", "employees", "covid_refinanced", "rehabilitation"],
            counts: WITHOUT_CLOSURE,
        },
        Frame {
            id: "minimum_wage",
            facts: &["company_size", "employees", "covid_refinanced"],
            counts: WITHOUT_CLOSURE,
        },
        // "Only `building` and `machinery` count."
        Frame {
            id: "supply_chain",
            facts: &["company_size", "industry"],
            counts: &["building", "machinery"],
        },
    ],
    confirm: &["deemed_large", "owned_by_large", "income_over_limit"],
    numbers: &[("employees", &[0, 5, 20, 21, 50, 51, 100])],
    special: &["building", "machinery", "closure"],
    sums: &[
        1_000_000,
        4_000_000,
        6_000_000,
        8_000_000,
        10_000_000,
        12_000_000,
        15_000_000,
        20_000_000,
        30_000_000,
        50_000_000,
        80_000_000,
        150_000_000,
        300_000_000,
        500_000_000,
    ],
    spent: Spent::all,
    outcome,
}];

fn outcome(_: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let closure = spent.of("closure");
    let main = spent.total() - closure;
    let (first, rest) = rates(frame, firm);
    let (cap, up_to) = caps(frame, firm, spent);
    let amount = match up_to {
        Some(up_to) => tiered(main, first, up_to, rest),
        None => share(main, first),
    };
    // "Floor 10,000,000"; "floor of the others 1,000,000, tested on the main amount".
    let floor = if frame == "supply_chain" { 10_000_000 } else { 1_000_000 };
    let rate = up_to.is_none().then_some(first);
    let terms = Terms { rate, cap: Some(cap), floor: Some(floor) };
    let outcome = Outcome::new(conditions(frame, firm), terms, main, amount);
    // "`growth` adds min(⌊`closure` × r⌋, 20,000,000) with `shrinking_market`, outside the cap."
    // READING: without `shrinking_market` it does not count at all.
    if frame == "growth" && firm.shrinking_market {
        outcome.add(closure, share(closure, first).min(20_000_000))
    } else {
        outcome
    }
}

fn conditions(frame: &str, firm: &Firm) -> Vec<&'static str> {
    let covid = firm.covid_refinanced || firm.rehabilitation;
    let industry = ["manufacturing", "rubber_products"].contains(&firm.industry);
    failing([
        (!firm.deemed_large, "deemed_large"),
        (!firm.owned_by_large, "owned_by_large"),
        (!firm.income_over_limit, "income_over_limit"),
        // "Where one of several would do, the first one named in the reading."
        (frame != "covid_recovery" || covid, "covid_refinanced"),
        (frame != "supply_chain" || industry, "industry"),
    ])
}

/// The rate, and that above the tier of `covid_recovery`.
fn rates(frame: &str, firm: &Firm) -> (Fraction, Fraction) {
    let sme = firm.company_size == "sme";
    let (high, middle, low) = if sme { ((3, 4), (2, 3), (1, 2)) } else { ((2, 3), (1, 2), (1, 3)) };
    let first = match frame {
        "growth" | "gx" if firm.short_term_wage_raise => middle,
        "growth" | "gx" | "supply_chain" => low,
        "minimum_wage" if !firm.covid_refinanced => middle,
        _ => high,
    };
    (first, middle)
}

/// The cap, and in `covid_recovery` the part of the grant at the first rate.
fn caps(frame: &str, firm: &Firm, spent: &Spent) -> (u128, Option<u128>) {
    let (people, raise) = (firm.employees, firm.short_term_wage_raise);
    let of = |(plain, raised): (u128, u128)| if raise { raised } else { plain };
    let million = 1_000_000;
    let cap = match frame {
        "growth" => of(band(
            people,
            &[
                (20, (15 * million, 20 * million)),
                (50, (30 * million, 40 * million)),
                (100, (40 * million, 50 * million)),
            ],
            (60 * million, 70 * million),
        )),
        "gx" if firm.company_size == "mid" => of((100 * million, 150 * million)),
        "gx" => of(band(
            people,
            &[
                (20, (30 * million, 40 * million)),
                (50, (50 * million, 60 * million)),
                (100, (70 * million, 80 * million)),
            ],
            (80 * million, 100 * million),
        )),
        "covid_recovery" => {
            let rows = [
                (5, (10 * million, 4 * million)),
                (20, (15 * million, 6 * million)),
                (50, (20 * million, 8 * million)),
            ];
            let (cap, up_to) = band(people, &rows, (30 * million, 12 * million));
            return (cap, Some(up_to));
        }
        "minimum_wage" => band(people, &[(5, 5 * million), (20, 10 * million)], 15 * million),
        // "Cap 500,000,000, or 300,000,000 when `building` is 0."
        _ if spent.of("building") == 0 => 300 * million,
        _ => 500 * million,
    };
    (cap, None)
}
