//! The way back from a wanted grant finds the least expense that brings it.

use std::collections::BTreeMap;

use hojokin_engine::{Terms, Yen, estimate, inverse::least_expense};
use proptest::{prelude::*, sample};

use crate::{
    cases::{Asked, config, partly_open},
    contract::{self, EDITIONS, Edition, Expenses},
};

/// 10^12 yen.
const MOST: u64 = Yen::MOST_ENTERED.0;

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn no_smaller_expense_of_the_same_mix_brings_the_cap(
        asked in partly_open(),
        edition in sample::select(&EDITIONS[..]),
    ) {
        for terms in terms(&edition, &asked) {
            check(&edition, &terms, &asked, terms.cap.value.0);
        }
    }

    #[test]
    fn no_smaller_expense_of_the_same_mix_brings_any_wanted_grant(
        asked in partly_open(),
        edition in sample::select(&EDITIONS[..]),
        wanted in prop_oneof![0..20_u64, 0..3_000_000_u64, 499_990..500_010_u64],
    ) {
        for terms in terms(&edition, &asked) {
            check(&edition, &terms, &asked, wanted);
        }
    }
}

/// The terms of every frame that the firm can get.
fn terms(edition: &Edition, asked: &Asked) -> Vec<Terms> {
    let built_in = hojokin_rules::rulebook().edition(edition.id).expect(edition.id);
    estimate(built_in, &asked.case()).frames.iter().filter_map(|frame| frame.terms).collect()
}

fn check(edition: &Edition, terms: &Terms, asked: &Asked, wanted: u64) {
    let built_in = hojokin_rules::rulebook().edition(edition.id).expect(edition.id);
    let found = least_expense(built_in, terms, &asked.case(), Yen(wanted));
    let mix = mix(edition, &asked.expenses);
    let at = |scale| reach(edition, terms, &mix, scale);

    let Some(found) = found else {
        let (_, most) = at(MOST);
        assert!(most < wanted, "10^12 yen bring {most}, which is enough for {wanted}");
        return;
    };
    let (total, grant) = (found.total.0, found.grant.0);
    assert!(wanted <= grant, "{total} yen bring {grant}, too little for {wanted}");
    let counts = asked.expenses.iter().filter(|(id, _)| edition.categories.contains(id));
    assert_eq!(found.entered.0, counts.map(|(_, yen)| yen).sum::<u64>());
    // Each category loses less than a yen to scaling, so a scale is at most that far above its total.
    let above = u64::try_from(mix.len()).expect("there are few categories");
    let scales = total.saturating_sub(40)..=(total + above).min(MOST);
    let is_scale = scales.clone().any(|scale| at(scale) == (total, grant));
    assert!(is_scale, "{total} yen for {grant} are no scale of {mix:?}");
    let lower = [total / 2, total / 10 * 9, total.saturating_sub(1_000)];
    for (less, brings) in scales.chain(lower).map(at) {
        assert!(
            brings < wanted || total <= less,
            "{less} yen bring {brings}, and {total} are named"
        );
    }
}

/// The entered amounts that the edition counts; with none, one category without a rule of its own.
fn mix(edition: &Edition, expenses: &Expenses) -> Expenses {
    let counts = |(id, yen): &(&&'static str, &u64)| edition.categories.contains(id) && 0 < **yen;
    let entered: Expenses = expenses.iter().filter(counts).map(|(id, yen)| (*id, *yen)).collect();
    if entered.is_empty() { BTreeMap::from([("publicity", 1)]) } else { entered }
}

/// The mix with its sum scaled to `scale` yen, each category cut to whole yen: what it sums up to, and what it
/// brings.
fn reach(edition: &Edition, terms: &Terms, mix: &Expenses, scale: u64) -> (u64, u64) {
    let whole: u128 = mix.values().map(|yen| u128::from(*yen)).sum();
    let scaled: Expenses = mix
        .iter()
        .map(|(id, yen)| (*id, u128::from(*yen) * u128::from(scale) / whole))
        .map(|(id, yen)| (id, u64::try_from(yen).expect("no more than the scale")))
        .collect();
    let rate = (terms.rate.value.numerator(), terms.rate.value.denominator());
    let cap = u128::from(terms.cap.value.0);
    let grant = contract::amount(rate, cap, contract::counted(edition, &scaled));
    (scaled.values().sum(), u64::try_from(grant).expect("no more than the cap"))
}
