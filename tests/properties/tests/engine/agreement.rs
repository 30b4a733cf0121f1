//! The engine with its rule files, and the contract's text, come to the same for every fully answered firm.

use hojokin_engine::{Estimate, Rate, Verdict, Yen, estimate};
use proptest::prelude::*;

use crate::{
    cases::{Asked, answered, config},
    contract::{self, EDITIONS},
};

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn a_firm_gets_what_the_contract_says_in_every_edition(asked in answered()) {
        for edition in &EDITIONS {
            check(edition, &asked);
        }
    }
}

#[test]
fn the_contract_and_the_rule_files_name_the_same_categories_and_frames() {
    for edition in &EDITIONS {
        let built_in = hojokin_rules::rulebook().edition(edition.id).expect(edition.id);
        let categories: Vec<&str> = built_in.categories.iter().map(|one| one.key).collect();
        assert_eq!(categories, edition.categories, "{}", edition.id);
        let frames: Vec<&str> = built_in.frames.iter().map(|one| one.id).collect();
        assert_eq!(frames, edition.frames, "{}", edition.id);
    }
}

fn check(edition: &contract::Edition, asked: &Asked) {
    let built_in = hojokin_rules::rulebook().edition(edition.id).expect(edition.id);
    let Estimate { frames, .. } = estimate(built_in, &asked.case());
    let spent = contract::counted(edition, &asked.expenses);
    for (frame, id) in frames.iter().zip(edition.frames) {
        let context = format!("{} {id}", edition.id);
        let wanted = contract::outcome(edition.id, id, &asked.firm(), spent);

        let mut unmet = frame.unmet.clone();
        unmet.sort_unstable();
        assert_eq!(unmet, wanted.unmet, "{context}");
        let verdict = if wanted.unmet.is_empty() { Verdict::Eligible } else { Verdict::Ineligible };
        assert_eq!(frame.verdict, verdict, "{context}");

        assert_eq!(u128::from(frame.grant.low.0), wanted.grant, "{context}");
        assert_eq!(frame.grant.low, frame.grant.high, "{context}");
        assert_eq!(u128::from(frame.eligible_expenses.0), spent.sum(), "{context}");
        assert_eq!(u128::from(frame.own_funds.0), spent.sum() - wanted.grant, "{context}");

        let eligible = verdict == Verdict::Eligible;
        let rate = eligible.then_some(Rate::new(wanted.rate.0, wanted.rate.1));
        assert_eq!(frame.rate, rate, "{context}");
        let cap = u64::try_from(wanted.cap).expect("caps are small");
        assert_eq!(frame.cap, eligible.then_some(Yen(cap)), "{context}");
        assert_eq!((&frame.unanswered, &frame.to_confirm), (&vec![], &vec![]), "{context}");
    }
}
