//! Special provision (特例): changes the terms of a frame for those whom its test fits.

use crate::{
    answering::Answering,
    estimate::{Step, StepKind},
    money::{Rate, Yen},
    rules::{Change, Cited, Frame, Provision},
};

/// The terms on which a frame grants: what rate, cap and floor are after its provisions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Terms {
    /// The subsidy rate (補助率).
    pub rate: Cited<Rate>,
    /// The cap (補助上限額).
    pub cap: Cited<Yen>,
    /// The floor (補助下限額).
    pub floor: Option<Cited<Yen>>,
}

/// The terms of `frame` on the way that is being gone, and a step for every provision that applied.
pub fn terms(frame: &'static Frame, answering: &mut Answering<'_>) -> (Terms, Vec<Step>) {
    let mut terms = Terms { rate: frame.rate, cap: frame.cap, floor: frame.floor };
    let mut steps = Vec::new();
    for provision in frame.provisions {
        if answering.holds(&provision.test) {
            steps.push(apply(provision, &mut terms));
        }
    }
    (terms, steps)
}

fn apply(provision: &'static Provision, terms: &mut Terms) -> Step {
    let before = terms.cap.value;
    let cite = provision.cite;
    match provision.change {
        Change::RaiseCap(by) => terms.cap = Cited { value: before + by, cite },
        Change::SetRate(to) => terms.rate = Cited { value: to, cite },
    }
    let rate = matches!(provision.change, Change::SetRate(_)).then_some(terms.rate.value);
    let mut step = Step::new(StepKind::Provision, terms.cap.value, before, cite);
    step.provision = Some(provision);
    step.rate = rate;
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::{Answers, Domain, FactId},
        mechanism::testing::{FACTS, INVOICE, WAGE, frame},
    };

    fn rates_and_caps(known: &[(FactId, bool)]) -> Vec<(String, u64)> {
        let mut answers = Answers::none(FACTS);
        for (fact, answer) in known {
            answers.set(*fact, Domain::truth(*answer));
        }
        let ways = explore(&answers, |answering| terms(frame(), answering).0);
        ways.iter().map(|(_, terms)| (terms.rate.value.to_string(), terms.cap.value.0)).collect()
    }

    #[test]
    fn a_provision_changes_the_terms_only_of_those_whom_it_fits() {
        let base = ("2/3".to_owned(), 500_000);
        assert_eq!(rates_and_caps(&[(INVOICE, false), (WAGE, false)]), [base]);
        let raised = ("2/3".to_owned(), 1_000_000);
        assert_eq!(rates_and_caps(&[(INVOICE, true), (WAGE, false)]), [raised]);
        let both = ("3/4".to_owned(), 1_000_000);
        assert_eq!(rates_and_caps(&[(INVOICE, true), (WAGE, true)]), [both]);
    }

    #[test]
    fn an_open_fact_gives_the_terms_of_both_answers() {
        let caps: Vec<u64> =
            rates_and_caps(&[(WAGE, false)]).into_iter().map(|(_, cap)| cap).collect();
        assert_eq!(caps, [1_000_000, 500_000]);
    }
}
