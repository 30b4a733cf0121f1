//! The working (計算の内訳): each step in a sentence that ends where its result stands.

use hojokin_engine::{Assumption, Change, Choices, Domain, Fact, Kind, Rate, Step, StepKind};
use hojokin_rules::rulebook;

use super::{Blank, Message, Words, number::unrounded};

/// Where nothing else is stated.
const WHOLE: Rate = Rate::new(1, 1);

impl Words {
    /// A step of the working, without its result; `alone` if all expenses are in one product.
    pub fn step(self, step: &Step, alone: bool) -> String {
        let limit = step.limit.unwrap_or_default();
        let over = step.limit.is_some_and(|limit| limit < step.of);
        let message = match step.kind {
            StepKind::Band if step.limit.is_some() => Message::StepBand,
            StepKind::Band => Message::StepLastBand,
            StepKind::CapRow => Message::StepCapRow,
            StepKind::Provision => return self.provided(step),
            StepKind::CostShare => Message::StepCostShare,
            StepKind::CostLimit => Message::StepCostLimit,
            StepKind::Share | StepKind::Tier => return self.product(step, alone),
            StepKind::GrantShare => Message::StepGrantShare,
            StepKind::GrantLimit => Message::StepGrantLimit,
            StepKind::CostPart => Message::StepCostPart,
            StepKind::Cap => match (alone, over) {
                (true, true) => Message::StepCapOver,
                (true, false) => Message::StepCapWithin,
                (false, true) => Message::StepTotalOver,
                (false, false) => Message::StepTotalWithin,
            },
            StepKind::Sum => Message::StepSum,
            StepKind::Floor => Message::StepFloor,
            StepKind::RoundTo => Message::StepRoundTo,
        };
        let blanks = [
            (Blank::What, self.rule(step.what).into()),
            (Blank::Rate, step.rate.unwrap_or(WHOLE).into()),
            (Blank::Limit, limit.into()),
            (Blank::Of, step.of.into()),
            (Blank::Entered, step.entered.unwrap_or_default().into()),
            (Blank::More, (step.amount - step.of).into()),
            (Blank::People, limit.0.into()),
        ];
        self.fill(message, &blanks)
    }

    /// The amount that a step comes to; `None` where its sentence says all: a changed rate, a missed floor.
    pub fn result(self, step: &Step) -> Option<String> {
        let changes_rate = step
            .provision
            .is_some_and(|(_, change)| matches!(change, Change::SetRate(_) | Change::SetAbove(_)));
        (!changes_rate && step.kind != StepKind::Floor).then(|| self.yen(step.amount))
    }

    /// An amount times its rate, and what is cut off.
    fn product(self, step: &Step, alone: bool) -> String {
        let what = match (step.what, alone) {
            ("", true) => self.say(Message::AllExpenses),
            ("", false) => self.say(Message::OtherExpenses),
            (what, _) => self.rule(what),
        };
        let tier = step.above.map(|above| {
            self.fill(
                Message::StepTier,
                &[(Blank::UpTo, above.up_to.into()), (Blank::Above, above.rate.into())],
            )
        });
        let exact = unrounded(step.cut, step.amount);
        let message = if exact.is_some() { Message::StepShareCut } else { Message::StepShare };
        let (tier, exact) = (tier.unwrap_or_default(), exact.unwrap_or_default());
        let blanks = [
            (Blank::What, what.into()),
            (Blank::Of, step.of.into()),
            (Blank::Rate, step.rate.unwrap_or(WHOLE).into()),
            (Blank::Tier, (&tier).into()),
            (Blank::Exact, (&exact).into()),
        ];
        self.fill(message, &blanks)
    }

    /// What a special provision changes.
    fn provided(self, step: &Step) -> String {
        let (message, value) = match step.provision.map(|(_, change)| change) {
            Some(Change::RaiseCap(by)) => (Message::StepRaiseCap, by.into()),
            Some(Change::SetRate(rate)) => (Message::StepSetRate, rate.into()),
            Some(Change::SetAbove(rate)) => (Message::StepSetAbove, rate.into()),
            _ => (Message::StepSetCap, "".into()),
        };
        self.fill(
            message,
            &[
                (Blank::Name, self.rule(step.what).into()),
                (Blank::Of, step.of.into()),
                (Blank::By, value),
                (Blank::Rate, value),
            ],
        )
    }

    /// Whose working it is.
    pub fn working_of(self, frame: &'static str) -> String {
        self.fill(Message::PaperWorking, &[(Blank::Frame, self.rule(frame).into())])
    }

    /// That the working is that of the greatest amount, and what it assumes of open facts.
    pub fn assumed(self, assumed: &[Assumption]) -> Option<String> {
        let said: Vec<String> = assumed
            .iter()
            .filter_map(|assumption| {
                let fact = rulebook().facts.get(usize::from(assumption.fact.0))?;
                let value = self.values(fact, assumption.values);
                let blanks = [
                    (Blank::Fact, self.fact_name(fact.id).into()),
                    (Blank::Value, (&value).into()),
                ];
                Some(self.fill(Message::Assumption, &blanks))
            })
            .collect();
        let assumptions = said.join(self.say(Message::Comma));
        (!said.is_empty())
            .then(|| self.fill(Message::Assumed, &[(Blank::Assumptions, (&assumptions).into())]))
    }

