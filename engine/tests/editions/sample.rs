//! A small round, of which each test writes what it is about.

use hojokin_engine::{
    Category, CategoryId, Change, Cite, Cited, Contact, Edition, Fact, FactId, Frame, Gives, Grant,
    Kind, Part, Place, Provision, Rate, Requirement, Test, Yen,
};

pub(crate) const CITE: Cite =
    Cite { doc: "sample", page: None, lines: None, place: None, verified: true };

pub(crate) const FACTS: &[Fact] =
    &[Fact { id: "wage_raise", kind: Kind::Truth, confirm: false, plan: false }];
const WAGE: FactId = FactId(0);

pub(crate) const CATEGORY: Category = Category {
    id: CategoryId(0),
    key: "machinery",
    name: "機械装置等費",
    note: None,
    cost_share: None,
};

pub(crate) const REQUIREMENT: Requirement = Requirement {
    id: "wage",
    name: "賃金を30円以上引き上げる",
    remedy: None,
    test: Test::Is(WAGE),
    only_while: None,
    cite: CITE,
};

pub(crate) const PROVISION: Provision = Provision {
    id: "wage",
    name: "賃上げ特例（上限50万円上乗せ）",
    test: Test::Is(WAGE),
    changes: &[Change::RaiseCap(Yen(500_000))],
    cite: CITE,
};

pub(crate) const PART: Part = Part {
    categories: &[CategoryId(0)],
    amount: None,
    name: "機械装置等費",
    rate: None,
    at_most: Some(Yen(300_000)),
    grant_share: None,
    of_cost: None,
    when: None,
    place: Place::Within,
    adds: false,
    fixed: false,
    cite: CITE,
};

pub(crate) const GRANT: Grant = Grant {
    rate: rate(2, 3),
    cap: yen(500_000),
    floor: None,
    bands: None,
    cap_rows: &[],
    tier: None,
    main: &[CategoryId(0)],
    limit: None,
    times: None,
    parts: &[],
    provisions: &[],
    round_to: None,
};

pub(crate) const FRAME: Frame = Frame {
    id: "normal",
    name: "通常枠",
    requirements: &[],
    gives: Gives::Grant(&GRANT),
    cautions: &[],
    obligations: &[],
};

pub(crate) const EDITION: Edition = Edition {
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
    facts: &[WAGE],
    categories: &[],
    limits: &[],
    frames: &[],
    unstated: &[],
    wage: None,
    repayment: None,
    notes: &[],
    payment: None,
    form: None,
    contact: Contact { name: "事務局", tel: None, url: None, cite: CITE },
    sources: &[],
};

pub(crate) const fn yen(yen: u64) -> Option<Cited<Yen>> {
    Some(Cited { value: Yen(yen), cite: CITE })
}

pub(crate) const fn rate(numerator: u32, denominator: u32) -> Option<Cited<Rate>> {
    Some(Cited { value: Rate::new(numerator, denominator), cite: CITE })
}

/// Rules stay for as long as the program runs.
pub(crate) fn keep<T>(items: Vec<T>) -> &'static [T] {
    Vec::leak(items)
}
