//! From a wanted grant back to the expenses: the exact inverse of the calculation.

use crate::{
    calculation,
    case::Case,
    estimate::Step,
    fact::CategoryId,
    mechanism::{
        category_share::{self, Counted},
        provision::Terms,
        requirement::{Standing, judge},
    },
    money::Yen,
    rules::{Edition, Frame, Grant, Requirement},
};

/// The least expenses that bring a grant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reach {
    /// The sum of the expenses over all categories that the edition counts.
    pub total: Yen,
    /// What is entered in these categories now.
    pub entered: Yen,
    /// The grant that they bring: at least the wanted one.
    pub grant: Yen,
}

/// The least total expense that brings at least `wanted` in `frame` on these terms, its mix of categories kept.
///
/// The entered amounts are scaled together, each cut to whole yen, so the mix is kept to within a yen a
/// category; so a requirement on the share of a category is judged by the mix itself. With nothing entered,
/// everything is put into the first category without a limit of its own.
/// `None` if no expense up to 10^12 yen brings it: when the cap is lower, when the mix leaves nothing that
/// counts, such as a website alone, or when the frame gives no grant.
pub fn least_expense(
    edition: &Edition,
    frame: &Frame,
    terms: &Terms,
    case: &Case,
    wanted: Yen,
) -> Option<Reach> {
    let search = Search::of(edition, frame, terms, case)?;
    let mut steps = Vec::new();
    let mut grant_at = |scale| search.at(scale, &mut steps).reach;
    if grant_at(Yen::MOST_ENTERED.0).grant < wanted {
        return None;
    }
    if wanted == Yen::ZERO {
        return Some(grant_at(0));
    }
    // The grant never falls as the scale rises.
    let enough = least(Yen::MOST_ENTERED.0, &mut |scale| wanted <= grant_at(scale).grant);
    Some(grant_at(enough))
}

/// The least scale up to `most`, which is enough, that is `enough`, where 0 is not: halving finds it.
pub(crate) fn least(most: u64, enough: &mut dyn FnMut(u64) -> bool) -> u64 {
    let (mut too_little, mut found) = (0_u64, most);
    while too_little.saturating_add(1) < found {
        let middle = too_little.midpoint(found);
        if enough(middle) {
            found = middle;
        } else {
            too_little = middle;
        }
    }
    found
}

/// The entered amounts that the frame counts.
fn mix(edition: &Edition, grant: &Grant, case: &Case) -> Vec<(CategoryId, Yen)> {
    let counted = category_share::counted(edition, grant, case);
    let amounts = counted.iter().map(|one| (one.category.id, one.entered));
    let entered: Vec<(CategoryId, Yen)> =
        amounts.filter(|(_, amount)| Yen::ZERO < *amount).collect();
    if !entered.is_empty() {
        return entered;
    }
    plain(edition, grant).map(|category| (category, Yen(1))).into_iter().collect()
}

/// The category of an edition in which expenses count of which only the total is known: the first without a limit of
/// its own that its first frame with a grant counts.
pub fn main_category(edition: &Edition) -> Option<CategoryId> {
    plain(edition, edition.frames.iter().find_map(Frame::grant)?)
}

/// The first category without a limit of its own.
fn plain(edition: &Edition, grant: &Grant) -> Option<CategoryId> {
    let part = grant.parts.first().map_or(&[][..], |part| part.categories);
    let unlimited =
        |id: CategoryId| edition.category(id).is_some_and(|category| category.cost_share.is_none());
    grant.main.iter().chain(part).copied().find(|id| unlimited(*id))
}

/// Whether the mix meets the requirements on shares of expenses.
fn keeps_shares(frame: &Frame, case: &Case, mix: &[(CategoryId, Yen)]) -> bool {
    let mut shares = frame.requirements.iter().filter(|one| one.test.reads_shares()).peekable();
    if shares.peek().is_none() {
        return true;
    }
    let mut mixed = case.clone();
    for (category, amount) in mix {
        mixed.expenses.set(*category, *amount);
    }
    shares.all(|one| judge(one, &mixed) != Standing::Unmet)
}

/// A frame on known terms, for a mix of categories that is scaled up and down.
pub(crate) struct Search<'a> {
    pub(crate) edition: &'a Edition,
    frame: &'a Frame,
    pub(crate) grant: &'static Grant,
    pub(crate) terms: &'a Terms,
    case: &'a Case,
    mix: Vec<(CategoryId, Yen)>,
    shares_kept: bool,
}

/// What comes out at one scale.
pub(crate) struct Scaled {
    pub(crate) reach: Reach,
    /// What counts of each category.
    pub(crate) counted: Vec<Counted>,
    /// The requirement on expenses that is not met.
    pub(crate) unmet: Option<&'static Requirement>,
}

impl<'a> Search<'a> {
    /// `None` if the frame gives no grant.
    pub(crate) fn of(
        edition: &'a Edition,
        frame: &'a Frame,
        terms: &'a Terms,
        case: &'a Case,
    ) -> Option<Self> {
        let grant = frame.grant()?;
        let mix = mix(edition, grant, case);
        let shares_kept = keeps_shares(frame, case, &mix);
        Some(Self { edition, frame, grant, terms, case, mix, shares_kept })
    }

    /// The scale of what is entered now; 0 if that is nothing.
    pub(crate) fn entered(&self) -> u64 {
        let entered = self.mix.iter().map(|(category, _)| self.case.expenses.of(*category));
        entered.sum::<Yen>().0
    }

