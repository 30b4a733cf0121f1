//! Repayment (返還): what must be given back of a grant when a promised raise of wages is missed.
//!
//! Achievement (達成率) is actual over target, kept as an exact fraction: 3 % of a promised 9 % is a third and has
//! no decimals. What is missing to the whole, as a share of the grant, is given back; a fraction of a yen is cut off.
//!
//! The guideline's own example shows 25,000,000円 ÷ 3 as 834万円, rounded up to 10,000 yen in print. The formula
//! gives 8,333,333円, and that is what this calculates.

use std::cmp::Ordering;

use crate::{
    mechanism::rounding::round_down,
    money::{Rate, Yen},
    rules::{Cite, Note},
};

/// What an edition asks back when promised wages are missed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RepaymentRule {
    /// The promises that are paid for when they are missed, in the order of the guideline.
    pub promises: &'static [Promise],
    /// When nothing is asked back (免除), in words.
    pub waivers: &'static [Note],
    /// Where it is written.
    pub cite: Cite,
}

/// A promise, by what it costs to miss it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Promise {
    /// The growth of pay (給与の伸び): the grant × what is missing of the achievement; see [`growth`].
    Growth,
    /// The in-house minimum wage of each year (事業所内最低賃金): the grant ÷ the years of the plan; see [`years`].
    MinimumWage,
    /// The large raise (大幅賃上げ) that lifted the cap: all that lies above the plain cap, and of the rest what is
    /// missing of the achievement or of the years; see [`raised_growth`] and [`raised_years`].
    LargeRaise,
}

/// An achievement (達成率): so much of what was promised, exactly.
///
/// It can lie above the whole, and below zero where pay has fallen.
#[derive(Clone, Copy, Debug)]
pub struct Achievement {
    actual: i32,
    target: u32,
}

impl Achievement {
    /// `actual` of the `target`, both in one unit; `None` for a target of nothing.
    ///
    /// Growth rates stand in 1/100 % (4.00 % is 400), as the official tool cuts them to two decimals. An achievement
    /// that is itself stated in percent is of 100.
    pub fn new(actual: i32, target: u32) -> Option<Self> {
        (0 < target).then_some(Self { actual, target })
    }

    /// What is missing to the whole: 0 where it is reached or passed, at most the whole, in lowest terms.
    pub fn missing(self) -> Rate {
        let achieved = u32::try_from(self.actual).unwrap_or(0);
        let missing = self.target.saturating_sub(achieved);
        let common = common_divisor(missing, self.target);
        let part = |whole: u32| whole.checked_div(common).unwrap_or(whole);
        Rate::new(part(missing), part(self.target))
    }
}

/// By size: 1/2 and 2/4 are the same.
impl Ord for Achievement {
    fn cmp(&self, other: &Self) -> Ordering {
        // a/b < c/d says the same as a·d < c·b, as no target is below zero.
        let times = |a: i32, b: u32| i64::from(a).saturating_mul(i64::from(b));
        times(self.actual, other.target).cmp(&times(other.actual, self.target))
    }
}

impl PartialOrd for Achievement {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Achievement {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Achievement {}

/// One measure of pay, such as 給与支給総額, of the two groups of people for whom it is promised.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Measure {
    /// That of the employees (従業員).
    pub employees: Achievement,
    /// That of the officers (役員).
    pub officers: Achievement,
}

/// How far the growth of pay was achieved: of each measure the lower group counts, then the better measure.
pub fn achieved(total: Measure, per_head: Measure) -> Achievement {
    let lower = |measure: Measure| measure.employees.min(measure.officers);
    lower(total).max(lower(per_head))
}

/// What is given back of `grant` when pay has grown by this much of what was promised.
pub fn growth(grant: Yen, achieved: Achievement) -> Yen {
    round_down(grant, achieved.missing()).whole
}

/// What is given back of `grant` for missing the in-house minimum wage in `missed` of the `planned` years.
///
/// READING: it is asked back year by year, so each year's part is cut to whole yen by itself.
pub fn years(grant: Yen, missed: u32, planned: u32) -> Yen {
    let yearly = round_down(grant, Rate::new(1, planned)).whole;
    Yen(yearly.0.saturating_mul(u64::from(missed.min(planned))))
}

/// What is given back of `grant`, of which `topup` lies above the plain cap, when the promised large raise has
/// been achieved by this much: nothing where it is whole.
pub fn raised_growth(grant: Yen, topup: Yen, achieved: Achievement) -> Yen {
    raised(grant, topup, achieved.missing())
}

/// What is given back of `grant`, of which `topup` lies above the plain cap, when the higher in-house minimum
/// wage was kept in `met` of the `planned` years: nothing where it was kept in all.
pub fn raised_years(grant: Yen, topup: Yen, met: u32, planned: u32) -> Yen {
    raised(grant, topup, Rate::new(planned.saturating_sub(met), planned))
}

fn raised(grant: Yen, topup: Yen, missing: Rate) -> Yen {
    if missing.numerator() == 0 {
        return Yen::ZERO;
    }
    let topup = topup.min(grant);
    topup + round_down(grant - topup, missing).whole
}

/// The greatest number that divides both, by Euclid.
fn common_divisor(mut a: u32, mut b: u32) -> u32 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An achievement in whole percent.
    fn percent(actual: i32) -> Achievement {
        of(actual, 100)
    }

