//! The answers as a text that fits behind the `#` of an address, and back.
//!
//! `1.v=7f0c2a91;e=jizokuka/2026-20;employees=4;wage_raise=y;x.publicity=750000;g=500000.k3x9f2`: the version of the
//! form, the answers, and a checksum. Everything is named by its id, never by its place, so that a link still means
//! the same after rules were added.

use hojokin_engine::{CategoryId, Domain, Edition, FactId, Kind, Moment, Range, Tax, Yen};
use hojokin_rules::{rulebook, version};
use hojokin_typed::{grouped, whole};

use crate::{
    state::{Action, Field, Missed, State, best},
    text::Words,
};

/// What stands before the text in the fragment of an address.
pub const NAME: &str = "hojokin=";
/// The version of the form.
const FORM: &str = "1";
/// A text that is longer was not made here: one with every fact and every category is shorter.
pub const LONGEST: usize = 6_000;

/// What a link holds.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The edition; `None` for all that are open.
    pub edition: Option<&'static Edition>,
    /// The moment, if the page on which the link was made had set one.
    pub as_of: Option<Moment>,
    /// Everything that was entered, as if a person did it.
    pub actions: Vec<Action>,
    /// What there is to say about it.
    pub told: Told,
}

/// What there is to say about a link.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Told {
    /// The amount that was shown, if any was.
    pub before: Option<Range>,
    /// The amount that the same answers give here and now.
    pub now: Range,
    /// Whether it was reckoned with the rules that are built in here.
    pub same_rules: bool,
    /// How many entries could not be read.
    pub ignored: usize,
    /// Whether it is answered for the moment of the link.
    pub dated: bool,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LinkError {
    /// A part is missing or was changed.
    Damaged,
    /// It was made by a later version.
    Newer,
    /// It is too long.
    TooLong,
}

/// The text of a link within the fragment of an address, which can have other parts.
pub fn find(fragment: &str) -> Option<&str> {
    fragment.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(NAME))
}

/// The text of a link for what was entered. What cannot be read as a number is left out.
pub fn encode(state: &State) -> String {
    let rulebook = rulebook();
    let mut text = Text(String::new());
    text.entry("", "v", version());
    if let Some(edition) = state.edition {
        text.entry("", "e", edition.id);
    }
    if let Some(at) = state.day_for_link() {
        text.entry("", "d", &at.to_string());
    }
    if state.tax == Tax::Included {
        text.entry("", "t", "included");
    }
    for (fact, answer) in state.answers() {
        let Some(fact) = rulebook.facts.get(usize::from(fact.0)) else { continue };
        let value = match (answer, fact.kind) {
            (Domain::Truth(yes, _), _) => Some(if *yes { "y" } else { "n" }),
            (Domain::Choice(set), Kind::Choice(choices)) => {
                choices.get(place(set.0.trailing_zeros())).copied()
            }
            _ => None,
        };
        if let Some(value) = value {
            text.entry("", fact.id, value);
        }
    }
    for (field, typed) in state.all_typed() {
        if let Ok(Some(Yen(number))) = whole(typed) {
            text.number(*field, &number.to_string());
        }
    }
    if let Some(frame) = state.chosen_frame() {
        text.entry("", "f", frame);
    }
    let mut purposes = String::new();
    for (place, purpose) in rulebook.purposes.iter().enumerate() {
        if state.wants(place) {
            purposes.push_str(if purposes.is_empty() { "" } else { "," });
            purposes.push_str(purpose.id);
        }
    }
    if !purposes.is_empty() {
        text.entry("", "p", &purposes);
    }
    let Range { low, high } = shown(state);
    text.entry("", "g", &(low.0.to_string() + "-" + &high.0.to_string()));
    let Text(entries) = text;
    let sum = checksum(&entries);
    [FORM, ".", &entries, ".", &sum].concat()
}

/// The amount that these answers give, 0 where no frame can be got.
pub fn shown(state: &State) -> Range {
    best(&state.estimates(&state.case())).map_or(Range::default(), |best| best.range())
}

/// Entries in the making.
struct Text(String);

impl Text {
    fn entry(&mut self, head: &str, key: &str, value: &str) {
        let Self(text) = self;
        for part in [if text.is_empty() { "" } else { ";" }, head, key, "=", value] {
            text.push_str(part);
        }
    }

    fn number(&mut self, field: Field, number: &str) {
        let rulebook = rulebook();
        let (head, key) = match field {
            Field::Fact(fact) => ("", rulebook.facts.get(usize::from(fact.0)).map(|fact| fact.id)),
            // The category of one edition alone stands with that edition.
            Field::Expense(category) if category == rulebook.own => return,
            Field::Expense(category) => {
                ("x.", rulebook.categories.get(usize::from(category.0)).copied())
            }
            Field::Own(edition) => ("o.", Some(edition)),
            Field::Total => ("s.", Some("total")),
            Field::Wanted => ("s.", Some("wanted")),
            Field::Repayment(missed) => {
                let place = Missed::ALL.iter().position(|known| *known == missed);
                ("m.", place.and_then(|place| Missed::KEYS.get(place)).copied())
            }
        };
        if let Some(key) = key {
            self.entry(head, key, number);
        }
    }
}

