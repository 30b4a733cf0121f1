//! The calculation a second time, written from the text of the contract alone.
//!
//! Nothing here comes from the rule files or from the engine: figures, conditions and order of operations are
//! those of the contract's readings and of the facts sheets that it names, in plain `u128` arithmetic on one
//! firm whose answers are all known. One module a family of programmes; each also names the numbers and the
//! amounts at which its rules change, so that random cases look there.

mod firm;
mod outcome;
mod size;
mod spent;

mod gyomu_kaizen;
mod it;
mod jizokuka;
mod joint;
mod keieikaizen;
mod ma;
mod monodukuri;
mod saikouchiku;
mod seicho;
mod shinmono;
mod shinrenkei;
mod shokei;
mod shoryokuka;
mod single;

pub(crate) use self::{
    firm::{Firm, Value},
    jizokuka::warns_of_publicity_and_website,
    outcome::{Fraction, Outcome},
    size::{small_employees, sme_limits},
    spent::{Expenses, Spent},
};

/// An edition as the contract's tables and readings have it.
#[derive(Debug)]
pub(crate) struct Edition {
    pub(crate) id: &'static str,
    /// The categories of the contract's table, in its order.
    pub(crate) categories: &'static [&'static str],
    pub(crate) frames: &'static [Frame],
    /// The facts that are only to be confirmed.
    pub(crate) confirm: &'static [&'static str],
    /// The numbers at which something changes: by fact, the most of each class.
    pub(crate) numbers: &'static [(&'static str, &'static [u64])],
    /// The categories with a rule of their own.
    pub(crate) special: &'static [&'static str],
    /// Grants and expenses at which something changes.
    pub(crate) sums: &'static [u64],
    /// What a frame counts of what was entered.
    pub(crate) spent: fn(&Frame, &Expenses) -> Spent,
    /// What a frame gives a firm: edition, frame, firm, expenses.
    pub(crate) outcome: fn(&str, &str, &Firm, &Spent) -> Outcome,
}

impl Edition {
    /// What `frame` gives `firm` for what it counts of the expenses.
    pub(crate) fn outcome(&self, frame: &Frame, firm: &Firm, spent: &Spent) -> Outcome {
        (self.outcome)(self.id, frame.id, firm, spent)
    }

    /// The facts that the edition reads, each once.
    pub(crate) fn facts(&self) -> Vec<&'static str> {
        let read = self.frames.iter().flat_map(|frame| frame.facts).chain(self.confirm).copied();
        let mut facts: Vec<&str> = Vec::new();
        for fact in read.chain(self.numbers.iter().map(|(fact, _)| *fact)) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// The most of each class of this number.
    pub(crate) fn classes(&self, fact: &str) -> &'static [u64] {
        self.numbers.iter().find(|(id, _)| *id == fact).map_or(&[], |(_, most)| most)
    }
}

/// An application frame.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) id: &'static str,
    /// The facts that its verdict, grant, rate or cap can depend on.
    pub(crate) facts: &'static [&'static str],
    /// The categories that it counts.
    pub(crate) counts: &'static [&'static str],
}

/// Every edition with a grant that the contract's tables have, in their order.
pub(crate) fn editions() -> impl Iterator<Item = &'static Edition> {
    let families: &[&[Edition]] = &[
        jizokuka::EDITIONS,
        monodukuri::EDITIONS,
        saikouchiku::EDITIONS,
        it::EDITIONS,
        shoryokuka::EDITIONS,
        shokei::EDITIONS,
        keieikaizen::EDITIONS,
        shinrenkei::EDITIONS,
        single::EDITIONS,
        jizokuka::EDITIONS_2026,
        joint::EDITIONS,
        monodukuri::EDITIONS_2026,
        shinmono::EDITIONS,
        shoryokuka::EDITIONS_2026,
        it::EDITIONS_2026,
        ma::EDITIONS,
        seicho::EDITIONS,
        gyomu_kaizen::EDITIONS,
    ];
    families.iter().copied().flatten()
}
