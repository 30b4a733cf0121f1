//! A typed number: an amount of money or a count.

use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

use super::field_id;
use crate::{
    markup::{Markup, On},
    state::{Action, Field, State},
    text::Words,
};

/// What [`number_field`] shows.
pub struct NumberField<'a> {
    /// The id of the control.
    pub id: String,
    /// The label.
    pub label: &'static str,
    /// What to know for filling it in.
    pub hint: Option<String>,
    /// What is wrong with what was typed.
    pub error: Option<String>,
    /// The unit behind the number.
    pub unit: &'static str,
    /// The text as typed.
    pub value: &'a str,
    /// Called with the text on every change.
    pub ontype: Callback<String>,
    /// Called when the field is left or Enter pressed.
    pub oncommit: Callback<()>,
}

/// A labelled text input for numbers; the text is never changed while it is being typed.
pub fn number_field(m: &mut Markup, field: NumberField<'_>) {
    open_number_field(m, field);
    m.close();
}

/// The field, still open for what stands below it.
fn open_number_field(m: &mut Markup, field: NumberField<'_>) {
    let NumberField { id, label, hint, error, unit, value, ontype, oncommit } = field;
    let oninput = ontype
        .reform(|event: yew::Event| event.target_unchecked_into::<HtmlInputElement>().value());
    let onchange = oncommit.reform(|_: yew::Event| ());
    m.open("div", "number-field");
    m.open("label", "number-field__label");
    m.set_to("for", id.clone().into());
    m.say(label);
    m.close();
    let invalid = error.is_some();
    let mut described = Vec::new();
    for (text, class, of) in
        [(hint, "number-field__hint", "hint"), (error, "number-field__error", "error")]
    {
        let Some(text) = text else {
            m.nothing();
            continue;
        };
        let own_id = format!("{id}-{of}");
        m.open("p", class);
        m.set_to("id", own_id.clone().into());
        m.text(text);
        m.close();
        described.insert(0, own_id);
    }
    m.open("p", "number-field__line");
    m.open("input", "number-field__input");
    m.set_to("id", id.into());
    m.set("type", "text");
    m.set("inputmode", "numeric");
    m.set("autocomplete", "off");
    m.value(value.to_owned());
    if !described.is_empty() {
        m.set_to("aria-describedby", described.join(" ").into());
    }
    if invalid {
        m.set("aria-invalid", "true");
    }
    m.on(On::Input, oninput);
    m.on(On::Change, onchange);
    m.close();
    m.label("span", "number-field__unit", unit);
    m.close();
}

/// What is said about a typed field.
pub struct Label {
    /// The question or label.
    pub ask: &'static str,
    /// What to know for filling it in.
    pub hint: Option<String>,
    /// The unit behind the number.
    pub unit: &'static str,
    /// Its name in an error.
    pub name: &'static str,
    /// Whether it is an amount of money.
    pub money: bool,
}

/// The field for a number that the state holds.
pub fn typed_field(
    m: &mut Markup,
    words: Words,
    state: &State,
    field: Field,
    label: Label,
    onact: &Callback<Action>,
) {
    open_field(m, words, state, field, label, onact);
    m.close();
}

/// The same, still open for what stands below it.
pub fn open_field(
    m: &mut Markup,
    words: Words,
    state: &State,
    field: Field,
    label: Label,
    onact: &Callback<Action>,
) {
    let error = state.error(field);
    open_number_field(
        m,
        NumberField {
            id: field_id(field),
            label: label.ask,
            hint: label.hint,
            error: error.map(|error| words.field_error(error, label.name, label.money)),
            unit: label.unit,
            value: state.typed(field),
            ontype: onact.reform(move |text| Action::Type(field, text)),
            oncommit: onact.reform(move |()| Action::Commit(field)),
        },
    );
}
