//! Random cases: the answers stand mostly where the rules change, some of them are open.

use std::collections::BTreeMap;

use proptest::{prelude::*, sample};

use super::edition::{Answers, Edition, Known, Number};
use crate::{cases::Asked, contract::Value};

/// Cases with all, most, some or no facts answered.
pub(super) fn cases(edition: &'static Edition) -> impl Strategy<Value = Asked> {
    let answers: Vec<_> =
        edition.facts.iter().map(|(_, answers)| (answer(answers), 0..10_u8)).collect();
    let of_ten = sample::select(vec![10, 10, 10, 9, 9, 8, 6, 3, 0]);
    (answers, of_ten, expense(), any::<u64>()).prop_map(move |(answers, of_ten, yen, turn)| {
        let all = edition.facts.iter().map(|(id, _)| *id).zip(answers);
        let told = all.filter(|(_, (_, n))| *n < of_ten).map(|(id, (answer, _))| (id, answer));
        let asked = Asked {
            edition: edition.id,
            answers: told.collect(),
            expenses: yen.map(|yen| ("assets", yen)).into_iter().collect::<BTreeMap<_, _>>(),
        };
        related(edition, asked, turn)
    })
}

/// In every third case, one answer as the others have it: where a rule changes for just this firm, or a yen
/// beside it.
fn related(edition: &Edition, mut asked: Asked, turn: u64) -> Asked {
    let (beside, turn) = (turn % 3, turn / 3);
    let (which, turn) = (turn % 64, turn / 64);
    let place = usize::try_from(which / 3).expect("below 22") % edition.related.len().max(1);
    let Some((fact, amount)) = edition.related.get(place).filter(|_| which.is_multiple_of(3))
    else {
        return asked;
    };
    if let Some(amount) = amount(&Known::of(&asked), turn)
        && let Some(answer) = asked.answers.get_mut(fact)
    {
        *answer = Value::Number((amount + beside).saturating_sub(1));
    }
    asked
}

fn answer(answers: &Answers) -> BoxedStrategy<Value> {
    match *answers {
        Answers::Truth => any::<bool>().prop_map(Value::Truth).boxed(),
        Answers::Confirm => proptest::bool::weighted(0.1).prop_map(Value::Truth).boxed(),
        Answers::Choice(choices) => sample::select(choices).prop_map(Value::Choice).boxed(),
        Answers::Number(number) => a_number(number).prop_map(Value::Number).boxed(),
    }
}

fn a_number(Number { near, step, most, far }: Number) -> impl Strategy<Value = u64> {
    let beside = (sample::select(near), 0..3_u64)
        .prop_map(|(number, more): (u64, u64)| (number + more).saturating_sub(1));
    let stepped = (0..=most / step).prop_map(move |count| count * step);
    prop_oneof![
        7 => beside,
        2 => sample::select(near),
        6 => stepped,
        2 => 0..=most + most / 4,
        1 => 0..=far,
    ]
}

/// What `kodoka` counts; no other edition counts anything.
fn expense() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![
        1 => Just(None),
        2 => (0..200_u64).prop_map(Some),
        4 => (0..2_000_000_000_u64).prop_map(Some),
        1 => (0..=1_000_000_000_000_u64).prop_map(Some),
    ]
}
