//! Asked cost (質問で答える費用): a cost that is no category of the form, so a question asks for it, and a part
//! of the grant multiplies the answer, such as デューデリジェンスの費用.
//!
//! It is no eligible expense (補助対象経費) of the sheet, so `own_funds` leaves it out; who shows what a firm has to
//! pay adds what is [`answered`]. Of an open answer only the ends matter: nothing at all,
//! and the least cost that brings all that the part can grant.

use crate::{
    answering::Answering,
    fact::{Answers, Domain, FactId},
    mechanism::provision::Terms,
    money::{Rate, Yen},
    rules::{Grant, Part},
};

/// The cost that `part` multiplies, the answer to `fact`, on the way that is being gone.
pub fn of(part: &Part, fact: FactId, terms: &Terms, answering: &mut Answering<'_>) -> Yen {
    let most = part.at_most.map(|most| terms.multiplied(most, part.fixed));
    let rate = part.rate.or(terms.rate.map(|rate| rate.value));
    let enough = most.zip(rate).map_or(u64::MAX, |(most, rate)| least_for(most, rate));
    Yen(answering.up_to(fact, enough))
}

/// The costs of all parts of `grant`, as far as they are answered.
pub fn answered(grant: &Grant, answers: &Answers) -> Yen {
    let asked = grant.parts.iter().filter_map(|part| part.amount);
    let known = asked.map(|fact| match answers.domain(fact) {
        Domain::Number(least, most) if least == most => Yen(least),
        _ => Yen::ZERO,
    });
    known.sum()
}

/// The least whole yen of which `rate` is at least `grant`.
fn least_for(grant: Yen, rate: Rate) -> u64 {
    let product = u128::from(grant.0).saturating_mul(u128::from(rate.denominator()));
    let least = product.div_ceil(u128::from(rate.numerator().max(1)));
    u64::try_from(least).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        calculation,
        fact::{Fact, Kind},
        mechanism::{
            category_share::counted,
            provision,
            testing::{CITE, MACHINERY, case, edition, expenses, frame, spending},
        },
        rules::{Cited, Place, Test},
    };

    const FACTS: &[Fact] =
        &[Fact { id: "due_diligence_cost", kind: Kind::Money, confirm: false, plan: false }];
    const COST: FactId = FactId(0);

    const PART: Part = Part {
        categories: &[],
        amount: Some(COST),
        name: "デューデリジェンスの費用",
        rate: None,
        at_most: Some(Yen(2_000_000)),
        grant_share: None,
        of_cost: None,
        when: None,
        place: Place::Beside,
        adds: true,
        fixed: false,
        cite: CITE,
    };

    const GRANT: Grant = Grant {
        rate: Some(Cited { value: Rate::new(2, 3), cite: CITE }),
        cap: Some(Cited { value: Yen(6_000_000), cite: CITE }),
        floor: None,
        bands: None,
        cap_rows: &[],
        tier: None,
        main: &[MACHINERY],
        limit: None,
        times: None,
        parts: &[PART],
        provisions: &[],
        round_to: None,
    };

    static ADDED: Grant = GRANT;
    static ALONE: Grant = Grant { parts: &[Part { adds: false, ..PART }], ..GRANT };
    static ASKED: Grant =
        Grant { parts: &[Part { when: Some(Test::AtLeast(COST, 1)), ..PART }], ..GRANT };

    /// What each way grants with this much machinery, and the cost that it takes.
    fn granted(grant: &'static Grant, machinery: u64, cost: Option<u64>) -> Vec<(u64, u64)> {
        let mut answers = Answers::none(FACTS);
        if let Some(cost) = cost {
            answers.set(COST, Domain::number(cost));
        }
        let spending = spending(expenses(&[(MACHINERY, machinery)]));
        let counted = counted(&edition(), frame().grant().expect("it grants"), &spending);
        let ways = explore(&case(answers), |answering| {
            let terms = provision::terms(grant, answering, &mut Vec::new());
            let granted = calculation::grant(grant, &counted, &terms, &mut Vec::new());
            (granted.amount.0, terms.asked_cost.0)
        });
        ways.into_iter().map(|way| way.result).collect()
    }

    #[test]
    fn its_product_stands_beside_the_main_one_up_to_its_limit() {
        let with = |cost| granted(&ADDED, 300_000, Some(cost));
        assert_eq!(with(0), [(200_000, 0)]);
        assert_eq!(with(100), [(200_066, 100)]);
        assert_eq!(with(2_999_999), [(2_199_999, 2_999_999)]);
        assert_eq!(with(3_000_000), [(2_200_000, 3_000_000)]);
        assert_eq!(with(9_000_000), [(2_200_000, 9_000_000)]);
        assert_eq!(granted(&ADDED, 90_000_000, Some(9_000_000)), [(8_000_000, 9_000_000)]);
    }

    #[test]
    fn what_only_adds_grants_nothing_alone() {
        assert_eq!(granted(&ADDED, 0, Some(3_000_000)), [(0, 3_000_000)]);
        assert_eq!(granted(&ALONE, 0, Some(3_000_000)), [(2_000_000, 3_000_000)]);
    }

    #[test]
    fn an_open_cost_is_nothing_or_just_enough_for_all_that_it_can_bring() {
        assert_eq!(granted(&ADDED, 300_000, None), [(200_000, 0), (2_200_000, 3_000_000)]);
        // 0 is in a way of its own, and 1 yen is the least of the others.
        let asked = [(200_000, 0), (200_000, 1), (2_200_000, 3_000_000)];
        assert_eq!(granted(&ASKED, 300_000, None), asked);
    }

    #[test]
    fn only_an_answered_cost_counts() {
        let mut answers = Answers::none(FACTS);
        assert_eq!(answered(&ADDED, &answers), Yen::ZERO);
        answers.set(COST, Domain::number(3_000_000));
        assert_eq!(answered(&ADDED, &answers), Yen(3_000_000));
        assert_eq!(answered(&Grant { parts: &[], ..GRANT }, &answers), Yen::ZERO);
    }

    #[test]
    fn the_least_cost_for_a_grant_is_exact() {
        assert_eq!(least_for(Yen(2_000_000), Rate::new(2, 3)), 3_000_000);
        assert_eq!(least_for(Yen(1), Rate::new(2, 3)), 2);
        assert_eq!(least_for(Yen(3), Rate::new(3, 4)), 4);
        assert_eq!(least_for(Yen(u64::MAX), Rate::new(1, 2)), u64::MAX);
    }
}
