//! Reads the calculations of a frame that gives figures in place of a grant (`[[frame.calculation]]`).

mod parameter;

use std::ops::Range;

use hojokin_engine::{
    FactId, Yen,
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

use crate::{
    citation::{Money, Sources},
    keep,
    rows::{self, Limit},
    section::{Page, Section, unlike},
    vocabulary::Vocabulary,
};

/// Reads the tables `[[frame.calculation]]` of a frame.
pub(crate) fn calculations(
    frame: &mut Section<'_>,
    vocabulary: &Vocabulary,
    sources: &mut Sources,
    page: &mut Page<'_>,
) -> Vec<Calculation> {
    let tables = frame.tables("calculation", page);
    let mut reader = Reader { vocabulary, sources, page, paid: None, rates: Vec::new() };
    tables.into_iter().filter_map(|table| reader.calculation(table)).collect()
}

/// Notes every fact that a calculation reads.
pub(crate) fn facts_of(calculation: &Calculation, found: &mut Vec<FactId>) {
    found.extend(calculation.by.facts());
}

struct Reader<'r, 't> {
    vocabulary: &'r Vocabulary,
    sources: &'r mut Sources,
    page: &'r mut Page<'t>,
    /// The premiums paid, as the last calculation had them: a later one need not repeat them.
    paid: Option<Paid>,
    /// The refund rates of the last refund, by the choice to which they belong.
    rates: Vec<(&'static str, &'static [RateRow])>,
}

/// Reads the parameters of one mechanism.
type Read<'r, 't> = fn(&mut Reader<'r, 't>, &mut Section<'_>) -> Option<Mechanism>;

impl<'r, 't> Reader<'r, 't> {
    /// The keys of a calculation, each with what reads its table.
    const MECHANISMS: [(&'static str, Read<'r, 't>); 16] = [
        ("product", |reader, table| reader.product(table).map(Mechanism::Product)),
        ("price_table", |reader, table| reader.price_table(table).map(Mechanism::PriceTable)),
        ("per_person", |reader, table| reader.per_person(table).map(Mechanism::PerPerson)),
        ("uses_left", |reader, table| reader.uses_left(table).map(Mechanism::UsesLeft)),
        ("free_days", |reader, table| reader.free_days(table).map(Mechanism::FreeDays)),
        ("honorarium", |reader, table| reader.honorarium(table).map(Mechanism::Honorarium)),
        ("share", |reader, table| reader.share(table).map(Mechanism::Share)),
        ("guarantee", |reader, table| reader.guarantee(table).map(Mechanism::Guarantee)),
        ("interest_subsidy", |reader, table| {
            reader.interest_subsidy(table).map(Mechanism::InterestSubsidy)
        }),
        ("difference", |reader, table| reader.difference(table).map(Mechanism::Difference)),
        ("equal_principal", |reader, table| {
            reader.equal_principal(table).map(Mechanism::EqualPrincipal)
        }),
        ("income_tax", |reader, table| reader.income_tax(table).map(Mechanism::IncomeTax)),
        ("mutual_aid_payout", |reader, table| {
            reader.mutual_aid_payout(table).map(Mechanism::MutualAidPayout)
        }),
        ("refund", |reader, table| reader.refund(table).map(Mechanism::Refund)),
        ("bankruptcy_loan", |reader, table| {
            reader.bankruptcy_loan(table).map(Mechanism::BankruptcyLoan)
        }),
        ("temporary_loan", |reader, table| {
            reader.temporary_loan(table).map(Mechanism::TemporaryLoan)
        }),
    ];

    fn calculation(&mut self, mut table: Section<'_>) -> Option<Calculation> {
        let (span, listed) = (table.span.clone(), table.span_of("figures"));
        let by = self.mechanism(&mut table, &span);
        let figures = self.figures(&mut table);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        let (by, figures) = (by?, figures?);
        if figures.len() != by.gives() {
            let (wanted, found) = (by.gives(), figures.len());
            let message =
                format!("この計算は {wanted} 個の数字を出します（figures は {found} 個）");
            self.page.fail(listed, message);
            return None;
        }
        Some(Calculation { by, figures, cite: cite? })
    }

    fn mechanism(&mut self, table: &mut Section<'_>, span: &Range<usize>) -> Option<Mechanism> {
        let named = table.among(Self::MECHANISMS.map(|(key, _)| key));
        let mut known = Self::MECHANISMS.into_iter().filter(|(key, _)| named.contains(key));
        let (Some((key, read)), None) = (known.next(), known.next()) else {
            let keys = Self::MECHANISMS.map(|(key, _)| key).join("・");
            self.page.fail(span.clone(), format!("計算の方法を一つだけ書いてください（{keys}）"));
            // Each of them is a key that there is, only not beside another.
            named.into_iter().for_each(|key| drop(table.take(key)));
            return None;
        };
        let mut parameters = table.table(key, self.page)?;
        let mechanism = read(self, &mut parameters);
        parameters.close(self.page);
        mechanism
    }

    fn figures(&mut self, table: &mut Section<'_>) -> Option<&'static [Figure]> {
        let figures = self.rows("figures", table, Self::figure)?;
        let ids = figures.iter().map(|(figure, span)| (figure.id, span.clone()));
        unlike(ids, "figures", self.page);
        Some(kept(figures))
    }

    fn figure(&mut self, table: &mut Section<'_>) -> Option<Figure> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let (unit, how) = (self.unit(table), self.text("how", table));
        let approximate = table.may("approximate", self.page).unwrap_or(false);
        let (cited, verified) = (table.has("cite"), table.has("verified"));
        let reads = cited || verified;
        let cite = reads.then(|| self.sources.cite_of(table, self.page)).flatten();
        Some(Figure { id: id?, name: name?, unit: unit?, how: how?, approximate, cite })
    }

    fn unit(&mut self, table: &mut Section<'_>) -> Option<Unit> {
        let units = [
            ("yen", Unit::Yen),
            ("months", Unit::Months),
            ("days", Unit::Days),
            ("half_days", Unit::HalfDays),
            ("times", Unit::Times),
        ];
        let span = table.span_of("unit");
        let named: String = table.must("unit", self.page)?;
        let unit = units.into_iter().find(|(name, _)| *name == named).map(|(_, unit)| unit);
        if unit.is_none() {
            let known = units.map(|(name, _)| name).join("・");
            self.page.fail(span, format!("unit は {known} のどれかです"));
        }
        unit
    }

    fn product(&mut self, table: &mut Section<'_>) -> Option<Product> {
        let (of, times) = (self.count("of", table), self.numbers("times", table));
        Some(Product { of: of?, times: times? })
    }

    fn price_table(&mut self, table: &mut Section<'_>) -> Option<PriceTable> {
        let (by, times) = (self.number("by", table), self.number("times", table));
        let rows = self.rows("rows", table, |reader, row| {
            let (is, price) = (reader.count("is", row), reader.money("price", row));
            Some(Price { is: is?, price: price? })
        });
        let rows = self.rising(rows?, |row| row.is);
        Some(PriceTable { by: by?, rows, times: times? })
    }

    fn per_person(&mut self, table: &mut Section<'_>) -> Option<PerPerson> {
        let (persons, at_most) = (self.number("persons", table), self.count("at_most", table));
        let (by, large) = (self.choice("by", table), self.truth("large", table));
        let rows = self.choices("rows", table, &by, |reader, row, choice| {
            let (amount, large) = (reader.money("amount", row), reader.money("large", row));
            Some(PersonAmount { choice, amount: amount?, large: large? })
        });
        let addons = self.rows("addons", table, |reader, row| {
            let when = reader.truth("when", row);
            let (amount, large) = (reader.money("amount", row), reader.money("large", row));
            Some(Addon { when: when?, amount: amount?, large: large? })
        });
        let (addons, by) = (kept(addons?), by?.0);
        let (persons, at_most, large) = (persons?, at_most?, large?);
        Some(PerPerson { persons, at_most, by, large, rows: rows?, addons })
    }

    fn uses_left(&mut self, table: &mut Section<'_>) -> Option<UsesLeft> {
        let (free, used) = (self.count("free", table), self.number("used", table));
        Some(UsesLeft { free: free?, used: used? })
    }

    fn free_days(&mut self, table: &mut Section<'_>) -> Option<FreeDays> {
        let (days, when) = (self.number("days", table), self.truth("when", table));
        let (free, free_when) = (self.count("free", table), self.count("free_when", table));
        Some(FreeDays { days: days?, free: free?, when: when?, free_when: free_when? })
    }

    fn honorarium(&mut self, table: &mut Section<'_>) -> Option<Honorarium> {
        let (days, minutes) = (self.number("days", table), self.number("minutes", table));
        let (every, each) = (self.count("every", table), self.money("each", table));
        let at_most = self.money("at_most", table)?;
        Some(Honorarium { days: days?, minutes: minutes?, every: every?, each: each?, at_most })
    }

    fn share(&mut self, table: &mut Section<'_>) -> Option<Share> {
        let (of, rate) = (self.number("of", table), self.rate("rate", table));
        Some(Share { of: of?, rate: rate? })
    }

    fn guarantee(&mut self, table: &mut Section<'_>) -> Option<Guarantee> {
        let (of, by) = (self.number("of", table), self.choice("by", table));
        let shares = self.choices("shares", table, &by, |reader, row, choice| {
            Some(ChoiceShare { choice, rate: reader.rate("rate", row)? })
        });
        let fee = self.rate("fee", table);
        Some(Guarantee { of: of?, by: by?.0, shares: shares?, fee: fee? })
    }

    fn interest_subsidy(&mut self, table: &mut Section<'_>) -> Option<InterestSubsidy> {
        let principal = self.number("principal", table);
        let (basis_points, months) =
            (self.number("basis_points", table), self.number("months", table));
        let months_at_most = self.count("months_at_most", table)?;
        Some(InterestSubsidy {
            principal: principal?,
            basis_points: basis_points?,
            months: months?,
            months_at_most,
        })
    }

    fn difference(&mut self, table: &mut Section<'_>) -> Option<Difference> {
        let (of, less) = (self.number("of", table), self.number("less", table));
        Some(Difference { of: of?, less: less? })
    }

    fn equal_principal(&mut self, table: &mut Section<'_>) -> Option<EqualPrincipal> {
        let (of, terms) = (self.category("of", table), self.loan_terms(table));
        let (term, grace) = (self.number("term", table), self.number("grace", table));
        let when = self.truth("when", table);
        let terms_when = self.inner("terms_when", table, Self::loan_terms);
        Some(EqualPrincipal {
            of: of?,
            term: term?,
            grace: grace?,
            terms: terms?,
            when: when?,
            terms_when: terms_when?,
        })
    }

    /// The share and the interest of a loan; without `interest` there is none.
    fn loan_terms(&mut self, table: &mut Section<'_>) -> Option<LoanTerms> {
        let share = self.rate("share", table);
        let interest = table.has("interest").then(|| self.rate("interest", table)).flatten();
        Some(LoanTerms { share: share?, interest })
    }

    fn income_tax(&mut self, table: &mut Section<'_>) -> Option<IncomeTax> {
        let (income, less) = (self.number("of", table), self.inner("less", table, Self::product));
        let brackets = self.rows("brackets", table, |reader, row| {
            let limit = row.span_of("up_to");
            let up_to: Option<Option<Money>> = row.optional("up_to", reader.page);
            let less = row.has("less").then(|| reader.money("less", row)).flatten();
            let (rate, up_to) = (reader.rate("rate", row), up_to?.map(|most| most.0));
            Some((Bracket { up_to, rate: rate?, less: less.unwrap_or_default() }, limit))
        });
        let (surtax, every) = (self.rate("surtax", table), self.money("surtax_every", table));
        let local = self.rate("local", table);
        let brackets = brackets?.into_iter().map(|(bracket, _)| bracket);
        let (brackets, limits): (Vec<Bracket>, Vec<Limit>) = brackets
            .map(|(bracket, limit)| (bracket, (bracket.up_to.map(|most| most.0), limit)))
            .unzip();
        rows::without_end(&limits, "up_to", self.page);
        Some(IncomeTax {
            income: income?,
            less: less?,
            brackets: keep(brackets),
            surtax: surtax?,
            surtax_every: every?,
            local: local?,
        })
    }

    fn mutual_aid_payout(&mut self, table: &mut Section<'_>) -> Option<MutualAidPayout> {
        let by = self.choice("by", table);
        let (premium, months) = (self.number("premium", table), self.number("months", table));
        let (per, from) = (self.money("per", table), self.count("from", table));
        let tables = self.choices("tables", table, &by, |reader, row, choice| {
            let rows = reader.rows("rows", row, |reader, row| {
                let (months, amount) = (reader.count("months", row), reader.money("amount", row));
                Some((PayoutRow { months: months?, amount: amount? }, row.span.clone()))
            })?;
            reader.in_order(rows.iter().map(|((row, span), _)| (row.amount.0, span.clone())));
            let rows = rows.into_iter().map(|(row, _)| row).collect();
            Some(PayoutTable { choice, rows: reader.rising(rows, |row| row.months) })
        });
        Some(MutualAidPayout {
            by: by?.0,
            premium: premium?,
            months: months?,
            per: per?,
            from: from?,
            tables: tables?,
        })
    }

    fn refund(&mut self, table: &mut Section<'_>) -> Option<Refund> {
        let (paid, by) = (self.paid(table), self.choice("by", table));
        self.rates.clear();
        let rates = self.choices("rates", table, &by, |reader, row, choice| {
            let rows = reader.rows("rows", row, Self::rate_row)?;
            reader.stops_growing(&rows);
            Some(ChoiceRates { choice, rows: reader.rising(rows, |row| row.from) })
        });
        let (by, rates) = (by?, rates?);
        let named = rates.iter().filter_map(|rates| {
            let name = by.1.get(usize::try_from(rates.choice).ok()?)?;
            Some((*name, rates.rows))
        });
        self.rates = named.collect();
        Some(Refund { paid: paid?, by: by.0, rates })
    }

    fn bankruptcy_loan(&mut self, table: &mut Section<'_>) -> Option<BankruptcyLoan> {
        let (paid, uncollectible) = (self.paid(table), self.number("uncollectible", table));
        let (times, from) = (self.count("times", table), self.count("from", table));
        let (at_most, at_least) = (self.money("at_most", table), self.money("at_least", table));
        let (every, deduct) = (self.money("every", table), self.rate("deduct", table));
        let terms = self.rows("terms", table, |reader, row| {
            let from = row.has("from").then(|| reader.money("from", row));
            let months = reader.count("months", row)?;
            Some(LoanMonths { from: from.unwrap_or(Some(Yen::ZERO))?, months })
        });
        let terms = self.rising(terms?, |row| row.from.0);
        Some(BankruptcyLoan {
            paid: paid?,
            uncollectible: uncollectible?,
            times: times?,
            at_most: at_most?,
            every: every?,
            at_least: at_least?,
            from: from?,
            terms,
            deduct: deduct?,
        })
    }

    fn temporary_loan(&mut self, table: &mut Section<'_>) -> Option<TemporaryLoan> {
        let (paid, rates) = (self.paid(table), self.refund_rates(table));
        let full = self.inner("full", table, |reader, table| {
            let (from, paid) = (reader.count("from", table), reader.money("paid", table));
            Some(Full { from: from?, paid: paid? })
        });
        let (share, every) = (self.rate("share", table), self.money("every", table));
        let at_least = self.money("at_least", table)?;
        let (paid, rates, full) = (paid?, rates?, full?);
        Some(TemporaryLoan { paid, rates, full, share: share?, every: every?, at_least })
    }
}

/// The rows for as long as the program runs, without their places in the file.
fn kept<T>(rows: Vec<(T, Range<usize>)>) -> &'static [T] {
    keep(rows.into_iter().map(|(row, _)| row).collect())
}
