//! キャリアアップ助成金: the last reading of the editions of 2025–2026; §9.3.

use super::edition::{Answers, Edition, Known, number};

/// "Per person × `persons` (20 and 100 at most a year) + add-ons."
pub(super) const EDITIONS: &[Edition] = &[Edition {
    id: "career-up/2026",
    frames: &["regular", "wage_rules"],
    facts: &[
        ("persons", number(&[1, 20, 21, 100, 101], 1, 130)),
        (
            "case",
            Answers::Choice(&["fixed_priority", "fixed_other", "open_priority", "open_other"]),
        ),
        ("raise_band", Answers::Choice(&["3", "4", "5", "6"])),
        ("large_company", Answers::Truth),
        ("addon_system", Answers::Truth),
        ("addon_diverse", Answers::Truth),
        ("addon_disclosure", Answers::Truth),
        ("addon_evaluation", Answers::Truth),
        ("addon_raise_system", Answers::Truth),
    ],
    figures: |frame, known| {
        let grant = if frame == "regular" { regular(known) } else { wage_rules(known) };
        vec![("grant", grant)]
    },
    ..Edition::FREE
}];

fn regular(known: &Known<'_>) -> Option<i128> {
    let (other, large) = match known.choice("case")? {
        "fixed_priority" => (800_000, 600_000),
        "fixed_other" | "open_priority" => (400_000, 300_000),
        _ => (200_000, 150_000),
    };
    let each = by_size(known, other, large)?;
    Some(
        each * known.number("persons")?.min(20)
            + once(known, "addon_system", 200_000, 150_000)?
            + once(known, "addon_diverse", 400_000, 300_000)?
            + once(known, "addon_disclosure", 200_000, 150_000)?,
    )
}

fn wage_rules(known: &Known<'_>) -> Option<i128> {
    let (other, large) = match known.choice("raise_band")? {
        "3" => (40_000, 26_000),
        "4" => (50_000, 33_000),
        "5" => (65_000, 43_000),
        _ => (70_000, 46_000),
    };
    let each = by_size(known, other, large)?;
    Some(
        each * known.number("persons")?.min(100)
            + once(known, "addon_evaluation", 200_000, 150_000)?
            + once(known, "addon_raise_system", 200_000, 150_000)?,
    )
}

/// An add-on, "once per 事業所".
fn once(known: &Known<'_>, fact: &str, other: i128, large: i128) -> Option<i128> {
    if known.truth(fact)? { by_size(known, other, large) } else { Some(0) }
}

/// 中小 or 大企業.
fn by_size(known: &Known<'_>, other: i128, large: i128) -> Option<i128> {
    known.truth("large_company").map(|is_large| if is_large { large } else { other })
}
