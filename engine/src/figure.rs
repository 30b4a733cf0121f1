//! Figures other than grants (補助金以外の金額など): fees, premiums, loans, tax savings, refunds, uses left.
//!
//! A frame of such a programme has [`Calculation`]s, each a mechanism with its parameters from the rule file.
//! In the order of what they are about: fees and uses ([`product`], [`price_table`], [`uses_left`],
//! [`free_days`], [`honorarium`]), amounts for each person ([`per_person`]), shares and interest ([`share`], [`guarantee`], [`interest_subsidy`],
//! [`difference`], [`equal_principal`]), tax ([`income_tax`]), and mutual aid (共済: [`mutual_aid_payout`],
//! [`refund`], [`bankruptcy_loan`], [`temporary_loan`], with [`paid`] and [`refund_rate`]).
//!
//! Figures do not depend on the verdict. One is `None` while a fact that its mechanism reads is open, and
//! where the sources do not say how it is computed.

mod amount;
mod given;

pub mod bankruptcy_loan;
pub mod difference;
pub mod equal_principal;
pub mod free_days;
pub mod guarantee;
pub mod honorarium;
pub mod income_tax;
pub mod interest_subsidy;
pub mod mutual_aid_payout;
pub mod paid;
pub mod per_person;
pub mod price_table;
pub mod product;
pub mod refund;
pub mod refund_rate;
pub mod share;
pub mod temporary_loan;
pub mod uses_left;

pub use given::Given;

use crate::{
    case::Expenses,
    fact::{Answers, FactId},
    figure::{
        bankruptcy_loan::BankruptcyLoan, difference::Difference, equal_principal::EqualPrincipal,
        free_days::FreeDays, guarantee::Guarantee, honorarium::Honorarium, income_tax::IncomeTax,
        interest_subsidy::InterestSubsidy, mutual_aid_payout::MutualAidPayout,
        per_person::PerPerson, price_table::PriceTable, product::Product, refund::Refund,
        share::Share, temporary_loan::TemporaryLoan, uses_left::UsesLeft,
    },
    rules::Cite,
};

/// One calculation of a frame (計算): a mechanism and the figures that it gives, in the mechanism's order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Calculation {
    /// How the figures are worked out.
    pub by: Mechanism,
    /// The figures, as many as [`Mechanism::gives`].
    pub figures: &'static [Figure],
    /// Where the rule is written.
    pub cite: Cite,
}

/// A figure that a frame gives in place of a grant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Figure {
    /// The id in estimates, such as `"yearly_premium"`.
    pub id: &'static str,
    /// The name on the screen, such as 年間の掛金.
    pub name: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// How it is worked out, in words.
    pub how: &'static str,
    /// Whether it only comes close to what will be due (概算).
    pub approximate: bool,
    /// Where it is written, if not where the other figures of its calculation are.
    pub cite: Option<Cite>,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unit {
    /// Yen (円).
    Yen,
    /// Months (か月).
    Months,
    /// Days of one person (人日).
    Days,
    /// Half-days (半日).
    HalfDays,
    /// Times (回).
    Times,
}

/// How figures are worked out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mechanism {
    /// A price times numbers (単価×数量).
    Product(Product),
    /// A price by the number of days, times people (料金表).
    PriceTable(PriceTable),
    /// An amount for each person, and additions (1人あたりの助成額).
    PerPerson(PerPerson),
    /// How many free uses are left (残り回数).
    UsesLeft(UsesLeft),
    /// Days that are free and days that are charged (無料・有料の日数).
    FreeDays(FreeDays),
    /// An expert's fee by the half-hour (謝金).
    Honorarium(Honorarium),
    /// A share of an amount (割合).
    Share(Share),
    /// The guaranteed share of a loan and its yearly fee (債務保証).
    Guarantee(Guarantee),
    /// Interest that is paid back (利子補給).
    InterestSubsidy(InterestSubsidy),
    /// What is still due or to be paid back (精算).
    Difference(Difference),
    /// A loan repaid in equal parts (元金均等).
    EqualPrincipal(EqualPrincipal),
    /// The tax that a deduction saves (節税額).
    IncomeTax(IncomeTax),
    /// The payout of the mutual aid for small firms (共済金).
    MutualAidPayout(MutualAidPayout),
    /// What is paid back on leaving a mutual aid (解約手当金).
    Refund(Refund),
    /// The loan when a customer goes bankrupt (共済金の貸付け).
    BankruptcyLoan(BankruptcyLoan),
    /// The loan within what leaving would pay back (一時貸付金).
    TemporaryLoan(TemporaryLoan),
}

