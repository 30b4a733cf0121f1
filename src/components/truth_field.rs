//! A question to be answered with yes, no or "I do not know".

use yew::prelude::*;

use crate::text::{Message, Words};

/// What [`truth_field`] shows.
pub struct TruthField {
    /// The id of the question; the first control gets it, so that a link can lead there.
    pub id: String,
    /// The question.
    pub label: &'static str,
    /// What to know for answering it, a paragraph each.
    pub hints: Vec<String>,
    /// The answer.
    pub answer: Option<bool>,
    /// Called with the answer; `None` for not known.
    pub onanswer: Callback<Option<bool>>,
}

/// Three radio buttons under a question.
pub fn truth_field(words: Words, field: &TruthField) -> Html {
    let TruthField { id, label, hints, answer, onanswer } = field;
    let choice = |value: Option<bool>, own_id: String, text: Message| {
        let onchange = onanswer.reform(move |_: Event| value);
        html! {
            <label class="truth-field__choice" for={own_id.clone()}>
                <input type="radio" id={own_id} name={id.clone()} checked={*answer == value} {onchange} />
                <span>{ words.say(text) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="truth-field">
            <legend class="truth-field__legend">{ label }</legend>
            for hint in hints {
                <p class="truth-field__hint">{ hint }</p>
            }
            <div class="truth-field__choices">
                { choice(Some(true), id.clone(), Message::Yes) }
                { choice(Some(false), format!("{id}-no"), Message::No) }
                { choice(None, format!("{id}-unknown"), Message::Unknown) }
            </div>
        </fieldset>
    }
}
