//! How far the limits on categories are filled (経費区分ごとの上限と、いま入れた額).
//!
//! A limit holds the expenses of one category or of several, or the grant that comes of them. What it comes to now
//! follows from everything else that is entered: a half of all expenses is as much as the others are. It is asked of
//! the calculation itself, so that no formula can disagree with what counts.

use std::slice;

use crate::{
    answering::walk,
    calculation::{self, Limited},
    case::Case,
    estimate::{FrameEstimate, Range, open},
    fact::CategoryId,
    mechanism::{
        category_share::{self, Counted},
        provision, requirement,
    },
    money::Yen,
    rules::{Edition, Grant, Part},
};

/// How far a limit is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    /// The categories that it holds, together.
    pub categories: &'static [CategoryId],
    /// The name of the part of the grant that it holds; `None` where it holds expenses.
    pub part: Option<&'static str>,
    /// What counts.
    pub counts: Range,
    /// The most that can count, everything else as it is.
    pub most: Range,
    /// How much more would count.
    pub left: Range,
    /// How much is beyond the limit and does not count.
    pub over: Range,
}

impl Filled {
    /// A limit on the way that is being gone, and what would count without it.
    fn new(
        categories: &'static [CategoryId],
        part: Option<&'static str>,
        asked: Yen,
        most: Yen,
    ) -> Self {
        let sure = |amount| Range { low: amount, high: amount };
        Self {
            categories,
            part,
            counts: sure(asked.min(most)),
            most: sure(most),
            left: sure(most - asked),
            over: sure(asked - most),
        }
    }

    /// Takes in another way.
    fn widen(&mut self, other: &Self) {
        let ranges = [
            (&mut self.counts, other.counts),
            (&mut self.most, other.most),
            (&mut self.left, other.left),
            (&mut self.over, other.over),
        ];
        for (range, other) in ranges {
            range.low = range.low.min(other.low);
            range.high = range.high.max(other.high);
        }
    }
}

/// How far each limit on categories in which something is entered is filled in the frame of `estimate`: first those on
/// expenses, then those on parts of the grant, each over all ways of answering the open questions in which the firm
/// can get the frame, or, where it cannot, over all.
pub fn filled(edition: &'static Edition, estimate: &FrameEstimate, case: &Case) -> Vec<Filled> {
    let Some(grant) = estimate.frame.grant() else { return Vec::new() };
    let counted = category_share::counted(edition, grant, case);
    let mut all = Vec::new();
    for category in edition.categories {
        if category.cost_share.is_some() {
            all.extend(expenses(edition, grant, case, &counted, slice::from_ref(&category.id)));
        }
    }
    for limit in edition.limits {
        all.extend(expenses(edition, grant, case, &counted, limit.categories));
    }
    let limited = |part: &Part| {
        part.at_most.is_some() || part.grant_share.is_some() || part.of_cost.is_some()
    };
    let spent = |part: &Part| Yen::ZERO < sum(&counted, part.categories, |one| one.entered);
    if grant.parts.iter().any(|part| limited(part) && spent(part)) {
        grants(grant, estimate, case, &counted, &mut all);
    }
    all
}

/// A limit on the expenses of some categories; `None` where nothing is entered in them, and where they may be as much as
/// can be entered.
fn expenses(
    edition: &Edition,
    grant: &Grant,
    case: &Case,
    counted: &[Counted],
    held: &'static [CategoryId],
) -> Option<Filled> {
    let entered = sum(counted, held, |one| one.entered);
    let counts = sum(counted, held, |one| one.amount);
    if entered == Yen::ZERO {
        return None;
    }
    if counts < entered {
        return Some(Filled::new(held, None, entered, counts));
    }
    // What would count of more than any limit allows.
    let mut more = case.clone();
    for category in held {
        more.expenses.set(*category, Yen::MOST_ENTERED);
    }
    let most = sum(&category_share::counted(edition, grant, &more), held, |one| one.amount);
    (most < Yen::MOST_ENTERED).then(|| Filled::new(held, None, entered, most))
}

/// The limits on parts of the grant.
fn grants(
    grant: &'static Grant,
    estimate: &FrameEstimate,
    case: &Case,
    counted: &[Counted],
    all: &mut Vec<Filled>,
) {
    let (barred, open) = (!estimate.certain().is_empty(), open(estimate));
    let mut steps = Vec::new();
    walk(case, &mut |answering, _| {
        if !barred && !requirement::all_hold(&open, answering) {
            return;
        }
        steps.clear();
        let terms = provision::terms(grant, answering, &mut steps);
        let granted = calculation::grant(grant, counted, &terms, &mut steps);
        for Limited { part, product, most } in granted.limited {
            let one = Filled::new(part.categories, Some(part.name), product, most);
            let same =
                |known: &&mut Filled| known.part.is_some() && known.categories == part.categories;
            match all.iter_mut().find(same) {
                Some(known) => known.widen(&one),
                None => all.push(one),
            }
        }
    });
}

