//! Reads what an edition asks of wages, and what it asks back when that is missed.

use hojokin_engine::mechanism::{
    repayment::{Promise, RepaymentRule},
    wage_target::{WageBase, WageRule},
};
use serde::Deserialize;

use crate::{citation::Money, edition::Reader, keep, section::Section};

/// What the in-house minimum wage is measured against, as `[wage]` writes it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Base {
    RegionalOrCurrent,
    Current,
    Regional,
}

/// A promise, as `[repayment]` lists it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Missed {
    Growth,
    MinimumWage,
    LargeRaise,
}

impl Reader<'_, '_> {
    /// Reads the table `[wage]`, if there is one.
    pub(crate) fn wage(&mut self, file: &mut Section<'_>) -> Option<WageRule> {
        let mut table = file.table("wage", self.page)?;
        let rule: Option<Base> = table.must("rule", self.page);
        let add: Option<Money> = table.must("add", self.page);
        let also_regional: Option<bool> = table.may("also_regional", self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        let base = match rule? {
            Base::RegionalOrCurrent => WageBase::RegionalOrCurrent,
            Base::Current => WageBase::Current,
            Base::Regional => WageBase::Regional,
        };
        let also_regional = also_regional.unwrap_or(false);
        Some(WageRule { base, add: add?.0, also_regional, cite: cite? })
    }

    /// Reads the table `[repayment]`, if there is one.
    pub(crate) fn repayment(&mut self, file: &mut Section<'_>) -> Option<RepaymentRule> {
        let mut table = file.table("repayment", self.page)?;
        let missed: Option<Vec<Missed>> = table.must("missed", self.page);
        let waivers = self.notes("waiver", &mut table);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        let promises = missed?.into_iter().map(|missed| match missed {
            Missed::Growth => Promise::Growth,
            Missed::MinimumWage => Promise::MinimumWage,
            Missed::LargeRaise => Promise::LargeRaise,
        });
        let promises = keep(promises.collect());
        Some(RepaymentRule { promises, waivers: keep(waivers), cite: cite? })
    }
}
