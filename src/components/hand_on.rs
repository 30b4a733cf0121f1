//! Everything for handing the result on and for keeping it.

use super::{cases, copies, print_button, save, share};
use crate::{
    desk::On,
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// The id of its summary, which can have the focus.
pub const HAND_ON: &str = "hand-on";

/// Paper, link, copies, saving and cases, folded away until they are wanted, or a text is to be copied by hand.
pub fn hand_on(m: &mut Markup, words: Words, state: &State, on: &On, open: bool) {
    m.open("details", "hand-on");
    m.set_if("open", open || state.kept.by_hand.is_some());
    m.open("summary", "");
    m.set("id", HAND_ON);
    m.say(words.say(Message::Hand));
    m.close();
    print_button(m, words, &on.call);
    share(m, words, &state.kept, &on.hand);
    copies(m, words, &state.kept, &on.hand);
    save(m, words, &state.kept, &on.hand);
    cases(m, words, &state.kept, &on.act, &on.hand);
    m.close();
}
