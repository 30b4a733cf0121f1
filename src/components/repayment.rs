//! What is to be paid back when a promised raise of wages is missed.

use hojokin_engine::{
    Edition, Yen,
    mechanism::repayment::{Achievement, Measure, achieved, growth, years},
};
use yew::Callback;

use super::{Label, citation, typed_field};
use crate::{
    markup::Markup,
    state::{Action, Field, Missed, State},
    text::{Message, Words},
};

/// The numbers of the missed promise in, the amounts out; nothing where the round's rule is not known.
pub fn repayment(
    m: &mut Markup,
    words: Words,
    state: &State,
    edition: &Edition,
    onact: &Callback<Action>,
) {
    let Some(rule) = edition.repayment else { return m.nothing() };
    m.open("details", "repayment");
    m.label("summary", "", words.say(Message::Repayment));
    for missed in Missed::ALL {
        let question = words.missed(missed);
        let label = Label {
            ask: question.ask,
            hint: question.hint.map(str::to_owned),
            unit: question.unit,
            name: question.ask,
            money: missed == Missed::Grant,
        };
        typed_field(m, words, state, Field::Repayment(missed), label, onact);
    }
    m.open("dl", "repayment__results");
    for (title, amount) in
        [(Message::RepaymentGrowth, of_growth(state)), (Message::RepaymentYears, of_years(state))]
    {
        let amount = amount.map(|amount| words.yen(amount));
        let amount = amount.unwrap_or_else(|| words.say(Message::FigureOpen).to_owned());
        m.open("div", "");
        m.label("dt", "", words.say(title));
        m.line("dd", "repayment__amount", amount);
        m.close();
    }
    m.close();
    for note in rule.waivers {
        m.label("p", "repayment__note", words.rule(note.text));
    }
    m.open("p", "repayment__note");
    citation(m, words, edition, rule.cite);
    m.close();
    m.close();
}

/// For pay that grew less than promised. A firm without officers leaves theirs open.
fn of_growth(state: &State) -> Option<Yen> {
    let percent = |missed| {
        let percent = state.number(Field::Repayment(missed))?;
        Achievement::new(i32::try_from(percent).ok()?, 100)
    };
    let measure = |employees, officers| {
        let employees = percent(employees)?;
        Some(Measure { employees, officers: percent(officers).unwrap_or(employees) })
    };
    let grant = state.number(Field::Repayment(Missed::Grant)).map(Yen)?;
    let total = measure(Missed::TotalOfEmployees, Missed::TotalOfOfficers)?;
    let head = measure(Missed::HeadOfEmployees, Missed::HeadOfOfficers)?;
    Some(growth(grant, achieved(total, head)))
}

/// For years in which the lowest wage was too low.
fn of_years(state: &State) -> Option<Yen> {
    let count = |missed| u32::try_from(state.number(Field::Repayment(missed))?).ok();
    let grant = state.number(Field::Repayment(Missed::Grant)).map(Yen)?;
    let planned = count(Missed::YearsPlanned).filter(|planned| 0 < *planned)?;
    Some(years(grant, count(Missed::YearsMissed)?, planned))
}
