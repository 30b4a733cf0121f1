//! Fees, days and uses: experts, courses and advisers, from the last five readings of "Figures".

use super::edition::{Answers, Edition, Figures, Known, Requirement, number};

const EXPERTS: (&str, Answers) = ("experts", number(&[0, 1, 5], 1, 12));
const DAYS: (&str, Answers) = ("days", number(&[1, 2, 3, 4, 5, 6, 10, 11], 1, 15));
const USED_THIS_YEAR: (&str, Answers) = ("used_this_year", number(&[0, 2, 3], 1, 6));

pub(super) const EDITIONS: &[Edition] = &[
    Edition {
        id: "hands-on/2024",
        frames: &[
            "general",
            "specific",
            "it",
            "marketing_a",
            "marketing_b",
            "marketing_c",
            "restructuring",
        ],
        facts: &[EXPERTS, DAYS],
        // "`specific` over 10 days: `days_over_limit`."
        requirements: &[ten_days(&["specific"])],
        figures: |frame, known| {
            // "`marketing_b` 4,200 × experts × days (days = visits)."
            let price = if frame == "marketing_b" { 4_200 } else { 17_500 };
            vec![("fee", product(price, &["experts", "days"], known))]
        },
        ..Edition::FREE
    },
    Edition {
        id: "smrj-dispatch/2013",
        frames: &["continuous", "practice", "cio", "sales"],
        facts: &[EXPERTS, DAYS],
        requirements: &[ten_days(&["practice"])],
        figures: |frame, known| {
            let fee = match frame {
                "continuous" | "cio" => product(16_700, &["experts", "days"], known),
                // "Experts not counted."
                "practice" => product(8_000, &["days"], known),
                _ => product(4_000, &["experts", "days"], known),
            };
            vec![("fee", fee)]
        },
        ..Edition::FREE
    },
    Edition {
        id: "expert-dispatch/2013",
        facts: &[
            ("minutes", number(&[30, 60, 330, 360, 390], 30, 480)),
            ("days", number(&[0, 1, 3], 1, 10)),
            USED_THIS_YEAR,
        ],
        requirements: &[Requirement {
            id: "used_this_year",
            frames: &[],
            // "At 3 or more ineligible."
            holds: |known| Some(known.number("used_this_year")? < 3),
        }],
        figures: |_, known| {
            vec![("honorarium", honorarium(known)), ("free_left", left(3, "used_this_year", known))]
        },
        ..Edition::FREE
    },
    Edition {
        id: "mirasapo/2014",
        facts: &[USED_THIS_YEAR],
        figures: |_, known| vec![("free_left", left(3, "used_this_year", known))],
        ..Edition::FREE
    },
    Edition {
        id: "training/2024",
        frames: &["standard", "satellite"],
        facts: &[DAYS, ("trainees", number(&[0, 1], 1, 40))],
        figures: |frame, known| vec![("fee", training(frame, known))],
        ..Edition::FREE
    },
    Edition {
        id: "adviser-chukatsu/2024",
        facts: &[DAYS, ("certified_area", Answers::Truth)],
        requirements: &[ten_days(&[])],
        figures: adviser,
        ..Edition::FREE
    },
    Edition {
        id: "chukatsu-shindan/2024",
        facts: &[("used", number(&[0, 5, 6], 1, 10))],
        figures: |_, known| vec![("free_left", left(6, "used", known))],
        ..Edition::FREE
    },
    Edition {
        id: "shokei-enkatsuka/2024",
        facts: &[("used", number(&[0, 2, 3], 1, 10))],
        figures: |_, known| vec![("free_left", left(3, "used", known))],
        ..Edition::FREE
    },
    Edition {
        id: "fund/2024",
        frames: &["startup", "growth", "health", "succession", "revival"],
        facts: &[("fund_total", number(&[1, 2, 999_999_999], 1_000_000, 10_000_000_000))],
        // "`smrj_share_max` = ⌊fund_total/2⌋."
        figures: |_, known| {
            vec![("smrj_share_max", known.number("fund_total").map(|total| total / 2))]
        },
        ..Edition::FREE
    },
];

/// "Over 10 days `days_over_limit`."
const fn ten_days(frames: &'static [&'static str]) -> Requirement {
    let holds = |known: &Known<'_>| Some(known.number("days")? <= 10);
    Requirement { id: "days_over_limit", frames, holds }
}

/// A price times numbers.
fn product(price: i128, facts: &[&str], known: &Known<'_>) -> Option<i128> {
    facts.iter().try_fold(price, |fee, fact| Some(fee * known.number(fact)?))
}

/// max(0, `free` − used).
fn left(free: i128, used: &str, known: &Known<'_>) -> Option<i128> {
    Some((free - known.number(used)?).max(0))
}

/// "Days × min(2,500 × ⌊minutes/30⌋, 30,000)."
fn honorarium(known: &Known<'_>) -> Option<i128> {
    let a_day = 2_500 * (known.number("minutes")? / 30);
    Some(known.number("days")? * a_day.min(30_000))
}

/// "`standard` 16,000 / 22,000 / 32,000 / 36,000 for 1–4 days × trainees, other days `null`; `satellite`
/// 16,000 × trainees (one day)."
fn training(frame: &str, known: &Known<'_>) -> Option<i128> {
    let trainees = known.number("trainees")?;
    if frame == "satellite" {
        return Some(16_000 * trainees);
    }
    let price = match known.number("days")? {
        1 => 16_000,
        2 => 22_000,
        3 => 32_000,
        4 => 36_000,
        _ => return None,
    };
    Some(price * trainees)
}

/// "`free_days` = min(days, 3, or 5 in a `certified_area`), `charged_days` = days − free_days."
fn adviser(_: &str, known: &Known<'_>) -> Figures {
    let days = known.number("days");
    let free = days.zip(known.truth("certified_area"));
    let free = free.map(|(days, certified)| days.min(if certified { 5 } else { 3 }));
    let charged = days.zip(free).map(|(days, free)| days - free);
    vec![("free_days", free), ("charged_days", charged)]
}
