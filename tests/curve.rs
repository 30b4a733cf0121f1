//! The curve of every frame against the estimate itself, scale by scale.

use hojokin_engine::{
    Answers, Case, CategoryId, Domain, Edition, Expenses, Kind, Rate, Yen,
    curve::{Curve, Turn, curve},
    estimate,
    mechanism::category_share::counted,
};
use hojokin_rules::rulebook;

/// A firm of which everything is known, that promises every raise of wages if it `promises`.
fn firm(promises: bool, employees: u64, mix: &[(CategoryId, u64)]) -> Case {
    let rulebook = rulebook();
    let mut answers = Answers::none(rulebook.facts);
    for (place, fact) in answers.facts().zip(rulebook.facts) {
        let value = match fact.kind {
            Kind::Truth => Domain::truth(promises && !fact.confirm && fact.id != "rehabilitation"),
            Kind::Number if fact.id == "employees" => Domain::number(employees),
            Kind::Number => Domain::number(12),
            Kind::Money => Domain::number(5_000),
            Kind::Choice(_) => Domain::choice(0),
        };
        answers.set(place, value);
    }
    let as_of = "2024-05-10".parse().expect("a day of the calendar");
    Case { as_of, answers, expenses: spread(mix, mix.iter().map(|(_, amount)| amount).sum()) }
}

/// The mix scaled to `scale` yen, each category cut to whole yen.
fn spread(mix: &[(CategoryId, u64)], scale: u64) -> Expenses {
    let whole: u64 = mix.iter().map(|(_, amount)| amount).sum();
    let mut expenses = Expenses::none(&rulebook());
    for (category, amount) in mix {
        expenses.set(
            *category,
            Yen(u64::try_from(u128::from(*amount) * u128::from(scale) / u128::from(whole))
                .expect("it is less")),
        );
    }
    expenses
}

/// Every category alone, all of them together, and all of them each more than the one before.
fn mixes(edition: &Edition) -> Vec<Vec<(CategoryId, u64)>> {
    let all: Vec<_> = edition.categories.iter().map(|category| category.id).collect();
    let mut mixes: Vec<Vec<_>> = all.iter().map(|id| vec![(*id, 1_000_000)]).collect();
    mixes.push(all.iter().map(|id| (*id, 300_000)).collect());
    mixes.push(all.iter().zip(1..).map(|(id, n)| (*id, 123_457 * n)).collect());
    mixes.push(all.iter().rev().zip(1..).map(|(id, n)| (*id, 1_000_003 * n * n)).collect());
    mixes
}

#[test]
fn between_its_points_every_curve_is_straight() {
    let (mut curves, mut turns) = (0, 0);
    for edition in rulebook().editions {
        for (promises, employees) in [(true, 4), (false, 4), (true, 30)] {
            for mix in mixes(edition) {
                let case = firm(promises, employees, &mix);
                for (place, frame) in estimate(edition, &case).frames.iter().enumerate() {
                    let Some(terms) = frame.terms else { continue };
                    let Some(found) = curve(edition, frame.frame, &terms, &case) else { continue };
                    curves += 1;
                    turns += found.points.len() - 2;
                    let unit = frame.frame.grant().and_then(|grant| grant.round_to);
                    let unit = unit.map_or(0, |unit| unit.value.0);
                    let grant = frame.frame.grant().expect("it has terms");
                    let counts = counted(edition, grant, &case);
                    let counts: Vec<_> = counts
                        .iter()
                        .filter(|one| Yen::ZERO < one.entered)
                        .map(|one| (one.category.id, one.entered.0))
                        .collect();
                    // Nothing that is entered counts, so the curve is that of another mix.
                    if counts.is_empty() {
                        continue;
                    }
                    let grant_at = |scale| {
                        let expenses = spread(&counts, scale);
                        let total = expenses.entered().map(|(_, amount)| amount.0).sum();
                        let case = Case { expenses, ..case.clone() };
                        (total, estimate(edition, &case).frames[place].grant.high.0)
                    };
                    let name = format!("{} {} {mix:?}", edition.id, frame.frame.id);
                    check(&name, &found, unit, grant_at);
                }
            }
        }
    }
    assert!(1_000 < curves && curves < turns, "{curves} {turns}");
}

