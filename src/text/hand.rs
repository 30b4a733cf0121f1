//! What is handed on and kept.

use hojokin_engine::{Date, Range};

use super::{Blank, Message, Words};
use crate::state::Origin;
use crate::{
    link::{LinkError, Told},
    proof::Proof,
};

impl Words {
    /// The name that a case gets at first.
    pub fn case_name(self, n: usize) -> String {
        self.fill(Message::CaseName, &[(Blank::N, n.into())])
    }

    /// A button for one of several cases.
    pub fn of_case(self, message: Message, name: &str) -> String {
        self.fill(message, &[(Blank::Name, name.into())])
    }

    /// That there are as many cases as there can be.
    pub fn cases_full(self, count: usize) -> String {
        self.fill(Message::CasesFull, &[(Blank::Count, count.into())])
    }

    /// A heading in a text without markup.
    pub fn copied_heading(self, what: &str) -> String {
        self.fill(Message::CopiedHeading, &[(Blank::What, what.into())])
    }

    /// An item of a list in a text without markup.
    pub fn copied_item(self, what: &str, value: &str) -> String {
        self.fill(Message::CopiedItem, &[(Blank::What, what.into()), (Blank::Value, value.into())])
    }

    /// A step of the working in a text without markup.
    pub fn copied_step(self, n: usize, step: &str, source: &str) -> String {
        let blanks =
            [(Blank::N, n.into()), (Blank::What, step.into()), (Blank::Value, source.into())];
        self.fill(Message::CopiedStep, &blanks)
    }

    /// A value with its name.
    pub fn named(self, name: &str, value: &str) -> String {
        self.fill(Message::Assumption, &[(Blank::Fact, name.into()), (Blank::Value, value.into())])
    }

    /// Which rules the results rest on.
    pub fn rules_version(self, version: &str) -> String {
        self.fill(Message::RulesVersion, &[(Blank::Value, version.into())])
    }

    /// What the check of the calculation found.
    pub fn proven(self, proof: Proof, version: &str, day: Date) -> String {
        let version = self.rules_version(version);
        let blanks = [
            (Blank::Count, proof.examples.into()),
            (Blank::N, proof.agreed.into()),
            (Blank::Version, (&version).into()),
            (Blank::Day, day.into()),
            (Blank::Requests, proof.requests.into()),
        ];
        self.fill(Message::Proven, &blanks)
    }

    /// How many of all applications were selected; the share to a tenth of a percent.
    pub fn selected(self, applied: u64, selected: u64) -> String {
        let tenths = (selected * 1_000 + applied / 2) / applied.max(1);
        let share = format!("{}.{}", tenths / 10, tenths % 10);
        let blanks = [
            (Blank::Applied, applied.into()),
            (Blank::Selected, selected.into()),
            (Blank::Share, (&share).into()),
        ];
        self.fill(Message::Selected, &blanks)
    }

    /// What was opened, what of it could not be read, and whether the amount has changed; `day` is the one for which is
    /// answered.
    pub fn opened(self, origin: Origin, told: Result<Told, LinkError>, day: Date) -> Vec<String> {
        let say = |message| self.say(message).to_owned();
        let Told { before, now, same_rules, ignored, dated } = match told {
            Ok(told) => told,
            Err(_) if origin != Origin::Link => return vec![say(Message::KeptDamaged)],
            Err(LinkError::Damaged) => return vec![say(Message::LinkDamaged)],
            Err(LinkError::Newer) => return vec![say(Message::LinkNewer)],
            Err(LinkError::TooLong) => return vec![say(Message::LinkTooLong)],
        };
        let mut said = vec![say(match origin {
            Origin::Link => Message::LinkOpened,
            Origin::Device => Message::SavedOpened,
            Origin::Case => Message::CaseOpened,
        })];
        if let Some(before) = before.filter(|before| *before != now) {
            let message = if same_rules { Message::AmountChanged } else { Message::RulesChanged };
            said.push(self.recomputed(message, day, before, now));
        } else if before.is_some() && !same_rules {
            said.push(say(Message::SameAmount));
        }
        if dated {
            said.push(self.fill(Message::LinkDay, &[(Blank::Day, day.into())]));
        }
        if ignored != 0 {
            said.push(self.fill(Message::LinkIgnored, &[(Blank::Count, ignored.into())]));
        }
        said
    }

    fn recomputed(self, message: Message, day: Date, before: Range, now: Range) -> String {
        let blanks =
            [(Blank::Day, day.into()), (Blank::Before, before.into()), (Blank::Now, now.into())];
        self.fill(message, &blanks)
    }
}
