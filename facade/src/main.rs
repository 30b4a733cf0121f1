//! Writes what stands between the tags of `<hojokin-calculator>` until it runs, and stays where it cannot: a table of
//! the calls that are open, from the same rules and in the same words as the calculator.
//!
//! It is the same wherever and whenever it is made: its day is that of the rules, not today.

mod call;

use hojokin_engine::{Cited, Date, Edition, Moment, Rate};
use hojokin_widget::{
    markup::Markup,
    text::{Message, Words},
};
use yew::prelude::*;

use call::{Call, checked_on, current, over};

/// Its frame, with blanks for what comes from the rules.
const FRAME: &str = include_str!("facade.html");

fn main() {
    print!("{}", facade(checked_on()));
}

/// The tables as of `day`.
fn facade(day: Date) -> String {
    let words = Words::japanese();
    let blanks = [
        ("{day}", words.date(day)),
        ("{cap}", words.say(Message::Cap).to_owned()),
        ("{rate}", words.say(Message::Rate).to_owned()),
        ("{current}", rows(move || current(day))),
        ("{over}", rows(move || over(day))),
        ("{disclaimer}", words.say(Message::Disclaimer).to_owned()),
    ];
    blanks.iter().fold(FRAME.to_owned(), |text, (blank, value)| text.replace(blank, value))
}

/// Makes the calls of a table.
#[derive(Properties)]
struct RowsProps {
    calls: Box<dyn Fn() -> Vec<Call> + Send>,
}

impl PartialEq for RowsProps {
    /// It is rendered once, so they never change.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Rows(RowsProps { calls }: &RowsProps) -> Html {
    let mut markup = Markup::default();
    for call in calls() {
        row(&mut markup, &call);
    }
    markup.done()
}

/// A row for every call, each on a line of its own.
fn rows(calls: impl Fn() -> Vec<Call> + Send + 'static) -> String {
    let renderer = yew::ServerRenderer::<Rows>::with_props(|| RowsProps { calls: Box::new(calls) });
    let html = pollster::block_on(renderer.hydratable(false).render());
    html.replace("</tr><", "</tr>\n      <")
}

fn row(m: &mut Markup, call: &Call) {
    let words = Words::japanese();
    m.open("tr", "");
    m.open("th", "");
    m.set("scope", "row");
    m.label("b", "", call.edition.name);
    m.say(" ");
    m.label("span", "", call.edition.round);
    m.say(" ");
    m.line("span", "", days(words, call.edition));
    if !call.verified {
        m.say(" ");
        m.label("span", "", words.say(Message::Unverified));
    }
    m.close();
    let unknown = || words.say(Message::NotStated).to_owned();
    m.line("td", "", call.caps.map_or_else(unknown, |caps| words.range(caps)));
    // As guidelines write a grant of all expenses.
    let rate = |rate: &Rate| match rate.to_string().as_str() {
        "1/1" => "10/10".to_owned(),
        other => other.to_owned(),
    };
    let rates: Vec<String> = call.rates.iter().map(rate).collect();
    let rates = rates.join(words.say(Message::Dot));
    m.line("td", "", if rates.is_empty() { unknown() } else { rates });
    m.close();
}

/// From when to when, without a word on where that stands: it is read on any day.
fn days(words: Words, edition: &Edition) -> String {
    let at = |moment: Option<Cited<Moment>>| moment.map(|at| words.moment(at.value));
    let (opens, closes) = (at(edition.opens), at(edition.closes));
    if opens.is_none() && closes.is_none() {
        return words.say(Message::OpenAllYear).to_owned();
    }
    let days = [opens, closes].map(Option::unwrap_or_default).join(" 〜 ").trim().to_owned();
    match edition.before_wages {
        Some(_) => days + "。" + words.say(Message::EndsByPrefecture),
        None => days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_blank_is_left_and_every_call_has_its_row() {
        let text = facade(checked_on());
        assert!(!text.contains(['{', '}']), "{text}");
        let calls = current(checked_on()).len() + over(checked_on()).len();
        assert_eq!(text.matches("<th scope=\"row\">").count(), calls);
    }

    #[test]
    fn nothing_in_it_breaks_a_strict_policy_or_says_what_holds_only_today() {
        let text = facade(checked_on());
        for word in ["style=", "<script", "<style", "onclick", "あと", "受付中・"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}
