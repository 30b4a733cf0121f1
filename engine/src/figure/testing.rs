//! Facts, answers and a way to run a mechanism, for the mechanisms' own tests.

use crate::{
    case::Expenses,
    fact::{Answers, CategoryId, Domain, Fact, FactId, Kind},
    figure::Given,
    mechanism,
    money::Yen,
};

pub(crate) const A: FactId = FactId(0);
pub(crate) const B: FactId = FactId(1);
pub(crate) const C: FactId = FactId(2);
pub(crate) const D: FactId = FactId(3);
pub(crate) const CHOICE: FactId = FactId(4);
pub(crate) const TRUTH: FactId = FactId(5);
pub(crate) const LARGE: FactId = FactId(6);
pub(crate) const ASSETS: CategoryId = mechanism::testing::MACHINERY;

const FACTS: &[Fact] = &[
    Fact { id: "a", kind: Kind::Number, confirm: false, plan: false },
    Fact { id: "b", kind: Kind::Number, confirm: false, plan: false },
    Fact { id: "c", kind: Kind::Number, confirm: false, plan: false },
    Fact { id: "d", kind: Kind::Number, confirm: false, plan: false },
    Fact { id: "choice", kind: Kind::Choice(&["x", "y", "z"]), confirm: false, plan: false },
    Fact { id: "truth", kind: Kind::Truth, confirm: false, plan: false },
    Fact { id: "large", kind: Kind::Truth, confirm: false, plan: false },
];

pub(crate) fn answers(known: &[(FactId, Domain)]) -> Answers {
    let mut answers = Answers::none(FACTS);
    for (fact, answer) in known {
        answers.set(*fact, *answer);
    }
    answers
}

pub(crate) fn no_expenses() -> Expenses {
    mechanism::testing::expenses(&[])
}

/// What a mechanism gives when these numbers are known, and what it misses.
pub(crate) fn with<const N: usize>(
    numbers: &[(FactId, u64)],
    values: impl Fn(&mut Given<'_>) -> [Option<i64>; N],
) -> ([Option<i64>; N], Vec<FactId>) {
    with_all(numbers, &[], 0, values)
}

/// As [`with`], with answers of other kinds and yen of assets.
pub(crate) fn with_all<const N: usize>(
    numbers: &[(FactId, u64)],
    others: &[(FactId, Domain)],
    assets: u64,
    values: impl Fn(&mut Given<'_>) -> [Option<i64>; N],
) -> ([Option<i64>; N], Vec<FactId>) {
    let numbers = numbers.iter().map(|(fact, number)| (*fact, Domain::number(*number)));
    let known: Vec<(FactId, Domain)> = numbers.chain(others.iter().copied()).collect();
    let (answers, mut expenses) = (answers(&known), no_expenses());
    expenses.set(ASSETS, Yen(assets));
    let mut given = Given::new(&answers, &expenses);
    let values = values(&mut given);
    (values, given.missing())
}