impl Mechanism {
    /// How many figures it gives.
    pub const fn gives(&self) -> usize {
        match self {
            Self::FreeDays(_) | Self::Guarantee(_) => 2,
            Self::EqualPrincipal(_) | Self::BankruptcyLoan(_) => 3,
            _ => 1,
        }
    }

    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        match self {
            Self::Product(product) => product.facts(),
            Self::PriceTable(table) => table.facts(),
            Self::PerPerson(amounts) => amounts.facts(),
            Self::UsesLeft(uses) => uses.facts(),
            Self::FreeDays(days) => days.facts(),
            Self::Honorarium(honorarium) => honorarium.facts(),
            Self::Share(share) => share.facts(),
            Self::Guarantee(guarantee) => guarantee.facts(),
            Self::InterestSubsidy(subsidy) => subsidy.facts(),
            Self::Difference(difference) => difference.facts(),
            Self::EqualPrincipal(loan) => loan.facts(),
            Self::IncomeTax(tax) => tax.facts(),
            Self::MutualAidPayout(payout) => payout.facts(),
            Self::Refund(refund) => refund.facts(),
            Self::BankruptcyLoan(loan) => loan.facts(),
            Self::TemporaryLoan(loan) => loan.facts(),
        }
    }

    /// Its figures, each in the figure's unit; only a [`Difference`] can be negative.
    pub fn values(&self, given: &mut Given<'_>) -> Vec<Option<i64>> {
        match self {
            Self::Product(product) => product.values(given).into(),
            Self::PriceTable(table) => table.values(given).into(),
            Self::PerPerson(amounts) => amounts.values(given).into(),
            Self::UsesLeft(uses) => uses.values(given).into(),
            Self::FreeDays(days) => days.values(given).into(),
            Self::Honorarium(honorarium) => honorarium.values(given).into(),
            Self::Share(share) => share.values(given).into(),
            Self::Guarantee(guarantee) => guarantee.values(given).into(),
            Self::InterestSubsidy(subsidy) => subsidy.values(given).into(),
            Self::Difference(difference) => difference.values(given).into(),
            Self::EqualPrincipal(loan) => loan.values(given).into(),
            Self::IncomeTax(tax) => tax.values(given).into(),
            Self::MutualAidPayout(payout) => payout.values(given).into(),
            Self::Refund(refund) => refund.values(given).into(),
            Self::BankruptcyLoan(loan) => loan.values(given).into(),
            Self::TemporaryLoan(loan) => loan.values(given).into(),
        }
    }
}

