//! The expenses by category, with each category's own limit.

use hojokin_engine::{Category, Estimate, Tax};
use hojokin_rules::rulebook;
use yew::prelude::*;

use super::{NumberField, field_id, number_field};
use crate::{
    state::{Action, Field, State},
    text::{Message, Words},
};

/// One amount a category, and whether amounts contain tax.
pub fn expense_sheet(
    words: Words,
    state: &State,
    estimate: &Estimate,
    onact: &Callback<Action>,
) -> Html {
    let uncounted = uncounted(words, estimate);
    let amount = |category| amount(words, state, category, onact);
    let tax = |tax: Tax, id: &'static str, text: Message| {
        let onchange = onact.reform(move |_: Event| Action::Tax(tax));
        html! {
            <label class="expense-sheet__choice" for={id}>
                <input type="radio" {id} name="tax" checked={state.tax == tax} {onchange} />
                <span>{ words.say(text) }</span>
            </label>
        }
    };
    html! {
        <section class="expense-sheet">
            <h3 class="expense-sheet__title">{ words.expenses(state.tax) }</h3>
            <p class="expense-sheet__hint">{ words.say(Message::AmountHint) }</p>
            <fieldset class="expense-sheet__tax">
                <legend>{ words.say(Message::TaxQuestion) }</legend>
                { tax(Tax::Excluded, "tax-excluded", Message::TaxExcluded) }
                { tax(Tax::Included, "tax-included", Message::TaxIncluded) }
            </fieldset>
            if !uncounted.is_empty() {
                <p class="expense-sheet__uncounted">{ words.uncounted(&uncounted) }</p>
            }
            { for state.edition.categories.iter().map(amount) }
        </section>
    }
}

fn amount(
    words: Words,
    state: &State,
    category: &'static Category,
    onact: &Callback<Action>,
) -> Html {
    let field = Field::Expense(category.id);
    let notes = category.note.map(|note| note.text.to_owned());
    let hint: Vec<String> = words.category_limit(category).into_iter().chain(notes).collect();
    number_field(NumberField {
        id: field_id(field),
        label: category.name,
        hint: (!hint.is_empty()).then(|| hint.join("。")),
        error: state.error(field).map(|error| words.field_error(error, category.name, true)),
        unit: words.say(Message::YenUnit),
        value: state.typed(field),
        ontype: onact.reform(move |text| Action::Type(field, text)),
        oncommit: onact.reform(move |()| Action::Commit(field)),
    })
}

/// The categories with an amount that the edition does not count.
fn uncounted(words: Words, estimate: &Estimate) -> Vec<&'static str> {
    let warned = estimate.frames.first().map(|frame| frame.warnings.as_slice()).unwrap_or_default();
    let foreign = warned.iter().filter(|id| estimate.edition.category(**id).is_none());
    foreign.map(|id| words.category(rulebook().categories[usize::from(id.0)])).collect()
}
