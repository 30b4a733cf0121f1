//! Random cases: any answers, some of them open, and any expenses, most of them where the rules change.

use std::{collections::BTreeMap, fmt};

use hojokin_engine::{
    Answers, Assumption, Case, Choices, Domain, Edition as BuiltIn, Estimate, Expenses as Entered,
    Fact, FactId, Kind, Yen, estimate,
};
use proptest::{
    collection,
    prelude::*,
    sample,
    test_runner::{Config, RngAlgorithm, TestRunner},
};

use crate::contract::{Edition, Expenses, Firm, Value};

/// A case as it was asked: the answered facts and the entered expenses by id.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) edition: &'static str,
    pub(crate) answers: BTreeMap<&'static str, Value>,
    pub(crate) expenses: Expenses,
}

impl Asked {
    /// What the engine says to it.
    pub(crate) fn estimate(&self) -> Estimate {
        let edition = hojokin_rules::rulebook().edition(self.edition).expect(self.edition);
        estimate(edition, &self.case())
    }

    /// The case as the engine takes it.
    pub(crate) fn case(&self) -> Case {
        let rulebook = hojokin_rules::rulebook();
        let mut answers = Answers::none(rulebook.facts);
        for (id, value) in &self.answers {
            let (place, fact) = rulebook.fact(id).expect("a known fact");
            answers.set(place, domain(fact, *value));
        }
        let mut expenses = Entered::none(&rulebook);
        for (id, yen) in &self.expenses {
            expenses.set(rulebook.category(id).expect("a known category"), Yen(*yen));
        }
        Case { as_of: "2024-05-01".parse().expect("a day of the calendar"), answers, expenses }
    }

    /// The same with one more answer.
    pub(crate) fn answered(&self, id: &'static str, value: Value) -> Self {
        let mut asked = self.clone();
        asked.answers.insert(id, value);
        asked
    }

    /// The same with one of the assumed values as the answer to each assumed fact.
    pub(crate) fn assuming(&self, assumed: &[Assumption]) -> Self {
        assumed.iter().fold(self.clone(), |asked, assumption| {
            let fact = &hojokin_rules::rulebook().facts[usize::from(assumption.fact.0)];
            let value = match (assumption.values, fact.kind) {
                (Domain::Truth(can_be_true, _), _) => Value::Truth(can_be_true),
                // Of a cost, the least that brings all of its grant is worked with.
                (Domain::Number(least, _), Kind::Money) if fact.id == "due_diligence_cost" => {
                    Value::Number(least)
                }
                (Domain::Number(_, most), _) => Value::Number(most),
                (Domain::Choice(Choices(set)), Kind::Choice(choices)) => {
                    let first = usize::try_from(set.trailing_zeros()).expect("at most 64");
                    Value::Choice(choices[first])
                }
                (values, kind) => panic!("{values:?} are no values of {kind:?}"),
            };
            asked.answered(fact.id, value)
        })
    }

    /// The firm as the contract knows it; an open fact stands at 0, at `false` or at its first choice.
    pub(crate) fn firm(&self) -> Firm {
        let mut firm = Firm::UNKNOWN;
        for (id, value) in &self.answers {
            firm.set(id, *value);
        }
        firm
    }
}

fn domain(fact: &Fact, value: Value) -> Domain {
    match (value, fact.kind) {
        (Value::Truth(answer), Kind::Truth) => Domain::truth(answer),
        (Value::Number(answer), Kind::Number | Kind::Money) => Domain::number(answer),
        (Value::Choice(answer), Kind::Choice(choices)) => {
            let place = choices.iter().position(|choice| *choice == answer).expect(answer);
            Domain::choice(u32::try_from(place).expect("there are few choices"))
        }
        (value, kind) => panic!("{value:?} is no answer to {} ({kind:?})", fact.id),
    }
}

/// The fact with this id.
pub(crate) fn fact(id: &str) -> &'static Fact {
    hojokin_rules::rulebook().fact(id).expect(id).1
}

/// The built-in edition that `edition` is the text of.
pub(crate) fn built_in(edition: &Edition) -> &'static BuiltIn {
    hojokin_rules::rulebook().edition(edition.id).expect(edition.id)
}

/// Checks so many values; what failed is made small and printed in full.
pub(crate) fn run<S: Strategy>(cases: u32, strategy: &S, check: impl Fn(S::Value))
where
    S::Value: fmt::Debug,
{
    // Unoptimised, the default algorithm takes two thirds of the whole time.
    let rng_algorithm = RngAlgorithm::XorShift;
    let config = Config { cases, failure_persistence: None, rng_algorithm, ..Config::default() };
    let checked = TestRunner::new(config).run(strategy, |value| {
        check(value);
        Ok(())
    });
    if let Err(failed) = checked {
        panic!("{failed}");
    }
}

/// Cases with every fact answered that the edition reads.
pub(crate) fn answered(edition: &'static Edition) -> impl Strategy<Value = Asked> {
    asked(edition, Just(10))
}

/// Cases with none, some or all facts open.
pub(crate) fn partly_open(edition: &'static Edition) -> impl Strategy<Value = Asked> {
    asked(edition, sample::select(vec![10, 10, 7, 7, 7, 7, 7, 4, 4, 0]))
}

