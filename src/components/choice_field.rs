//! A question with several answers to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::text::{Message, Words};

/// What [`choice_field`] shows.
pub struct ChoiceField {
    /// The id of the control.
    pub id: String,
    /// The question.
    pub label: &'static str,
    /// What to know for answering it.
    pub hint: Option<&'static str>,
    /// The choices.
    pub choices: Vec<&'static str>,
    /// The chosen one.
    pub chosen: Option<usize>,
    /// Called with the choice; `None` takes it back.
    pub onchoose: Callback<Option<u32>>,
}

/// A labelled list of choices.
pub fn choice_field(words: Words, field: ChoiceField) -> Html {
    let ChoiceField { id, label, hint, choices, chosen, onchoose } = field;
    let onchange = onchoose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        // The first option stands for no choice.
        u32::try_from(select.selected_index()).ok()?.checked_sub(1)
    });
    let hint_id = hint.map(|_| format!("{id}-hint"));
    html! {
        <div class="choice-field">
            <label class="choice-field__label" for={id.clone()}>{ label }</label>
            if let Some(hint) = hint {
                <p class="choice-field__hint" id={hint_id.clone()}>{ hint }</p>
            }
            <select class="choice-field__select" {id} aria-describedby={hint_id} {onchange}>
                <option value="" selected={chosen.is_none()}>{ words.say(Message::Choose) }</option>
                for (n, choice) in choices.iter().enumerate() {
                    <option value={n.to_string()} selected={chosen == Some(n)}>{ choice }</option>
                }
            </select>
        </div>
    }
}
