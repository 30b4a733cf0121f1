//! What stands at the fields: limits, conditions, errors.

use hojokin_engine::{Category, Date, Edition, Rate, Tax, Yen, limits::Filled};
use hojokin_texts::Word;

use super::{Blank, Message, Words};
use crate::state::Missed;
use hojokin_typed::FieldError;

impl Words {
    /// How a number of a missed promise is asked.
    pub fn missed(self, missed: Missed) -> Word {
        let (ask, unit) = match missed {
            Missed::Grant => (Message::MissedGrant, Message::YenUnit),
            Missed::TotalOfEmployees => (Message::MissedTotalOfEmployees, Message::PercentUnit),
            Missed::TotalOfOfficers => (Message::MissedTotalOfOfficers, Message::PercentUnit),
            Missed::HeadOfEmployees => (Message::MissedHeadOfEmployees, Message::PercentUnit),
            Missed::HeadOfOfficers => (Message::MissedHeadOfOfficers, Message::PercentUnit),
            Missed::YearsPlanned => (Message::MissedYearsPlanned, Message::YearsUnit),
            Missed::YearsMissed => (Message::MissedYears, Message::YearsUnit),
        };
        let ask = self.say(ask);
        let hint = (missed == Missed::TotalOfEmployees).then(|| self.say(Message::MissedHint));
        Word { name: ask, unit: self.say(unit), ask, hint }
    }

    /// A condition of the round for a question.
    pub fn condition(self, requirement: &'static str) -> String {
        self.fill(Message::Condition, &[(Blank::Requirement, self.rule(requirement).into())])
    }

    /// The regional minimum wage and since when it is in force.
    pub fn minimum_wage(self, wage: Yen, since: Date) -> String {
        let blanks = [(Blank::Wage, wage.into()), (Blank::Since, since.into())];
        self.fill(Message::MinimumWage, &blanks)
    }

    /// The wage that a promise asks for.
    pub fn wage_needed(self, wage: Yen) -> String {
        self.fill(Message::WageNeeded, &[(Blank::Wage, wage.into())])
    }

    /// The heading of the expenses.
    pub fn expenses(self, tax: Tax) -> &'static str {
        self.say(match tax {
            Tax::Excluded => Message::ExpensesExcluded,
            Tax::Included => Message::ExpensesIncluded,
        })
    }

    /// How the limits of a category of `edition` are to be understood: its share of the expenses, or what comes of it of
    /// the grant.
    pub fn category_limit(self, edition: &Edition, category: &Category) -> Option<String> {
        if let Some(share) = category.cost_share {
            return Some(self.fill(Message::CostShareLimit, &[(Blank::Share, share.value.into())]));
        }
        let grants = edition.frames.iter().filter_map(|frame| frame.grant());
        let mut parts = grants.flat_map(|grant| grant.parts);
        let part = parts.find(|part| *part.categories == [category.id])?;
        let limits = self.grant_limits(part.grant_share, part.at_most)?;
        Some(self.fill(Message::GrantLimit, &[(Blank::Limits, (&limits).into())]))
    }

    /// The most of the grant that may come from some categories; `None` without a limit.
    pub(super) fn grant_limits(self, share: Option<Rate>, at_most: Option<Yen>) -> Option<String> {
        let share =
            share.map(|share| self.fill(Message::GrantShare, &[(Blank::Share, share.into())]));
        let limits: Vec<String> =
            share.into_iter().chain(at_most.map(|most| self.yen(most))).collect();
        (!limits.is_empty()).then(|| limits.join(self.say(Message::Dot)))
    }

    /// How far a limit is filled; `names` are those of its categories, `frame` is said where others have other limits.
    pub fn filled(
        self,
        one: &Filled,
        names: &[&str],
        frame: Option<&'static str>,
        tax: Tax,
    ) -> String {
        let what = match (one.part, names) {
            (Some(_), [_]) => self.say(Message::FilledGrant).to_owned(),
            (Some(part), _) => {
                self.fill(Message::FilledPart, &[(Blank::What, self.rule(part).into())])
            }
            (None, [_]) => self.say(Message::FilledExpenses).to_owned(),
            (None, _) => {
                let categories = names.join(self.say(Message::Comma));
                self.fill(Message::FilledTogether, &[(Blank::Categories, (&categories).into())])
            }
        };
        let (message, more) = match (one.over.low, one.over.high) {
            (_, Yen::ZERO) => (Message::FilledWithin, one.left),
            (Yen::ZERO, _) => (Message::FilledOpen, one.over),
            _ => (Message::FilledOver, one.over),
        };
        let blanks = [
            (Blank::What, (&what).into()),
            (Blank::Amount, one.counts.into()),
            (Blank::Limit, one.most.into()),
            (Blank::More, more.into()),
        ];
        let mut said = self.fill(message, &blanks);
        if let Some(frame) = frame {
            let blanks = [(Blank::Frame, self.rule(frame).into()), (Blank::Value, (&said).into())];
            said = self.fill(Message::FilledIn, &blanks);
        }
        match tax {
            Tax::Excluded => said,
            Tax::Included => self.sentences(&[said, self.say(Message::FilledUntaxed).to_owned()]),
        }
    }

    /// The expenses that this edition does not count.
    pub fn uncounted(self, names: &[&str]) -> String {
        let categories = names.join(self.say(Message::Comma));
        self.fill(Message::Uncounted, &[(Blank::Categories, (&categories).into())])
    }

    /// Why a typed number cannot be taken; `money` tells amounts from counts.
    pub fn field_error(self, error: FieldError, label: &str, money: bool) -> String {
        let example = if money { Message::ExampleYen } else { Message::ExampleNumber };
        let message = match error {
            FieldError::NotANumber => Message::ErrorNotANumber,
            FieldError::Negative | FieldError::Fraction if money => Message::ErrorWholeYen,
            FieldError::Negative | FieldError::Fraction => Message::ErrorWholeNumber,
            FieldError::TooLarge if money => Message::ErrorTooMuchYen,
            FieldError::TooLarge => Message::ErrorTooLarge,
        };
        self.fill(
            message,
            &[(Blank::Label, label.into()), (Blank::Example, self.say(example).into())],
        )
    }

    /// The heading of the list of errors.
    pub fn error_summary(self, count: usize) -> String {
        self.fill(Message::ErrorSummary, &[(Blank::Count, count.into())])
    }
}