/// Cases in which so many of ten facts are answered, and now and then a fact that the edition does not read.
fn asked(
    edition: &'static Edition,
    of_ten: impl Strategy<Value = u8>,
) -> impl Strategy<Value = Asked> {
    let facts = edition.facts();
    let values: Vec<_> = facts.iter().map(|id| (value(edition, id), 0..10_u8)).collect();
    let foreign = sample::select(hojokin_rules::rulebook().facts);
    (values, of_ten, foreign, any::<u64>(), expenses(edition)).prop_map(
        move |(values, of_ten, foreign, number, expenses)| {
            let all = facts.iter().copied().zip(values);
            let mut answers: BTreeMap<_, _> =
                all.filter(|(_, (_, n))| *n < of_ten).map(|(id, (value, _))| (id, value)).collect();
            if !facts.contains(&foreign.id) {
                answers.insert(foreign.id, any_of(&foreign, number));
            }
            Asked { edition: edition.id, answers, expenses }
        },
    )
}

/// Any answer to a fact.
fn any_of(fact: &Fact, number: u64) -> Value {
    match fact.kind {
        Kind::Truth => Value::Truth(number.is_multiple_of(2)),
        Kind::Number | Kind::Money => Value::Number(number),
        Kind::Choice(choices) => {
            let count = u64::try_from(choices.len()).expect("there are few choices");
            Value::Choice(choices[usize::try_from(number % count).expect("below the count")])
        }
    }
}

/// Any answer to a fact that the edition reads: what is only to be confirmed is mostly `false`, a number
/// mostly stands where something changes.
pub(crate) fn value(edition: &Edition, id: &str) -> BoxedStrategy<Value> {
    let fact = fact(id);
    match fact.kind {
        Kind::Truth if fact.confirm => {
            proptest::bool::weighted(0.05).prop_map(Value::Truth).boxed()
        }
        Kind::Truth => any::<bool>().prop_map(Value::Truth).boxed(),
        Kind::Number | Kind::Money => {
            let classes = edition.classes(id);
            let beyond = classes.last().map_or(30, |most| most.saturating_mul(2));
            let limits = sample::select(classes.to_vec());
            let near = (limits, 0..2_u64).prop_map(|(most, more)| most + more);
            let lower = 0..=beyond.min(30);
            prop_oneof![12 => near, 4 => lower, 2 => 0..=beyond, 1 => any::<u64>()]
                .prop_map(Value::Number)
                .boxed()
        }
        Kind::Choice(choices) => prop_oneof![1 => Just(choices[0]), 3 => sample::select(choices)]
            .prop_map(Value::Choice)
            .boxed(),
    }
}

/// Every value of a fact that can matter; a number stands at the end of each class, one beyond it, and far
/// beyond all.
pub(crate) fn values(edition: &Edition, id: &str) -> Vec<Value> {
    match fact(id).kind {
        Kind::Truth => [false, true].map(Value::Truth).to_vec(),
        Kind::Choice(choices) => choices.iter().copied().map(Value::Choice).collect(),
        Kind::Number | Kind::Money => {
            let ends = edition.classes(id).iter().flat_map(|most| [*most, most + 1]);
            let mut numbers: Vec<u64> = ends.chain([0, u64::MAX]).collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers.into_iter().map(Value::Number).collect()
        }
    }
}

/// Amounts in a few categories, most of them such that the edition counts.
pub(crate) fn expenses(edition: &'static Edition) -> impl Strategy<Value = Expenses> {
    let category = || category(edition);
    let apart = collection::btree_map(category(), amount(edition), 0..5);
    // One amount in two parts: together they stand where something changes.
    let parts = (amount(edition), category(), category(), 0..=100_u64).prop_map(
        |(sum, one, other, percent)| {
            let part = sum / 100 * percent;
            let mut expenses = BTreeMap::from([(one, part)]);
            *expenses.entry(other).or_default() += sum - part;
            expenses
        },
    );
    prop_oneof![3 => apart, 2 => parts]
}

/// A category: one with a rule of its own, any that the edition counts, seldom one that it does not.
fn category(edition: &'static Edition) -> impl Strategy<Value = &'static str> {
    let special = if edition.special.is_empty() { edition.categories } else { edition.special };
    prop_oneof![
        8 => sample::select(special),
        7 => sample::select(edition.categories),
        1 => sample::select(hojokin_rules::rulebook().categories),
    ]
}

/// The rates and shares of the programmes.
const RATES: [(u64, u64); 7] = [(1, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 3), (1, 15)];

/// The least amount whose share is `sum`.
fn amount_for(sum: u64, (above, below): (u64, u64)) -> u64 {
    (sum * below).div_ceil(above)
}

/// The amounts whose share stands next to a sum at which something changes.
pub(crate) fn amounts_of_change(edition: &Edition) -> Vec<u64> {
    let pairs = edition.sums.iter().flat_map(|sum| RATES.map(|rate| amount_for(*sum, rate)));
    pairs.flat_map(|amount| amount - 3..=amount + 3).collect()
}

/// An amount of 0 to 10^12 yen, mostly one whose share stands next to a sum at which something changes.
pub(crate) fn amount(edition: &'static Edition) -> impl Strategy<Value = u64> {
    let rates = sample::select(vec![(1, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 3), (1, 15)]);
    let near = (sample::select(edition.sums), rates, 0..7_u64).prop_map(
        |(sum, (above, below), more): (u64, (u64, u64), u64)| {
            (sum * below).div_ceil(above) + more - 3
        },
    );
    let most = edition.sums.last().expect("every edition has a sum");
    prop_oneof![
        1 => Just(0),
        2 => 1..20_u64,
        10 => near,
        6 => 0..most * 3,
        1 => 0..=Yen::MOST_ENTERED.0,
        1 => Just(Yen::MOST_ENTERED.0),
    ]
}

/// The ids of facts.
pub(crate) fn ids(facts: &[FactId]) -> Vec<&'static str> {
    let all = hojokin_rules::rulebook().facts;
    facts.iter().map(|fact| all[usize::from(fact.0)].id).collect()
}
