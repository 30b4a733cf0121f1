//! All errors at once, each leading to its field.

use hojokin_rules::rulebook;
use yew::Callback;

use super::category_name;
use hojokin_typed::FieldError;

use crate::{
    markup::{Markup, On},
    state::{Field, State},
    text::{Message, Words},
};

/// A list of errors, each the id of its field and what is wrong; nothing if there are none.
pub fn error_summary(
    m: &mut Markup,
    words: Words,
    errors: &[(String, String)],
    ongo: &Callback<String>,
) {
    if errors.is_empty() {
        return m.nothing();
    }
    m.open("section", "error-summary");
    m.set("aria-labelledby", "error-summary");
    m.open("h3", "error-summary__title");
    m.set("id", "error-summary");
    m.set("tabindex", "-1");
    m.text(words.error_summary(errors.len()));
    m.close();
    m.open("ul", "error-summary__list");
    for (id, message) in errors {
        let go = {
            let id = id.clone();
            ongo.reform(move |event: yew::Event| {
                event.prevent_default();
                id.clone()
            })
        };
        m.open("li", "");
        m.open("a", "");
        m.set_to("href", format!("#{id}").into());
        m.on(On::Click, go);
        m.text(message.clone());
        m.close();
        m.close();
    }
    m.close();
    m.close();
}

/// What is wrong with a field, naming it.
pub fn error_text(words: Words, state: &State, field: Field, error: FieldError) -> String {
    match field {
        Field::Fact(fact) => {
            let id = rulebook().facts[usize::from(fact.0)].id;
            words.field_error(error, words.fact_name(id), false)
        }
        Field::Expense(category) => {
            words.field_error(error, category_name(words, state, category), true)
        }
        Field::Wanted => words.field_error(error, words.say(Message::Wanted), true),
        Field::Repayment(missed) => words.field_error(error, words.missed(missed).ask, true),
        Field::Total => words.field_error(error, words.say(Message::Total), true),
        Field::Own(_) => error_text(words, state, Field::Expense(rulebook().own), error),
    }
}
