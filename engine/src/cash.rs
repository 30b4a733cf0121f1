//! Cash view (お金の流れ): what is paid, what comes back, and what is left to the firm.

use crate::{
    case::{Case, Tax},
    estimate::Range,
    mechanism::asked_cost,
    money::Yen,
    rules::Grant,
};

/// The money of one project, consumption tax in.
///
/// A grant that is paid after the report (精算払い) leaves the firm with all of `total` in advance, and with `grant` to
/// be bridged until it comes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cash {
    /// What is paid in all (税込総額): every expense that is entered, counted or not, and what an answer adds.
    pub total: Yen,
    /// The consumption tax in it.
    pub tax: Yen,
    /// The grant that comes back.
    pub grant: Range,
    /// What is left to the firm (自己負担).
    pub own: Range,
}

/// The cash of a frame that grants `granted` in `case`.
///
/// `entered` is the sum of the expenses as they were entered, which is what is paid where tax is in them already. Where
/// it is not, a tenth is added to the whole, any fraction of a yen cut off. A cost that a question asks for is without
/// tax.
pub fn cash(tax: Tax, entered: Yen, grant: &Grant, case: &Case, granted: Range) -> Cash {
    let asked = asked_cost::answered(grant, &case.answers);
    let expenses: Yen = case.expenses.entered().map(|(_, amount)| amount).sum();
    let total = match tax {
        Tax::Excluded => tax.added_to(expenses + asked),
        Tax::Included => entered + Tax::Excluded.added_to(asked),
    };
    let own = Range { low: total - granted.high, high: total - granted.low };
    Cash { total, tax: total - expenses - asked, grant: granted, own }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fact::CategoryId,
        mechanism::testing::{DISPOSAL, MACHINERY, WEBSITE, expenses, frame, spending},
    };

    fn check(tax: Tax, amounts: &[(CategoryId, u64)], granted: [u64; 2], expected: [u64; 4]) {
        let taken = amounts.iter().map(|(id, amount)| (*id, tax.taken_out_of(Yen(*amount)).0));
        let case = spending(expenses(&taken.collect::<Vec<_>>()));
        let entered = amounts.iter().map(|(_, amount)| Yen(*amount)).sum();
        let grant = frame().grant().expect("the frame grants");
        let granted = Range { low: Yen(granted[0]), high: Yen(granted[1]) };
        let cash = cash(tax, entered, grant, &case, granted);
        let found = [cash.total, cash.tax, cash.own.low, cash.own.high].map(|amount| amount.0);
        assert_eq!((found, cash.grant), (expected, granted), "{amounts:?}");
    }

    #[test]
    fn tax_comes_on_top_of_amounts_without_it() {
        let sure = [500_000, 500_000];
        check(
            Tax::Excluded,
            &[(MACHINERY, 1_000_000)],
            sure,
            [1_100_000, 100_000, 600_000, 600_000],
        );
        // 999,999 × 1.1 = 1,099,998.9, cut once for all: 333,333 × 1.1 = 366,666.3 each would be 1,099,998 too.
        let three = [(MACHINERY, 333_333), (WEBSITE, 333_333), (DISPOSAL, 333_333)];
        check(Tax::Excluded, &three, sure, [1_099_998, 99_999, 599_998, 599_998]);
        check(Tax::Excluded, &[(MACHINERY, 9)], [0, 0], [9, 0, 9, 9]);
    }

    #[test]
    fn what_has_tax_in_is_paid_as_it_was_entered() {
        let sure = [500_000, 500_000];
        check(
            Tax::Included,
            &[(MACHINERY, 1_100_000)],
            sure,
            [1_100_000, 100_000, 600_000, 600_000],
        );
        // 1,000,000 × 10/11 = 909,090.9: 909,090 counts and 90,910 is tax.
        check(
            Tax::Included,
            &[(MACHINERY, 1_000_000)],
            sure,
            [1_000_000, 90_910, 500_000, 500_000],
        );
    }

    #[test]
    fn an_open_grant_leaves_the_own_part_open_the_other_way_round() {
        let open = [400_000, 600_000];
        check(Tax::Excluded, &[(MACHINERY, 900_000)], open, [990_000, 90_000, 390_000, 590_000]);
    }
}
