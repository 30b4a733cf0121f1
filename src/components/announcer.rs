//! Says the result to those who hear the page, once the typing has paused.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the typing must have paused (milliseconds).
const PAUSE: u32 = 800;

/// What [`Announcer`] says.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The result in words.
    pub text: String,
}

/// The one live region of the widget, there from the start.
#[component]
pub fn Announcer(Props { text }: &Props) -> Html {
    let said = use_state_eq(String::new);
    {
        let said = said.clone();
        use_effect_with(text.clone(), move |text| {
            let text = text.clone();
            let pause = Timeout::new(PAUSE, move || said.set(text));
            move || drop(pause)
        });
    }
    html! { <p class="announcer" role="status">{ (*said).clone() }</p> }
}