/// Figures with their values and citations.
pub type Figures = Vec<(&'static Figure, Option<i64>, Cite)>;

/// Works out the figures of a frame, each once with its value and citation, and lists the open facts that are
/// needed for them, in the order in which the calculations ask for them.
///
/// Where several calculations give a figure of the same id, the first that knows its value counts: so a
/// payout can rest on one table for one event and on another table, of another source, for the next.
pub fn figures(
    calculations: &'static [Calculation],
    answers: &Answers,
    expenses: &Expenses,
) -> (Figures, Vec<FactId>) {
    let mut given = Given::new(answers, expenses);
    let mut found = Figures::new();
    for calculation in calculations {
        let values = calculation.by.values(&mut given);
        for (figure, value) in calculation.figures.iter().zip(values) {
            let now = (figure, value, figure.cite.unwrap_or(calculation.cite));
            match found.iter_mut().find(|(earlier, ..)| earlier.id == figure.id) {
                Some(earlier) if earlier.1.is_none() && value.is_some() => *earlier = now,
                Some(_) => {}
                None => found.push(now),
            }
        }
    }
    (found, given.missing())
}

/// Facts, answers and a way to run a mechanism, for the mechanisms' own tests.
#[cfg(test)]
pub(crate) mod testing;

#[cfg(test)]
mod tests {
    use super::{
        testing::{A, B, CHOICE, answers, no_expenses},
        *,
    };
    use crate::{
        fact::Domain, figure::guarantee::ChoiceShare, mechanism::testing::CITE, money::Rate,
    };

    const fn figure(id: &'static str) -> Figure {
        Figure { id, name: "", unit: Unit::Yen, how: "", approximate: false, cite: None }
    }

    const UNVERIFIED: Cite = Cite { verified: false, ..CITE };

    static FEE: Calculation = Calculation {
        by: Mechanism::Product(Product { of: 10, times: &[A] }),
        figures: &[figure("fee")],
        cite: CITE,
    };

    /// A guarantee that knows choice `n` alone.
    const fn guarantee(figures: &'static [Figure], shares: &'static [ChoiceShare]) -> Calculation {
        let by =
            Mechanism::Guarantee(Guarantee { of: B, by: CHOICE, shares, fee: Rate::new(1, 10) });
        Calculation { by, figures, cite: CITE }
    }

    static TWICE: [Calculation; 3] = [
        FEE,
        guarantee(
            &[figure("guaranteed"), Figure { cite: Some(UNVERIFIED), ..figure("first") }],
            &[ChoiceShare { choice: 0, rate: Rate::new(1, 2) }],
        ),
        guarantee(
            &[figure("guaranteed"), figure("second")],
            &[ChoiceShare { choice: 1, rate: Rate::new(1, 4) }],
        ),
    ];

    /// A figure as id, value and whether it is verified.
    type Shown = (&'static str, Option<i64>, bool);

    fn shown(known: &[(FactId, Domain)]) -> (Vec<Shown>, Vec<FactId>) {
        let (found, missing) = figures(&TWICE, &answers(known), &no_expenses());
        let short = |(figure, value, cite): (&'static Figure, Option<i64>, Cite)| {
            (figure.id, value, cite.verified)
        };
        (found.into_iter().map(short).collect(), missing)
    }

    #[test]
    fn a_figure_that_several_calculations_give_comes_from_the_first_that_knows_it() {
        let known = |choice| [(A, Domain::number(2)), (B, Domain::number(100)), (CHOICE, choice)];
        let (first, _) = shown(&known(Domain::choice(0)));
        let fee = ("fee", Some(20), true);
        assert_eq!(
            first,
            [
                fee,
                ("guaranteed", Some(50), true),
                ("first", Some(5), false),
                ("second", None, true)
            ]
        );
        let (second, missing) = shown(&known(Domain::choice(1)));
        assert_eq!(
            second,
            [
                fee,
                ("guaranteed", Some(25), true),
                ("first", None, false),
                ("second", Some(2), true)
            ]
        );
        assert_eq!(missing, []);
    }

    #[test]
    fn an_open_fact_is_asked_for_once_and_empties_only_the_figures_that_read_it() {
        let (found, missing) = shown(&[(A, Domain::number(2))]);
        let values: Vec<Option<i64>> = found.into_iter().map(|(_, value, _)| value).collect();
        assert_eq!(values, [Some(20), None, None, None]);
        assert_eq!(missing, [B, CHOICE]);
    }

    #[test]
    fn a_mechanism_asks_only_for_facts_that_it_is_known_to_read() {
        let (answers, expenses) = (answers(&[]), no_expenses());
        for calculation in &TWICE {
            let mut given = Given::new(&answers, &expenses);
            calculation.by.values(&mut given);
            assert_eq!(given.missing(), calculation.by.facts());
        }
    }

    #[test]
    fn every_calculation_lists_as_many_figures_as_its_mechanism_gives() {
        let (answers, expenses) = (answers(&[]), no_expenses());
        for calculation in &TWICE {
            let values = calculation.by.values(&mut Given::new(&answers, &expenses));
            assert_eq!(values.len(), calculation.by.gives());
            assert_eq!(calculation.figures.len(), calculation.by.gives());
        }
    }
}