    fn of(actual: i32, target: u32) -> Achievement {
        Achievement::new(actual, target).expect("there is a target")
    }

    fn missing(achieved: Achievement) -> String {
        achieved.missing().to_string()
    }

    #[test]
    fn what_is_missing_is_a_fraction_in_lowest_terms() {
        assert_eq!(missing(percent(90)), "1/10");
        assert_eq!(missing(of(300, 900)), "2/3");
        assert_eq!(missing(of(375, 1_000)), "5/8");
        assert_eq!(missing(of(1, 3)), "2/3");
    }

    #[test]
    fn the_whole_is_neither_passed_nor_is_more_than_all_missing() {
        assert_eq!(missing(percent(99)), "1/100");
        assert_eq!(missing(percent(100)), "0/1");
        assert_eq!(missing(percent(101)), "0/1");
        assert_eq!(missing(percent(1)), "99/100");
        assert_eq!(missing(percent(0)), "1/1");
        assert_eq!(missing(percent(-1)), "1/1");
        assert_eq!(missing(of(i32::MIN, u32::MAX)), "1/1");
        assert_eq!(missing(of(i32::MAX, 1)), "0/1");
    }

    #[test]
    fn nothing_can_be_achieved_of_a_target_of_nothing() {
        assert_eq!(Achievement::new(100, 0), None);
    }

    #[test]
    fn achievements_are_compared_as_fractions() {
        assert_eq!(of(1, 2), of(2, 4));
        assert!(of(333_333, 1_000_000) < of(1, 3));
        assert!(of(1, 3) < of(333_334, 1_000_000));
        assert!(percent(-10) < percent(0));
        assert!(of(i32::MIN, 1) < of(i32::MIN, 2));
        assert!(of(i32::MAX, u32::MAX) < of(i32::MAX, 1));
    }

    #[test]
    fn the_lower_group_counts_and_then_the_better_measure() {
        let measure = |one, other| Measure { employees: percent(one), officers: percent(other) };
        assert_eq!(achieved(measure(90, 140), measure(110, 80)), percent(90));
        assert_eq!(achieved(measure(140, 90), measure(80, 110)), percent(90));
        assert_eq!(achieved(measure(90, 70), measure(110, 100)), percent(100));
        assert_eq!(achieved(measure(0, 140), measure(0, -10)), percent(0));
        assert_eq!(achieved(measure(-5, 140), measure(0, -10)), percent(-5));
    }

    #[test]
    fn a_fraction_of_a_yen_is_cut_off() {
        assert_eq!(growth(Yen(25_000_000), of(750, 1_000)), Yen(6_250_000));
        assert_eq!(growth(Yen(24_999_999), of(750, 1_000)), Yen(6_249_999));
        assert_eq!(growth(Yen(25_000_001), of(750, 1_000)), Yen(6_250_000));
        assert_eq!(growth(Yen(25_000_004), of(750, 1_000)), Yen(6_250_001));
        assert_eq!(growth(Yen(u64::MAX), percent(-1)), Yen(u64::MAX));
    }

    #[test]
    fn each_missed_year_costs_its_part_and_all_of_them_no_more_than_the_grant() {
        let missed = |missed| years(Yen(25_000_000), missed, 3);
        assert_eq!(missed(0), Yen(0));
        assert_eq!(missed(1), Yen(8_333_333));
        assert_eq!(missed(2), Yen(16_666_666));
        assert_eq!(missed(3), Yen(24_999_999));
        assert_eq!(missed(4), Yen(24_999_999));
        assert_eq!(years(Yen(24_999_999), 3, 3), Yen(24_999_999));
        assert_eq!(years(Yen(25_000_000), 1, 0), Yen(0), "no years, none to miss");
        assert_eq!(years(Yen(u64::MAX), u32::MAX, u32::MAX), Yen(u64::MAX));
    }

    #[test]
    fn a_missed_large_raise_costs_all_above_the_plain_cap_and_part_of_the_rest() {
        let (grant, topup) = (Yen(35_000_000), Yen(10_000_000));
        let growth = |actual| raised_growth(grant, topup, of(actual, 600));
        assert_eq!(growth(600), Yen(0));
        assert_eq!(growth(601), Yen(0));
        assert_eq!(growth(599), Yen(10_041_666));
        assert_eq!(growth(300), Yen(22_500_000));
        assert_eq!(growth(1), Yen(34_958_333));
        assert_eq!(growth(0), grant);
        assert_eq!(growth(-1), grant);
        let kept = |met| raised_years(grant, topup, met, 5);
        assert_eq!([kept(5), kept(6)], [Yen(0), Yen(0)]);
        assert_eq!(kept(4), Yen(15_000_000));
        assert_eq!(kept(1), Yen(30_000_000));
        assert_eq!(kept(0), grant);
    }

    #[test]
    fn never_more_is_given_back_than_was_granted() {
        assert_eq!(raised_growth(Yen(100), Yen(101), percent(50)), Yen(100));
        assert_eq!(raised_growth(Yen(100), Yen(100), percent(99)), Yen(100));
        assert_eq!(raised_growth(Yen(0), Yen(0), percent(0)), Yen(0));
        assert_eq!(raised_years(Yen(100), Yen(50), 0, 0), Yen(0), "no years, none to miss");
    }
}
