//! How much of the cap a grant reaches.

use hojokin_engine::{Range, Yen};
use yew::prelude::*;

use crate::text::Words;

/// A bar from 0 to the cap, the certain part full and the possible part hatched.
pub fn meter(words: Words, grant: Range, cap: Yen) -> Html {
    let width = |amount: Yen| {
        let percent = amount.0.saturating_mul(100).checked_div(cap.0).unwrap_or(0);
        format!("{}%", percent.min(100))
    };
    html! {
        <div class="meter">
            <svg class="meter__bar" width="100%" height="12" role="img" aria-label={words.meter(grant, cap)}>
                <rect class="meter__track" width="100%" height="12" rx="6" />
                <rect class="meter__high" width={width(grant.high)} height="12" rx="6" />
                <rect class="meter__low" width={width(grant.low)} height="12" rx="6" />
            </svg>
            <p class="meter__ends" aria-hidden="true"><span>{ "0" }</span><span>{ words.yen(cap) }</span></p>
        </div>
    }
}
