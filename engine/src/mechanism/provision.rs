//! Special provision (特例): changes the terms of a frame for those whom its test fits.

use crate::{
    answering::Answering,
    estimate::{Step, StepKind},
    mechanism::{asked_cost, band, cap_row, tier::Above},
    money::{Rate, Yen},
    rules::{Band, Change, Cited, Grant, Part, Place, Provision},
};

/// The terms on which a frame grants: what its rules come to for one firm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Terms {
    /// The subsidy rate (補助率); `None` where no source states it.
    pub rate: Option<Cited<Rate>>,
    /// The lower rate above a part of the grant.
    pub above: Option<Above>,
    /// The cap (補助上限額) on the main product and the parts within it.
    pub cap: Option<Cited<Yen>>,
    /// The floor (補助下限額).
    pub floor: Option<Cited<Yen>>,
    /// What the limits of products are multiplied by.
    pub times: u64,
    /// The cost that the answer to a question states, where a part multiplies one; otherwise nothing.
    pub asked_cost: Yen,
    /// The parts that count: bit `n` stands for part `n`.
    parts: u64,
}

impl Terms {
    /// The parts of `grant` that count.
    pub fn parts(self, grant: &'static Grant) -> impl Iterator<Item = &'static Part> {
        let bits = (0_u32..).map(move |n| self.parts.checked_shr(n).unwrap_or(0) & 1 == 1);
        grant.parts.iter().zip(bits).filter(|(_, counts)| *counts).map(|(part, _)| part)
    }

    /// A limit of a product, as often as the terms multiply it.
    pub fn multiplied(self, limit: Yen, fixed: bool) -> Yen {
        if fixed { limit } else { Yen(limit.0.saturating_mul(self.times)) }
    }

    /// The rate, if it is the only one that applies.
    pub fn only_rate(self, grant: &'static Grant) -> Option<Rate> {
        let rate = self.rate?.value;
        let tiers = self.above.is_some_and(|above| above.rate != rate);
        let own = self.parts(grant).any(|part| part.rate.is_some_and(|own| own != rate));
        (!tiers && !own).then_some(rate)
    }

    /// The cap that is shown: with the limits of the parts beside it, without those on top of it.
    pub fn whole_cap(self, grant: &'static Grant) -> Option<Yen> {
        let beside = self.parts(grant).filter(|part| part.place == Place::Beside);
        let limits = beside.map(|part| part.at_most.map(|most| self.multiplied(most, part.fixed)));
        let cap = self.cap.map(|cap| cap.value);
        // Where nothing is within a cap, the limits beside it are the cap.
        let cap = if grant.main.is_empty() { Some(cap.unwrap_or_default()) } else { cap };
        limits.fold(cap, |sum, limit| Some(sum? + limit?))
    }
}

/// The terms of a frame on the way that is being gone; `steps` take a line for everything that was applied.
pub fn terms(grant: &'static Grant, answering: &mut Answering<'_>, steps: &mut Vec<Step>) -> Terms {
    let band = grant.bands.as_ref().and_then(|bands| band::of(bands, answering));
    let row = cap_row::of(grant.cap_rows, answering);
    let own = band.map(|band| (band.cap, band.cite)).or(row.map(|row| (row.cap, row.cite)));
    let own = own.map(|(value, cite)| Cited { value, cite });
    let mut terms = Terms {
        rate: grant.rate,
        above: grant.tier.and_then(|tier| {
            let up_to = tier.up_to.or_else(|| band.and_then(|band| band.tier))?;
            Some(Above { up_to, rate: tier.above, cite: tier.cite })
        }),
        cap: own.or(grant.cap),
        floor: grant.floor,
        times: grant.times.map_or(1, |fact| answering.either_end(fact)),
        asked_cost: Yen::ZERO,
        parts: 0,
    };
    if let Some(band) = band {
        let mut step = Step::new(StepKind::Band, band.cap, Yen::ZERO, band.cite);
        step.limit = band.employees_at_most.map(Yen);
        steps.push(step);
    }
    steps.extend(row.map(cap_row::step));
    for provision in grant.provisions {
        if answering.holds(&provision.test) {
            for change in provision.changes {
                let before = terms.cap.map_or(Yen::ZERO, |cap| cap.value);
                apply(*change, provision, band, answering, &mut terms);
                let cap = terms.cap.map_or(Yen::ZERO, |cap| cap.value);
                let mut step = Step::new(StepKind::Provision, cap, before, provision.cite);
                step.provision = Some((provision, *change));
                step.what = provision.name;
                steps.push(step);
            }
        }
    }
    for (n, part) in (0_u32..).zip(grant.parts) {
        if part.when.is_none_or(|test| answering.holds(&test)) {
            terms.parts |= 1_u64.checked_shl(n).unwrap_or(0);
            if let Some(fact) = part.amount {
                terms.asked_cost = asked_cost::of(part, fact, &terms, answering);
            }
        }
    }
    if terms.times != 1 {
        let up_to = |above: Above| Above { up_to: terms.multiplied(above.up_to, false), ..above };
        terms.above = terms.above.map(up_to);
    }
    terms
}

fn apply(
    change: Change,
    provision: &Provision,
    band: Option<&Band>,
    answering: &mut Answering<'_>,
    terms: &mut Terms,
) {
    let before = terms.cap.map_or(Yen::ZERO, |cap| cap.value);
    let mut cap = |value: Yen| terms.cap = Some(Cited { value, cite: provision.cite });
    match change {
        Change::RaiseCap(by) => cap(before + by),
        Change::SetCap(to) => cap(to),
        Change::CapIs(fact) => cap(Yen(answering.either_end(fact))),
        Change::RaisedBand => {
            let raised = band.and_then(|band| Some((band.raised?, band.cite)));
            terms.cap = raised.map(|(value, cite)| Cited { value, cite }).or(terms.cap);
        }
        Change::SetRate(to) => terms.rate = Some(Cited { value: to, cite: provision.cite }),
        Change::SetAbove(to) => {
            let changed = |above: Above| Above { rate: to, cite: provision.cite, ..above };
            terms.above = terms.above.map(changed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::{Answers, Domain, FactId},
        mechanism::testing::{CITE, FACTS, INVOICE, WAGE, case, frame},
        rules::{Bands, Test, Tier},
    };

    fn terms_of(grant: &'static Grant, known: &[(FactId, bool)]) -> Vec<Terms> {
        let mut answers = Answers::none(FACTS);
        for (fact, answer) in known {
            answers.set(*fact, Domain::truth(*answer));
        }
        let ways = explore(&case(answers), |answering| terms(grant, answering, &mut Vec::new()));
        ways.into_iter().map(|way| way.result).collect()
    }

    fn rates_and_caps(known: &[(FactId, bool)]) -> Vec<(String, u64)> {
        let grant = frame().grant().expect("the frame grants");
        let shown = |terms: Terms| {
            let rate = terms.only_rate(grant).expect("there is one rate");
            (rate.to_string(), terms.whole_cap(grant).expect("there is a cap").0)
        };
        terms_of(grant, known).into_iter().map(shown).collect()
    }

    #[test]
    fn a_provision_changes_the_terms_only_of_those_whom_it_fits() {
        let base = ("2/3".to_owned(), 500_000);
        assert_eq!(rates_and_caps(&[(INVOICE, false), (WAGE, false)]), [base]);
        let raised = ("2/3".to_owned(), 1_000_000);
        assert_eq!(rates_and_caps(&[(INVOICE, true), (WAGE, false)]), [raised]);
        let both = ("3/4".to_owned(), 1_000_000);
        assert_eq!(rates_and_caps(&[(INVOICE, true), (WAGE, true)]), [both]);
    }

    #[test]
    fn an_open_fact_gives_the_terms_of_both_answers() {
        let caps: Vec<u64> =
            rates_and_caps(&[(WAGE, false)]).into_iter().map(|(_, cap)| cap).collect();
        assert_eq!(caps, [1_000_000, 500_000]);
    }

    static RAISED: Grant = Grant {
        rate: Some(Cited { value: Rate::new(1, 2), cite: CITE }),
        cap: None,
        floor: None,
        bands: Some(Bands {
            employees: INVOICE,
            rows: &[Band {
                employees_at_most: None,
                cap: Yen(10),
                raised: Some(Yen(15)),
                tier: Some(Yen(4)),
                cite: CITE,
            }],
        }),
        cap_rows: &[],
        tier: Some(Tier { up_to: None, above: Rate::new(1, 3), cite: CITE }),
        main: &[],
        limit: None,
        times: None,
        parts: &[],
        provisions: &[
            Provision {
                id: "wage",
                name: "賃上げ",
                test: Test::Is(WAGE),
                changes: &[Change::RaisedBand, Change::SetAbove(Rate::new(1, 2))],
                cite: CITE,
            },
            Provision {
                id: "invoice",
                name: "上限",
                test: Test::Is(INVOICE),
                changes: &[Change::SetCap(Yen(7))],
                cite: CITE,
            },
        ],
        round_to: None,
    };

    #[test]
    fn one_provision_can_change_cap_and_rates_together_and_a_later_one_wins() {
        let check = |wage: bool, invoice: bool, cap: u64, above: Rate, only: Option<Rate>| {
            let found = terms_of(&RAISED, &[(WAGE, wage), (INVOICE, invoice)]);
            let terms = found.first().expect("there is a way");
            assert_eq!(terms.cap.map(|cap| cap.value), Some(Yen(cap)));
            assert_eq!(terms.above.map(|one| (one.up_to, one.rate)), Some((Yen(4), above)));
            assert_eq!(terms.only_rate(&RAISED), only);
        };
        check(false, false, 10, Rate::new(1, 3), None);
        check(true, false, 15, Rate::new(1, 2), Some(Rate::new(1, 2)));
        check(true, true, 7, Rate::new(1, 2), Some(Rate::new(1, 2)));
    }
}
