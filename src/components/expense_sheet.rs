//! The expenses by category, with each category's own limit.

use hojokin_engine::{CategoryId, Estimate, Tax, Warning};
use hojokin_rules::rulebook;
use yew::{Callback, Html};

use super::{
    Label, open_field,
    truth_field::{Radio, radio},
    typed_field,
};
use crate::{
    markup::Markup,
    state::{Action, Asked, Field, Mode, State},
    text::{Message, Words},
};

/// One amount a category, and whether amounts contain tax; nothing where no expenses are asked for. `limits` stand below
/// the fields, as far as there are any.
pub fn expense_sheet(
    m: &mut Markup,
    words: Words,
    state: &State,
    asked: &Asked,
    estimates: &[Estimate],
    limits: Vec<Html>,
    onact: &Callback<Action>,
) {
    if asked.categories.is_empty() {
        return m.nothing();
    }
    m.open("section", "expense-sheet");
    m.label("h3", "expense-sheet__title", words.expenses(state.tax));
    m.label("p", "expense-sheet__hint", words.say(Message::AmountHint));
    m.open("fieldset", "expense-sheet__tax");
    m.label("legend", "", words.say(Message::TaxQuestion));
    for (tax, id, text) in [
        (Tax::Excluded, "tax-excluded", Message::TaxExcluded),
        (Tax::Included, "tax-included", Message::TaxIncluded),
    ] {
        let choice = Radio { id: id.to_owned(), name: "tax".to_owned(), checked: state.tax == tax };
        let onchange = onact.reform(move |_: yew::Event| Action::Tax(tax));
        radio(m, "expense-sheet__choice", choice, words.say(text), onchange);
    }
    m.close();
    let uncounted = match estimates {
        [estimate] => uncounted(words, estimate),
        _ => Vec::new(),
    };
    if uncounted.is_empty() {
        m.nothing();
    } else {
        m.line("p", "expense-sheet__uncounted", words.uncounted(&uncounted));
    }
    let guided = state.mode == Mode::Guided;
    // Of a single category the total is no other amount.
    if let [_, _, ..] = *asked.categories {
        total(m, words, state, onact);
        m.open(if guided { "details" } else { "div" }, "expense-sheet__categories");
        if guided {
            let by_category = |id: &CategoryId| state.number(state.expense(*id)).is_some();
            m.set_if("open", asked.categories.iter().any(by_category));
            m.label("summary", "", words.say(Message::ByCategory));
        }
    } else {
        m.open("div", "");
    }
    let mut limits = limits.into_iter();
    for id in &asked.categories {
        amount(m, words, state, *id, onact);
        m.add(limits.next().unwrap_or_default());
        m.close();
    }
    m.close();
    m.close();
}

/// All expenses in one amount, and where it counts.
fn total(m: &mut Markup, words: Words, state: &State, onact: &Callback<Action>) {
    let counts = state.total_in(state.edition);
    let counts = counts.map(|id| words.total_counts(category_name(words, state, id)));
    let label = Label {
        ask: words.say(Message::Total),
        hint: Some(counts.unwrap_or_else(|| words.say(Message::TotalHint).to_owned())),
        unit: words.say(Message::YenUnit),
        name: words.say(Message::Total),
        money: true,
    };
    typed_field(m, words, state, Field::Total, label, onact);
}

/// The field of one category, still open.
fn amount(m: &mut Markup, words: Words, state: &State, id: CategoryId, onact: &Callback<Action>) {
    let own = state.edition.and_then(|edition| Some((edition, edition.category(id)?)));
    let limit = own.and_then(|(edition, category)| words.category_limit(edition, category));
    let note =
        own.and_then(|(_, category)| category.note).map(|note| words.rule(note.text).to_owned());
    let hint: Vec<String> = limit.into_iter().chain(note).collect();
    let label = Label {
        ask: category_name(words, state, id),
        hint: (!hint.is_empty()).then(|| words.sentences(&hint)),
        unit: words.say(Message::YenUnit),
        name: category_name(words, state, id),
        money: true,
    };
    open_field(m, words, state, state.expense(id), label, onact);
}

/// The name that the chosen edition gives a category, or that it has for all.
pub fn category_name(words: Words, state: &State, id: CategoryId) -> &'static str {
    let own = state.edition.and_then(|edition| edition.category(id));
    own.map_or_else(|| shared_name(words, id), |category| words.rule(category.name))
}

fn shared_name(words: Words, id: CategoryId) -> &'static str {
    words.category(rulebook().categories[usize::from(id.0)])
}

/// The categories with an amount that no frame of the edition counts.
pub fn uncounted(words: Words, estimate: &Estimate) -> Vec<&'static str> {
    let warned = estimate.frames.first().map(|frame| frame.warnings.as_slice()).unwrap_or_default();
    let foreign = warned.iter().filter_map(|warning| match warning {
        Warning::Category(id) if estimate.edition.category(*id).is_none() => Some(*id),
        _ => None,
    });
    foreign.map(|id| shared_name(words, id)).collect()
}
