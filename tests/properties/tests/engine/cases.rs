//! Random cases: any answers, some of them open, and any expenses.

use std::collections::BTreeMap;

use hojokin_engine::{Answers, Case, Domain, Expenses, Fact, FactId, Kind, Yen};
use proptest::{collection, prelude::*, sample, test_runner::Config};

use crate::contract::{self, Firm, INDUSTRIES, LEGAL_FORMS};

/// One answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Value {
    Truth(bool),
    Number(u64),
    Choice(usize),
}

impl Value {
    fn domain(self) -> Domain {
        match self {
            Self::Truth(answer) => Domain::truth(answer),
            Self::Number(answer) => Domain::number(answer),
            Self::Choice(n) => Domain::choice(u32::try_from(n).expect("there are few choices")),
        }
    }
}

/// A case as it was asked: the answered facts and the entered expenses by id.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) answers: BTreeMap<&'static str, Value>,
    pub(crate) expenses: contract::Expenses,
}

impl Asked {
    /// The case as the engine takes it.
    pub(crate) fn case(&self) -> Case {
        let rulebook = hojokin_rules::rulebook();
        let mut answers = Answers::none(rulebook.facts);
        for (id, value) in &self.answers {
            let (fact, _) = rulebook.fact(id).expect("a known fact");
            answers.set(fact, value.domain());
        }
        let mut expenses = Expenses::none(&rulebook);
        for (id, yen) in &self.expenses {
            expenses.set(rulebook.category(id).expect("a known category"), Yen(*yen));
        }
        Case { as_of: "2024-05-01".parse().expect("a day of the calendar"), answers, expenses }
    }

    /// The facts without an answer that take part in an answering.
    pub(crate) fn open(&self) -> impl Iterator<Item = &'static Fact> {
        let facts = hojokin_rules::rulebook().facts.iter();
        facts.filter(|fact| !fact.confirm && !self.answers.contains_key(fact.id))
    }

    /// The same with one more answer.
    pub(crate) fn answered(&self, id: &'static str, value: Value) -> Self {
        let mut asked = self.clone();
        asked.answers.insert(id, value);
        asked
    }

    /// The firm as the contract knows it, an open fact at its first value.
    pub(crate) fn firm(&self) -> Firm {
        let mut firm =
            Firm { industry: INDUSTRIES[0], legal_form: LEGAL_FORMS[0], ..Firm::default() };
        for (id, value) in &self.answers {
            set(&mut firm, id, *value);
        }
        firm
    }
}

/// Notes an answer of `firm`; one that the contract does not read for 持続化補助金 is passed over.
pub(crate) fn set(firm: &mut Firm, id: &str, value: Value) {
    match value {
        Value::Choice(n) if id == "industry" => firm.industry = INDUSTRIES[n],
        Value::Choice(n) if id == "legal_form" => firm.legal_form = LEGAL_FORMS[n],
        Value::Number(count) if id == "employees" => firm.employees = count,
        Value::Truth(answer) => {
            if let Some(truth) = truth(firm, id) {
                *truth = answer;
            }
        }
        _ => {}
    }
}

fn truth<'f>(firm: &'f mut Firm, id: &str) -> Option<&'f mut bool> {
    Some(match id {
        "wage_raise" => &mut firm.wage_raise,
        "deficit" => &mut firm.deficit,
        "invoice_new" => &mut firm.invoice_new,
        "startup_support" => &mut firm.startup_support,
        "graduation" => &mut firm.graduation,
        "atotsugi_finalist" => &mut firm.atotsugi_finalist,
        "new_hire_insured" => &mut firm.new_hire_insured,
        "owned_by_large" => &mut firm.owned_by_large,
        "income_over_limit" => &mut firm.income_over_limit,
        "excluded_form" => &mut firm.excluded_form,
        "invoice_used_before" => &mut firm.invoice_used_before,
        _ => return None,
    })
}

/// So many cases, and no file that keeps failed ones: what failed is printed in full.
pub(crate) fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Cases with every fact answered.
pub(crate) fn answered() -> impl Strategy<Value = Asked> {
    asked(10)
}

/// Cases with none, some or all facts open.
pub(crate) fn partly_open() -> impl Strategy<Value = Asked> {
    prop_oneof![2 => asked(10), 10 => asked(7), 5 => asked(4), 1 => asked(0)]
}

/// Cases in which so many of ten facts are answered.
fn asked(of_ten: u8) -> impl Strategy<Value = Asked> {
    let facts = hojokin_rules::rulebook().facts;
    let answers: Vec<_> = facts
        .iter()
        .map(|fact| {
            let id = fact.id;
            (value(fact), 0..10_u8).prop_map(move |(value, n)| (n < of_ten).then_some((id, value)))
        })
        .collect();
    (answers, expenses()).prop_map(|(answers, expenses)| Asked {
        answers: answers.into_iter().flatten().collect(),
        expenses,
    })
}

/// Any answer to `fact`; what is only to be confirmed is mostly `false`.
pub(crate) fn value(fact: &Fact) -> BoxedStrategy<Value> {
    let limits = sample::select(vec![0, 1, 5, 6, 20, 21]);
    match fact.kind {
        Kind::Truth if fact.confirm => proptest::bool::weighted(0.1).prop_map(Value::Truth).boxed(),
        Kind::Truth => any::<bool>().prop_map(Value::Truth).boxed(),
        Kind::Number => prop_oneof![6 => limits, 4 => 0..30_u64, 1 => any::<u64>()]
            .prop_map(Value::Number)
            .boxed(),
        Kind::Money => amount().prop_map(Value::Number).boxed(),
        Kind::Choice(choices) => (0..choices.len()).prop_map(Value::Choice).boxed(),
    }
}

/// Amounts in a few categories.
fn expenses() -> impl Strategy<Value = contract::Expenses> {
    let categories = hojokin_rules::rulebook().categories;
    // The categories with rules of their own come up in most cases.
    let category = prop_oneof![
        3 => sample::select(categories),
        2 => Just("website"),
        1 => Just("disposal"),
        2 => Just("publicity"),
    ];
    collection::btree_map(category, amount(), 0..5)
}

/// An amount of 0 to 10^12 yen, mostly a small one or one next to a limit.
pub(crate) fn amount() -> impl Strategy<Value = u64> {
    let limits = sample::select(vec![
        187_500, 375_000, 500_000, 562_500, 666_667, 750_000, 1_000_000, 1_500_000, 2_000_000,
        2_250_000, 2_500_000, 2_666_667, 2_812_500, 3_000_000, 3_333_334, 3_750_000,
    ]);
    let near = (limits, 0..7_u64).prop_map(|(limit, more)| limit + more - 3);
    prop_oneof![
        1 => Just(0),
        3 => 1..20_u64,
        6 => near,
        5 => 0..4_000_000_u64,
        1 => 0..=Yen::MOST_ENTERED.0,
        1 => Just(Yen::MOST_ENTERED.0),
    ]
}

/// The ids of facts.
pub(crate) fn ids(facts: &[FactId]) -> Vec<&'static str> {
    let all = hojokin_rules::rulebook().facts;
    facts.iter().map(|fact| all[usize::from(fact.0)].id).collect()
}
