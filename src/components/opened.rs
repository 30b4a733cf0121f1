//! What was opened: a link, what is saved on the device, or a case.

use crate::{markup::Markup, state::State, text::Words};

/// That it was opened, what of it could not be read, and whether its amount has changed; nothing if nothing was.
pub fn opened(m: &mut Markup, words: Words, state: &State) {
    let Some((origin, told)) = state.kept.opened else { return m.nothing() };
    m.open("div", "opened");
    m.set("data-standing", if told.is_ok() { "met" } else { "unmet" });
    for sentence in words.opened(origin, told, state.settings.as_of.day) {
        m.line("p", "opened__line", sentence);
    }
    m.close();
}
