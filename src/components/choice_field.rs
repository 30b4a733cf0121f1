//! A question with several answers to choose from.

use web_sys::HtmlSelectElement;
use yew::{Callback, TargetCast};

use crate::{
    markup::{Markup, On},
    text::{Message, Words},
};

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
pub fn choice_field(m: &mut Markup, words: Words, field: ChoiceField) {
    let ChoiceField { id, label, hint, choices, chosen, onchoose } = field;
    let onchange = onchoose.reform(|event: yew::Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        // The first option stands for no choice.
        u32::try_from(select.selected_index()).ok()?.checked_sub(1)
    });
    m.open("div", "choice-field");
    m.open("label", "choice-field__label");
    m.set_to("for", id.clone().into());
    m.say(label);
    m.close();
    match hint {
        Some(hint) => {
            m.open("p", "choice-field__hint");
            m.set_to("id", format!("{id}-hint").into());
            m.say(hint);
            m.close();
        }
        None => m.nothing(),
    }
    m.open("select", "choice-field__select");
    if hint.is_some() {
        m.set_to("aria-describedby", format!("{id}-hint").into());
    }
    m.set_to("id", id.into());
    m.on(On::Change, onchange);
    let none = (String::new(), words.say(Message::Choose), chosen.is_none());
    let some = choices.into_iter().enumerate();
    let some = some.map(|(n, choice)| (n.to_string(), choice, chosen == Some(n)));
    for (value, text, selected) in std::iter::once(none).chain(some) {
        m.open("option", "");
        m.set_to("value", value.into());
        m.chosen(selected);
        m.say(text);
        m.close();
    }
    m.close();
    m.close();
}
