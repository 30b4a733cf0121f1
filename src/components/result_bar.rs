//! The result in view on a phone, wherever the page stands; leads to the full results.

use hojokin_engine::{Estimate, Moment, Status, Yen};
use yew::Callback;

use crate::{
    markup::{Markup, On},
    text::{Message, Words},
};

/// The headline amount as a link; nothing as long as there is none.
pub fn result_bar(
    m: &mut Markup,
    words: Words,
    estimates: &[Estimate],
    as_of: Moment,
    ongo: &Callback<()>,
) {
    let best = estimates.iter().max_by_key(|estimate| {
        let range = estimate.range();
        (range.low, range.high)
    });
    let best = best.map(|estimate| (estimate, estimate.range()));
    let Some((estimate, range)) = best.filter(|(_, range)| Yen::ZERO < range.high) else {
        return m.nothing();
    };
    m.open("p", "result-bar");
    m.open("a", "result-bar__link");
    m.set("href", "#outlook");
    m.on(On::Click, ongo.reform(|event: yew::Event| event.prevent_default()));
    m.open("span", "result-bar__amount");
    if estimate.status != Status::Open {
        let status = words.status(estimate.edition, estimate.status, as_of);
        m.line("small", "result-bar__status", status);
    }
    m.text(words.range(range));
    m.close();
    m.label("span", "result-bar__go", words.say(Message::ToResults));
    m.close();
    m.close();
}
