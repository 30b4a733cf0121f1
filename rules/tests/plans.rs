//! What a firm has in its own hands, and what it may want.

use std::collections::BTreeSet;

use hojokin_rules::rulebook;

#[test]
fn a_firm_can_decide_to_raise_wages_to_grow_and_what_it_buys() {
    let plans = rulebook().facts.iter().filter(|fact| fact.plan).map(|fact| fact.id);
    assert_eq!(
        plans.collect::<Vec<_>>(),
        [
            "employees",
            "course",
            "raised_workers",
            "wage_raise",
            "invoice_new",
            "graduation",
            "new_hire_insured",
            "large_wage_raise",
            "short_term_wage_raise",
            "processes",
            "wage_plan",
            "functions",
            "ipa_service",
            "plan_certified",
            "raise_band",
            "addon_system",
            "addon_diverse",
            "addon_disclosure",
            "addon_evaluation",
            "addon_raise_system",
        ]
    );
}

#[test]
fn every_programme_serves_a_purpose() {
    let served = rulebook().purposes.iter().flat_map(|purpose| purpose.programmes.iter().copied());
    let all = rulebook().editions.iter().map(|edition| edition.programme);
    assert_eq!(served.collect::<BTreeSet<_>>(), all.collect::<BTreeSet<_>>());
}
