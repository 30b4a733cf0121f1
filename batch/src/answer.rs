//! What is written beside a row.

use hojokin_engine::{
    Answers, Case, Date, Edition, Estimate, Expenses, FigureValue, Frame, FrameEstimate, Moment,
    Range, Verdict, Yen, estimate, estimate_open,
};
use hojokin_rules::rulebook;

use crate::{columns::names, row::Asked};

/// The columns that are written for an edition, or where rows have several, for whichever.
pub(crate) struct Answer {
    /// The edition of all rows; `None` if the rows say, or all open ones are meant.
    edition: Option<&'static Edition>,
    /// Whether headings are ids, for programs.
    ids: bool,
    /// The headings.
    pub(crate) headings: Vec<String>,
}

impl Answer {
    pub(crate) fn new(edition: Option<&'static Edition>, ids: bool) -> Self {
        let answer = Self { edition, ids, headings: Vec::new() };
        Self { headings: answer.headings(), ..answer }
    }

    fn headings(&self) -> Vec<String> {
        let common = if self.ids {
            ["edition", "best", "low", "high", "unanswered"]
        } else {
            ["公募回", "最も多い枠", "見込み額（下限）", "見込み額（上限）", "まだ答えていない質問"]
        };
        let mut headings: Vec<_> = common.map(str::to_owned).to_vec();
        // What a frame gives it names whatever is known of a firm.
        let nobody = self.edition.map(|edition| estimate(edition, &unknown()));
        for frame in nobody.iter().flat_map(|estimate| &estimate.frames) {
            let name = if self.ids { frame.frame.id } else { frame.frame.name };
            let mut head = |what: &str| headings.push(format!("{name}：{what}"));
            head(self.word("verdict", "判定"));
            if grants(frame.frame) {
                head(self.word("low", "下限"));
                head(self.word("high", "上限"));
            }
            for FigureValue { figure, .. } in &frame.figures {
                head(self.word(figure.id, figure.name));
            }
        }
        headings.push(self.word("errors", "読めなかったところ").to_owned());
        headings
    }

    fn word(&self, id: &'static str, name: &'static str) -> &'static str {
        if self.ids { id } else { name }
    }

    /// The cells of a row: without amounts where it has mistakes, which stand in the last.
    pub(crate) fn cells(&self, asked: &Result<Asked, String>, put: &mut dyn FnMut(&str)) {
        match asked {
            Ok(asked) => {
                match asked.edition {
                    Some(edition) => self.one(&estimate(edition, &asked.case), put),
                    None => self.greatest(asked, put),
                }
                put("");
            }
            Err(mistakes) => {
                (1..self.headings.len()).for_each(|_| put(""));
                put(mistakes);
            }
        }
    }

    /// Of all editions that are open, the one that certainly grants most, then the one that can.
    fn greatest(&self, asked: &Asked, put: &mut dyn FnMut(&str)) {
        let all = estimate_open(&rulebook(), &asked.case);
        let amounts = |one: &&Estimate| {
            let Range { low, high } = one.range();
            (low, high)
        };
        // Of equal ones the first in the order of the rules.
        let most = all.iter().rev().max_by_key(amounts);
        match most.filter(|one| Yen::ZERO < one.range().high) {
            Some(one) => self.one(one, put),
            None => (0..5).for_each(|_| put("")),
        }
    }

    fn one(&self, estimate: &Estimate, put: &mut dyn FnMut(&str)) {
        let name = |frame: &FrameEstimate| {
            if self.ids { frame.frame.id } else { frame.frame.name }
        };
        put(estimate.edition.id);
        let best: Vec<_> = estimate.best().map(name).collect();
        put(&best.join("・"));
        let Range { low, high } = estimate.range();
        put(&low.0.to_string());
        put(&high.0.to_string());
        put(&self.unanswered(estimate));
        if self.edition.is_some() {
            for frame in &estimate.frames {
                self.frame(frame, put);
            }
        }
    }

    fn frame(&self, frame: &FrameEstimate, put: &mut dyn FnMut(&str)) {
        put(match frame.verdict {
            Verdict::Eligible => self.word("eligible", "対象"),
            Verdict::Ineligible => self.word("ineligible", "対象外"),
            Verdict::Undetermined => self.word("undetermined", "未定"),
        });
        if grants(frame.frame) {
            put(&frame.grant.low.0.to_string());
            put(&frame.grant.high.0.to_string());
        }
        for FigureValue { value, .. } in &frame.figures {
            put(&value.map(|value| value.to_string()).unwrap_or_default());
        }
    }

    /// The questions that can still change the result of a frame, in the order of the rules.
    fn unanswered(&self, estimate: &Estimate) -> String {
        let facts = rulebook().facts.iter().enumerate();
        let open = facts.filter(|(place, _)| {
            let is = |frame: &FrameEstimate| {
                frame.unanswered.iter().any(|fact| usize::from(fact.0) == *place)
            };
            estimate.frames.iter().any(is)
        });
        let named = open.map(|(_, fact)| if self.ids { fact.id } else { names().fact(fact.id) });
        named.collect::<Vec<_>>().join("・")
    }
}

fn grants(frame: &Frame) -> bool {
    frame.grant().is_some()
}

/// A firm of which nothing is known.
fn unknown() -> Case {
    let book = rulebook();
    Case {
        as_of: Moment::from(Date { year: 2000, month: 1, day: 1 }),
        answers: Answers::none(book.facts),
        expenses: Expenses::none(&book),
    }
}
