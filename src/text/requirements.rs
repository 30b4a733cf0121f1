//! How requirements stand, and where rules are written.

use hojokin_engine::{Cite, SizeLimit, Source, Standing, Verdict};

use super::{Blank, Message, Words};

impl Words {
    /// Whether a firm can get a frame, short enough for a badge.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        self.say(match verdict {
            Verdict::Eligible => Message::VerdictEligible,
            Verdict::Ineligible => Message::VerdictIneligible,
            Verdict::Undetermined => Message::VerdictUndetermined,
        })
    }

    /// How a requirement stands.
    pub fn standing(self, standing: Standing) -> &'static str {
        self.say(match standing {
            Standing::Met => Message::Met,
            Standing::Unmet => Message::Unmet,
            Standing::Open => Message::Open,
            Standing::ToConfirm(_) => Message::ToConfirm,
        })
    }

    /// Which open questions decide the amount.
    pub fn deciding(self, facts: &[&str]) -> String {
        let quoted =
            |fact: &&str| self.fill(Message::Quoted, &[(Blank::Text, self.fact_name(fact).into())]);
        let facts: Vec<String> = facts.iter().map(quoted).collect();
        let facts = facts.join(self.say(Message::BetweenQuoted));
        self.fill(Message::Deciding, &[(Blank::Facts, (&facts).into())])
    }

    /// How many requirements stand how.
    pub fn requirements(self, met: usize, unmet: usize, open: usize, to_confirm: usize) -> String {
        let counts = [
            (Message::Met, met),
            (Message::Unmet, unmet),
            (Message::Open, open),
            (Message::ToConfirm, to_confirm),
        ];
        let shown = counts.iter().filter(|(_, count)| 0 < *count).map(|(standing, count)| {
            let blanks =
                [(Blank::Standing, self.say(*standing).into()), (Blank::Count, (*count).into())];
            self.fill(Message::RequirementCount, &blanks)
        });
        let counts = shown.collect::<Vec<_>>().join(self.say(Message::Dot));
        self.fill(Message::Requirements, &[(Blank::Counts, (&counts).into())])
    }

    /// The most employees, and the most capital, that this firm may have.
    pub fn size_limit(self, SizeLimit { employees, capital }: SizeLimit) -> String {
        match capital {
            None => self.fill(Message::SizeLimit, &[(Blank::Employees, employees.into())]),
            Some(most) => {
                let blanks = [(Blank::Employees, employees.into()), (Blank::Capital, most.into())];
                self.fill(Message::SizeLimitOrCapital, &blanks)
            }
        }
    }

    /// Title and place of a citation.
    pub fn cite(self, cite: Cite, source: Option<&Source>) -> String {
        let mut parts = vec![source.map_or(cite.doc, |source| source.title).to_owned()];
        parts.extend(cite.page.map(|page| format!("p.{page}")));
        parts.extend(cite.place.map(str::to_owned));
        parts.extend(cite.lines.map(|lines| self.lines(lines)));
        parts.join(" ")
    }

    /// Lines of a document.
    pub fn lines(self, lines: &str) -> String {
        self.fill(Message::Lines, &[(Blank::Lines, lines.into())])
    }

    /// When and in what form a source was read.
    pub fn source(self, source: &Source) -> String {
        self.fill(
            Message::Source,
            &[
                (Blank::Day, source.read_on.into()),
                (Blank::Form, self.rule(source.read_from).into()),
            ],
        )
    }
}
