//! A small edition that the mechanisms' own tests share.

use crate::{
    case::{Case, Expenses},
    combination::Combinations,
    fact::{Answers, CategoryId, Fact, FactId, Kind},
    money::{Rate, Yen},
    rules::{
        Category, Change, Cite, Cited, Contact, Edition, Frame, Gives, Grant, Part, Place,
        Provision, Rulebook, Test,
    },
};

pub(crate) const CITE: Cite =
    Cite { doc: "sample", page: None, lines: None, place: None, verified: true };

pub(crate) const INVOICE: FactId = FactId(0);
pub(crate) const WAGE: FactId = FactId(1);
pub(crate) const FACTS: &[Fact] = &[
    Fact { id: "invoice_new", kind: Kind::Truth, confirm: false, plan: false },
    Fact { id: "wage_raise", kind: Kind::Truth, confirm: false, plan: false },
];

pub(crate) const MACHINERY: CategoryId = CategoryId(0);
pub(crate) const WEBSITE: CategoryId = CategoryId(1);
pub(crate) const DISPOSAL: CategoryId = CategoryId(2);

const PLAIN: Category = Category {
    id: MACHINERY,
    key: "machinery",
    name: "機械装置等費",
    note: None,
    cost_share: None,
};

static CATEGORIES: [Category; 3] = [
    PLAIN,
    Category { id: WEBSITE, key: "website", name: "ウェブサイト関連費", ..PLAIN },
    Category {
        id: DISPOSAL,
        key: "disposal",
        name: "設備処分費",
        cost_share: Some(Cited { value: Rate::new(1, 2), cite: CITE }),
        ..PLAIN
    },
];

static FRAMES: [Frame; 1] = [Frame {
    id: "normal",
    name: "通常枠",
    requirements: &[],
    gives: Gives::Grant(&Grant {
        rate: Some(Cited { value: Rate::new(2, 3), cite: CITE }),
        cap: Some(Cited { value: Yen(500_000), cite: CITE }),
        floor: None,
        bands: None,
        cap_rows: &[],
        tier: None,
        main: &[MACHINERY, DISPOSAL],
        limit: None,
        times: None,
        parts: &[Part {
            categories: &[WEBSITE],
            amount: None,
            name: "ウェブサイト関連費",
            rate: None,
            at_most: Some(Yen(500_000)),
            grant_share: Some(Rate::new(1, 4)),
            of_cost: None,
            when: None,
            place: Place::Within,
            adds: false,
            fixed: false,
            cite: CITE,
        }],
        provisions: &[
            Provision {
                id: "invoice",
                name: "インボイス特例",
                test: Test::Is(INVOICE),
                changes: &[Change::RaiseCap(Yen(500_000))],
                cite: CITE,
            },
            Provision {
                id: "deficit",
                name: "赤字事業者",
                test: Test::Is(WAGE),
                changes: &[Change::SetRate(Rate::new(3, 4))],
                cite: CITE,
            },
        ],
        round_to: None,
    }),
    cautions: &[],
    obligations: &[],
}];

pub(crate) const fn edition() -> Edition {
    Edition {
        id: "sample/1",
        programme: "sample",
        name: "見本",
        round: "第1回",
        opens: None,
        closes: None,
        year_round: None,
        deadlines: &[],
        before_wages: None,
        followed_by: None,
        facts: &[INVOICE, WAGE],
        categories: &CATEGORIES,
        limits: &[],
        frames: &FRAMES,
        unstated: &[],
        wage: None,
        repayment: None,
        notes: &[],
        payment: None,
        form: None,
        contact: Contact { name: "事務局", tel: None, url: None, cite: CITE },
        sources: &[],
    }
}

pub(crate) fn frame() -> &'static Frame {
    FRAMES.first().expect("there is one")
}

const RULEBOOK: Rulebook = Rulebook {
    facts: FACTS,
    categories: &["machinery", "website", "disposal"],
    own: CategoryId(3),
    purposes: &[],
    editions: &[],
    combinations: Combinations::NONE,
};

pub(crate) fn expenses(amounts: &[(CategoryId, u64)]) -> Expenses {
    let mut expenses = Expenses::none(&RULEBOOK);
    for (category, amount) in amounts {
        expenses.set(*category, Yen(*amount));
    }
    expenses
}

/// A firm with these answers and no expenses.
pub(crate) fn case(answers: Answers) -> Case {
    Case { answers, ..spending(Expenses::none(&RULEBOOK)) }
}

/// A firm with these expenses of which nothing else is known.
pub(crate) fn spending(expenses: Expenses) -> Case {
    let as_of = "2024-05-01".parse().expect("a day of the calendar");
    Case { as_of, answers: Answers::none(FACTS), expenses }
}
