//! How much of the cap a grant reaches.

use hojokin_engine::{Range, Yen};

use crate::{markup::Markup, text::Words};

/// A bar from 0 to the cap, the certain part full and the possible part hatched.
pub fn meter(m: &mut Markup, words: Words, grant: Range, cap: Yen) {
    m.open("div", "meter");
    track(m, Some(words.meter(grant, cap)), grant, cap);
    m.open("p", "meter__ends");
    m.set("aria-hidden", "true");
    m.label("span", "", "0");
    m.line("span", "", words.yen(cap));
    m.close();
    m.close();
}

/// The bar alone; without a name where the text beside it says everything.
pub(super) fn track(m: &mut Markup, name: Option<String>, amount: Range, most: Yen) {
    let width = |amount: Yen| {
        let percent = amount.0.saturating_mul(100).checked_div(most.0).unwrap_or(0);
        format!("{}%", percent.min(100))
    };
    m.open("svg", "meter__bar");
    m.set("width", "100%");
    m.set("height", "12");
    match name {
        Some(name) => {
            m.set("role", "img");
            m.set_to("aria-label", name.into());
        }
        None => m.set("aria-hidden", "true"),
    }
    for (class, width) in [
        ("meter__track", "100%".to_owned()),
        ("meter__high", width(amount.high)),
        ("meter__low", width(amount.low)),
    ] {
        m.open("rect", class);
        m.set_to("width", width.into());
        m.set("height", "12");
        m.set("rx", "6");
        m.close();
    }
    m.close();
}