/// Reads the text of a link.
///
/// # Errors
/// Says why it cannot be read at all; entries that mean nothing here are only counted.
pub fn decode(text: &str) -> Result<Opened, LinkError> {
    if LONGEST < text.len() {
        return Err(LinkError::TooLong);
    }
    let (form, rest) = text.split_once('.').ok_or(LinkError::Damaged)?;
    if form != FORM {
        let newer = !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if newer { LinkError::Newer } else { LinkError::Damaged });
    }
    let (entries, sum) = rest.rsplit_once('.').ok_or(LinkError::Damaged)?;
    if sum != checksum(entries) {
        return Err(LinkError::Damaged);
    }
    Ok(self::entries(entries))
}

/// What entries hold, without the version and the checksum that a link has around them.
pub fn entries(text: &str) -> Opened {
    let told = Told::default();
    let mut opened = Opened { edition: None, as_of: None, actions: Vec::new(), told };
    for entry in text.split(';') {
        let read = entry.split_once('=').and_then(|(key, value)| opened.read(key, value));
        opened.told.ignored += usize::from(read.is_none());
    }
    opened
}

impl Opened {
    /// Takes in an entry; `None` if it means nothing here.
    fn read(&mut self, key: &str, value: &str) -> Option<()> {
        if value.is_empty() {
            return None;
        }
        let rulebook = rulebook();
        if let Some((head, key)) = key.split_once('.') {
            let field = match head {
                "x" => Field::Expense(category(key)?),
                "o" => Field::Own(rulebook.edition(key)?.id),
                "s" if key == "total" => Field::Total,
                "s" if key == "wanted" => Field::Wanted,
                "m" => {
                    let place = Missed::KEYS.iter().position(|known| *known == key)?;
                    Field::Repayment(*Missed::ALL.get(place)?)
                }
                _ => return None,
            };
            self.actions.push(number(field, value)?);
            return Some(());
        }
        match key {
            "v" => self.told.same_rules = value == version(),
            "e" => self.edition = Some(rulebook.edition(value)?),
            "d" => self.as_of = Some(value.parse().ok()?),
            "t" if value == "included" => self.actions.push(Action::Tax(Tax::Included)),
            "f" => {
                let frame = self.edition?.frame(value)?;
                self.actions.push(Action::Frame(frame.id));
            }
            "p" => {
                for id in value.split(',') {
                    let place = rulebook.purposes.iter().position(|one| one.id == id)?;
                    self.actions.push(Action::Purpose(place));
                }
            }
            "g" => {
                let (low, high) = value.split_once('-')?;
                let (low, high) = (Yen(digits(low)?), Yen(digits(high)?));
                self.told.before = Some(Range { low, high });
            }
            _ => self.actions.push(answer(key, value)?),
        }
        Some(())
    }
}

/// What the page around gives, an entry a line, and the keys of those that mean nothing here, each after a space.
pub fn given(entries: &str, own: Option<&'static str>) -> (Vec<Action>, String) {
    let (mut actions, mut wrong) = (Vec::new(), String::new());
    for entry in entries.lines() {
        let (key, value) = entry.split_once('=').unwrap_or((entry, ""));
        match given_by(key, value, own) {
            Some(action) => actions.push(action),
            None => wrong = wrong + " " + key,
        }
    }
    (actions, wrong)
}

/// The answer to a fact or, after `x.`, the expenses of a category; an empty value takes it back. `main` belongs to the
/// edition with the id `own`. `None` if it means nothing here.
fn given_by(key: &str, value: &str, own: Option<&'static str>) -> Option<Action> {
    let Some(key) = key.strip_prefix("x.") else { return answer(key, value) };
    let id = rulebook().category(key)?;
    number(if id == rulebook().own { Field::Own(own?) } else { Field::Expense(id) }, value)
}

/// The answer to a fact: a choice by its id or by its Japanese name.
fn answer(key: &str, value: &str) -> Option<Action> {
    let (id, fact): (FactId, _) = rulebook().fact(key)?;
    let known = !value.is_empty();
    Some(match fact.kind {
        Kind::Truth if matches!(value, "y" | "n" | "") => {
            Action::Truth(id, known.then_some(value == "y"))
        }
        Kind::Truth => return None,
        Kind::Choice(choices) => {
            let is =
                |choice: &&str| *choice == value || Words::japanese().choice(key, choice) == value;
            let place = choices.iter().position(is).and_then(|place| u32::try_from(place).ok());
            Action::Pick(id, if known { Some(place?) } else { None })
        }
        Kind::Number | Kind::Money => return number(Field::Fact(id), value),
    })
}

fn number(field: Field, value: &str) -> Option<Action> {
    let number = whole(value).ok()?;
    Some(Action::Type(field, number.map_or_else(String::new, |Yen(number)| grouped(number))))
}

/// The category of this key, if it is not one of an edition alone.
fn category(key: &str) -> Option<CategoryId> {
    let rulebook = rulebook();
    rulebook.category(key).filter(|category| *category != rulebook.own)
}

/// A number without sign.
fn digits(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn place(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// FNV-1a in letters and digits: against slips and cut links, not against forgery, which gains nothing here.
fn checksum(text: &str) -> String {
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let mut rest = text.bytes().fold(0x811c_9dc5_u32, step);
    let mut sum = String::new();
    while rest != 0 {
        sum.extend(char::from_digit(rest % 36, 36));
        rest /= 36;
    }
    sum
}
