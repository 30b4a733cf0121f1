//! How far a limit is filled is what the calculation does with one yen more.

use hojokin_engine::{
    Range, Yen,
    limits::{Filled, filled},
};

use crate::{
    cases::{Asked, built_in, partly_open, run},
    contract::{Edition, editions},
};

/// So many cases of each edition that limits categories.
const CASES: u32 = 60;

/// Calls `check` with how far each limit is filled in each frame, and the place of the frame.
fn for_each_limit(check: impl Fn(&'static Edition, &Asked, usize, &Filled)) {
    for edition in editions() {
        run(CASES, &partly_open(edition), |asked| {
            let (rules, case) = (built_in(edition), asked.case());
            for (place, frame) in asked.estimate().frames.iter().enumerate() {
                for one in filled(rules, frame, &case) {
                    check(edition, &asked, place, &one);
                }
            }
        });
    }
}

#[test]
fn what_counts_is_within_the_limit_and_the_rest_is_beyond_it() {
    for_each_limit(|_, _, _, one| {
        let Filled { counts, most, left, over, .. } = *one;
        assert!(counts.low <= counts.high && most.low <= most.high, "{one:?}");
        assert!(counts.low <= most.low && counts.high <= most.high, "{one:?}");
        assert!(left.low == Yen::ZERO || over.low == Yen::ZERO, "{one:?}");
    });
}

#[test]
fn what_is_left_counts_to_the_yen_and_the_next_one_is_beyond() {
    for_each_limit(|edition, asked, place, one| {
        let settled = one.part.is_none() && one.over.high == Yen::ZERO;
        let last = one.categories.last().filter(|_| settled);
        let Some(last) = last.map(|id| hojokin_rules::rulebook().categories[usize::from(id.0)])
        else {
            return;
        };
        let with = |more: u64| {
            let mut asked = asked.clone();
            *asked.expenses.entry(last).or_default() += more;
            let estimate = asked.estimate();
            let all = filled(built_in(edition), &estimate.frames[place], &asked.case());
            all.into_iter().find(|other| other.categories == one.categories && other.part.is_none())
        };
        let sure = |amount| Range { low: amount, high: amount };
        let left = one.left.low.0;
        let full = with(left).expect("something is entered");
        assert_eq!((full.counts, full.left, full.over), (one.most, sure(Yen(0)), sure(Yen(0))));
        let beyond = with(left + 1).expect("something is entered");
        assert_eq!((beyond.counts, beyond.over), (one.most, sure(Yen(1))));
    });
}
