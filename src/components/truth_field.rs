//! A question to be answered with yes, no or "I do not know".

use yew::Callback;

use crate::{
    markup::{Markup, On},
    text::{Message, Words},
};

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
pub fn truth_field(m: &mut Markup, words: Words, field: TruthField) {
    let TruthField { id, label, hints, answer, onanswer } = field;
    m.open("fieldset", "truth-field");
    m.label("legend", "truth-field__legend", label);
    let mut said = Markup::default();
    for hint in hints {
        said.line("p", "truth-field__hint", hint);
    }
    m.add(said.done());
    m.open("div", "truth-field__choices");
    for (value, own_id, text) in [
        (Some(true), id.clone(), Message::Yes),
        (Some(false), format!("{id}-no"), Message::No),
        (None, format!("{id}-unknown"), Message::Unknown),
    ] {
        let choice = Radio { id: own_id, name: id.clone(), checked: answer == value };
        let onchange = onanswer.reform(move |_: yew::Event| value);
        radio(m, "truth-field__choice", choice, words.say(text), onchange);
    }
    m.close();
    m.close();
}

/// A radio button.
pub(super) struct Radio {
    /// Its id.
    pub(super) id: String,
    /// The name of its group.
    pub(super) name: String,
    /// Whether it is chosen.
    pub(super) checked: bool,
}

/// A radio button in its label.
pub(super) fn radio(
    m: &mut Markup,
    class: &'static str,
    radio: Radio,
    text: &'static str,
    onchange: Callback<yew::Event>,
) {
    m.open("label", class);
    m.set_to("for", radio.id.clone().into());
    m.open("input", "");
    m.set("type", "radio");
    m.set_to("id", radio.id.into());
    m.set_to("name", radio.name.into());
    m.checked(radio.checked);
    m.on(On::Change, onchange);
    m.close();
    m.label("span", "", text);
    m.close();
}
