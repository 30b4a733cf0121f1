//! Makes a type of the names of all messages, and one file of texts for each language.
//!
//! A text that a language lacks, has too much, or whose blanks are not those of the Japanese one stops the build
//! with its line.

use std::{env, fmt::Write, fs, path::Path, process::exit};

/// The languages, the first of which the others are held to.
const LANGUAGES: [&str; 1] = ["ja"];

fn main() {
    println!("cargo::rerun-if-changed=.");
    let languages = LANGUAGES.map(Language::read);
    let [first, ..] = &languages;
    let mistakes: Vec<String> = languages.iter().flat_map(|one| one.mistakes(first)).collect();
    for mistake in &mistakes {
        println!("cargo::error={mistake}");
    }
    if !mistakes.is_empty() {
        exit(1);
    }
    let blanks = first.blanks();
    write(
        "names.rs",
        message(&first.messages)
            + &names("Blank", "blank", blanks.iter().map(|name| (*name, *name))),
    );
    write("keys.txt", lines(first.words.iter().map(|row| row.key.as_str())));
    for (name, language) in LANGUAGES.iter().zip(&languages) {
        let messages = language.messages.iter().map(|row| row.template(&blanks));
        let messages = lines(messages.collect::<Vec<_>>().iter().map(String::as_str));
        let words = lines(language.words.iter().map(|row| row.text.as_str()));
        write(&format!("{name}.txt"), format!("{messages}\n{words}"));
    }
}

/// A line of a table: the key, and what stands after the first tab.
struct Row {
    place: String,
    key: String,
    text: String,
}

impl Row {
    /// The names of the blanks in the text, in the order of the alphabet.
    fn blanks(&self) -> Vec<&str> {
        let starts = self.text.split('{').skip(1);
        let mut names: Vec<_> = starts.filter_map(|rest| rest.split(['}', ':']).next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Row {
    /// The text as the program reads it: one private character for a blank (see `src/fill.rs`).
    fn template(&self, blanks: &[&str]) -> String {
        let mut parts = self.text.split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (blank, rest) = part.split_once('}').unwrap_or((part, ""));
            let (name, words) = blank.split_once(':').unzip();
            let place = blanks.iter().position(|known| *known == name.unwrap_or(blank));
            let place = u32::try_from(place.unwrap_or_default()).unwrap_or_default();
            let first = if words.is_some() { 0xe800 } else { 0xe000 };
            text.extend(char::from_u32(first + place));
            if let Some(words) = words {
                text += words;
                text.push('\u{f000}');
            }
            text += rest;
        }
        text
    }
}

/// The tables of one language.
struct Language {
    messages: Vec<Row>,
    words: Vec<Row>,
}

impl Language {
    fn read(name: &str) -> Self {
        let table = |file: &str| rows(&format!("{name}/{file}"));
        Self { messages: table("messages.tsv"), words: table("words.tsv") }
    }

    /// The names of all blanks.
    fn blanks(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.messages.iter().flat_map(Row::blanks).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What differs from the tables of the first language in more than the words.
    fn mistakes(&self, first: &Self) -> Vec<String> {
        let messages = mistakes(&self.messages, &first.messages, |row| row.blanks().join(" "));
        let columns =
            |row: &Row| row.text.split('\t').map(|text| text.is_empty().to_string()).collect();
        let words = mistakes(&self.words, &first.words, columns);
        [messages, words].concat()
    }
}

/// Keys that are missing or too many, and rows whose `shape` is another one.
fn mistakes(own: &[Row], first: &[Row], shape: impl Fn(&Row) -> String) -> Vec<String> {
    let of = |rows: &'_ [Row], key: &str| rows.iter().position(|row| row.key == key);
    let missing = first.iter().filter(|row| of(own, &row.key).is_none());
    let mut found: Vec<String> = missing
        .map(|row| format!("{}: 「{}」がほかの言語にありません", row.place, row.key))
        .collect();
    for (place, row) in own.iter().enumerate() {
        let message = match of(first, &row.key) {
            _ if of(own, &row.key) != Some(place) => "が二度あります",
            None => "が日本語にありません",
            Some(known) if known != place => "の順番が日本語と違います",
            Some(known) if shape(&first[known]) != shape(row) => {
                "の入るもの（{…}）か欄が日本語と違います"
            }
            Some(_) => continue,
        };
        found.push(format!("{}: 「{}」{message}", row.place, row.key));
    }
    found
}

fn rows(file: &str) -> Vec<Row> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("texts/{file}: {error}"));
    let lines =
        text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with("# "));
    let row = |(line, number): (&str, usize)| {
        let (key, text) = line.split_once('\t').unwrap_or((line, ""));
        let place = format!("texts/{file}:{number}");
        Row { place, key: key.to_owned(), text: text.to_owned() }
    };
    lines.map(row).collect()
}

fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.flat_map(|text| [text, "\n"]).collect()
}

/// The names of the messages, each with its text.
fn message(rows: &[Row]) -> String {
    names("Message", "message", rows.iter().map(|row| (row.key.as_str(), row.text.as_str())))
}

/// An `enum` of names, each with what it is.
fn names<'t>(kind: &str, what: &str, names: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let mut text = format!(
        "/// The name of a {what}.\n#[derive(Clone, Copy, Debug, Eq, PartialEq)]\npub enum {kind} {{\n"
    );
    for (name, about) in names {
        let parts = name.split('_').map(|part| {
            let (first, rest) = part.split_at(part.len().min(1));
            first.to_uppercase() + rest
        });
        writeln!(text, "    /// `{about}`\n    {},", parts.collect::<String>())
            .expect("a string takes everything");
    }
    text + "}\n"
}

fn write(name: &str, text: String) {
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join(name), text).expect("OUT_DIR is writable");
}
