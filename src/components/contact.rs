//! Where the chamber can be asked, as the page around says it.

use super::citation::outside;
use crate::{
    markup::Markup,
    state::State,
    text::{Message, Words},
};

/// A link to the chamber and its telephone number; nothing if the page gives neither.
pub fn contact(m: &mut Markup, words: Words, state: &State) {
    let [address, telephone] = contacts(state);
    if address.is_none() && telephone.is_none() {
        return m.nothing();
    }
    m.open("p", "contact");
    m.set("part", "contact");
    if let Some(address) = address {
        outside(m, address.to_owned(), words.say(Message::Consult).to_owned());
    }
    if let Some(number) = telephone {
        m.open("a", "");
        m.set_to("href", ["tel:", &dialled(number)].concat().into());
        m.text(number.to_owned());
        m.close();
    }
    m.close();
}

/// The address and the telephone number that can be shown.
pub(super) fn contacts(state: &State) -> [Option<&str>; 2] {
    let Some([address, telephone]) = &state.kept.contact else { return [None; 2] };
    let digit = |sign: char| sign.is_ascii_digit();
    let number = |text: &&str| text.contains(digit) && text.chars().all(is_of_a_number);
    [Some(&**address).filter(|address| is_safe(address)), Some(&**telephone).filter(number)]
}

/// Whether an address leads to a page, a mailbox or a telephone, so that pressing it runs no script.
fn is_safe(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}

fn is_of_a_number(sign: char) -> bool {
    sign.is_ascii_digit() || "+-() ".contains(sign)
}

/// A telephone number without the signs that only part it.
fn dialled(number: &str) -> String {
    number.split(['-', '(', ')', ' ']).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Settings;

    #[test]
    fn only_what_runs_no_script_is_shown() {
        for (address, number, shown) in [
            ("https://example.or.jp/", "03-1234-5678", [true, true]),
            ("mailto:a@example.or.jp", "+81 (3) 1234 5678", [true, true]),
            ("javascript:alert(1)", "javascript:alert(1)", [false, false]),
            (" https://example.or.jp/", "-", [false, false]),
            ("data:text/html,x", "03-1234-5678;x", [false, false]),
            ("/soudan", "", [false, false]),
            ("JavaScript:alert(1)//https://", "0", [false, true]),
        ] {
            let as_of = "2026-11-21".parse().expect("a day");
            let mut state = State::new(Settings::at(as_of));
            state.kept.contact = Some([address, number].map(str::to_owned));
            assert_eq!(contacts(&state).map(|one| one.is_some()), shown, "{address} {number}");
        }
    }
}
