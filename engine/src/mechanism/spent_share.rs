//! Spent share (経費の割合の要件): some categories may be only so much of others, or the frame is not open.
//!
//! It is asked of what is entered and cuts nothing, unlike a share of cost or a group limit.

use crate::{answering::Answering, rules::SpentShare};

/// Whether `share` is kept on the way that is being gone: x ≤ y·n/d says the same as x·d ≤ y·n, without a
/// fraction.
pub fn holds(share: &SpentShare, answering: &Answering<'_>) -> bool {
    let times = |categories, number: u32| {
        u128::from(answering.spent(categories).0).saturating_mul(u128::from(number))
    };
    let rate = share.at_most;
    times(share.spent, rate.denominator()) <= times(share.of, rate.numerator())
}

#[cfg(test)]
mod tests {
    use crate::{
        answering::outcomes,
        mechanism::testing::{MACHINERY, WEBSITE, expenses, spending},
        money::Rate,
        rules::{SpentShare, Test},
    };

    static HALF: SpentShare =
        SpentShare { spent: &[WEBSITE], at_most: Rate::new(1, 2), of: &[MACHINERY, WEBSITE] };
    static THIRD: SpentShare = SpentShare { at_most: Rate::new(1, 3), ..HALF };

    fn check(share: &'static SpentShare, website: u64, machinery: u64, kept: bool) {
        let case = spending(expenses(&[(WEBSITE, website), (MACHINERY, machinery)]));
        let found = outcomes(&case, &Test::SpentShare(share));
        assert_eq!(found, (kept, !kept), "{website} beside {machinery}");
    }

    #[test]
    fn the_share_itself_is_kept_and_one_yen_more_is_not() {
        check(&HALF, 300_000, 300_000, true);
        check(&HALF, 300_001, 300_000, false);
        check(&THIRD, 1, 2, true);
        check(&THIRD, 1, 1, false);
        check(&THIRD, 333_333, 666_667, true);
        check(&THIRD, 333_334, 666_666, false);
        check(&THIRD, u64::MAX, 0, false);
    }

    #[test]
    fn nothing_is_a_share_of_nothing() {
        check(&HALF, 0, 0, true);
        check(&HALF, 1, 0, false);
    }

    #[test]
    fn it_reads_expenses_wherever_it_stands() {
        static SHARES: [Test; 1] = [Test::SpentShare(&HALF)];
        let [share] = &SHARES;
        let tests = [*share, Test::Not(share), Test::All(&SHARES), Test::Any(&SHARES)];
        assert!(tests.iter().all(|test| test.reads_expenses() && test.reads_shares()));
        let spent = Test::Spent(&[WEBSITE], crate::money::Yen(1));
        assert!(spent.reads_expenses() && !spent.reads_shares());
    }
}
