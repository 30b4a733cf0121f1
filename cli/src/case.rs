//! Reads a case from JSON, noting every mistake in it.

use std::fmt;

use hojokin_engine::{
    Answers, Case, Domain, Edition, Expenses, Fact, FactId, Kind, Moment, Rulebook, Tax, Yen,
};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::number::{NotWhole, whole};

/// A case, and the edition that it names.
pub(crate) struct Asked {
    pub(crate) case: Case,
    pub(crate) edition: Option<&'static Edition>,
}

/// A mistake in a case.
#[derive(Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Mistake {
    /// The number of the case in the array, from 0.
    case: usize,
    /// Where in the case, such as `answers.employees`; empty for the case as a whole.
    path: String,
    code: Code,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Code {
    NotJson,
    WrongType,
    UnknownKey,
    UnknownEdition,
    UnknownFact,
    UnknownChoice,
    UnknownCategory,
    Negative,
    Fraction,
    TooLarge,
    BadDate,
}

impl Code {
    /// What to do about it.
    fn advice(self) -> &'static str {
        match self {
            Self::NotJson => "JSON として読めません",
            Self::WrongType => "値の型が違います",
            Self::UnknownKey => {
                "この名のキーはありません（edition・as_of・tax・answers・expenses）"
            }
            Self::UnknownEdition => "この名の公募回はありません（一覧：hojokin editions）",
            Self::UnknownFact => "この名の事項はありません（一覧：hojokin editions）",
            Self::UnknownChoice => "選択肢にありません（一覧：hojokin editions）",
            Self::UnknownCategory => "この名の経費区分はありません（一覧：hojokin editions）",
            Self::Negative => "0 以上の整数にしてください",
            Self::Fraction => "整数にしてください",
            Self::TooLarge => "1,000,000,000,000 円以下にしてください",
            Self::BadDate => "日付は 2024-05-27 か 2024-05-27T17:00 のように書いてください",
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "全体" } else { &self.path };
        write!(f, "{}件目 {place}: {}", self.case + 1, self.code.advice())
    }
}

impl Mistake {
    pub(crate) fn not_json() -> Self {
        Self { case: 0, path: String::new(), code: Code::NotJson }
    }
}

