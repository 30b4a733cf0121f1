//! What a person hands on and keeps: made only when it is asked for, so that none of it stands in the way of an
//! answer. Plain Rust; the clipboard and the device's storage are reached through `host.rs`.

mod code;
mod csv;
mod entered;
mod form;
mod plain;

use hojokin_engine::{Case, Estimate, json};
use hojokin_rules::rulebook;

use crate::{
    link,
    state::{KeptCase, Origin, Settings, Shared, State, best, own_funds},
    text::Words,
};

/// What a person asks for beyond an [`Action`].
#[derive(Clone, Copy, Debug)]
pub enum Hand {
    /// The link.
    Share,
    /// A copy.
    Copy(Copied),
    /// To save on the device, or no longer.
    Save(bool),
    /// To keep what is entered as a case.
    Case,
    /// To open the case at this place.
    Open(usize),
    /// To take out the case at this place.
    Drop(usize),
    /// To check the calculation.
    Prove,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Copied {
    /// The link that is shown.
    Link,
    /// The result in sentences.
    Text,
    /// The frames as a table.
    Csv,
    /// The case, as the command `hojokin estimate` reads it.
    Json,
    /// The expense sheet of the application form in sentences.
    FormText,
    /// The same as a table.
    FormCsv,
}

/// The link to `page` with what is entered, and its QR code.
pub fn share(state: &State, page: &str) -> Shared {
    let page = page.split('#').next().unwrap_or_default();
    let address = [page, "#", link::NAME, &link::encode(state)].concat();
    let code = code::code(&address);
    Shared { address, code }
}

/// The text of a copy.
pub fn copy(what: Copied, words: Words, state: &State) -> String {
    match what {
        Copied::Link => {
            state.kept.shared.as_ref().map_or_else(String::new, |shared| shared.address.clone())
        }
        Copied::Text => plain::text(words, state),
        Copied::Csv => csv::table(words, state),
        Copied::Json => entered::case(state),
        Copied::FormText => form::text(state),
        Copied::FormCsv => form::table(state),
    }
}

/// The case and what it comes to in the JSON of the contract: of a chosen edition one estimate, else an array of them.
pub fn result(state: &State) -> String {
    let (_, estimates) = reckoned(state);
    let rulebook = rulebook();
    let mut answers = estimates.iter().map(|one| json::estimate(&rulebook, one));
    let answers = match state.edition {
        Some(_) => answers.next().unwrap_or_default(),
        None => json::array(answers),
    };
    let mut object = json::Object::default();
    object.put("case", &entered::case(state));
    object.put("result", &answers);
    object.done()
}

/// What is entered, as a case for comparing.
pub fn case(words: Words, state: &State) -> KeptCase {
    let mut n = 1;
    let mut name = words.case_name(n);
    while state.kept.cases.iter().any(|case| case.name == name) {
        n += 1;
        name = words.case_name(n);
    }
    row(name, link::encode(state), state)
}

/// A case with what it comes to.
fn row(name: String, link: String, state: &State) -> KeptCase {
    let (case, estimates) = reckoned(state);
    let best = best(&estimates).and_then(|estimate| {
        let frame = state.frame(estimate)?;
        let own = own_funds(frame, frame.frame.grant()?, &case);
        Some((frame.grant, own, estimate.edition, frame.frame.name))
    });
    KeptCase { name, link, edition: state.edition, best }
}

/// Opens the text of a link in place of everything entered; one that cannot be read changes nothing.
pub fn open(state: &mut State, origin: Origin, text: &str) {
    state.open(origin, link::decode(text));
}

/// Whether the text of a link can be read.
pub fn is_readable(text: &str) -> bool {
    link::decode(text).is_ok()
}

/// What there is to say about what was opened.
pub fn told(words: Words, state: &State) -> Vec<String> {
    let opened = state.kept.opened;
    opened.map_or_else(Vec::new, |(origin, told)| {
        words.opened(origin, told, state.settings.as_of.day)
    })
}

/// What is saved on the device: the link, then a line for each case.
pub fn stored(state: &State) -> String {
    let mut text = link::encode(state);
    for case in &state.kept.cases {
        for part in ["\n", &case.name, "\t", &case.link] {
            text.push_str(part);
        }
    }
    text
}

/// What was saved on the device: the link that it holds, and the cases of it that can be read.
pub fn restored(text: &str, settings: &Settings) -> (String, Vec<KeptCase>) {
    let mut lines = text.split('\n');
    let link = lines.next().unwrap_or_default().to_owned();
    let mut cases = Vec::new();
    for line in lines {
        let Some((name, link)) = line.split_once('\t') else { continue };
        let Ok(opened) = link::decode(link) else { continue };
        let mut state = State::new(settings.clone());
        state.open(Origin::Case, Ok(opened));
        cases.push(row(name.to_owned(), link.to_owned(), &state));
    }
    (link, cases)
}

/// The case and its estimates.
fn reckoned(state: &State) -> (Case, Vec<Estimate>) {
    let case = state.case();
    let estimates = state.estimates(&case);
    (case, estimates)
}
