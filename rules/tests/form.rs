//! The expense sheet (様式3) of every official worked example, line by line, in the rounds that have it.

use hojokin_engine::{
    Case, Edition, FactId, Range, Rate, Verdict, Yen, estimate,
    form::{Form, form},
};
use hojokin_rules::rulebook;

/// Expenses by category, as the example prints them.
type Lines = &'static [(&'static str, &'static [u64])];

/// What stands in the rows: (1), (2), (3), (4), (5), (6).
type Rows = [u64; 6];

/// The frame of the example, who fits it, the lines, the rows.
const EXAMPLES: [(&str, &str, &[&str], Lines, Rows); 10] = [
    // 公式記載例 1 板金加工（卒業枠）
    (
        "jizokuka/2023-14",
        "graduation",
        &["graduation"],
        &[
            ("publicity", &[100_000, 100_000, 500_000, 400_000]),
            ("exhibition", &[1_000_000, 500_000]),
            ("travel", &[20_000]),
        ],
        [2_620_000, 1_746_666, 0, 0, 2_620_000, 1_746_666],
    ),
    // 2 珈琲店（通常枠＋インボイス特例）
    (
        "jizokuka/2023-14",
        "normal",
        &["invoice_new"],
        &[
            ("publicity", &[240_000, 600_000]),
            ("website", &[300_000, 120_000, 70_000]),
            ("development", &[59_800, 100_800, 24_000]),
            ("outsourcing", &[50_000]),
        ],
        [1_074_600, 716_400, 490_000, 238_800, 1_564_600, 955_200],
    ),
    // 3 割烹（創業枠＋インボイス特例）
    (
        "jizokuka/2023-14",
        "startup",
        &["startup_support", "invoice_new"],
        &[
            ("machinery", &[140_000, 250_000, 500_000, 500_000, 300_000]),
            ("publicity", &[100_000, 50_000, 120_000]),
            ("website", &[450_000, 300_000]),
            ("development", &[320_000]),
            ("outsourcing", &[90_000, 60_000]),
        ],
        [2_430_000, 1_620_000, 750_000, 500_000, 3_180_000, 2_120_000],
    ),
    // 4 カラオケ（賃金引上げ枠）
    (
        "jizokuka/2023-14",
        "wage",
        &["wage_raise"],
        &[
            ("publicity", &[100_000, 150_000, 250_000]),
            ("website", &[400_000, 350_000]),
            ("outsourcing", &[300_000, 500_000, 350_000]),
        ],
        [1_650_000, 1_100_000, 750_000, 366_666, 2_400_000, 1_466_666],
    ),
    // 5 旅行業（賃金引上げ枠）
    (
        "jizokuka/2023-14",
        "wage",
        &["wage_raise"],
        &[
            ("machinery", &[30_000]),
            ("publicity", &[350_000, 20_000]),
            ("outsourcing", &[1_000_000]),
        ],
        [1_400_000, 933_333, 0, 0, 1_400_000, 933_333],
    ),
    // 6 宿泊業（賃金引上げ枠・赤字）
    (
        "jizokuka/2023-14",
        "wage",
        &["wage_raise", "deficit"],
        &[
            ("machinery", &[100_000, 72_000]),
            ("publicity", &[60_000]),
            ("outsourcing", &[250_000, 78_000]),
        ],
        [560_000, 420_000, 0, 0, 560_000, 420_000],
    ),
    // 7 創業型 記載例1（インボイス特例、税込で入れる事業者）
    (
        "jizokuka-startup/2025-1",
        "startup",
        &["startup_support", "invoice_new"],
        &[
            ("publicity", &[528_000, 1_320_000, 792_000]),
            ("website", &[110_000, 165_000, 33_000]),
            ("development", &[34_500, 115_200, 31_680]),
            ("outsourcing", &[55_000]),
        ],
        [2_876_380, 1_917_586, 308_000, 205_333, 3_184_380, 2_122_919],
    ),
    // 8 創業型 記載例2
    (
        "jizokuka-startup/2025-1",
        "startup",
        &["startup_support"],
        &[
            ("machinery", &[140_000, 250_000, 500_000, 500_000]),
            ("publicity", &[100_000, 50_000, 120_000]),
            ("website", &[450_000, 300_000, 300_000]),
            ("development", &[320_000]),
            ("outsourcing", &[90_000, 60_000]),
        ],
        [2_130_000, 1_420_000, 1_050_000, 473_333, 3_180_000, 1_893_333],
    ),
    // 9 創業型 記載例3（インボイス特例）
    (
        "jizokuka-startup/2025-1",
        "startup",
        &["startup_support", "invoice_new"],
        &[
            ("publicity", &[100_000, 100_000, 500_000, 400_000]),
            ("exhibition", &[1_000_000, 500_000]),
            ("rent", &[900_000]),
            ("travel", &[20_000]),
        ],
        [3_520_000, 2_346_666, 0, 0, 3_520_000, 2_346_666],
    ),
    // 10 創業型 記載例4（インボイス特例、上限にちょうど届く）
    (
        "jizokuka-startup/2025-1",
        "startup",
        &["startup_support", "invoice_new"],
        &[("publicity", &[1_000_000, 1_000_000, 1_000_000]), ("website", &[500_000, 450_000])],
        [3_000_000, 2_000_000, 950_000, 500_000, 3_950_000, 2_500_000],
    ),
];