/// Reads cases one after the other and keeps their mistakes.
pub(crate) struct Reader<'r> {
    rulebook: &'r Rulebook,
    now: Moment,
    case: usize,
    pub(crate) mistakes: Vec<Mistake>,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(rulebook: &'r Rulebook, now: Moment) -> Self {
        Self { rulebook, now, case: 0, mistakes: Vec::new() }
    }

    /// Reads the case number `n`.
    pub(crate) fn read(&mut self, n: usize, value: &Value) -> Option<Asked> {
        self.case = n;
        let Value::Object(keys) = value else {
            return self.wrong("", Code::WrongType);
        };
        // Case files annotate their cases with a name, a source and what is expected.
        let known = ["edition", "as_of", "tax", "answers", "expenses", "name", "source", "expect"];
        for key in keys.keys().filter(|key| !known.contains(&key.as_str())) {
            self.wrong::<()>(key, Code::UnknownKey);
        }
        let edition = self.edition(keys.get("edition"));
        let as_of = self.as_of(keys.get("as_of"));
        let tax = self.tax(keys.get("tax"));
        let answers = self.answers(keys.get("answers"));
        let expenses = self.expenses(keys.get("expenses"), tax);
        Some(Asked { case: Case { as_of, answers, expenses }, edition })
    }

    fn edition(&mut self, value: Option<&Value>) -> Option<&'static Edition> {
        let id = match value? {
            Value::Null => return None,
            Value::String(id) => id,
            _ => return self.wrong("edition", Code::WrongType),
        };
        self.rulebook.edition(id).or_else(|| self.wrong("edition", Code::UnknownEdition))
    }

    fn as_of(&mut self, value: Option<&Value>) -> Moment {
        let text = match value {
            None | Some(Value::Null) => return self.now,
            Some(Value::String(text)) => text,
            Some(_) => return self.wrong("as_of", Code::WrongType).unwrap_or(self.now),
        };
        let moment = text.parse().ok().or_else(|| self.wrong("as_of", Code::BadDate));
        moment.unwrap_or(self.now)
    }

    fn tax(&mut self, value: Option<&Value>) -> Tax {
        match value {
            None | Some(Value::Null) => Tax::Excluded,
            Some(Value::String(tax)) if tax == "excluded" => Tax::Excluded,
            Some(Value::String(tax)) if tax == "included" => Tax::Included,
            Some(Value::String(_)) => self.wrong("tax", Code::UnknownChoice).unwrap_or_default(),
            Some(_) => self.wrong("tax", Code::WrongType).unwrap_or_default(),
        }
    }

    fn answers(&mut self, value: Option<&Value>) -> Answers {
        let mut answers = Answers::none(self.rulebook.facts);
        for (id, value) in self.entries("answers", value) {
            let path = format!("answers.{id}");
            let Some((place, fact)) = self.rulebook.fact(id) else {
                self.wrong::<()>(&path, Code::UnknownFact);
                continue;
            };
            self.answer(&path, place, fact, value, &mut answers);
        }
        answers
    }

    fn answer(
        &mut self,
        path: &str,
        place: FactId,
        fact: &Fact,
        value: &Value,
        answers: &mut Answers,
    ) {
        let answer = match (fact.kind, value) {
            (_, Value::Null) => return,
            (Kind::Truth, Value::Bool(answer)) => Some(Domain::truth(*answer)),
            (Kind::Number | Kind::Money, Value::Number(number)) => match whole(number) {
                Ok(number) => Some(Domain::number(number)),
                Err(NotWhole::Negative) => self.wrong(path, Code::Negative),
                Err(NotWhole::Fraction) => self.wrong(path, Code::Fraction),
            },
            (Kind::Choice(choices), Value::String(choice)) => choices
                .iter()
                .position(|known| known == choice)
                .and_then(|place| u32::try_from(place).ok())
                .map(Domain::choice)
                .or_else(|| self.wrong(path, Code::UnknownChoice)),
            _ => self.wrong(path, Code::WrongType),
        };
        if let Some(answer) = answer {
            answers.set(place, answer);
        }
    }

    fn expenses(&mut self, value: Option<&Value>, tax: Tax) -> Expenses {
        let mut expenses = Expenses::none(self.rulebook);
        for (id, value) in self.entries("expenses", value) {
            let path = format!("expenses.{id}");
            let Some(category) = self.rulebook.category(id) else {
                self.wrong::<()>(&path, Code::UnknownCategory);
                continue;
            };
            let amount = match value {
                Value::Null => continue,
                Value::Number(number) => match whole(number).map(Yen) {
                    Ok(amount) if amount <= Yen::MOST_ENTERED => Some(amount),
                    Ok(_) => self.wrong(&path, Code::TooLarge),
                    Err(NotWhole::Negative) => self.wrong(&path, Code::Negative),
                    Err(NotWhole::Fraction) => self.wrong(&path, Code::Fraction),
                },
                _ => self.wrong(&path, Code::WrongType),
            };
            if let Some(amount) = amount {
                expenses.set(category, tax.taken_out_of(amount));
            }
        }
        expenses
    }

    /// The entries of an object; none where it is left out.
    fn entries<'v>(
        &mut self,
        path: &str,
        value: Option<&'v Value>,
    ) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
        let object: Option<&Map<String, Value>> = match value {
            None | Some(Value::Null) => None,
            Some(Value::Object(object)) => Some(object),
            Some(_) => self.wrong(path, Code::WrongType),
        };
        object.into_iter().flatten()
    }

    fn wrong<T>(&mut self, path: &str, code: Code) -> Option<T> {
        self.mistakes.push(Mistake { case: self.case, path: path.to_owned(), code });
        None
    }
}
