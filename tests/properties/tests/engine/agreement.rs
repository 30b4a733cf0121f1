//! The engine with its rule files, and the contract's text, come to the same for every fully answered firm.

use std::collections::BTreeSet;

use hojokin_engine::{FrameEstimate, Rate, Verdict, Warning, Yen};

use crate::{
    cases::{Asked, answered, built_in, run},
    contract::{
        Edition, Expenses, Fraction, Frame, Outcome, Spent, editions,
        warns_of_publicity_and_website,
    },
};

#[test]
fn a_firm_gets_what_the_contract_says_in_every_edition() {
    for edition in editions() {
        run(10_000, &answered(edition), |asked| check(edition, &asked));
    }
}

#[test]
fn every_built_in_edition_with_a_grant_is_compared() {
    let grants = |edition: &&hojokin_engine::Edition| {
        edition.frames.iter().any(|frame| frame.grant().is_some())
    };
    let built_in = hojokin_rules::rulebook().editions.iter().filter(grants);
    let built_in: Vec<&str> = built_in.map(|edition| edition.id).collect();
    let compared: Vec<&str> = editions().map(|edition| edition.id).collect();
    assert_eq!(built_in, compared);
}

#[test]
fn the_contract_and_the_rule_files_name_the_same_categories_and_frames() {
    for edition in editions() {
        let built_in = built_in(edition);
        let categories: BTreeSet<&str> = built_in.categories.iter().map(|one| one.key).collect();
        assert_eq!(categories, edition.categories.iter().copied().collect(), "{}", edition.id);
        let frames = built_in.frames.iter().map(|one| one.id);
        assert!(frames.eq(edition.frames.iter().map(|one| one.id)), "{}", edition.id);
    }
}

fn check(edition: &Edition, asked: &Asked) {
    let frames = asked.estimate().frames;
    for (found, frame) in frames.iter().zip(edition.frames) {
        let spent = (edition.spent)(frame, &asked.expenses);
        let wanted = edition.outcome(frame, &asked.firm(), &spent);
        let context = format!("{} {}", edition.id, frame.id);
        check_verdict(found, &wanted, &context);
        check_money(found, &wanted, &context);
        check_warnings(found, frame, &spent, &asked.expenses, &context);
        check_cautions(found, edition, asked, &spent);
        assert_eq!((&found.unanswered, &found.to_confirm), (&vec![], &vec![]), "{context}");
    }
}

fn check_verdict(found: &FrameEstimate, wanted: &Outcome, context: &str) {
    let unmet: BTreeSet<&str> = found.unmet.iter().copied().collect();
    assert_eq!(unmet, wanted.unmet.iter().copied().collect(), "{context}: unmet");
    assert_eq!(unmet.len(), found.unmet.len(), "{context}: {:?} names one twice", found.unmet);
    let verdict = match (wanted.unmet.is_empty(), wanted.unknown) {
        (false, _) => Verdict::Ineligible,
        (true, true) => Verdict::Undetermined,
        (true, false) => Verdict::Eligible,
    };
    assert_eq!(found.verdict, verdict, "{context}");
}

fn check_money(found: &FrameEstimate, wanted: &Outcome, context: &str) {
    let low = if wanted.unknown { 0 } else { wanted.grant };
    assert_eq!(u128::from(found.grant.low.0), low, "{context}: least grant");
    assert_eq!(u128::from(found.grant.high.0), wanted.grant, "{context}: greatest grant");
    let eligible = wanted.unmet.is_empty();
    assert_eq!(found.rate, wanted.rate.filter(|_| eligible).map(rate), "{context}: rate");
    assert_eq!(found.cap, wanted.cap.filter(|_| eligible).map(yen), "{context}: cap");
    assert_eq!(found.floor, wanted.floor.filter(|_| eligible).map(yen), "{context}: floor");
    assert_eq!(found.eligible_expenses, yen(wanted.counted), "{context}: eligible expenses");
    // READING: never below 0 where the grant is also for a cost that is only asked (`due_diligence_cost`).
    let own_funds = wanted.counted.saturating_sub(low);
    assert_eq!(found.own_funds, yen(own_funds), "{context}: own funds");
}

/// "Ids of the categories that were cut, limited or not counted": of these, what was cut and what the frame
/// does not count can be told without the working.
fn check_warnings(
    found: &FrameEstimate,
    frame: &Frame,
    spent: &Spent,
    expenses: &Expenses,
    context: &str,
) {
    let all = hojokin_rules::rulebook().categories;
    let named = |warning: &Warning| match warning {
        Warning::Category(id) => Some(all[usize::from(id.0)]),
        Warning::Caution(_) => None,
    };
    let warned: BTreeSet<&str> = found.warnings.iter().filter_map(named).collect();
    let uncounted = expenses.iter().filter(|(id, yen)| 0 < **yen && !frame.counts.contains(id));
    for category in uncounted.map(|(id, _)| *id).chain(spent.cut()) {
        assert!(warned.contains(category), "{context}: no warning of {category}");
    }
}

/// "Fewer than 10 `consortium_members` is a warning"; "only those two together: a warning"; "warning
/// `rate_not_stated`, whatever is answered".
fn check_cautions(found: &FrameEstimate, edition: &Edition, asked: &Asked, spent: &Spent) {
    let cautions = found.warnings.iter().filter_map(|warning| match warning {
        Warning::Caution(caution) => Some(caution.id),
        Warning::Category(_) => None,
    });
    let cautions: Vec<&str> = cautions.collect();
    match edition.id {
        "kaigai-shinshutsu/2014" => {
            let few = asked.firm().has_few_consortium_members();
            assert_eq!(cautions.len(), usize::from(few), "{}: {cautions:?}", edition.id);
        }
        id if warns_of_publicity_and_website(id, spent) => {
            assert_eq!(cautions, ["only_publicity_and_website"]);
        }
        "go-tech/2024" => assert_eq!(cautions, ["rate_not_stated"]),
        _ => assert!(cautions.is_empty(), "{}: {cautions:?}", edition.id),
    }
}

pub(crate) fn rate((above, below): Fraction) -> Rate {
    Rate::new(above, below)
}

pub(crate) fn yen(yen: u128) -> Yen {
    Yen(u64::try_from(yen).expect("no amount of a case is so great"))
}
