//! The grant against what is spent, a wanted grant, and the money that goes out and comes back.

use hojokin_engine::{
    Tax, Yen,
    cash::Cash,
    curve::{Curve, Point, Turn},
    inverse::Reach,
};
use hojokin_texts::Language;

use super::{Blank, Message, Words};
use hojokin_typed::grouped;

impl Words {
    /// The heading of a part about one frame.
    pub fn of_frame(self, heading: Message, frame: &'static str) -> String {
        self.fill(heading, &[(Blank::Frame, self.rule(frame).into())])
    }

    /// A number beside an axis, in the unit that the axis is said to have.
    pub fn on_axis(self, amount: Yen) -> String {
        let unit = if self.language() == Language::English { 1_000 } else { 10_000 };
        grouped(amount.0 / unit)
    }

    /// What is entered now brings; or that nothing is entered.
    pub fn present(self, now: Reach) -> String {
        if now.entered == Yen::ZERO {
            return self.say(Message::ChartNothing).to_owned();
        }
        let blanks = [(Blank::Expense, now.total.into()), (Blank::Grant, now.grant.into())];
        self.fill(Message::ChartPresent, &blanks)
    }

    /// The chart in a sentence or two, for those who do not see it.
    pub fn chart(self, curve: &Curve) -> String {
        let most = curve.points.iter().find(|point| point.turn == Turn::Most);
        let mut said = vec![self.say(Message::ChartImage).to_owned(), self.present(curve.now)];
        said.extend(most.map(|most| self.point(most)));
        said.join(" ")
    }

    /// Which grant the dashed line stands for.
    pub fn most(self, amount: Yen) -> String {
        self.fill(Message::ChartCap, &[(Blank::Amount, amount.into())])
    }

    /// A point of the curve and what changes there.
    pub fn point(self, point: &Point) -> String {
        let change = self.turn(point);
        let blanks = [(Blank::Expense, point.expense.into()), (Blank::Change, (&change).into())];
        self.fill(Message::ChartPoint, &blanks)
    }

    /// What changes at a point of the curve.
    pub fn turn(self, point: &Point) -> String {
        let (message, limit, what) = match point.turn {
            Turn::End => (Message::TurnEnd, Yen::ZERO, ""),
            Turn::Floor(limit) => (Message::TurnFloor, limit, ""),
            Turn::Required(name) => (Message::TurnRequired, Yen::ZERO, self.rule(name)),
            Turn::Tier(rate) => {
                return self.fill(Message::TurnTier, &[(Blank::Rate, rate.into())]);
            }
            Turn::Limit("") => (Message::TurnLimit, Yen::ZERO, self.say(Message::OtherExpenses)),
            Turn::Limit(name) => (Message::TurnLimit, Yen::ZERO, self.rule(name)),
            Turn::Group(limit) => (Message::TurnGroup, limit, ""),
            Turn::Cap(limit) => (Message::TurnCap, limit, ""),
            Turn::Most => (Message::TurnMost, Yen::ZERO, ""),
        };
        let blanks = [
            (Blank::Limit, limit.into()),
            (Blank::Requirement, what.into()),
            (Blank::What, what.into()),
            (Blank::Grant, point.grant.into()),
        ];
        self.fill(message, &blanks)
    }

    /// What a wanted grant takes, that it is there already, or that this frame can never bring it.
    pub fn wanted(self, wanted: Yen, reach: Option<Reach>, most: Yen) -> String {
        let found = reach.unwrap_or(Reach { total: most, entered: Yen::ZERO, grant: most });
        let Reach { total, entered, grant } = found;
        let message = match reach {
            None => Message::WantedNever,
            Some(_) if total <= entered => Message::WantedReached,
            Some(_) if entered == Yen::ZERO => Message::WantedTotal,
            Some(_) => Message::WantedMore,
        };
        let blanks = [
            (Blank::Wanted, wanted.into()),
            (Blank::Total, total.into()),
            (Blank::More, (total - entered).into()),
            (Blank::Own, (total - grant).into()),
            (Blank::Most, most.into()),
        ];
        self.fill(message, &blanks)
    }

    /// How the sum that is paid comes about.
    pub fn paid(self, tax: Tax) -> &'static str {
        self.say(match tax {
            Tax::Excluded => Message::CashExcluded,
            Tax::Included => Message::CashIncluded,
        })
    }

    /// Who pays first, or that no source says when the grant comes.
    pub fn first(self, cash: Cash, settled: bool) -> String {
        let message = if settled { Message::CashFirst } else { Message::CashUnknown };
        self.fill(message, &[(Blank::Total, cash.total.into()), (Blank::Grant, cash.grant.into())])
    }
}
