//! Ranges and open questions are exact: those of going through every answering one by one.

use hojokin_engine::{Fact, FrameEstimate, Kind, Rate, Verdict, Yen, estimate};
use proptest::{prelude::*, sample};

use crate::{
    cases::{Asked, Value, config, ids, partly_open, set},
    contract::{self, EDITIONS, Firm, Outcome},
};

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn low_and_high_are_the_least_and_the_most_of_all_answerings(
        asked in partly_open(),
        edition in sample::select(&EDITIONS[..]),
    ) {
        let built_in = hojokin_rules::rulebook().edition(edition.id).expect(edition.id);
        let answerings = Answerings::of(&asked, &edition);
        let spent = contract::counted(&edition, &asked.expenses);
        for frame in estimate(built_in, &asked.case()).frames {
            let outcome = |firm| contract::outcome(edition.id, frame.frame.id, firm, spent);
            let outcomes: Vec<Outcome> = answerings.firms.iter().map(outcome).collect();
            check(&frame, &answerings, &outcomes);
            let to_confirm = to_confirm(edition.id, frame.frame.id, &asked);
            assert_eq!(ids(&frame.to_confirm), to_confirm, "{}", frame.frame.id);
        }
    }
}

/// Every way of answering the open facts.
struct Answerings {
    /// The open facts, with their values; a number stands at each limit, one beyond it, and far beyond all.
    open: Vec<(&'static Fact, Vec<Value>)>,
    /// One firm a way, the values of the last open fact changing fastest.
    firms: Vec<Firm>,
}

impl Answerings {
    fn of(asked: &Asked, edition: &contract::Edition) -> Self {
        let open: Vec<_> = asked
            .open()
            .filter(|fact| is_read(edition, fact.id))
            .map(|fact| (fact, values(fact)))
            .collect();
        let mut firms = vec![asked.firm()];
        for (fact, values) in &open {
            let with = |firm: &Firm, value| {
                let mut firm = *firm;
                set(&mut firm, fact.id, value);
                firm
            };
            firms = firms
                .iter()
                .flat_map(|firm| values.iter().map(move |value| with(firm, *value)))
                .collect();
        }
        Self { open, firms }
    }

    /// The open facts by which alone some two of `decided` differ.
    fn deciding<T: PartialEq>(&self, decided: &[T]) -> Vec<&'static str> {
        let mut stride = decided.len();
        let mut found = Vec::new();
        for (fact, values) in &self.open {
            let block = stride;
            stride /= values.len();
            let differs = |n: &usize| {
                // The same answering with the fact at its first value.
                let first = n - n % block + n % stride;
                decided[*n] != decided[first]
            };
            if (0..decided.len()).any(|n| differs(&n)) {
                found.push(fact.id);
            }
        }
        found
    }
}

/// Whether the readings of this edition name the fact at all; the others would only multiply the answerings.
fn is_read(edition: &contract::Edition, fact: &str) -> bool {
    let facts: &[&str] = match edition.id {
        "jizokuka/2014" => &["new_hire_insured"],
        "jizokuka/2025-17" => &["wage_raise", "deficit", "invoice_new"],
        "jizokuka-startup/2025-1" => &["startup_support", "invoice_new"],
        _ => &[
            "wage_raise",
            "deficit",
            "invoice_new",
            "startup_support",
            "graduation",
            "atotsugi_finalist",
        ],
    };
    ["industry", "legal_form", "employees"].contains(&fact) || facts.contains(&fact)
}

fn values(fact: &Fact) -> Vec<Value> {
    match fact.kind {
        Kind::Truth => [false, true].map(Value::Truth).to_vec(),
        Kind::Number | Kind::Money => [0, 1, 5, 6, 20, 21, u64::MAX].map(Value::Number).to_vec(),
        Kind::Choice(choices) => (0..choices.len()).map(Value::Choice).collect(),
    }
}

fn check(frame: &FrameEstimate, answerings: &Answerings, outcomes: &[Outcome]) {
    let id = frame.frame.id;
    let eligible: Vec<&Outcome> = outcomes.iter().filter(|one| one.unmet.is_empty()).collect();
    let verdict = match eligible.len() {
        0 => Verdict::Ineligible,
        all if all == outcomes.len() => Verdict::Eligible,
        _ => Verdict::Undetermined,
    };
    assert_eq!(frame.verdict, verdict, "{id}");

    let grants = || outcomes.iter().map(|one| one.grant);
    assert_eq!(Some(u128::from(frame.grant.low.0)), grants().min(), "{id}");
    assert_eq!(Some(u128::from(frame.grant.high.0)), grants().max(), "{id}");

    let rate = agreed(eligible.iter().map(|one| one.rate));
    assert_eq!(frame.rate, rate.map(|(above, below)| Rate::new(above, below)), "{id}");
    let cap = agreed(eligible.iter().map(|one| one.cap));
    assert_eq!(frame.cap, cap.map(|cap| Yen(u64::try_from(cap).expect("caps are small"))), "{id}");

    assert_eq!(unmet(frame), wanted_unmet(verdict, outcomes), "{id}");
    let decided: Vec<_> = outcomes
        .iter()
        .map(|one| one.unmet.is_empty().then_some((one.grant, one.rate, one.cap)))
        .collect();
    assert_eq!(ids(&frame.unanswered), answerings.deciding(&decided), "{id}");
}

/// "The frame's open `confirm` facts (`invoice_used_before` only while `invoice_new` is not `false`)."
fn to_confirm(edition: &str, frame: &str, asked: &Asked) -> Vec<&'static str> {
    let invoice = match edition {
        "jizokuka/2014" => false,
        "jizokuka/2025-17" => ["invoice", "invoice_wage"].contains(&frame),
        _ => true,
    };
    let mut confirm = vec!["excluded_form"];
    if edition != "jizokuka/2014" {
        confirm = vec!["owned_by_large", "income_over_limit", "excluded_form"];
    }
    if invoice && asked.answers.get("invoice_new") != Some(&Value::Truth(false)) {
        confirm.push("invoice_used_before");
    }
    confirm.retain(|fact| !asked.answers.contains_key(fact));
    confirm
}

fn agreed<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn unmet(frame: &FrameEstimate) -> Vec<&'static str> {
    let mut unmet = frame.unmet.clone();
    unmet.sort_unstable();
    unmet
}

/// "The requirements that fail in every answering (if an `ineligible` frame has none, those that fail in
/// some)."
fn wanted_unmet(verdict: Verdict, outcomes: &[Outcome]) -> Vec<&'static str> {
    let first = outcomes.first().map_or(&[][..], |one| &one.unmet);
    let always = first.iter().filter(|id| outcomes.iter().all(|one| one.unmet.contains(*id)));
    let always: Vec<&str> = always.copied().collect();
    if verdict != Verdict::Ineligible || !always.is_empty() {
        return always;
    }
    let mut sometimes: Vec<&str> = outcomes.iter().flat_map(|one| one.unmet.clone()).collect();
    sometimes.sort_unstable();
    sometimes.dedup();
    sometimes
}
