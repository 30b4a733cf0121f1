//! What the round's promise of wages means for one firm in its prefecture.

use hojokin_engine::{Edition, Kind, Yen, mechanism::wage_target};
use hojokin_rules::{minimum_wages, rulebook};
use yew::Callback;

use super::{ChoiceField, Label, choice_field, citation, field_id, typed_field};
use crate::{
    markup::Markup,
    state::{Action, Field, PREFECTURE, State, wage_fact},
    text::{Message, Words},
};

/// Prefecture and present wage in, the wage that is needed out; nothing where the round asks for none.
pub fn wage_helper(
    m: &mut Markup,
    words: Words,
    state: &State,
    edition: &Edition,
    onact: &Callback<Action>,
) {
    let rulebook = rulebook();
    let (Some(rule), Some(wage), Some((prefecture, fact))) =
        (edition.wage, wage_fact(), rulebook.fact(PREFECTURE))
    else {
        return m.nothing();
    };
    let Kind::Choice(codes) = fact.kind else { return };
    let chosen = state.chosen(prefecture);
    let question = |id| words.question(id).expect("a test holds that every fact has its texts");
    let (place, ask) = (question(PREFECTURE), question("site_minimum_wage"));
    m.open("details", "wage-helper");
    m.label("summary", "", words.say(Message::WageHelper));
    let choices = ChoiceField {
        id: field_id(Field::Fact(prefecture)),
        label: place.ask,
        hint: None,
        choices: codes.iter().map(|code| words.choice(PREFECTURE, code)).collect(),
        chosen: chosen.and_then(|place| usize::try_from(place).ok()),
        onchoose: onact.reform(move |choice| Action::Pick(prefecture, choice)),
    };
    choice_field(m, words, choices);
    let label = Label {
        ask: ask.ask,
        hint: ask.hint.map(str::to_owned),
        unit: ask.unit,
        name: words.fact_name("site_minimum_wage"),
        money: true,
    };
    typed_field(m, words, state, Field::Fact(wage), label, onact);
    let regional =
        chosen.and_then(|place| minimum_wages().in_force(place, state.settings.as_of.day));
    if let Some(regional) = regional {
        m.line("p", "wage-helper__line", words.minimum_wage(regional.yen, regional.since));
    }
    if let Some((regional, current)) = regional.zip(state.number(Field::Fact(wage)).map(Yen)) {
        if wage_target::too_low(&rule, regional.yen, current) {
            m.label("p", "wage-helper__line", words.say(Message::WageTooLow));
        }
        let needed = wage_target::needed(&rule, regional.yen, current);
        m.line("p", "wage-helper__needed", words.wage_needed(needed));
    }
    m.open("p", "wage-helper__line");
    citation(m, words, edition, rule.cite);
    m.close();
    m.close();
}
