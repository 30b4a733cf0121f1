//! The questions of an edition: about the firm, about plans, and what is to be confirmed.

use hojokin_engine::{Domain, Estimate, FactId, Kind, Requirement, Test};
use hojokin_rules::rulebook;
use yew::Callback;

use super::{ChoiceField, Label, TruthField, choice_field, field_id, truth_field, typed_field};
use crate::{
    markup::Markup,
    state::{Action, Asked, Field, PREFECTURE, State},
    text::{Message, Words},
};

/// All questions in three groups.
pub fn questions(
    m: &mut Markup,
    words: Words,
    state: &State,
    asked: &Asked,
    estimates: &[Estimate],
    onact: &Callback<Action>,
) {
    let group = |id: &FactId| {
        let fact = rulebook().facts[usize::from(id.0)];
        match fact.kind {
            _ if fact.confirm => Message::Confirm,
            Kind::Truth => Message::Plan,
            _ => Message::Firm,
        }
    };
    m.open("div", "questions");
    for title in [Message::Firm, Message::Plan, Message::Confirm] {
        let mut facts = asked.facts.iter().filter(|id| group(id) == title).peekable();
        if facts.peek().is_none() {
            m.nothing();
            continue;
        }
        m.open("section", "questions__group");
        m.label("h3", "questions__title", words.say(title));
        if title == Message::Confirm {
            m.label("p", "questions__hint", words.say(Message::ConfirmHint));
        }
        for id in facts {
            question(m, words, state, estimates, onact, *id);
        }
        m.close();
    }
    m.close();
}

/// The field that asks for one fact.
pub(super) fn question(
    m: &mut Markup,
    words: Words,
    state: &State,
    estimates: &[Estimate],
    onact: &Callback<Action>,
    id: FactId,
) {
    let fact = rulebook().facts[usize::from(id.0)];
    let question = words.question(fact.id).expect("a test holds that every fact has its texts");
    let (label, field) = (question.ask, Field::Fact(id));
    let key = field_id(field);
    let answered = state.answer(id).is_some() || !state.typed(field).is_empty();
    let idle = !answered && !fact.confirm && fact.id != PREFECTURE && !matters(estimates, id);
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
            truth_field(m, words, TruthField { id: key, label, hints, answer, onanswer });
        }
        Kind::Choice(choices) => {
            let chosen = state.chosen(id).and_then(|place| usize::try_from(place).ok());
            let choices = choices.iter().map(|choice| words.choice(fact.id, choice)).collect();
            let onchoose = onact.reform(move |choice| Action::Pick(id, choice));
            let hint = idle.or(question.hint);
            let field = ChoiceField { id: key, label, hint, choices, chosen, onchoose };
            choice_field(m, words, field);
        }
        Kind::Number | Kind::Money => {
            let label = Label {
                ask: label,
                hint: question.hint.map(str::to_owned),
                unit: question.unit,
                name: words.fact_name(fact.id),
                money: fact.kind == Kind::Money,
            };
            typed_field(m, words, state, field, label, onact);
        }
    }
}

/// What this round asks for where the fact by itself is a requirement.
fn condition(state: &State, fact: FactId) -> Option<&'static str> {
    let requirements = state.edition?.frames.iter().flat_map(|frame| frame.requirements);
    // To compare whole tests would bring the code for all of them.
    let asks = |one: &&Requirement| matches!(one.test, Test::Is(asked) if asked == fact);
    let mut found = requirements.filter(asks);
    found.next().map(|requirement| requirement.name)
}

/// Whether an open fact can still change a frame.
fn matters(estimates: &[Estimate], fact: FactId) -> bool {
    let mut frames = estimates.iter().flat_map(|estimate| &estimate.frames);
    frames.any(|frame| frame.unanswered.contains(&fact))
}
