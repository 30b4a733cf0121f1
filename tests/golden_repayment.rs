//! Every worked example of `tests/golden-repayment.toml` comes out as the file says.

use std::collections::BTreeSet;

use hojokin_engine::{
    Yen,
    mechanism::repayment::{
        Achievement, Measure, Promise, RepaymentRule, achieved, growth, raised_growth,
        raised_years, years,
    },
};
use toml::{Table, Value};

const FILE: &str = include_str!("golden-repayment.toml");

#[test]
fn every_worked_example_comes_out() {
    let mut file = Section(FILE.parse().expect("it is TOML"));
    let edition = file.text("edition");
    let rule = hojokin_rules::rulebook().edition(&edition).and_then(|edition| edition.repayment);
    let rule = rule.expect("the edition asks back");
    let (mut names, mut seen) = (BTreeSet::new(), Vec::new());
    for mut case in file.sections("case") {
        let name = case.text("name");
        let (found, expected) = (case.found(&rule, &mut seen), case.section("expect").expected());
        found.check(&expected, &name);
        assert!(!case.text("from").is_empty() && names.insert(name), "each says where it is from");
        case.close();
    }
    file.close();
    assert!(
        rule.promises.iter().all(|promise| seen.contains(promise)),
        "each formula has examples"
    );
}

/// What a case gives; what is `None` is not known or not compared.
#[derive(Default)]
struct Outcome {
    share: Option<String>,
    repaid: Option<Yen>,
    /// As printed, in 10,000 yen (万円), rounded up.
    shown: Option<u64>,
}

impl Outcome {
    #[track_caller]
    fn check(&self, expected: &Self, name: &str) {
        assert!(
            expected.share.is_some() || expected.repaid.is_some(),
            "{name}: nothing is expected"
        );
        if expected.share.is_some() {
            assert_eq!(self.share, expected.share, "{name}");
        }
        if expected.repaid.is_some() {
            assert_eq!(self.repaid, expected.repaid, "{name}");
        }
        if expected.shown.is_some() {
            assert_eq!(self.shown, expected.shown, "{name}");
        }
    }
}

/// A table whose keys are taken one by one, so that a misspelt one is left over.
struct Section(Table);

impl Section {
    fn take(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key)
    }

    #[track_caller]
    fn text(&mut self, key: &str) -> String {
        let value = self.take(key).unwrap_or_else(|| panic!("{key} is there"));
        value.as_str().unwrap_or_else(|| panic!("{key} is a text")).to_owned()
    }

    fn number(&mut self, key: &str) -> Option<i64> {
        self.take(key).map(|value| value.as_integer().expect("it is a number"))
    }

    fn count(&mut self, key: &str) -> Option<u32> {
        self.number(key).map(|number| number.try_into().expect("it is not negative"))
    }

    fn yen(&mut self, key: &str) -> Option<Yen> {
        self.number(key).map(|number| Yen(number.try_into().expect("it is not negative")))
    }

    fn section(&mut self, key: &str) -> Self {
        self.may(key).unwrap_or_else(|| panic!("{key} is there"))
    }

    fn may(&mut self, key: &str) -> Option<Self> {
        self.take(key).map(|value| Self(value.as_table().expect("it is a table").clone()))
    }

    fn sections(&mut self, key: &str) -> Vec<Self> {
        let values = self.take(key).expect("there are some");
        let values = values.as_array().expect("it is a list").clone();
        values
            .into_iter()
            .map(|value| Self(value.as_table().expect("it is a table").clone()))
            .collect()
    }

    /// An achievement `[actual, target]`.
    fn achievement(&mut self, key: &str) -> Option<Achievement> {
        let value = self.take(key)?;
        let pair: Vec<i64> =
            value.as_array().into_iter().flatten().filter_map(Value::as_integer).collect();
        let [actual, target] = pair[..] else { panic!("{key} is not [actual, target]") };
        Achievement::new(actual.try_into().expect("it fits"), target.try_into().expect("it fits"))
    }

    fn measure(&mut self, key: &str) -> Measure {
        let mut groups = self.section(key);
        let mut group = |key| groups.achievement(key).expect("it has a target");
        let measure = Measure { employees: group("employees"), officers: group("officers") };
        groups.close();
        measure
    }

    fn expected(mut self) -> Outcome {
        let share = self.0.contains_key("share").then(|| self.text("share"));
        let shown = self.count("shown").map(u64::from);
        let expected = Outcome { share, repaid: self.yen("repaid"), shown };
        self.close();
        expected
    }

    /// What comes out; a case without a grant asks for the share alone.
    fn found(&mut self, rule: &RepaymentRule, seen: &mut Vec<Promise>) -> Outcome {
        let grant = self.yen("grant");
        let mut promises = Vec::new();
        let mut found = Outcome::default();
        if let Some(mut inputs) = self.may("growth") {
            let achieved = inputs
                .achievement("achieved")
                .unwrap_or_else(|| achieved(inputs.measure("total"), inputs.measure("per_head")));
            found.share = Some(achieved.missing().to_string());
            found.repaid = grant.map(|grant| growth(grant, achieved));
            promises.push(Promise::Growth);
            inputs.close();
        }
        if let Some(mut inputs) = self.may("minimum_wage") {
            let (missed, planned) = (inputs.count("missed"), inputs.count("planned"));
            let (missed, planned) = missed.zip(planned).expect("both are there");
            found.repaid = grant.map(|grant| years(grant, missed, planned));
            promises.push(Promise::MinimumWage);
            inputs.close();
        }
        if let Some(mut inputs) = self.may("large_raise") {
            found.repaid = grant.map(|grant| large_raise(grant, &mut inputs));
            promises.push(Promise::LargeRaise);
            inputs.close();
        }
        let [promise] = promises[..] else { panic!("a case is about one promise") };
        assert!(rule.promises.contains(&promise), "the edition asks back for {promise:?}");
        seen.push(promise);
        found.shown = found.repaid.map(|repaid| repaid.0.div_ceil(10_000));
        found
    }

    #[track_caller]
    fn close(self) {
        assert!(self.0.is_empty(), "nobody reads {:?}", self.0);
    }
}

fn large_raise(grant: Yen, inputs: &mut Section) -> Yen {
    let topup = inputs.yen("topup").expect("it is there");
    match inputs.achievement("achieved") {
        Some(achieved) => raised_growth(grant, topup, achieved),
        None => {
            let (met, planned) = (inputs.count("met"), inputs.count("planned"));
            let (met, planned) = met.zip(planned).expect("both are there");
            raised_years(grant, topup, met, planned)
        }
    }
}
