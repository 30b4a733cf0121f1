//! The two mutual aids: `shokibo-kyosai` (B 5) and `tosan-boshi-kyosai` (B 6).

use super::{
    edition::{Answers, Edition, Figures, Known, Requirement, number},
    size::{INDUSTRIES, LEGAL_FORMS, small, sme},
};

const MILLION: u64 = 1_000_000;

pub(super) const EDITIONS: &[Edition] = &[
    Edition {
        id: "shokibo-kyosai/2024",
        facts: &[
            ("industry", Answers::Choice(INDUSTRIES)),
            ("employees", number(&[0, 5, 6, 20, 21], 1, 30)),
            ("premium", number(&[500, 1_000, 10_000, 70_000, 70_500], 500, 72_000)),
            ("months", number(MONTHS_PAID, 6, 744)),
            ("taxable_income", number(BRACKETS, 100_000, 50 * MILLION)),
            ("trigger", Answers::Choice(&["a", "b", "semi", "cancel"])),
        ],
        related: &[
            // What is left of the income stands at a bracket.
            ("taxable_income", |known, turn| {
                let left = one_of(BRACKETS, turn);
                Some(left + 12 * u64::try_from(known.number("premium")?).ok()?)
            }),
            // The premium takes all of the income.
            ("taxable_income", |known, _| (12 * known.number("premium")?).try_into().ok()),
        ],
        requirements: &[
            Requirement { id: "small", frames: &[], holds: small },
            premium_range::<1_000, 70_000, 500>(),
        ],
        figures: |_, known| {
            let premium = known.number("premium");
            let total = premium.zip(known.number("months")).map(|(yen, months)| yen * months);
            vec![
                ("yearly_premium", premium.map(|yen| 12 * yen)),
                ("tax_saving", tax_saving(known)),
                ("total_paid", total),
                ("payout", payout(known)),
            ]
        },
        ..Edition::FREE
    },
    Edition {
        id: "tosan-boshi-kyosai/2024",
        facts: &[
            ("industry", Answers::Choice(INDUSTRIES)),
            ("legal_form", Answers::Choice(LEGAL_FORMS)),
            ("employees", number(&[50, 100, 200, 300, 900], 50, 1_000)),
            (
                "capital",
                number(&[50 * MILLION, 100 * MILLION, 300 * MILLION], MILLION, 400 * MILLION),
            ),
            ("premium", number(&[5_000, 200_000, 205_000], 5_000, 210_000)),
            ("months", number(&[5, 6, 11, 12, 23, 24, 29, 30, 35, 36, 39, 40], 1, 60)),
            ("total_paid", number(&[50_000, 8 * MILLION], 5_000, 9 * MILLION)),
            ("uncollectible", number(UNCOLLECTIBLE, 50_000, 90 * MILLION)),
            ("cancel_kind", Answers::Choice(&["voluntary", "deemed", "by_agency"])),
        ],
        related: &[
            // What could not be collected is as much as is lent.
            ("uncollectible", |known, _| (10 * total_paid(known)?).try_into().ok()),
            // What was paid is a tenth of where the loan changes.
            ("total_paid", |_, turn| Some(one_of(UNCOLLECTIBLE, turn) / 10)),
            // The loan against it stands at a step, or at its least.
            ("total_paid", |known, turn| {
                let percent = u64::try_from(agency_percent(known)?).ok().filter(|one| 0 < *one)?;
                Some(((6 + turn % 140) * 50_000 * 10_000).div_ceil(percent * 95))
            }),
            // So many months have paid just as much as can be paid.
            ("premium", |known, _| {
                let months = u64::try_from(known.number("months")?).ok()?.max(1);
                Some((8 * MILLION).div_ceil(months).next_multiple_of(5_000))
            }),
        ],
        requirements: &[
            Requirement { id: "sme", frames: &[], holds: sme },
            premium_range::<5_000, 200_000, 5_000>(),
            Requirement {
                id: "total_paid_over_limit",
                frames: &[],
                // Open, it is worked out, and then never above.
                holds: |known| Some(known.number("total_paid").unwrap_or(0) <= 8_000_000),
            },
        ],
        figures: tosan_boshi,
        ..Edition::FREE
    },
];

