//! The case in the form that the command `hojokin estimate` reads (see docs/contract.md).

use hojokin_engine::{Domain, Kind, Tax, Yen};
use hojokin_rules::rulebook;

use crate::{
    input::whole,
    state::{Field, State},
};

/// The case as JSON. Every text in it is an id of the rules, so nothing needs to be escaped.
pub(super) fn case(state: &State) -> String {
    let mut answers = Entries(String::new());
    for (fact, answer) in state.answers() {
        let Some(fact) = rulebook().facts.get(usize::from(fact.0)) else { continue };
        match (answer, fact.kind) {
            (Domain::Truth(yes, _), _) => answers.put(fact.id, if *yes { "true" } else { "false" }),
            (Domain::Choice(set), Kind::Choice(choices)) => {
                let place = usize::try_from(set.0.trailing_zeros()).unwrap_or(usize::MAX);
                if let Some(choice) = choices.get(place) {
                    answers.put(fact.id, &quoted(choice));
                }
            }
            _ => {}
        }
    }
    let mut expenses = Entries(String::new());
    for (field, typed) in state.all_typed() {
        let Ok(Some(Yen(number))) = whole(typed) else { continue };
        let number = number.to_string();
        let own = rulebook().own;
        match *field {
            Field::Fact(fact) => {
                if let Some(fact) = rulebook().facts.get(usize::from(fact.0)) {
                    answers.put(fact.id, &number);
                }
            }
            Field::Expense(category) => expenses.put(key(category), &number),
            Field::Own(id) if state.edition.is_some_and(|edition| edition.id == id) => {
                expenses.put(key(own), &number);
            }
            Field::Total => {
                if let Some(category) = state.total_in(state.edition) {
                    expenses.put(key(category), &number);
                }
            }
            Field::Own(_) | Field::Wanted | Field::Repayment(_) => {}
        }
    }
    let mut whole = Entries(String::new());
    if let Some(edition) = state.edition {
        whole.put("edition", &quoted(edition.id));
    }
    whole.put("as_of", &quoted(&state.settings.as_of.to_string()));
    whole.put("tax", &quoted(if state.tax == Tax::Included { "included" } else { "excluded" }));
    whole.put("answers", &answers.object());
    whole.put("expenses", &expenses.object());
    whole.object()
}

fn key(category: hojokin_engine::CategoryId) -> &'static str {
    rulebook().categories.get(usize::from(category.0)).copied().unwrap_or_default()
}

fn quoted(id: &str) -> String {
    ["\"", id, "\""].concat()
}

/// The entries of an object.
struct Entries(String);

impl Entries {
    fn put(&mut self, key: &str, value: &str) {
        let Self(text) = self;
        for part in [if text.is_empty() { "" } else { ", " }, "\"", key, "\": ", value] {
            text.push_str(part);
        }
    }

    fn object(&self) -> String {
        ["{ ", &self.0, " }"].concat()
    }
}
