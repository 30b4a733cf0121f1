//! Wage target (賃上げの目標額): the in-house minimum wage (事業場内最低賃金) that a promise asks for, in yen an hour.
//!
//! It decides no verdict and no amount: the applicant promises to reach it, or does not. This says what the
//! promise means for one firm in one prefecture.

use crate::{money::Yen, rules::Cite};

/// What an edition asks of the lowest hourly wage in the firm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct WageRule {
    /// What the wage is measured against.
    pub base: WageBase,
    /// By how much it must lie above that, in yen an hour.
    pub add: Yen,
    /// Whether it must not lie below the regional minimum wage either, neither at the application nor later.
    pub also_regional: bool,
    /// Where it is written.
    pub cite: Cite,
}

/// What the in-house minimum wage is measured against.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WageBase {
    /// The regional minimum wage (地域別最低賃金); for a firm that already pays as much as is asked, its own wage.
    RegionalOrCurrent,
    /// The firm's own wage at the application.
    Current,
    /// The regional minimum wage.
    Regional,
}

/// The wage that `rule` asks of a firm whose lowest wage is `current`, where the regional minimum is `regional`.
pub fn needed(rule: &WageRule, regional: Yen, current: Yen) -> Yen {
    let target = match rule.base {
        WageBase::Regional => regional + rule.add,
        WageBase::Current => current + rule.add,
        WageBase::RegionalOrCurrent if regional + rule.add <= current => current + rule.add,
        WageBase::RegionalOrCurrent => regional + rule.add,
    };
    if rule.also_regional { target.max(regional) } else { target }
}

/// Whether the wage `current` keeps a firm from promising anything under `rule`: it lies below the regional
/// minimum, and the rule demands that it does not already at the application.
pub fn too_low(rule: &WageRule, regional: Yen, current: Yen) -> bool {
    rule.also_regional && current < regional
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    const fn rule(base: WageBase, add: u64) -> WageRule {
        WageRule { base, add: Yen(add), also_regional: false, cite: CITE }
    }

    #[track_caller]
    fn check(rule: WageRule, regional: u64, current: u64, wage: u64) {
        assert_eq!(needed(&rule, Yen(regional), Yen(current)), Yen(wage), "{regional}, {current}");
    }

    /// Source: よくあるご質問【第15回公募以降対象】Q6-10.
    #[test]
    fn the_official_examples_of_rounds_15_and_16_come_out() {
        let fifty = rule(WageBase::RegionalOrCurrent, 50);
        check(fifty, 1_000, 1_010, 1_050);
        check(fifty, 1_000, 1_050, 1_100);
    }

    /// Source: 第17回 よくあるご質問 6-7.
    #[test]
    fn the_official_example_of_round_17_comes_out() {
        let own = WageRule { also_regional: true, ..rule(WageBase::Current, 50) };
        check(own, 1_000, 1_010, 1_060);
    }

    #[test]
    fn the_own_wage_takes_over_where_it_is_already_as_high_as_is_asked() {
        let fifty = rule(WageBase::RegionalOrCurrent, 50);
        check(fifty, 1_000, 1_049, 1_050);
        check(fifty, 1_000, 1_050, 1_100);
        check(fifty, 1_000, 1_051, 1_101);
        let thirty = rule(WageBase::RegionalOrCurrent, 30);
        check(thirty, 1_000, 1_029, 1_030);
        check(thirty, 1_000, 1_030, 1_060);
    }

    #[test]
    fn the_regional_wage_alone_asks_nothing_more_of_those_who_pay_more() {
        check(rule(WageBase::Regional, 30), 1_000, 1_029, 1_030);
        check(rule(WageBase::Regional, 30), 1_000, 1_031, 1_030);
        check(rule(WageBase::Regional, 30), 1_000, 2_000, 1_030);
    }

    #[test]
    fn a_raise_of_the_own_wage_does_not_look_at_the_region() {
        check(rule(WageBase::Current, 45), 1_000, 1_000, 1_045);
        check(rule(WageBase::Current, 45), 1_000, 900, 945);
    }

    #[test]
    fn where_the_regional_wage_is_demanded_as_well_the_target_reaches_it() {
        let own = WageRule { also_regional: true, ..rule(WageBase::Current, 50) };
        check(own, 1_000, 949, 1_000);
        check(own, 1_000, 950, 1_000);
        check(own, 1_000, 951, 1_001);
        let low = |current| too_low(&own, Yen(1_000), Yen(current));
        assert_eq!([low(999), low(1_000), low(1_001)], [true, false, false]);
        assert!(!too_low(&rule(WageBase::Current, 50), Yen(1_000), Yen(999)), "it is not demanded");
    }

    #[test]
    fn the_largest_wages_do_not_overflow() {
        check(rule(WageBase::RegionalOrCurrent, 50), u64::MAX, u64::MAX, u64::MAX);
        check(rule(WageBase::Current, u64::MAX), 0, u64::MAX, u64::MAX);
    }
}