/// The sum over some categories of what is entered or what counts.
fn sum(counted: &[Counted], held: &[CategoryId], amount: fn(&Counted) -> Yen) -> Yen {
    counted.iter().filter(|one| held.contains(&one.category.id)).map(amount).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        estimate,
        fact::Domain,
        mechanism::testing::{
            CITE, DISPOSAL, INVOICE, MACHINERY, WAGE, WEBSITE, edition, expenses, frame, spending,
        },
        money::Rate,
        rules::{Limit, Most},
    };

    /// What counts, the most, what is left and what is beyond.
    type Amounts = [(u64, u64); 4];

    fn of(edition: &'static Edition, case: &Case) -> Vec<(&'static [CategoryId], Amounts)> {
        let estimate = estimate(edition, case);
        let frame = estimate.frames.first().expect("there is one");
        let ends = |range: Range| (range.low.0, range.high.0);
        let amounts = |one: Filled| [one.counts, one.most, one.left, one.over].map(ends);
        let found = filled(edition, frame, case).into_iter();
        found.map(|one| (one.categories, amounts(one))).collect()
    }

    /// Answers without an open question.
    fn settled(amounts: &[(CategoryId, u64)]) -> Case {
        let mut case = spending(expenses(amounts));
        case.answers.set(INVOICE, Domain::truth(false));
        case.answers.set(WAGE, Domain::truth(false));
        case
    }

    #[track_caller]
    fn check(amounts: &[(CategoryId, u64)], found: &[(CategoryId, [u64; 4])]) {
        static EDITION: Edition = edition();
        let all = of(&EDITION, &settled(amounts));
        let all: Vec<(CategoryId, [u64; 4])> = all
            .into_iter()
            .map(|(categories, amounts)| {
                (*categories.first().expect("it holds one"), amounts.map(|(low, _)| low))
            })
            .collect();
        assert_eq!(all, found, "{amounts:?}");
    }

    #[test]
    fn a_share_of_the_expenses_is_full_at_its_yen_and_exceeded_by_the_next() {
        let disposal = |entered, is| {
            check(&[(MACHINERY, 300_000), (DISPOSAL, entered)], &[(DISPOSAL, is)]);
        };
        disposal(250_000, [250_000, 300_000, 50_000, 0]);
        disposal(300_000, [300_000, 300_000, 0, 0]);
        disposal(300_001, [300_000, 300_000, 0, 1]);
        disposal(500_000, [300_000, 300_000, 0, 200_000]);
        check(&[(DISPOSAL, 400_000)], &[(DISPOSAL, [0, 0, 0, 400_000])]);
    }

    #[test]
    fn nothing_is_said_of_a_category_in_which_nothing_is_entered() {
        check(&[], &[]);
        check(&[(MACHINERY, 300_000)], &[]);
    }

    #[test]
    fn a_share_of_the_grant_is_full_at_its_yen_and_exceeded_by_the_next() {
        // 600,000 × 2/3 = 400,000; a third of it is 133,333, a quarter of the cap 125,000 (= 187,500 × 2/3).
        let website = |entered, is| {
            check(&[(MACHINERY, 600_000), (WEBSITE, entered)], &[(WEBSITE, is)]);
        };
        website(150_000, [100_000, 125_000, 25_000, 0]);
        website(187_500, [125_000, 125_000, 0, 0]);
        website(187_501, [125_000, 125_000, 0, 0]);
        website(187_502, [125_000, 125_000, 0, 1]);
        // 300,000 × 2/3 = 200,000, of which a third is 66,666.
        check(&[(MACHINERY, 300_000), (WEBSITE, 100_001)], &[(WEBSITE, [66_666, 66_666, 0, 1])]);
    }

    #[test]
    fn a_website_alone_can_bring_nothing() {
        check(&[(WEBSITE, 300_000)], &[(WEBSITE, [0, 0, 0, 200_000])]);
    }

    #[test]
    fn open_questions_leave_a_range() {
        static EDITION: Edition = edition();
        // 2/3 or 3/4 of 150,000; a quarter of a cap of 500,000 or 1,000,000.
        let case = spending(expenses(&[(MACHINERY, 3_000_000), (WEBSITE, 180_000)]));
        let amounts = [(120_000, 135_000), (125_000, 250_000), (0, 130_000), (0, 10_000)];
        assert_eq!(of(&EDITION, &case), [(&[WEBSITE][..], amounts)]);
    }

    fn check_together(most: Most, amounts: [u64; 3], is: Option<[u64; 4]>) {
        let limit = Limit { categories: &[DISPOSAL, WEBSITE], most, cite: CITE };
        let limits: &'static [Limit] = Box::leak(Box::new([limit]));
        let edition: &'static Edition = Box::leak(Box::new(Edition { limits, ..edition() }));
        let ids = [MACHINERY, WEBSITE, DISPOSAL];
        let entered: Vec<(CategoryId, u64)> = ids.into_iter().zip(amounts).collect();
        let case = settled(&entered);
        let grant = frame().grant().expect("the frame grants");
        let counted = category_share::counted(edition, grant, &case);
        let found = super::expenses(edition, grant, &case, &counted, limit.categories);
        let low = |one: Filled| [one.counts, one.most, one.left, one.over].map(|range| range.low.0);
        assert_eq!(found.map(low), is, "{amounts:?}");
    }

    #[test]
    fn several_categories_fill_their_limit_together() {
        let amount = Most::Amount(Yen(500));
        check_together(amount, [1_000, 300, 100], Some([400, 500, 100, 0]));
        check_together(amount, [1_000, 300, 200], Some([500, 500, 0, 0]));
        check_together(amount, [1_000, 300, 201], Some([500, 500, 0, 1]));
        check_together(amount, [1_000, 0, 0], None);
        let same = Most::OfOthers(Rate::new(1, 1));
        check_together(same, [400, 300, 100], Some([400, 400, 0, 0]));
        check_together(same, [400, 300, 101], Some([400, 400, 0, 1]));
        let below = Most::BelowOthers;
        check_together(below, [400, 300, 99], Some([399, 399, 0, 0]));
        check_together(below, [400, 300, 100], Some([399, 399, 0, 1]));
    }
}
