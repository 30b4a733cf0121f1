//! How far the limits of each expense category are filled, for the frame that is looked at.
//!
//! It stands behind the field and does not describe it: a screen reader that has the focus in a field reads its
//! description anew whenever it changes, which here would be with every key.

use hojokin_engine::{
    Case, Estimate, Range, Verdict, Yen,
    limits::{Filled, filled},
};
use yew::Html;

use super::{category_name, meter::track};
use crate::{
    markup::Markup,
    state::{Mode, State, Step},
    text::Words,
};

/// What stands at the field of each category of the edition, in their order; nothing where nothing is typed, and where
/// there is no limit.
pub fn limits(words: Words, state: &State, estimate: &Estimate, case: &Case) -> Vec<Html> {
    let edition = estimate.edition;
    let granting = || estimate.frames.iter().filter(|frame| frame.frame.grant().is_some());
    let looked = state.frame(estimate).or_else(|| granting().next());
    let asked = state.mode == Mode::Sheet || state.guide.now == Some(Step::Expenses);
    let Some(looked) = looked.filter(|_| asked) else { return Vec::new() };
    let own = filled(edition, looked, case);
    if own.is_empty() {
        return Vec::new();
    }
    // Where another frame has another limit, it is said whose this one is.
    let mut differ = Vec::new();
    for frame in granting().filter(|frame| frame.verdict != Verdict::Ineligible) {
        let theirs = filled(edition, frame, case);
        differ.extend(own.iter().filter(|one| !theirs.contains(one)));
    }
    let mut fields = Vec::new();
    for category in edition.categories {
        let mut m = Markup::default();
        let typed = state.number(state.expense(category.id)).is_some_and(|typed| 0 < typed);
        for one in own.iter().filter(|one| typed && one.categories.contains(&category.id)) {
            let frame = differ.contains(&one).then_some(looked.frame.name);
            limit(&mut m, words, state, one, frame);
        }
        fields.push(m.done());
    }
    fields
}

/// One limit; with the frame where another one has another limit.
fn limit(m: &mut Markup, words: Words, state: &State, one: &Filled, frame: Option<&'static str>) {
    let names: Vec<&str> =
        one.categories.iter().map(|id| category_name(words, state, *id)).collect();
    let over = Yen::ZERO < one.over.low;
    m.open("div", "limits");
    m.set("data-kind", if over { "over" } else { "within" });
    // A bar that is full also where the limit is nothing.
    let (amount, most) = if over { (FULL, FULL.high) } else { (one.counts, one.most.high) };
    track(m, None, amount, most);
    m.line("p", "", words.filled(one, &names, frame, state.tax));
    m.close();
}

/// All of a bar.
const FULL: Range = Range { low: Yen(1), high: Yen(1) };
