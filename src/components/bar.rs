//! The head of the widget: whose it is, what it is, and in which language it speaks.

use hojokin_texts::Language;
use yew::Callback;

use super::japanese;
use crate::{
    markup::{Markup, On},
    text::{Message, Words},
};

/// The chamber's name, the widget's, and a button for each language, in its own words.
pub fn bar(m: &mut Markup, words: Words, chamber: Option<&str>, onspeak: &Callback<Language>) {
    m.open("header", "bar");
    m.set("part", "bar");
    m.open("div", "bar__names");
    if let Some(chamber) = chamber {
        m.open("p", "bar__chamber");
        japanese(m, words);
        m.text(chamber.to_owned());
        m.close();
    }
    m.label("h2", "bar__title", words.say(Message::Title));
    m.close();
    m.open("div", "bar__languages");
    m.set("role", "group");
    m.set("aria-label", words.say(Message::Languages));
    for language in Language::ALL {
        m.open("button", "bar__language");
        m.set("type", "button");
        m.set("lang", language.tag());
        m.set("data-language", language.id());
        m.set("aria-pressed", if language == words.language() { "true" } else { "false" });
        m.on(On::Click, onspeak.reform(move |_: yew::Event| language));
        m.say(language.name());
        m.close();
    }
    m.close();
    m.close();
}