/// The grant at every point, just below it, and all along is that of the estimate.
fn check(name: &str, found: &Curve, unit: u64, grant_at: impl Fn(u64) -> (u64, u64)) {
    // Each of some products loses less than a yen, and the whole less than its unit.
    let slack = unit + 8;
    for pair in found.points.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        assert!(from.expense < to.expense && from.grant <= to.grant, "{name}: {from:?} {to:?}");
        let end = if to.turn.is_cliff() { 0 } else { to.grant.0 };
        let (width, height) = (to.expense.0 - from.expense.0, end - from.grant.0);
        // What an answer adds comes within the first few yen.
        let looks = if width < 64 { 0 } else { 15 };
        for n in 0..looks {
            let (expense, grant) = grant_at(from.expense.0 + width * n / 15);
            if expense < from.expense.0 {
                continue;
            }
            let along = u128::from(expense - from.expense.0) * u128::from(height);
            let straight = from.grant.0 + u64::try_from(along / u128::from(width)).expect("less");
            assert!(
                straight.abs_diff(grant) <= slack,
                "{name}: {grant} at {expense}, {straight} between {from:?} and {to:?}"
            );
        }
    }
    for point in &found.points {
        // Cut yen make the sum of the categories a few yen less than the scale.
        let scale = (point.expense.0..point.expense.0 + 16)
            .find(|scale| grant_at(*scale).0 >= point.expense.0)
            .expect("within a yen a category");
        assert_eq!(grant_at(scale), (point.expense.0, point.grant.0), "{name}: {point:?}");
        let below = || grant_at(scale - 1).1;
        match point.turn {
            Turn::Floor(floor) => {
                assert!(floor <= point.grant && below() == 0, "{name}: {point:?}")
            }
            Turn::Required(_) => assert!(0 < point.grant.0 && below() == 0, "{name}: {point:?}"),
            Turn::Most => {
                assert!(below() < point.grant.0, "{name}: {point:?}");
                assert_eq!(grant_at(1_000_000_000_000).1, point.grant.0, "{name}: {point:?}");
            }
            _ => {}
        }
    }
}

/// The turns of one frame for these expenses, all else known.
fn turns(id: &str, frame: &str, employees: u64, expenses: &[(&str, u64)]) -> Vec<(u64, u64, Turn)> {
    let rulebook = rulebook();
    let edition = rulebook.edition(id).expect("it is built in");
    let category = |key| rulebook.category(key).expect("it is built in");
    let mix: Vec<_> = expenses.iter().map(|(key, amount)| (category(key), *amount)).collect();
    let case = firm(true, employees, &mix);
    let estimate = estimate(edition, &case);
    let frame = estimate.frames.iter().find(|one| one.frame.id == frame).expect("it has it");
    let terms = frame.terms.expect("the firm can get it");
    let found = curve(edition, frame.frame, &terms, &case).expect("it grants");
    assert_eq!(found.now.grant, frame.grant.high, "the point of now is what the card shows");
    let turns = found.points.iter().filter(|point| point.turn != Turn::End);
    turns.map(|point| (point.expense.0, point.grant.0, point.turn)).collect()
}

/// 2/3 up to 500,000円 and 500,000円 more for インボイス: 1,000,000 ÷ 2/3 = 1,500,000.
#[test]
fn a_cap_is_reached_to_the_yen() {
    let found = turns("jizokuka/2024-16", "normal", 4, &[("publicity", 600_000)]);
    assert_eq!(found, [(1_500_000, 1_000_000, Turn::Most)]);
}

/// 50,000 ÷ 1/2 = 100,000 is the least; 4,500,000 ÷ 1/2 = 9,000,000 the most.
#[test]
fn a_yen_below_the_floor_there_is_nothing() {
    let found = turns("it/2024", "normal", 4, &[("software", 400_000)]);
    let floor = Turn::Floor(Yen(50_000));
    assert_eq!(found, [(100_000, 50_000, floor), (9_000_000, 4_500_000, Turn::Most)]);
}

/// 500,000 ÷ 4/5 = 625,000; then (3,500,000 − 500,000) ÷ 2/3 = 4,500,000 more.
#[test]
fn a_tier_begins_where_the_first_rate_ends() {
    let found = turns("it/2024", "invoice", 4, &[("software", 400_000)]);
    let tier = Turn::Tier(Rate::new(2, 3));
    assert_eq!(found, [(625_000, 500_000, tier), (5_125_000, 3_500_000, Turn::Most)]);
}

/// 1,000,000 ÷ 1/2 = 2,000,000; 15,000,000 ÷ 1/2 = 30,000,000; then (40,000,000 − 15,000,000) ÷ 1/3 = 75,000,000 more.
#[test]
fn a_floor_a_tier_and_a_cap_follow_each_other() {
    let found = turns("monodukuri/2024-18", "labor_saving", 30, &[("machinery", 6_000_000)]);
    let expected = [
        (2_000_000, 1_000_000, Turn::Floor(Yen(1_000_000))),
        (30_000_000, 15_000_000, Turn::Tier(Rate::new(1, 3))),
        (105_000_000, 40_000_000, Turn::Most),
    ];
    assert_eq!(found, expected);
}

/// Half of the mix is machinery, of which 500,000円 are asked; of the other half 5,000,000円 count.
#[test]
fn a_least_amount_is_a_cliff_and_a_limit_of_some_categories_a_bend() {
    let mix = [("machinery", 6_000_000), ("cloud", 6_000_000)];
    let found = turns("shoryokuka-general/2026-8", "general", 30, &mix);
    let [least, group, most] = found[..] else { panic!("{found:?}") };
    assert!(matches!(least, (1_000_000, 666_666, Turn::Required(_))), "{least:?}");
    assert_eq!(group, (10_000_000, 6_666_666, Turn::Group(Yen(5_000_000))));
    // (40,000,000 + 5,000,000) × 2/3 = 30,000,000.
    assert_eq!(most, (80_000_000, 30_000_000, Turn::Most));
}