    /// The values that the answer to a fact can have.
    pub(crate) fn values(self, fact: &Fact, values: Domain) -> String {
        match (values, fact.kind) {
            (Domain::Truth(true, _), _) => self.say(Message::Yes).to_owned(),
            (Domain::Truth(..), _) => self.say(Message::No).to_owned(),
            (Domain::Number(from, u64::MAX), _) => {
                self.fill(Message::AtLeast, &[(Blank::N, from.into())])
            }
            (Domain::Number(0, to), _) => self.fill(Message::AtMost, &[(Blank::N, to.into())]),
            (Domain::Number(from, to), _) if from == to => from.to_string(),
            (Domain::Number(from, to), _) => {
                self.fill(Message::Between, &[(Blank::From, from.into()), (Blank::To, to.into())])
            }
            (Domain::Choice(set), Kind::Choice(choices)) => {
                let bits = (0..).map(|n| set.0 & Choices::only(n).0 != 0);
                let chosen = choices.iter().zip(bits).filter(|(_, chosen)| *chosen);
                let names: Vec<&str> =
                    chosen.map(|(choice, _)| self.choice(fact.id, choice)).collect();
                names.join(self.say(Message::Dot))
            }
            (Domain::Choice(_), _) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use hojokin_engine::{Answers, Case, Cite, Expenses, Yen, estimate};

    use super::*;

    /// The working of a frame of 第16回 for these expenses, as it is shown.
    fn shown(frame: &str, expenses: &[(&str, u64)], invoice: bool) -> Vec<String> {
        let rulebook = rulebook();
        let edition = rulebook.edition("jizokuka/2024-16").expect("it is built in");
        let mut entered = Expenses::none(&rulebook);
        for (key, amount) in expenses {
            entered.set(rulebook.category(key).expect("a category"), Yen(*amount));
        }
        let mut answers = Answers::none(rulebook.facts);
        let mut answer = |id: &str, answer| {
            answers.set(rulebook.fact(id).expect("a fact").0, answer);
        };
        answer("industry", Domain::choice(5));
        answer("employees", Domain::number(4));
        answer("invoice_new", Domain::truth(invoice));
        answer("wage_raise", Domain::truth(true));
        answer("deficit", Domain::truth(true));
        let as_of = "2024-05-10".parse().expect("a day");
        let estimate = estimate(edition, &Case { as_of, answers, expenses: entered });
        let frame = estimate.frames.iter().find(|found| found.frame.id == frame).expect("a frame");
        let steps = frame.steps.iter();
        let words = Words::japanese();
        let line =
            |one| format!("{} {}", words.step(one, false), words.result(one).unwrap_or_default());
        steps.map(|one| line(one).trim_end().to_owned()).collect()
    }

    #[test]
    fn the_working_can_be_followed_by_hand() {
        assert_eq!(
            shown("normal", &[("publicity", 400_000), ("website", 300_000)], true),
            [
                "インボイス特例で上限に 500,000円を足す：500,000円 ＋ 500,000円 ＝ 1,000,000円",
                "そのほかの経費 400,000円 × 2/3 ＝ 266,666.66…円。1円未満を切り捨てて 266,666円",
                "ウェブサイト関連費 300,000円 × 2/3 ＝ 200,000円",
                "ウェブサイト関連費の分は、補助金全体 355,554円の1/4までなので 88,888円",
                "合計 355,554円は上限 1,000,000円以内なので 355,554円",
            ]
        );
    }

    #[test]
    fn what_was_cut_says_from_what_to_what() {
        let steps = shown("normal", &[("machinery", 300_000), ("disposal", 400_000)], false);
        assert_eq!(
            steps[0],
            "設備処分費 400,000円は、対象になる経費の合計 600,000円の1/2までなので 300,000円"
        );
    }

    #[test]
    fn a_row_of_caps_and_a_unit_are_said_with_their_amounts() {
        let cite = Cite { doc: "S", page: None, lines: None, place: None, verified: true };
        let plain = Step {
            kind: StepKind::CapRow,
            what: "",
            category: None,
            provision: None,
            entered: None,
            amount: Yen(700_000),
            rate: None,
            above: None,
            of: Yen::ZERO,
            limit: None,
            cut: hojokin_engine::mechanism::rounding::Cut::default(),
            cite,
        };
        let words = Words::japanese();
        let line = |one: Step| {
            format!("{} {}", words.step(&one, true), words.result(&one).unwrap_or_default())
        };
        assert_eq!(line(plain), "答えに当てはまる区分なので、上限は 700,000円");
        let unit = Some(Yen(1_000));
        let cut = Step { kind: StepKind::RoundTo, of: Yen(700_975), limit: unit, ..plain };
        assert_eq!(line(cut), "700,975円の1,000円未満を切り捨てて 700,000円");
    }

    #[test]
    fn a_changed_rate_is_named_with_its_reason() {
        let steps = shown("wage", &[("machinery", 300_000)], false);
        assert_eq!(steps[0], "赤字事業者なので、補助率は 3/4");
    }
}
