//! The types of the rules, field by field.

use hojokin_engine::{
    Band, Bands, CapRow, Category, CategoryId, Caution, Change, Choices, Cite, Cited, Contact,
    Date, Deadline, Edition, Fact, FactId, Frame, Gives, Grant, Kind, Limit, Moment, Most, Note,
    Part, Payment, Place, Provision, Purpose, Rate, Requirement, SizeClass, SizeRow, Source,
    SpentShare, Test, Tier, Yen,
    figure::{
        Calculation, Figure, Mechanism, Unit,
        bankruptcy_loan::{BankruptcyLoan, LoanMonths},
        difference::Difference,
        equal_principal::{EqualPrincipal, LoanTerms},
        free_days::FreeDays,
        guarantee::{ChoiceShare, Guarantee},
        honorarium::Honorarium,
        income_tax::{Bracket, IncomeTax},
        interest_subsidy::InterestSubsidy,
        mutual_aid_payout::{MutualAidPayout, PayoutRow, PayoutTable},
        paid::Paid,
        per_person::{Addon, PerPerson, PersonAmount},
        price_table::{Price, PriceTable},
        product::Product,
        refund::{ChoiceRates, Refund},
        refund_rate::RateRow,
        share::Share,
        temporary_loan::{Full, TemporaryLoan},
        uses_left::UsesLeft,
    },
};

use crate::bytes::{Pack, Packer, Unpacker};

/// Types that are packed field by field, in this order.
macro_rules! record {
    ($($type:ident { $($field:ident),* })*) => { $(impl Pack for $type {
        fn pack(&self, out: &mut Packer) {
            $(self.$field.pack(out);)*
        }

        fn unpack(from: &mut Unpacker) -> Self {
            Self { $($field: Pack::unpack(from)),* }
        }
    })* };
}

/// Types around one value.
macro_rules! around {
    ($($type:ident),*) => { $(impl Pack for $type {
        fn pack(&self, out: &mut Packer) {
            self.0.pack(out);
        }

        fn unpack(from: &mut Unpacker) -> Self {
            Self(Pack::unpack(from))
        }
    })* };
}

/// Types of several variants, told apart by a number; a number that stands for none is the last one.
macro_rules! variants {
    ($($type:ident {
        $($number:literal $variant:ident { $($place:tt: $value:ident),* })*
        ; $last:ident { $($last_place:tt: $own:ident),* }
    })*) => { $(impl Pack for $type {
        fn pack(&self, out: &mut Packer) {
            match self {
                $(Self::$variant { $($place: $value),* } => {
                    out.number($number);
                    $($value.pack(out);)*
                })*
                Self::$last { $($last_place: $own),* } => {
                    out.number(99);
                    $($own.pack(out);)*
                }
            }
        }

        fn unpack(from: &mut Unpacker) -> Self {
            match from.number() {
                $($number => Self::$variant { $($place: Pack::unpack(from)),* },)*
                _ => Self::$last { $($last_place: Pack::unpack(from)),* },
            }
        }
    })* };
}

record! {
    Date { year, month, day }
    Cite { doc, page, lines, place, verified }
    Note { text, cite }
    Source { id, title, url, read_on, read_from, verified }
    Contact { name, tel, url, cite }
    Moment { day, second }
    Payment { cite, after_decision }
    Deadline { name, at, cite }
    Fact { id, kind, confirm, plan }
    Purpose { id, programmes }
    SizeClass { id, name, industry, form, employees, capital, capital_of, rows }
    SizeRow { industries, forms, employees_at_most, capital_at_most, cite }
    Category { id, key, name, note, cost_share }
    Limit { categories, most, cite }
    Requirement { id, name, remedy, test, only_while, cite }
    Provision { id, name, test, changes, cite }
    Bands { employees, rows }
    Band { employees_at_most, cap, raised, tier, cite }
    CapRow { when, cap, cite }
    Tier { up_to, above, cite }
    Part { categories, amount, name, rate, at_most, grant_share, of_cost, when, place, adds, fixed, cite }
    Grant { rate, cap, floor, bands, cap_rows, tier, main, limit, times, parts, provisions, round_to }
    Caution { id, text, when, cite }
    Frame { id, name, requirements, gives, cautions, obligations }
    Edition {
        id, programme, name, round, opens, closes, year_round, deadlines, before_wages, followed_by, facts, categories, limits, frames, unstated, wage, repayment, notes, payment, form, contact,
        sources
    }
    Calculation { by, figures, cite }
    Figure { id, name, unit, how, approximate, cite }
    BankruptcyLoan { paid, uncollectible, times, at_most, every, at_least, from, terms, deduct }
    LoanMonths { from, months }
    Difference { of, less }
    EqualPrincipal { of, term, grace, terms, when, terms_when }
    LoanTerms { share, interest }
    FreeDays { days, free, when, free_when }
    Guarantee { of, by, shares, fee }
    ChoiceShare { choice, rate }
    Honorarium { days, minutes, every, each, at_most }
    IncomeTax { income, less, brackets, surtax, surtax_every, local }
    Bracket { up_to, rate, less }
    InterestSubsidy { principal, basis_points, months, months_at_most }
    MutualAidPayout { by, premium, months, per, from, tables }
    PayoutTable { choice, rows }
    PayoutRow { months, amount }
    PerPerson { persons, at_most, by, large, rows, addons }
    PersonAmount { choice, amount, large }
    Addon { when, amount, large }
    Paid { total, premium, months, at_most }
    PriceTable { by, rows, times }
    Price { is, price }
    Product { of, times }
    Refund { paid, by, rates }
    ChoiceRates { choice, rows }
    RateRow { from, basis_points, every, add }
    Share { of, rate }
    SpentShare { spent, at_most, of }
    TemporaryLoan { paid, rates, full, share, every, at_least }
    Full { from, paid }
    UsesLeft { free, used }
}

