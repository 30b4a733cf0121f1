//! The head of the widget: whose it is and what it is.

use yew::prelude::*;

use crate::text::{Message, Words};

/// The chamber's name and the widget's.
pub fn bar(words: Words, chamber: Option<&str>) -> Html {
    html! {
        <header class="bar">
            if let Some(chamber) = chamber {
                <p class="bar__chamber">{ chamber }</p>
            }
            <h2 class="bar__title">{ words.say(Message::Title) }</h2>
        </header>
    }
}