/// The months at which a rate or a table changes.
const MONTHS_PAID: &[u64] = &[
    1, 5, 6, 11, 12, 59, 60, 61, 83, 84, 89, 90, 119, 120, 121, 125, 126, 179, 180, 181, 185, 186,
    239, 240, 241, 245, 246, 251, 252, 359, 360, 361, 474, 479, 480, 719, 720, 900,
];

/// The most taxable income of each bracket.
const BRACKETS: &[u64] = &[0, 1_950_000, 3_300_000, 6_950_000, 9_000_000, 18_000_000, 40_000_000];

/// Losses at which the loan, its term or its end changes.
const UNCOLLECTIBLE: &[u64] = &[
    49_999, 50_000, 450_000, 500_000, 550_000, 49_950_000, 50_000_000, 64_950_000, 65_000_000,
    79_950_000, 80_000_000, 80_050_000,
];

fn one_of(amounts: &[u64], turn: u64) -> u64 {
    let count = u64::try_from(amounts.len()).expect("there are few");
    amounts[usize::try_from(turn % count).expect("below the count")]
}

/// "`premium` 1,000–70,000 in steps of 500, else `premium_range`"; "5,000–200,000 in steps of 5,000".
const fn premium_range<const LEAST: i128, const MOST: i128, const STEP: i128>() -> Requirement {
    let holds = |known: &Known<'_>| {
        let premium = known.number("premium")?;
        Some(LEAST <= premium && premium <= MOST && premium % STEP == 0)
    };
    Requirement { id: "premium_range", frames: &[], holds }
}

/// "T(X) − T(max(0, X − `yearly_premium`)), X = `taxable_income` as given."
fn tax_saving(known: &Known<'_>) -> Option<i128> {
    let (income, premium) = (known.number("taxable_income")?, known.number("premium")?);
    Some(tax(income) - tax((income - 12 * premium).max(0)))
}

/// "T = ⌊income tax by the table of B 5.3⌋ + ⌊2.1 % of it, down to 100 yen⌋ + ⌊X/10⌋."
fn tax(income: i128) -> i128 {
    let (percent, less) = match income {
        ..=1_950_000 => (5, 0),
        1_950_001..=3_300_000 => (10, 97_500),
        3_300_001..=6_950_000 => (20, 427_500),
        6_950_001..=9_000_000 => (23, 636_000),
        9_000_001..=18_000_000 => (33, 1_536_000),
        18_000_001..=40_000_000 => (40, 2_796_000),
        _ => (45, 4_796_000),
    };
    let income_tax = (income * percent - less * 100) / 100;
    let reconstruction = income_tax * 21 / 1_000 / 100 * 100;
    income_tax + reconstruction + income / 10
}

fn payout(known: &Known<'_>) -> Option<i128> {
    let (premium, months) = (known.number("premium")?, known.number("months")?);
    // "0 under 6 months (`a`, `b`) or 12 (`semi`, `cancel`)"; per 500 yen by B 5.1.
    let (least, per_unit) = match known.choice("trigger")? {
        // "⌊total_paid × rate of B 5.2⌋."
        "cancel" => return Some(premium * months * cancel_rate(months) / 10_000),
        "a" => (6, [31_070, 64_530, 100_550, 139_320, 217_400]),
        "b" => (6, [30_730, 63_040, 97_020, 132_940, 210_590]),
        _ => (12, [30_000, 60_000, 90_000, 120_975, 191_637]),
    };
    if months < least {
        return Some(0);
    }
    // "At 60, 120, 180, 240, 360 months, between them linear per 500 yen (⌊ ⌋ at the end), else `null`."
    let table: Vec<(i128, i128)> = [60, 120, 180, 240, 360].into_iter().zip(per_unit).collect();
    let between = table.windows(2).find(|ends| ends[0].0 <= months && months <= ends[1].0)?;
    let ((start, low), (end, high)) = (between[0], between[1]);
    let of_all = low * (end - start) + (high - low) * (months - start);
    Some(premium * of_all / (500 * (end - start)))
}