around!(Yen, FactId, CategoryId, Choices);

variants! {
    Kind { 0 Truth {} 1 Number {} 2 Choice { 0: choices } ; Money {} }
    Most { 0 OfOthers { 0: share } 1 BelowOthers {} ; Amount { 0: most } }
    Gives { 0 Grant { 0: grant } ; Figures { 0: calculations } }
    Unit { 0 Yen {} 1 Months {} 2 Days {} 3 HalfDays {} ; Times {} }
    Mechanism {
        0 Product { 0: by }
        1 PriceTable { 0: by }
        2 UsesLeft { 0: by }
        3 FreeDays { 0: by }
        4 Honorarium { 0: by }
        5 Share { 0: by }
        6 Guarantee { 0: by }
        7 InterestSubsidy { 0: by }
        8 Difference { 0: by }
        9 EqualPrincipal { 0: by }
        10 IncomeTax { 0: by }
        11 MutualAidPayout { 0: by }
        12 Refund { 0: by }
        13 BankruptcyLoan { 0: by }
        14 PerPerson { 0: by }
        ; TemporaryLoan { 0: by }
    }
    Place { 0 Within {} 1 Beside {} ; Atop {} }
    Change {
        0 RaiseCap { 0: by }
        1 SetCap { 0: to }
        2 RaisedBand {}
        3 CapIs { 0: fact }
        4 SetRate { 0: to }
        ; SetAbove { 0: to }
    }
    Test {
        0 Is { 0: fact }
        1 AtLeast { 0: fact, 1: least }
        2 AtMost { 0: fact, 1: most }
        3 OneOf { 0: fact, 1: choices }
        4 MultipleOf { 0: fact, 1: unit }
        5 Spent { 0: categories, 1: least }
        6 Size { 0: class }
        7 Not { 0: test }
        8 All { 0: tests }
        9 Open { 0: fact }
        10 SpentShare { 0: share }
        ; Any { 0: tests }
    }
}

/// Types that others refer to.
macro_rules! referred {
    ($($type:ident),*) => { $(impl Pack for &'static $type {
        fn pack(&self, out: &mut Packer) {
            (**self).pack(out);
        }

        fn unpack(from: &mut Unpacker) -> Self {
            Box::leak(Box::new(Pack::unpack(from)))
        }
    })* };
}

referred!(Test, SpentShare, Grant);

/// A size class stands as its id.
impl Pack for &'static SizeClass {
    fn pack(&self, out: &mut Packer) {
        self.id.pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let id = <&'static str>::unpack(from);
        from.sizes.iter().find(|class| class.id == id).unwrap_or(&NOBODY)
    }
}

/// A size class of which nobody is, for bytes that name none.
static NOBODY: SizeClass = SizeClass {
    id: "",
    name: "",
    industry: FactId(0),
    form: FactId(0),
    employees: FactId(0),
    capital: FactId(0),
    capital_of: Choices(0),
    rows: &[],
};

impl Pack for Rate {
    fn pack(&self, out: &mut Packer) {
        self.numerator().pack(out);
        self.denominator().pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let numerator = Pack::unpack(from);
        Self::new(numerator, Pack::unpack(from))
    }
}

impl<T: Pack> Pack for Cited<T> {
    fn pack(&self, out: &mut Packer) {
        self.value.pack(out);
        self.cite.pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Self { value: Pack::unpack(from), cite: Pack::unpack(from) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::tests::both_ways;

    const CITE: Cite = Cite { doc: "S", page: None, lines: None, place: None, verified: true };
    const SHARE: Test = Test::SpentShare(&SpentShare {
        spent: &[CategoryId(1)],
        at_most: Rate::new(1, 2),
        of: &[CategoryId(1), CategoryId(2)],
    });

    #[test]
    fn tests_of_every_kind_come_back() {
        both_ways(&[SHARE, Test::Open(FactId(1)), Test::Not(&SHARE), Test::Any(&[SHARE])]);
        both_ways(&[CapRow { when: SHARE, cap: Yen(400_000), cite: CITE }]);
    }

    #[test]
    fn limits_of_every_kind_come_back() {
        both_ways(&[Most::OfOthers(Rate::new(1, 1)), Most::BelowOthers, Most::Amount(Yen(5))]);
    }

    #[test]
    fn amounts_for_each_person_come_back() {
        both_ways(&[Mechanism::PerPerson(PerPerson {
            persons: FactId(0),
            at_most: 20,
            by: FactId(1),
            large: FactId(2),
            rows: &[PersonAmount { choice: 3, amount: Yen(8), large: Yen(6) }],
            addons: &[Addon { when: FactId(3), amount: Yen(2), large: Yen(1) }],
        })]);
    }
}