    /// The grant when the sum of the mix is scaled to about `scale` yen, with the steps of its calculation; nothing
    /// where a requirement on expenses is not met, such as a least amount for machinery.
    pub(crate) fn at(&self, scale: u64, steps: &mut Vec<Step>) -> Scaled {
        let whole: Yen = self.mix.iter().map(|(_, amount)| *amount).sum();
        let mut scaled_case = self.case.clone();
        let mut total = Yen::ZERO;
        for (category, amount) in &self.mix {
            let product = u128::from(amount.0).saturating_mul(u128::from(scale));
            let scaled = product.checked_div(u128::from(whole.0)).unwrap_or(0);
            let scaled = Yen(u64::try_from(scaled).unwrap_or(u64::MAX));
            scaled_case.expenses.set(*category, scaled);
            total = total + scaled;
        }
        let counted = category_share::counted(self.edition, self.grant, &scaled_case);
        steps.clear();
        let granted = calculation::grant(self.grant, &counted, self.terms, steps);
        let entered = counted.iter().map(|one| self.case.expenses.of(one.category.id)).sum();
        let on_expenses =
            |one: &&Requirement| one.test.reads_expenses() && !one.test.reads_shares();
        let fails = |one: &&Requirement| judge(one, &scaled_case) == Standing::Unmet;
        let unmet = self.frame.requirements.iter().filter(on_expenses).find(fails);
        let met = self.shares_kept && unmet.is_none();
        let grant = if met { granted.amount } else { Yen::ZERO };
        Scaled { reach: Reach { total, entered, grant }, counted, unmet }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        mechanism::{
            provision,
            testing::{CITE, DISPOSAL, MACHINERY, WEBSITE, edition, expenses, frame, spending},
        },
        money::Rate,
        rules::{Cited, Gives, SpentShare, Test},
    };

    fn check(amounts: &[(CategoryId, u64)], wanted: u64, total: Option<u64>) {
        let case = spending(expenses(amounts));
        let grant = frame().grant().expect("the frame grants");
        let ways = explore(&case, |answering| provision::terms(grant, answering, &mut Vec::new()));
        let last = ways.last().expect("the last way takes no provision");
        let reach = least_expense(&edition(), frame(), &last.result, &case, Yen(wanted));
        assert_eq!(reach.map(|reach| reach.total.0), total, "{amounts:?} for {wanted}");
    }

    #[test]
    fn the_cap_is_reached_at_exactly_this_yen() {
        check(&[(MACHINERY, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 9_000_000)], 500_000, Some(750_000));
        check(&[(MACHINERY, 1)], 499_999, Some(749_999));
        check(&[], 500_000, Some(750_000));
    }

    #[test]
    fn the_mix_of_categories_is_kept() {
        check(&[(MACHINERY, 300), (WEBSITE, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 100), (DISPOSAL, 100)], 500_000, Some(750_000));
        check(&[(MACHINERY, 100), (DISPOSAL, 300)], 500_000, Some(1_500_000));
    }

    #[test]
    fn what_no_expense_can_bring_is_said_to_be_out_of_reach() {
        check(&[(MACHINERY, 100)], 500_001, None);
        check(&[(WEBSITE, 100)], 1, None);
        check(&[(DISPOSAL, 100)], 1, None);
    }

    /// With a grant in thousands of yen, and the website at most a quarter of everything.
    static BOUND: Frame = Frame {
        id: "bound",
        name: "見本",
        requirements: &[Requirement {
            id: "website_over_limit",
            name: "ウェブサイト関連費は4分の1まで",
            remedy: None,
            test: Test::SpentShare(&SpentShare {
                spent: &[WEBSITE],
                at_most: Rate::new(1, 4),
                of: &[MACHINERY, WEBSITE, DISPOSAL],
            }),
            only_while: None,
            cite: CITE,
        }],
        gives: Gives::Grant(&Grant {
            rate: Some(Cited { value: Rate::new(2, 3), cite: CITE }),
            cap: Some(Cited { value: Yen(500_500), cite: CITE }),
            floor: None,
            bands: None,
            cap_rows: &[],
            tier: None,
            main: &[MACHINERY, WEBSITE, DISPOSAL],
            limit: None,
            times: None,
            parts: &[],
            provisions: &[],
            round_to: Some(Cited { value: Yen(1_000), cite: CITE }),
        }),
        cautions: &[],
        obligations: &[],
    };

    fn check_bound(amounts: &[(CategoryId, u64)], wanted: u64, total: Option<u64>) {
        let case = spending(expenses(amounts));
        let grant = BOUND.grant().expect("the frame grants");
        let ways = explore(&case, |answering| provision::terms(grant, answering, &mut Vec::new()));
        let terms = ways.first().expect("there is a way").result;
        let reach = least_expense(&edition(), &BOUND, &terms, &case, Yen(wanted));
        assert_eq!(reach.map(|reach| reach.total.0), total, "{amounts:?} for {wanted}");
    }

    #[test]
    fn a_grant_in_thousands_needs_what_its_last_thousand_needs() {
        check_bound(&[(MACHINERY, 1)], 499_001, Some(750_000));
        check_bound(&[(MACHINERY, 1)], 500_000, Some(750_000));
        check_bound(&[(MACHINERY, 1)], 500_001, None);
        check_bound(&[], 1, Some(1_500));
    }

    #[test]
    fn a_share_that_the_mix_keeps_is_not_lost_to_cut_yen() {
        // A yen of each three in four is cut off, so the scaled website is often a yen over its quarter.
        check_bound(&[(MACHINERY, 2), (DISPOSAL, 1), (WEBSITE, 1)], 1_000, Some(1_500));
        check_bound(&[(MACHINERY, 2), (DISPOSAL, 1), (WEBSITE, 2)], 1_000, None);
        check_bound(&[(MACHINERY, 2), (DISPOSAL, 1), (WEBSITE, 2)], 0, Some(0));
    }

    #[test]
    fn a_grant_of_nothing_needs_no_expense() {
        check(&[(MACHINERY, 100)], 0, Some(0));
    }
}
