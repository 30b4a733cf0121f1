//! Questions one by one, their answers, and what others would bring.

use hojokin_engine::{Domain, FactId, Frame, NearMiss, Yen};
use hojokin_rules::rulebook;

use super::{Blank, Message, Words};
use crate::state::{Field, State, Step};

impl Words {
    /// Which question this is; after the last one, nothing.
    pub fn step_number(self, number: usize) -> String {
        self.fill(Message::StepNumber, &[(Blank::N, number.into())])
    }

    /// About how many questions come after this one.
    pub fn steps_left(self, left: usize) -> String {
        match left {
            0 => self.say(Message::LastStep).to_owned(),
            left => self.fill(Message::StepsLeft, &[(Blank::N, left.into())]),
        }
    }

    /// By how much an answer can move the result.
    pub fn worth(self, amount: Yen) -> String {
        self.fill(Message::Worth, &[(Blank::Amount, amount.into())])
    }

    /// How many questions have been answered.
    pub fn past_answers(self, count: usize) -> String {
        self.fill(Message::PastAnswers, &[(Blank::Count, count.into())])
    }

    /// What a button does that leads back to a question.
    pub fn change_answer(self, fact: &str) -> String {
        self.fill(Message::ChangeAnswer, &[(Blank::Fact, fact.into())])
    }

    /// In which category the total counts.
    pub fn total_counts(self, category: &str) -> String {
        self.fill(Message::TotalCounts, &[(Blank::Category, category.into())])
    }

    /// What a step asks for, and what has been answered.
    pub fn answer_to(self, state: &State, step: Step) -> (&'static str, String) {
        let unknown = || self.say(Message::Unknown).to_owned();
        match step {
            Step::Fact(fact) => {
                (self.name_of(fact), self.answer(state, fact).unwrap_or_else(unknown))
            }
            Step::Purpose => {
                let wanted = PURPOSES.iter().enumerate().filter(|(place, _)| state.wants(*place));
                let names: Vec<&str> = wanted.map(|(_, name)| self.say(*name)).collect();
                let names = names.join(self.say(Message::Comma));
                (self.say(Message::Purpose), if names.is_empty() { unknown() } else { names })
            }
            Step::Expenses => {
                let spent = state.spent();
                let known = Yen::ZERO < spent;
                (self.say(Message::Costs), if known { self.yen(spent) } else { unknown() })
            }
            Step::Confirm => (self.say(Message::Confirm), String::new()),
        }
    }

    /// A fact's name by its place.
    fn name_of(self, fact: FactId) -> &'static str {
        rulebook().facts.get(usize::from(fact.0)).map_or("", |fact| self.fact_name(fact.id))
    }

    /// The answer to a fact.
    fn answer(self, state: &State, fact: FactId) -> Option<String> {
        let known = rulebook().facts.get(usize::from(fact.0))?;
        let typed = state.typed(Field::Fact(fact));
        if typed.is_empty() {
            return state.answer(fact).map(|values| self.values(known, values));
        }
        Some([typed, self.question(known.id)?.unit].concat())
    }

    /// What another answer to a fact would bring.
    pub fn near_miss(self, missed: &NearMiss, frame: &Frame) -> String {
        let fact = &rulebook().facts[usize::from(missed.fact.0)];
        let values = match missed.answer {
            // It is the least of those that bring as much.
            Domain::Number(from, _) => Domain::Number(from, u64::MAX),
            values => values,
        };
        let value = self.values(fact, values);
        let blanks = [
            (Blank::Fact, self.fact_name(fact.id).into()),
            (Blank::Value, (&value).into()),
            (Blank::Frame, self.rule(frame.name).into()),
            (Blank::Grant, missed.grant.into()),
            (Blank::More, missed.more.into()),
        ];
        self.fill(Message::NearMiss, &blanks)
    }
}

/// The purposes, in the order of the vocabulary.
pub const PURPOSES: [Message; 7] = [
    Message::PurposeSales,
    Message::PurposeEquipment,
    Message::PurposeIt,
    Message::PurposeStaff,
    Message::PurposeSuccession,
    Message::PurposeManagement,
    Message::PurposeProvision,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_its_name() {
        assert_eq!(rulebook().purposes.len(), PURPOSES.len());
    }
}
