//! Loans, a guarantee and interest: `kodoka`, `saimu-hosho`, `nariwai-rishi`, `corona-rishi`; B 7.

use super::edition::{Answers, Edition, Figures, Known, Number, Requirement, agreed, each, number};

pub(super) const EDITIONS: &[Edition] = &[
    Edition {
        id: "kodoka/2024",
        facts: &[
            ("certified_plan", Answers::Truth),
            ("term_years", years(&[0, 1, 3, 4, 20, 21], 25)),
            ("grace_years", years(&[0, 1, 3, 4], 6)),
            ("deemed_large", Answers::Confirm),
        ],
        requirements: &[
            Requirement { id: "term_over_limit", frames: &[], holds: is_within_term },
            Requirement {
                id: "deemed_large",
                frames: &[],
                // "Open `confirm` facts … count as not standing in the way."
                holds: |known| Some(known.truth("deemed_large") != Some(true)),
            },
        ],
        figures: kodoka,
        ..Edition::FREE
    },
    Edition {
        id: "saimu-hosho/2024",
        facts: &[
            ("borrowing", number(&[1, 9, 5_000_000_000], 50_000_000, 6_000_000_000)),
            ("guarantee_share", Answers::Choice(&["1/2", "3/10"])),
        ],
        requirements: &[Requirement {
            id: "borrowing_over_limit",
            frames: &[],
            holds: |known| Some(known.number("borrowing")? <= 5_000_000_000),
        }],
        figures: guarantee,
        ..Edition::FREE
    },
    Edition {
        id: "nariwai-rishi/2024",
        facts: &[
            ("principal", number(&[1, 120_000, 3_333_333], 1_000_000, 300_000_000)),
            ("interest_rate_bp", number(&[1, 100, 130], 5, 500)),
            ("months", number(&[0, 1, 35, 36, 37], 1, 60)),
        ],
        figures: |_, known| vec![("interest_subsidy", interest_subsidy(known))],
        ..Edition::FREE
    },
    Edition {
        id: "corona-rishi/2023",
        facts: &[
            ("interest_paid", number(&[1, 500_000], 10_000, 2_000_000)),
            ("subsidy_received", number(&[1, 500_000], 10_000, 2_000_000)),
        ],
        related: &[("subsidy_received", |known, _| known.number("interest_paid")?.try_into().ok())],
        // "Interest_paid − subsidy_received, the only signed figure."
        figures: |_, known| {
            let both = known.number("interest_paid").zip(known.number("subsidy_received"));
            vec![("settlement", both.map(|(paid, received)| paid - received))]
        },
        ..Edition::FREE
    },
];

/// A number of years; each year of the term is gone through, so never very many.
const fn years(near: &'static [u64], most: u64) -> Answers {
    Answers::Number(Number { near, step: 1, most, far: 120 })
}

/// "`term_years` 1–20, `grace_years` 0–3 and below the term."
fn is_within_term(known: &Known<'_>) -> Option<bool> {
    // Of the terms that a grace of 0 to 3 years is below, and of those it is not below, one each will do.
    let terms = each(known.number("term_years"), &[0, 4, 21]);
    let graces = each(known.number("grace_years"), &[0, 4]);
    let within = |term, grace| (1..=20).contains(&term) && (0..=3).contains(&grace) && grace < term;
    agreed(terms.iter().flat_map(|term| graces.iter().map(|grace| within(*term, *grace))))
}

/// "`loan` = ⌊assets × 4/5⌋, with `certified_plan` 9/10."
fn kodoka(_: &str, known: &Known<'_>) -> Figures {
    let assets = known.expense("assets");
    let certified = known.truth("certified_plan");
    let loan = certified.map(|certified| if certified { assets * 9 / 10 } else { assets * 4 / 5 });
    let repaid = loan.zip(certified).and_then(|(loan, certified)| {
        // "Interest 0.80 % a year on the balance at the start of each year, 0 with `certified_plan`."
        let per_mille = if certified { 0 } else { 8 };
        repaid(loan, per_mille, known.number("term_years")?, known.number("grace_years")?)
    });
    vec![
        ("loan", loan),
        ("interest_total", repaid.map(|(interest, _)| interest)),
        ("yearly_payment", repaid.map(|(_, payment)| payment)),
    ]
}

/// All interest, and the payment of the first year after grace: "interest only in the grace years, then equal
/// principal p = ⌊loan/(term − grace)⌋, the rest with the last".
fn repaid(loan: i128, per_mille: i128, term: i128, grace: i128) -> Option<(i128, i128)> {
    let of = |balance: i128| balance * per_mille / 1_000;
    let principal = if grace < term { loan / (term - grace) } else { return None };
    let in_grace = grace * of(loan);
    let after = (0..term - grace).map(|paid| of(loan - paid * principal)).sum::<i128>();
    Some((in_grace + after, principal + of(loan)))
}

/// "`guaranteed` = ⌊borrowing × share⌋; `yearly_fee` = ⌊guaranteed × 4/1000⌋."
fn guarantee(_: &str, known: &Known<'_>) -> Figures {
    let both = known.number("borrowing").zip(known.choice("guarantee_share"));
    let guaranteed = both.map(|(borrowing, share)| match share {
        "1/2" => borrowing / 2,
        _ => borrowing * 3 / 10,
    });
    vec![("guaranteed", guaranteed), ("yearly_fee", guaranteed.map(|yen| yen * 4 / 1_000))]
}

/// "⌊principal × bp × min(months, 36) ÷ 120,000⌋."
fn interest_subsidy(known: &Known<'_>) -> Option<i128> {
    let a_year = known.number("principal")? * known.number("interest_rate_bp")?;
    Some(a_year * known.number("months")?.min(36) / 120_000)
}
