//! The parts of the screen, one a file: values in, markup out. No parsing, no arithmetic, no sentence of their
//! own; each has a style and a markup test of the same name.
//!
//! They are plain functions that add to a [`Markup`](crate::markup::Markup): a Yew component of its own costs every
//! visitor about a kilobyte and a half, and buys nothing without a state (see docs/design.md). [`Announcer`] keeps
//! what it has said.

mod adoption;
mod announcer;
mod bar;
mod cases;
mod cash;
mod chart;
mod choice_field;
mod citation;
mod contact;
mod copies;
mod edition_picker;
mod emits;
mod error_summary;
mod expense_form;
mod expense_sheet;
mod figures;
mod foot;
mod frame_card;
mod frame_list;
mod frame_table;
mod grounds;
mod guide;
mod hand_on;
mod limits;
mod meter;
mod modes;
mod near_misses;
mod notice;
mod number_field;
mod opened;
mod outlook;
mod paper;
mod plot;
mod programme_list;
mod proof;
mod questions;
mod repayment;
mod requirement_list;
mod result_bar;
mod round_changes;
mod save;
mod share;
mod truth_field;
mod wage_helper;
mod waiting;
mod working;

pub use self::{
    adoption::adoption,
    announcer::{Announcer, heard},
    bar::bar,
    cases::{CASES_TITLE, cases},
    cash::cash,
    chart::{chart, charted},
    choice_field::{ChoiceField, choice_field},
    citation::citation,
    contact::contact,
    copies::{BY_HAND, copies},
    edition_picker::edition_picker,
    emits::emits,
    error_summary::{error_summary, error_text},
    expense_form::{ROWS, expense_form, formed},
    expense_sheet::{category_name, expense_sheet, uncounted},
    figures::figures,
    foot::foot,
    frame_card::frame_card,
    frame_list::frame_list,
    frame_table::frame_table,
    grounds::grounds,
    guide::guide,
    hand_on::{HAND_ON, hand_on},
    limits::limits,
    meter::meter,
    modes::modes,
    near_misses::near_misses,
    notice::notice,
    number_field::{Label, NumberField, number_field, open_field, typed_field},
    opened::opened,
    outlook::{OUTLOOK, outlook},
    paper::{paper, print_button},
    plot::plot,
    programme_list::programme_list,
    proof::proof,
    questions::questions,
    repayment::repayment,
    requirement_list::requirement_list,
    result_bar::result_bar,
    round_changes::round_changes,
    save::save,
    share::{LINK, share},
    truth_field::{TruthField, truth_field},
    wage_helper::wage_helper,
    waiting::{WAITING, offer, waiting},
    working::working,
};

use hojokin_rules::rulebook;
use hojokin_texts::Language;

use yew::Callback;

use crate::{
    markup::{Markup, On},
    state::Field,
    text::Words,
};

/// The id of a field's control within the widget.
pub fn field_id(field: Field) -> String {
    let rulebook = rulebook();
    match field {
        Field::Fact(fact) => {
            let fact = rulebook.facts.get(usize::from(fact.0));
            format!("fact-{}", fact.map_or("", |fact| fact.id))
        }
        Field::Total => "expense-total".to_owned(),
        Field::Own(_) => field_id(Field::Expense(rulebook.own)),
        Field::Wanted => "wanted".to_owned(),
        Field::Repayment(missed) => format!("repayment-{}", missed as u8),
        Field::Expense(category) => {
            let key = rulebook.categories.get(usize::from(category.0));
            format!("expense-{}", key.copied().unwrap_or_default())
        }
    }
}

/// Says of the open button what exactly it does, beyond the word on it. Where that word has readings, which stand
/// between its letters, a name of its own would not begin as the button shows it, so it is a description.
fn named(m: &mut Markup, words: Words, label: String) {
    let readings = words.language() == Language::Easy;
    m.set_to(if readings { "title" } else { "aria-label" }, label.into());
}

/// Says of the open element that it is Japanese, where the widget speaks another language.
fn japanese(m: &mut Markup, words: Words) {
    if words.language() != Language::Japanese {
        m.set("lang", "ja");
    }
}

/// A button with a fixed text.
fn button(m: &mut Markup, text: &'static str, onclick: Callback<yew::Event>) {
    m.open("button", "");
    m.set("type", "button");
    m.on(On::Click, onclick);
    m.say(text);
    m.close();
}

/// A text that can be selected but not changed.
fn read_only(
    m: &mut Markup,
    class: &'static str,
    id: &'static str,
    label: &'static str,
    text: String,
) {
    m.open("textarea", class);
    m.set("id", id);
    m.set("rows", "4");
    m.set_if("readonly", true);
    m.set("aria-label", label);
    m.value(text);
    m.close();
}

/// `items` by ascending key, equal ones as they came. The general sort costs every visitor six kilobytes a type,
/// and these lists have a handful of items.
fn in_order<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        let place = ordered.iter().position(|later| key(&item) < key(later));
        ordered.insert(place.unwrap_or(ordered.len()), item);
    }
    ordered
}
