//! A small edition that the mechanisms' own tests share.

use crate::{
    case::Expenses,
    fact::{CategoryId, Fact, FactId, Kind},
    money::{Rate, Yen},
    rules::{
        Category, Change, Cite, Cited, Contact, Edition, Frame, GrantShare, Provision, Rulebook,
        Sole, Test,
    },
};

pub(crate) const CITE: Cite =
    Cite { doc: "sample", page: None, lines: None, place: None, verified: true };

pub(crate) const INVOICE: FactId = FactId(0);
pub(crate) const WAGE: FactId = FactId(1);
pub(crate) const FACTS: &[Fact] = &[
    Fact { id: "invoice_new", kind: Kind::Truth, confirm: false },
    Fact { id: "wage_raise", kind: Kind::Truth, confirm: false },
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
    grant_share: None,
    sole: None,
};

static CATEGORIES: [Category; 3] = [
    PLAIN,
    Category {
        id: WEBSITE,
        key: "website",
        name: "ウェブサイト関連費",
        grant_share: Some(GrantShare { share: Rate::new(1, 4), at_most: Yen(500_000), cite: CITE }),
        sole: Some(Sole { id: "website_only", name: "単独では申請できない", cite: CITE }),
        ..PLAIN
    },
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
    rate: Cited { value: Rate::new(2, 3), cite: CITE },
    cap: Cited { value: Yen(500_000), cite: CITE },
    floor: None,
    provisions: &[
        Provision {
            id: "invoice",
            name: "インボイス特例",
            test: Test::Is(INVOICE),
            change: Change::RaiseCap(Yen(500_000)),
            cite: CITE,
        },
        Provision {
            id: "deficit",
            name: "赤字事業者",
            test: Test::Is(WAGE),
            change: Change::SetRate(Rate::new(3, 4)),
            cite: CITE,
        },
    ],
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
        facts: &[INVOICE, WAGE],
        categories: &CATEGORIES,
        frames: &FRAMES,
        notes: &[],
        contact: Contact { name: "事務局", tel: None, url: None, cite: CITE },
        sources: &[],
    }
}

pub(crate) fn frame() -> &'static Frame {
    FRAMES.first().expect("there is one")
}

pub(crate) fn expenses(amounts: &[(CategoryId, u64)]) -> Expenses {
    let rulebook =
        Rulebook { facts: FACTS, categories: &["machinery", "website", "disposal"], editions: &[] };
    let mut expenses = Expenses::none(&rulebook);
    for (category, amount) in amounts {
        expenses.set(*category, Yen(*amount));
    }
    expenses
}