/// B 5.2 in hundredths of one per cent: "12–83: 80.00%. 84–239: 80.50 + 0.75*floor((m-84)/6) %. 240–719:
/// 100.00 + 0.25*floor((m-240)/6) %. ≥720: 120.00%."
fn cancel_rate(months: i128) -> i128 {
    match months {
        ..=11 => 0,
        12..=83 => 8_000,
        84..=239 => 8_050 + 75 * ((months - 84) / 6),
        240..=719 => 10_000 + 25 * ((months - 240) / 6),
        _ => 12_000,
    }
}

/// "`total_paid` open = min(premium × months, 8,000,000)."
fn total_paid(known: &Known<'_>) -> Option<i128> {
    let worked_out = || Some((known.number("premium")? * known.number("months")?).min(8_000_000));
    known.number("total_paid").or_else(worked_out)
}

fn tosan_boshi(_: &str, known: &Known<'_>) -> Figures {
    let loan = bankruptcy_loan(known);
    let months = loan.filter(|loan| 0 < *loan).map(|loan| match loan {
        65_000_000.. => 84,
        50_000_000.. => 72,
        _ => 60,
    });
    vec![
        ("loan", loan),
        // "`null` without loan."
        ("loan_months", months),
        ("deduction", loan.map(|loan| loan / 10)),
        ("refund", refund(known)),
        ("temporary_loan", temporary_loan(known)),
    ]
}

/// "Min(uncollectible, 10 × total_paid, 80,000,000) down to 50,000; 0 if that is under 500,000 or `months` < 6."
fn bankruptcy_loan(known: &Known<'_>) -> Option<i128> {
    let (paid, months) = (total_paid(known)?, known.number("months")?);
    let most = known.number("uncollectible")?.min(10 * paid).min(80_000_000);
    let loan = most / 50_000 * 50_000;
    Some(if loan < 500_000 || months < 6 { 0 } else { loan })
}

/// "⌊total_paid × rate of B 6⌋ (no loan deducted)."
fn refund(known: &Known<'_>) -> Option<i128> {
    let percent = refund_percent(known.choice("cancel_kind")?, known.number("months")?);
    Some(total_paid(known)? * percent / 100)
}

/// "Total_paid × 機構 rate × 95 % down to 50,000, 0 if under 300,000."
fn temporary_loan(known: &Known<'_>) -> Option<i128> {
    let loan = total_paid(known)? * agency_percent(known)? * 95 / 10_000 / 50_000 * 50_000;
    Some(if loan < 300_000 { 0 } else { loan })
}

/// The 機構 rate, but "from 40 months with total_paid 8,000,000 the rate is 100 %".
fn agency_percent(known: &Known<'_>) -> Option<i128> {
    let (paid, months) = (total_paid(known)?, known.number("months")?);
    let full = 40 <= months && 8_000_000 <= paid;
    Some(if full { 100 } else { refund_percent("by_agency", months) })
}

fn refund_percent(kind: &str, months: i128) -> i128 {
    let column = match months {
        ..=11 => return 0,
        12..=23 => 0,
        24..=29 => 1,
        30..=35 => 2,
        36..=39 => 3,
        _ => 4,
    };
    let percents = match kind {
        "voluntary" => [80, 85, 90, 95, 100],
        "deemed" => [85, 90, 95, 100, 100],
        _ => [75, 80, 85, 90, 95],
    };
    percents[column]
}
