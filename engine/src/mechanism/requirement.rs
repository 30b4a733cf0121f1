//! Requirement (要件): one test that a firm must pass, or it gets nothing from the frame.

use crate::{
    answering::{Answering, outcomes},
    case::Case,
    fact::{Answers, FactId},
    rules::{Requirement, Test},
};

/// How a requirement stands with what is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Fulfilled, however the open questions are answered (満たす).
    Met,
    /// Failed, however they are answered (満たさない).
    Unmet,
    /// It depends on the answers (未回答).
    Open,
    /// Not standing in the way as long as the open fact is not confirmed (要確認).
    ToConfirm(FactId),
}

/// Judges one requirement by itself.
pub fn judge(requirement: &Requirement, case: &Case) -> Standing {
    if let Some(fact) = open_confirm(&requirement.test, &case.answers) {
        let asked = requirement.only_while.is_none_or(|test| can_hold(&test, case));
        return if asked { Standing::ToConfirm(fact) } else { Standing::Met };
    }
    match outcomes(case, &requirement.test) {
        (true, true) => Standing::Open,
        (true, false) => Standing::Met,
        (false, _) => Standing::Unmet,
    }
}

/// Whether all of `requirements` hold on the way that is being gone.
pub fn all_hold(requirements: &[&Requirement], answering: &mut Answering<'_>) -> bool {
    requirements.iter().all(|requirement| answering.holds(&requirement.test))
}

/// Whether some answering makes `test` hold.
pub(crate) fn can_hold(test: &Test, case: &Case) -> bool {
    outcomes(case, test).0
}

/// The first open fact to be confirmed that a test reads.
pub(crate) fn open_confirm(test: &Test, answers: &Answers) -> Option<FactId> {
    match *test {
        Test::Is(fact) => {
            let confirm = answers.fact(fact).is_some_and(|fact| fact.confirm);
            (confirm && answers.is_open(fact)).then_some(fact)
        }
        Test::Not(test) => open_confirm(test, answers),
        Test::All(tests) | Test::Any(tests) => {
            tests.iter().find_map(|test| open_confirm(test, answers))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::{Domain, Fact, Kind},
        mechanism::testing::{CITE, case},
    };

    const FACTS: &[Fact] = &[
        Fact { id: "wage_raise", kind: Kind::Truth, confirm: false, plan: false },
        Fact { id: "excluded_form", kind: Kind::Truth, confirm: true, plan: false },
        Fact { id: "employees", kind: Kind::Number, confirm: false, plan: false },
    ];
    const WAGE: FactId = FactId(0);
    const EXCLUDED: FactId = FactId(1);
    const EMPLOYEES: FactId = FactId(2);

    fn check(test: Test, known: &[(FactId, Domain)], standing: Standing) {
        let mut answers = Answers::none(FACTS);
        for (fact, answer) in known {
            answers.set(*fact, *answer);
        }
        let requirement = Requirement {
            id: "sample",
            name: "見本",
            remedy: None,
            test,
            only_while: Some(Test::Is(WAGE)),
            cite: CITE,
        };
        assert_eq!(judge(&requirement, &case(answers)), standing, "{test:?} with {known:?}");
    }

    #[test]
    fn a_yes_or_no_fact_decides_or_stays_open() {
        check(Test::Is(WAGE), &[(WAGE, Domain::truth(true))], Standing::Met);
        check(Test::Is(WAGE), &[(WAGE, Domain::truth(false))], Standing::Unmet);
        check(Test::Is(WAGE), &[], Standing::Open);
    }

    #[test]
    fn a_number_is_held_to_its_limits_to_the_person() {
        let employees = |count| [(EMPLOYEES, Domain::number(count))];
        check(Test::AtLeast(EMPLOYEES, 1), &employees(1), Standing::Met);
        check(Test::AtLeast(EMPLOYEES, 1), &employees(0), Standing::Unmet);
        check(Test::AtMost(EMPLOYEES, 5), &employees(5), Standing::Met);
        check(Test::AtMost(EMPLOYEES, 5), &employees(6), Standing::Unmet);
        check(Test::AtLeast(EMPLOYEES, 0), &[], Standing::Met);
        check(Test::AtMost(EMPLOYEES, u64::MAX), &[], Standing::Met);
        check(Test::AtLeast(EMPLOYEES, 1), &[], Standing::Open);
    }

    #[test]
    fn a_fact_to_be_confirmed_stands_in_the_way_only_when_it_is_true() {
        let free = Test::Not(&Test::Is(EXCLUDED));
        check(free, &[], Standing::ToConfirm(EXCLUDED));
        check(free, &[(EXCLUDED, Domain::truth(false))], Standing::Met);
        check(free, &[(EXCLUDED, Domain::truth(true))], Standing::Unmet);
    }

    #[test]
    fn a_fact_to_be_confirmed_is_not_asked_for_when_it_can_no_longer_matter() {
        let free = Test::Not(&Test::Is(EXCLUDED));
        check(free, &[(WAGE, Domain::truth(false))], Standing::Met);
        check(free, &[(WAGE, Domain::truth(true))], Standing::ToConfirm(EXCLUDED));
    }
}
