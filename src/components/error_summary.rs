//! All errors at once, each leading to its field.

use yew::prelude::*;

use crate::text::Words;

/// A list of errors, each the id of its field and what is wrong; nothing if there are none.
pub fn error_summary(words: Words, errors: &[(String, String)], ongo: &Callback<String>) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let item = |(id, message): &(String, String)| {
        let onclick = {
            let id = id.clone();
            ongo.reform(move |event: MouseEvent| {
                event.prevent_default();
                id.clone()
            })
        };
        html! { <li><a href={format!("#{id}")} {onclick}>{ message }</a></li> }
    };
    html! {
        <section class="error-summary" aria-labelledby="error-summary">
            <h3 class="error-summary__title" id="error-summary">{ words.error_summary(errors.len()) }</h3>
            <ul class="error-summary__list">{ for errors.iter().map(item) }</ul>
        </section>
    }
}
