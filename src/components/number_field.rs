//! A typed number: an amount of money or a count.

use web_sys::HtmlInputElement;
use yew::prelude::*;

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
pub fn number_field(field: NumberField<'_>) -> Html {
    let NumberField { id, label, hint, error, unit, value, ontype, oncommit } = field;
    let oninput = ontype
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onchange = oncommit.reform(|_: Event| ());
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let error_id = error.as_ref().map(|_| format!("{id}-error"));
    let described: Vec<String> = error_id.iter().chain(&hint_id).cloned().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = error.as_ref().map(|_| "true");
    html! {
        <div class="number-field">
            <label class="number-field__label" for={id.clone()}>{ label }</label>
            if let Some(hint) = hint {
                <p class="number-field__hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = error {
                <p class="number-field__error" id={error_id}>{ error }</p>
            }
            <p class="number-field__line">
                <input
                    class="number-field__input"
                    {id}
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value={value.to_owned()}
                    aria-describedby={described}
                    aria-invalid={invalid}
                    {oninput}
                    {onchange}
                />
                <span class="number-field__unit">{ unit }</span>
            </p>
        </div>
    }
}
