//! Income tax (所得税・復興特別所得税・住民税): what a deduction (所得控除) saves in a year.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::{down_to, part, told},
        product::Product,
    },
    money::{Rate, Yen},
};

/// The tax that a deduction saves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct IncomeTax {
    /// The fact that holds the taxable income (課税所得) before the deduction.
    pub income: FactId,
    /// What is deducted, such as the premiums of a year.
    pub less: Product,
    /// The table of the income tax (速算表), from the lowest income up.
    pub brackets: &'static [Bracket],
    /// The surtax on the income tax (復興特別所得税).
    pub surtax: Rate,
    /// To how many yen the surtax is cut down.
    pub surtax_every: Yen,
    /// The tax of prefecture and town on the income (住民税の所得割).
    pub local: Rate,
}

/// One row of the table of the income tax.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Bracket {
    /// The highest taxable income; `None` in the last row.
    pub up_to: Option<Yen>,
    /// The rate of the whole income.
    pub rate: Rate,
    /// What is taken off the product (控除額).
    pub less: Yen,
}

impl IncomeTax {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        [vec![self.income], self.less.facts()].concat()
    }

    /// The tax without the deduction less the tax with it.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        let (income, less) = (given.number(self.income), self.less.amount(given));
        let (Some(income), Some(less)) = (income.map(u128::from), less) else { return [None] };
        let (before, after) = (self.tax(income), self.tax(income.saturating_sub(less)));
        [before.zip(after).and_then(|(before, after)| told(before.saturating_sub(after)))]
    }

    /// All three taxes on this income, each cut down by itself.
    fn tax(&self, income: u128) -> Option<u128> {
        let fits = |bracket: &&Bracket| bracket.up_to.is_none_or(|most| income <= most.0.into());
        let bracket = self.brackets.iter().find(fits)?;
        let tax = part(income, bracket.rate).saturating_sub(u128::from(bracket.less.0));
        let surtax = down_to(part(tax, self.surtax), self.surtax_every.0);
        Some(tax.saturating_add(surtax).saturating_add(part(income, self.local)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, B, with};

    const TAX: IncomeTax = IncomeTax {
        income: A,
        less: Product { of: 12, times: &[B] },
        brackets: &[
            Bracket { up_to: Some(Yen(1_950_000)), rate: Rate::new(5, 100), less: Yen(0) },
            Bracket { up_to: Some(Yen(3_300_000)), rate: Rate::new(10, 100), less: Yen(97_500) },
            Bracket { up_to: Some(Yen(6_950_000)), rate: Rate::new(20, 100), less: Yen(427_500) },
            Bracket { up_to: None, rate: Rate::new(23, 100), less: Yen(636_000) },
        ],
        surtax: Rate::new(21, 1_000),
        surtax_every: Yen(100),
        local: Rate::new(1, 10),
    };

    fn saved(income: u64, premium: u64) -> Option<i64> {
        let [saved] = with(&[(A, income), (B, premium)], |given| TAX.values(given)).0;
        saved
    }

    /// Source: the worked example of 中小機構 for a taxable income of 7,200,000 yen.
    #[test]
    fn the_official_example_saves_190_200_yen() {
        assert_eq!(TAX.tax(7_200_000), Some(1_020_000 + 21_400 + 720_000));
        assert_eq!(TAX.tax(6_600_000), Some(892_500 + 18_700 + 660_000));
        assert_eq!(saved(7_200_000, 50_000), Some(190_200));
    }

    #[test]
    fn the_surtax_is_cut_to_100_yen_by_itself() {
        // 5 % of 95,200 is 4,760, 2.1 % of it 99.96; 5 % of 95,240 is 4,762, 2.1 % of it 100.002.
        assert_eq!(TAX.tax(95_200), Some(4_760 + 9_520));
        assert_eq!(TAX.tax(95_240), Some(4_762 + 100 + 9_524));
    }

    #[test]
    fn the_highest_income_of_a_bracket_still_has_its_rate() {
        assert_eq!(TAX.tax(1_950_000), Some(97_500 + 2_000 + 195_000));
        // 10 % of 1,950,010 less 97,500 is 97,501.
        assert_eq!(TAX.tax(1_950_010), Some(97_501 + 2_000 + 195_001));
    }

    #[test]
    fn more_than_the_income_cannot_be_deducted() {
        assert_eq!(saved(100, 1_000), Some(5 + 10));
        assert_eq!(saved(0, 70_000), Some(0));
        assert_eq!(with(&[], |given| TAX.values(given)), ([None], vec![A, B]));
    }

    #[test]
    fn an_income_beyond_the_table_has_no_tax_that_could_be_told() {
        let short = IncomeTax { brackets: TAX.brackets.get(..1).unwrap_or_default(), ..TAX };
        assert_eq!(short.tax(1_950_000), TAX.tax(1_950_000));
        assert_eq!(short.tax(1_950_001), None);
    }
}
