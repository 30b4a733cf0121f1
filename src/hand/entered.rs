//! The case in the form that the command `hojokin estimate` reads (see docs/contract.md).

use hojokin_engine::{Domain, Kind, Tax, Yen, json::Object};
use hojokin_rules::rulebook;
use hojokin_typed::whole;

use crate::state::{Field, State};

/// The case as JSON.
pub(super) fn case(state: &State) -> String {
    let mut answers = Object::default();
    for (fact, answer) in state.answers() {
        let Some(fact) = rulebook().facts.get(usize::from(fact.0)) else { continue };
        match (answer, fact.kind) {
            (Domain::Truth(yes, _), _) => answers.put(fact.id, if *yes { "true" } else { "false" }),
            (Domain::Choice(set), Kind::Choice(choices)) => {
                let place = usize::try_from(set.0.trailing_zeros()).unwrap_or(usize::MAX);
                if let Some(choice) = choices.get(place) {
                    answers.text(fact.id, choice);
                }
            }
            _ => {}
        }
    }
    let mut expenses = Object::default();
    for (field, typed) in state.all_typed() {
        let Ok(Some(Yen(number))) = whole(typed) else { continue };
        let number = Some(number);
        let own = rulebook().own;
        match *field {
            Field::Fact(fact) => {
                if let Some(fact) = rulebook().facts.get(usize::from(fact.0)) {
                    answers.number(fact.id, number);
                }
            }
            Field::Expense(category) => expenses.number(key(category), number),
            Field::Own(id) if state.edition.is_some_and(|edition| edition.id == id) => {
                expenses.number(key(own), number);
            }
            Field::Total => {
                if let Some(category) = state.total_in(state.edition) {
                    expenses.number(key(category), number);
                }
            }
            Field::Own(_) | Field::Wanted | Field::Repayment(_) => {}
        }
    }
    let mut whole = Object::default();
    if let Some(edition) = state.edition {
        whole.text("edition", edition.id);
    }
    whole.text("as_of", &state.settings.as_of.to_string());
    whole.text("tax", if state.tax == Tax::Included { "included" } else { "excluded" });
    whole.put("answers", &answers.done());
    whole.put("expenses", &expenses.done());
    whole.done()
}

fn key(category: hojokin_engine::CategoryId) -> &'static str {
    rulebook().categories.get(usize::from(category.0)).copied().unwrap_or_default()
}
