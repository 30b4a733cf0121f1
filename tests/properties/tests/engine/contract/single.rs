//! The editions with one amount: 平成26年の事業, 中心市街地, Go-Tech; the last reading of the first list, B 8.2.

use super::{
    Edition, Firm, Frame, Outcome, Spent,
    outcome::{Terms, failing, share},
};

const MAIN: &[&str] = &["main"];

const ONE: Edition = Edition {
    id: "",
    categories: MAIN,
    frames: &[Frame { id: "main", facts: &[], counts: MAIN }],
    confirm: &[],
    numbers: &[],
    special: &[],
    sums: &[3_000_000, 20_000_000, 25_000_000, 30_000_000, 97_500_000, 100_000_000],
    spent: Spent::all,
    outcome,
};

pub(super) const EDITIONS: &[Edition] = &[
    Edition { id: "kaigai-shinshutsu/2014", numbers: &[("consortium_members", &[9])], ..ONE },
    Edition { id: "hanbairyoku/2014", ..ONE },
    Edition { id: "antenna-shop/2014", ..ONE },
    Edition {
        id: "koiki-tenji/2014",
        frames: &[Frame { id: "main", facts: &["exhibitors"], counts: MAIN }],
        numbers: &[("exhibitors", &[29])],
        ..ONE
    },
    Edition {
        id: "chushin-shigaichi/2009",
        frames: &[
            Frame { id: "two_thirds", facts: &[], counts: MAIN },
            Frame { id: "half", facts: &[], counts: MAIN },
        ],
        ..ONE
    },
    Edition { id: "go-tech/2024", ..ONE },
];

fn outcome(edition: &str, frame: &str, firm: &Firm, spent: &Spent) -> Outcome {
    let (rate, cap, floor) = match (edition, frame) {
        // "2/3, cap 20,000,000."
        ("kaigai-shinshutsu/2014", _) => ((2, 3), Some(20_000_000), None),
        // "1/2, floor 3,000,000, cap 25,000,000."
        ("hanbairyoku/2014", _) => ((1, 2), Some(25_000_000), Some(3_000_000)),
        // "Rate "1/1" …, cap 30,000,000."
        ("koiki-tenji/2014", _) => ((1, 1), Some(30_000_000), None),
        // ""1/1", cap 100,000,000."
        ("antenna-shop/2014", _) => ((1, 1), Some(100_000_000), None),
        // "⌊`main` × 2/3⌋ and ⌊`main` × 1/2⌋, no cap."
        ("chushin-shigaichi/2009", "two_thirds") => ((2, 3), None, None),
        ("chushin-shigaichi/2009", _) => ((1, 2), None, None),
        // "`grant` 0 – min(`main`, 97,500,000)."
        _ => ((1, 1), Some(97_500_000), None),
    };
    // "Requirement `exhibitors` ≥ 30."
    let enough = edition != "koiki-tenji/2014" || 30 <= firm.exhibitors;
    let main = spent.of("main");
    let terms = Terms { rate: Some(rate), cap, floor };
    let outcome = Outcome::new(failing([(enough, "exhibitors")]), terms, main, share(main, rate));
    if edition != "go-tech/2024" {
        return outcome;
    }
    // "No rate is known: `undetermined`, … whatever is answered."
    Outcome { unknown: true, rate: None, ..outcome }
}