#[test]
fn every_official_example_comes_out_line_by_line() {
    for (id, frame, yes, lines, rows) in EXAMPLES {
        let mut case = firm(id, yes);
        let mut expected = Vec::new();
        for (key, amounts) in lines {
            let (category, sum) = (category(key), amounts.iter().sum());
            case.expenses.set(category, Yen(sum));
            expected.push((category, sum));
        }
        expected.sort();
        let form = shown(id, frame, &case).unwrap_or_else(|| panic!("{id}: {lines:?}"));
        assert_eq!(rows_of(&form), rows.map(|row| (row, row)), "{id}: {lines:?}");
        let mut found: Vec<_> =
            form.lines.iter().map(|(_, one)| (one.category.id, one.amount.0)).collect();
        found.sort();
        assert_eq!(found, expected, "{id}");
        for (n, one) in &form.lines {
            let nth = usize::try_from(*n).expect("it is small") - 1;
            assert_eq!(edition(id).categories[nth].id, one.category.id, "{id}");
        }
        assert_eq!(form.apart.key, "website");
    }
}

#[test]
fn the_examples_of_the_manual_come_out() {
    let of = |others, website| rows_of(&normal(others, website).expect("it grants"));
    let sure = |rows: Rows| rows.map(|row| (row, row));
    // 様式3マニュアル p9, and the third one: their caps are not reached, so the ordinary one will do.
    assert_eq!(of(455_000, 50_000), sure([455_000, 303_333, 50_000, 33_333, 505_000, 336_666]));
    assert_eq!(of(397_909, 50_000), sure([397_909, 265_272, 50_000, 33_333, 447_909, 298_605]));
    // p10: the cap is reached, and the tool prints from where to where the two grants go.
    assert_eq!(
        of(700_000, 100_000),
        [
            (700_000, 700_000),
            (433_334, 466_666),
            (100_000, 100_000),
            (33_334, 66_666),
            (800_000, 800_000),
            (500_000, 500_000),
        ]
    );
    // Q3-19: of a grant of 500,000 yen, no more than 125,000 may be for the website.
    let form = normal(10_000_000, 10_000_000).expect("it grants");
    assert_eq!((form.grant_apart.high, form.applied), (Yen(125_000), Yen(500_000)));
}

#[test]
fn the_cap_is_reached_to_the_yen() {
    let of = |others, website| {
        let form = normal(others, website).expect("it grants");
        let Form { grant, grant_apart, applied, .. } = form;
        [grant.low, grant.high, grant_apart.low, grant_apart.high, applied].map(|amount| amount.0)
    };
    // 375,000 + 125,000 = 500,000: nothing is left open.
    assert_eq!(of(562_500, 187_500), [375_000, 375_000, 125_000, 125_000, 500_000]);
    // 375,000 + 124,999, a yen less; and 375,001 + 125,000, a yen more, which either of the two may give up.
    assert_eq!(of(562_500, 187_499), [375_000, 375_000, 124_999, 124_999, 499_999]);
    assert_eq!(of(562_502, 187_500), [375_000, 375_001, 124_999, 125_000, 500_000]);
    // Without a website there is nothing to be split.
    assert_eq!(of(749_999, 0), [499_999, 499_999, 0, 0, 499_999]);
    assert_eq!(of(750_000, 0), [500_000, 500_000, 0, 0, 500_000]);
    assert_eq!(of(750_002, 0), [500_000, 500_000, 0, 0, 500_000]);
    // The other categories alone go beyond the cap: the website may have nothing.
    assert_eq!(of(900_000, 90_000), [440_000, 500_000, 0, 60_000, 500_000]);
    // A third of the other grant binds the website's, far below the cap.
    assert_eq!(of(375_000, 1_000_000), [250_000, 250_000, 83_333, 83_333, 333_333]);
    // The website alone cannot be applied for; nor with so little beside it that nothing is granted.
    assert!(normal(0, 500_000).is_none());
    assert!(normal(1, 500_000).is_none());
    assert_eq!(of(2, 500_000), [1, 1, 0, 0, 1]);
}

#[test]
fn five_hundred_thousand_yen_bind_the_website_under_a_high_cap() {
    let mut case = firm("jizokuka/2024-16", &["wage_raise"]);
    case.expenses.set(category("publicity"), Yen(2_250_000));
    for (website, apart) in [(749_999, 499_999), (750_000, 500_000), (750_002, 500_000)] {
        case.expenses.set(category("website"), Yen(website));
        let form = shown("jizokuka/2024-16", "wage", &case).expect("it grants");
        let exactly = Range { low: Yen(apart), high: Yen(apart) };
        assert_eq!((form.grant_apart, form.grant.low), (exactly, Yen(1_500_000)));
    }
}

