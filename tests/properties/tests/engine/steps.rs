//! Whoever works the shown steps out by hand comes to the shown grant.

use hojokin_engine::{
    Assumption, Choices, Domain, FrameEstimate, Rate, Step, StepKind, Verdict, Yen, estimate,
};
use proptest::prelude::*;

use crate::cases::{Asked, Value, config, ids, partly_open};

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn the_steps_worked_out_by_hand_come_to_the_greatest_grant(asked in partly_open()) {
        for edition in hojokin_rules::rulebook().editions {
            for frame in estimate(edition, &asked.case()).frames {
                check_steps(&frame);
            }
        }
    }

    #[test]
    fn under_what_the_working_assumes_it_is_the_whole_answer(asked in partly_open()) {
        for edition in hojokin_rules::rulebook().editions {
            for (n, frame) in estimate(edition, &asked.case()).frames.iter().enumerate() {
                let assumed = assuming(&asked, &frame.assumed);
                check_assumed(frame, &estimate(edition, &assumed.case()).frames[n]);
            }
        }
    }
}

/// Works the steps out on paper.
#[derive(Default)]
struct Paper {
    rate: Option<Rate>,
    cap: Yen,
    /// The part of the grant that each product gives, by category.
    parts: Vec<(Option<&'static str>, Yen)>,
    expenses: Yen,
    grant: Yen,
}

fn check_steps(frame: &FrameEstimate) {
    let id = frame.frame.id;
    let shown = frame.verdict != Verdict::Ineligible;
    assert_eq!(frame.terms.is_some(), shown, "{id}");
    assert!(shown || frame.steps.is_empty(), "{id}");
    let mut paper = Paper {
        rate: Some(frame.frame.rate.value),
        cap: frame.frame.cap.value,
        ..Paper::default()
    };
    for step in &frame.steps {
        paper.note(step, frame);
    }
    assert_eq!(paper.grant, frame.grant.high, "{id}");
    if let Some(terms) = frame.terms {
        assert_eq!(paper.expenses, frame.eligible_expenses, "{id}");
        assert_eq!(paper.rate, Some(terms.rate.value), "{id}");
        assert_eq!(paper.cap, terms.cap.value, "{id}");
    }
}

impl Paper {
    fn note(&mut self, step: &Step, frame: &FrameEstimate) {
        let category = step.category.map(|category| category.key);
        match step.kind {
            StepKind::Provision => {
                assert_eq!(step.of, self.cap);
                self.cap = step.amount;
                self.rate = step.rate.or(self.rate);
            }
            StepKind::CostShare => {
                assert_eq!(step.of, frame.eligible_expenses);
                assert_eq!(step.amount, share(step).0);
                assert!(step.entered.is_some_and(|entered| step.amount < entered));
            }
            StepKind::Share => {
                assert_eq!(step.rate, self.rate);
                assert_eq!(step.amount, share(step).0);
                assert_eq!((step.cut.whole, u64::from(step.cut.rest)), share(step));
                self.parts.push((category, step.amount));
                self.expenses = self.expenses + step.of;
            }
            StepKind::GrantShare => {
                assert_eq!(step.of, frame.grant.high);
                assert_eq!(step.amount, share(step).0);
                self.cut_part(category, step.amount);
            }
            StepKind::GrantLimit => {
                assert_eq!(Some(step.amount), step.limit);
                self.cut_part(category, step.amount);
            }
            StepKind::Cap => {
                assert_eq!(step.of, self.parts.iter().map(|part| part.1).sum());
                assert_eq!(step.limit, Some(self.cap));
                assert_eq!(step.amount, step.of.min(self.cap));
                self.grant = step.amount;
            }
            StepKind::Floor => self.grant = Yen::ZERO,
        }
    }

    /// Cuts the part of a category that has been worked out before.
    fn cut_part(&mut self, category: Option<&'static str>, to: Yen) {
        let part = self.parts.iter_mut().find(|part| part.0 == category).expect("a product");
        assert!(to < part.1, "a limit that cuts nothing is no step");
        part.1 = to;
    }
}

/// `of` × `rate` in whole yen, and the numerator of what is cut off.
fn share(step: &Step) -> (Yen, u64) {
    let rate = step.rate.expect("a product has a rate");
    let exact = u128::from(step.of.0) * u128::from(rate.numerator());
    let below = u128::from(rate.denominator());
    let fits = |number: u128| u64::try_from(number).expect("a share is no more than the whole");
    (Yen(fits(exact / below)), fits(exact % below))
}

/// The case with one of the assumed values as the answer to each assumed fact.
fn assuming(asked: &Asked, assumed: &[Assumption]) -> Asked {
    assumed.iter().fold(asked.clone(), |asked, assumption| {
        let value = match assumption.values {
            Domain::Truth(can_be_true, _) => Value::Truth(can_be_true),
            Domain::Number(_, most) => Value::Number(most),
            Domain::Choice(Choices(set)) => {
                Value::Choice(usize::try_from(set.trailing_zeros()).expect("at most 64"))
            }
        };
        asked.answered(ids(&[assumption.fact])[0], value)
    })
}

fn check_assumed(frame: &FrameEstimate, assumed: &FrameEstimate) {
    let id = frame.frame.id;
    if frame.verdict == Verdict::Ineligible {
        return;
    }
    assert_eq!(assumed.verdict, Verdict::Eligible, "{id}");
    assert_eq!(
        (assumed.grant.low, assumed.grant.high),
        (frame.grant.high, frame.grant.high),
        "{id}"
    );
    assert_eq!(assumed.terms, frame.terms, "{id}");
    assert_eq!(assumed.steps, frame.steps, "{id}");
    assert!(assumed.unanswered.is_empty(), "{id}");
}
