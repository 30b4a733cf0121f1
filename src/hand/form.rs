//! The expense sheet of the application form, to be pasted into it: in Japanese whatever the widget speaks.

use hojokin_engine::form::Form;

use super::{csv::Table, plain::Text, reckoned};
use crate::{
    components::{ROWS, formed},
    state::State,
    text::{Message, Words},
};

/// The frame that the sheet is for, and the sheet.
fn found(state: &State) -> Option<(&'static str, Form)> {
    let (case, estimates) = reckoned(state);
    let (frame, form) = formed(state, estimates.first()?, &case)?;
    Some((frame.frame.name, form))
}

/// A line for each category and each row.
pub(super) fn text(state: &State) -> String {
    let words = Words::japanese();
    let mut text = Text { words, text: String::new() };
    let Some((frame, form)) = found(state) else { return text.text };
    text.line(&words.of_frame(Message::Form, frame));
    for (n, one) in &form.lines {
        text.item(&words.form_line(*n, one.category.name), &words.yen(one.amount));
    }
    for (name, amount) in ROWS.into_iter().zip(form.rows()) {
        text.item(&words.form_row(name, &form), &words.range(amount));
    }
    if let Some(split) = words.form_split(&form) {
        text.line(&split);
    }
    text.text
}

/// The same with the least and the most of each row.
pub(super) fn table(state: &State) -> String {
    let words = Words::japanese();
    let mut table = Table::default();
    let Some((frame, form)) = found(state) else { return table.text };
    table.cell(&words.of_frame(Message::Form, frame));
    table.cell(words.say(Message::FormAmount));
    table.cell(words.say(Message::CsvLow));
    table.cell(words.say(Message::CsvHigh));
    table.end();
    for (n, one) in &form.lines {
        table.cell(&words.form_line(*n, one.category.name));
        table.yen(one.amount);
        table.cell("");
        table.cell("");
        table.end();
    }
    for (name, amount) in ROWS.into_iter().zip(form.rows()) {
        table.cell(&words.form_row(name, &form));
        if matches!(name, Message::Form2 | Message::Form4 | Message::Form6) {
            table.cell("");
            table.yen(amount.low);
            table.yen(amount.high);
        } else {
            table.yen(amount.low);
            table.cell("");
            table.cell("");
        }
        table.end();
    }
    table.text
}
