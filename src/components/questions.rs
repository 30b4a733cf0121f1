//! The questions of an edition: about the firm, about plans, and what is to be confirmed.

use hojokin_engine::{Domain, Estimate, FactId, Kind, Test};
use hojokin_rules::rulebook;
use yew::prelude::*;

use super::{
    ChoiceField, NumberField, TruthField, choice_field, field_id, number_field, truth_field,
};
use crate::{
    state::{Action, Field, State},
    text::{Message, Words},
};

/// All questions in three groups.
pub fn questions(
    words: Words,
    state: &State,
    estimate: &Estimate,
    onact: &Callback<Action>,
) -> Html {
    let (mut firm, mut plan, mut confirm) = (Vec::new(), Vec::new(), Vec::new());
    for id in state.edition.facts {
        let fact = rulebook().facts[usize::from(id.0)];
        let group = match fact.kind {
            _ if fact.confirm => &mut confirm,
            Kind::Truth => &mut plan,
            _ => &mut firm,
        };
        group.push(question(words, state, estimate, onact, *id));
    }
    let group = |title: Message, hint: Option<Message>, fields: Vec<Html>| {
        if fields.is_empty() {
            return Html::default();
        }
        html! {
            <section class="questions__group">
                <h3 class="questions__title">{ words.say(title) }</h3>
                if let Some(hint) = hint {
                    <p class="questions__hint">{ words.say(hint) }</p>
                }
                { for fields }
            </section>
        }
    };
    html! {
        <div class="questions">
            { group(Message::Firm, None, firm) }
            { group(Message::Plan, None, plan) }
            { group(Message::Confirm, Some(Message::ConfirmHint), confirm) }
        </div>
    }
}

/// The field that asks for one fact.
fn question(
    words: Words,
    state: &State,
    estimate: &Estimate,
    onact: &Callback<Action>,
    id: FactId,
) -> Html {
    let fact = rulebook().facts[usize::from(id.0)];
    let question = words.question(fact.id).expect("a test holds that every fact has its texts");
    let (label, field) = (question.ask, Field::Fact(id));
    let key = field_id(field);
    let answered = state.answer(id).is_some() || !state.typed(field).is_empty();
    let idle = !answered && !fact.confirm && !matters(estimate, id);
    let idle = idle.then(|| words.say(Message::DoesNotMatter));
    match fact.kind {
        Kind::Truth => {
            let condition = condition(state, id).map(|name| words.condition(name));
            let plain = question.hint.into_iter().chain(idle).map(str::to_owned);
            let answer = match state.answer(id) {
                Some(Domain::Truth(yes, _)) => Some(yes),
                _ => None,
            };
            let onanswer = onact.reform(move |answer| Action::Truth(id, answer));
            let hints = condition.into_iter().chain(plain).collect();
            truth_field(words, &TruthField { id: key, label, hints, answer, onanswer })
        }
        Kind::Choice(choices) => {
            let chosen = match state.answer(id) {
                Some(Domain::Choice(set)) => usize::try_from(set.0.trailing_zeros()).ok(),
                _ => None,
            };
            let choices = choices.iter().map(|choice| words.choice(fact.id, choice)).collect();
            let onchoose = onact.reform(move |choice| Action::Pick(id, choice));
            let hint = idle.or(question.hint);
            choice_field(words, ChoiceField { id: key, label, hint, choices, chosen, onchoose })
        }
        Kind::Number | Kind::Money => number_field(NumberField {
            id: key,
            label,
            hint: question.hint.map(str::to_owned),
            error: state.error(field).map(|error| {
                words.field_error(error, words.fact_name(fact.id), fact.kind == Kind::Money)
            }),
            unit: question.unit,
            value: state.typed(field),
            ontype: onact.reform(move |text| Action::Type(field, text)),
            oncommit: onact.reform(move |()| Action::Commit(field)),
        }),
    }
}

/// What this round asks for where the fact by itself is a requirement.
fn condition(state: &State, fact: FactId) -> Option<&'static str> {
    let requirements = state.edition.frames.iter().flat_map(|frame| frame.requirements);
    let mut found = requirements.filter(|requirement| requirement.test == Test::Is(fact));
    found.next().map(|requirement| requirement.name)
}

/// Whether an open fact can still change a frame.
fn matters(estimate: &Estimate, fact: FactId) -> bool {
    estimate.frames.iter().any(|frame| frame.unanswered.contains(&fact))
}