#[test]
fn what_is_cut_stands_in_the_form_as_it_counts() {
    let mut case = firm("jizokuka/2024-16", &[]);
    case.expenses.set(category("publicity"), Yen(200_000));
    case.expenses.set(category("disposal"), Yen(300_000));
    let form = shown("jizokuka/2024-16", "normal", &case).expect("it grants");
    let lines: Vec<_> =
        form.lines.iter().map(|(n, one)| (*n, one.category.key, one.amount.0)).collect();
    assert_eq!(lines, [(2, "publicity", 200_000), (9, "disposal", 200_000)]);
    assert_eq!((form.total, form.applied), (Yen(400_000), Yen(266_666)));
}

/// (6) is what the frame grants, whatever is spent.
#[test]
fn the_form_and_the_estimate_agree() {
    let mut case = firm("jizokuka/2024-16", &["wage_raise", "invoice_new"]);
    for others in (0..4_000_000).step_by(99_991) {
        for website in (0..2_000_000).step_by(99_989) {
            case.expenses.set(category("publicity"), Yen(others));
            case.expenses.set(category("website"), Yen(website));
            for frame in &estimate(edition("jizokuka/2024-16"), &case).frames {
                let applied = shown("jizokuka/2024-16", frame.frame.id, &case)
                    .map_or(Yen::ZERO, |form| form.applied);
                if frame.verdict == Verdict::Eligible {
                    assert_eq!(applied, frame.grant.low, "{others}, {website}");
                }
            }
        }
    }
}

#[test]
fn the_rounds_with_a_form_stand_as_it_needs() {
    let with: Vec<_> =
        rulebook().editions.iter().filter(|edition| edition.form.is_some()).collect();
    let ids: Vec<&str> = with.iter().map(|edition| edition.id).collect();
    // 第20回 and 創業型 第4回 have limits of their own, and nobody has read their form.
    assert_eq!(
        ids,
        [
            "jizokuka/2023-14",
            "jizokuka/2024-15",
            "jizokuka/2024-16",
            "jizokuka/2025-17",
            "jizokuka-startup/2025-1",
            "jizokuka/2025-18",
            "jizokuka/2026-19",
            "jizokuka-startup/2026-3",
        ]
    );
    for edition in with {
        for frame in edition.frames {
            let grant = frame.grant().expect("it grants");
            let [part] = grant.parts else { panic!("{}: one part apart", edition.id) };
            assert_eq!(part.categories, [category("website")], "{}", edition.id);
            assert_eq!(part.grant_share, Some(Rate::new(1, 4)), "{}", edition.id);
            assert_eq!(part.at_most, Some(Yen(500_000)), "{}", edition.id);
            assert!(grant.tier.is_none() && grant.limit.is_none() && grant.round_to.is_none());
        }
    }
}

/// The ordinary frame of 第16回 for these expenses.
fn normal(others: u64, website: u64) -> Option<Form> {
    let mut case = firm("jizokuka/2024-16", &[]);
    case.expenses.set(category("publicity"), Yen(others));
    case.expenses.set(category("website"), Yen(website));
    shown("jizokuka/2024-16", "normal", &case)
}

fn shown(id: &str, frame: &str, case: &Case) -> Option<Form> {
    let estimate = estimate(edition(id), case);
    let frame = estimate.frames.iter().find(|one| one.frame.id == frame)?;
    form(edition(id), frame.frame.grant()?, frame.terms?, case)
}

fn rows_of(form: &Form) -> [(u64, u64); 6] {
    form.rows().map(|row| (row.low.0, row.high.0))
}

/// A retailer with 4 employees who says yes to these questions and no to all others.
fn firm(id: &str, yes: &[&str]) -> Case {
    use hojokin_engine::{Answers, Domain, Expenses, Kind};
    let rulebook = rulebook();
    let mut answers = Answers::none(rulebook.facts);
    for (n, fact) in (0..).zip(rulebook.facts) {
        if matches!(fact.kind, Kind::Truth) {
            answers.set(FactId(n), Domain::truth(yes.contains(&fact.id)));
        }
    }
    answers.set(rulebook.fact("employees").expect("it is asked").0, Domain::number(4));
    let industry = rulebook.fact("industry").expect("it is asked").0;
    answers.set(industry, Domain::choice(5));
    let as_of = "2024-05-10".parse().expect("a moment");
    assert!(edition(id).form.is_some());
    Case { as_of, answers, expenses: Expenses::none(&rulebook) }
}

fn edition(id: &str) -> &'static Edition {
    rulebook().edition(id).unwrap_or_else(|| panic!("{id} is built in"))
}

fn category(key: &str) -> hojokin_engine::CategoryId {
    rulebook().category(key).unwrap_or_else(|| panic!("{key} is built in"))
}
