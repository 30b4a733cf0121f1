//! The expense sheet as the application form has it (様式3 経費明細表), ready to be copied.

use hojokin_engine::{
    Case, Estimate, FrameEstimate,
    form::{Form, form},
};
use hojokin_texts::Language;

use super::{button, citation, citation::titled, copies::copied};
use crate::{
    desk::Looked,
    hand::{Copied, Hand},
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// Its rows below the categories.
pub const ROWS: [Message; 6] = [
    Message::Form1,
    Message::Form2,
    Message::Form3,
    Message::Form4,
    Message::Form5,
    Message::Form6,
];

/// The sheet of the frame that a person looks at closely; nothing where the round has no such form, while the expenses
/// are not entered by category, and where the firm cannot get the frame.
pub fn expense_form(m: &mut Markup, looked: &Looked<'_>) {
    let Looked { words, state, estimate, case, on } = *looked;
    let edition = estimate.edition;
    let Some((frame, form)) = formed(state, estimate, case) else { return m.nothing() };
    m.open("section", "expense-form");
    m.open("table", "");
    m.open("caption", "");
    m.set("id", "expense-form");
    both(m, words, &|words| words.of_frame(Message::Form, frame.frame.name));
    m.close();
    m.open("thead", "");
    m.open("tr", "");
    for column in [Message::FormCategory, Message::FormAmount] {
        m.open("th", "");
        m.set("scope", "col");
        both(m, words, &|words| words.say(column).to_owned());
        m.close();
    }
    m.close();
    m.close();
    m.open("tbody", "");
    for (n, one) in &form.lines {
        let name = |words: Words| words.form_line(*n, one.category.name);
        row(m, words, &name, words.yen(one.amount));
    }
    m.close();
    m.open("tbody", "expense-form__rows");
    for (name, amount) in ROWS.into_iter().zip(form.rows()) {
        row(m, words, &|words| words.form_row(name, &form), words.range(amount));
    }
    m.close();
    m.close();
    if let Some(split) = words.form_split(&form) {
        m.line("p", "expense-form__split", split);
    }
    if let Some(assumed) = words.assumed(&frame.assumed) {
        m.line("p", "", assumed);
    }
    if let Some(cite) = edition.form {
        m.open("p", "");
        citation(m, words, edition, cite);
        m.close();
    }
    // There are buttons of the same names for the whole result.
    m.open("div", "expense-form__buttons");
    m.set("role", "group");
    m.set("aria-labelledby", "expense-form");
    for (what, text) in [(Copied::FormText, Message::CopyText), (Copied::FormCsv, Message::CopyCsv)]
    {
        m.open("p", "");
        button(m, words.say(text), on.hand.reform(move |_| Hand::Copy(what)));
        copied(m, words, state.kept.copied == Some(what));
        m.close();
    }
    m.close();
    m.close();
}

/// The sheet and its frame.
pub fn formed<'a>(
    state: &State,
    estimate: &'a Estimate,
    case: &Case,
) -> Option<(&'a FrameEstimate, Form)> {
    let edition = estimate.edition;
    let total = state.total_in(Some(edition));
    let (frame, grant) = state.granted(estimate).filter(|_| total.is_none())?;
    Some((frame, form(edition, grant, frame.terms?, case)?))
}

fn row(m: &mut Markup, words: Words, name: &dyn Fn(Words) -> String, amount: String) {
    m.open("tr", "");
    m.open("th", "");
    m.set("scope", "row");
    both(m, words, name);
    m.close();
    m.line("td", "", amount);
    m.close();
}

/// A name that the form has, which is Japanese: in English also what it means.
fn both(m: &mut Markup, words: Words, name: &dyn Fn(Words) -> String) {
    if words.language() == Language::English {
        titled(m, words, name(Words::japanese()));
        m.empty("br");
        return m.line("small", "", name(words));
    }
    m.text(name(words));
}
