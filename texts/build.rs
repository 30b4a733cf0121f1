//! Makes a type of the names of all messages, and one file of texts for each language.
//!
//! A text that a language lacks, has too much, or whose blanks are not those of the Japanese one stops the build
//! with its line.

use hojokin_engine::Kind;
use std::{env, fmt::Write, fs, path::Path, process::exit};

/// The languages, the first of which the others are held to.
const LANGUAGES: [&str; 3] = ["ja", "easy", "en"];

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
    let (keys, rules) = (keys(), hojokin_rules::texts());
    let all = [message(&first.messages), keys.concat(), lines(rules.iter().copied())];
    let stamp = stamp(&all);
    write("stamp.txt", stamp.clone());
    let counts = (first.messages.len(), keys.len());
    write(
        "counts.rs",
        format!("const MESSAGES: usize = {};\nconst WORDS: usize = {};\n", counts.0, counts.1),
    );
    for (name, language) in LANGUAGES.iter().zip(&languages) {
        let messages = language.messages.iter().map(|row| row.template(&blanks));
        let messages = lines(messages.collect::<Vec<_>>().iter().map(String::as_str));
        let word = |key: &String| language.words.iter().find(|row| row.key == *key);
        let words = lines(keys.iter().filter_map(word).map(|row| row.text.as_str()));
        let place = |text: &&str| language.rules.iter().find(|row| row.key == **text);
        let translated = |text| place(text).map_or("", |row| row.text.as_str());
        let rules =
            if name == &LANGUAGES[0] { String::new() } else { lines(rules.iter().map(translated)) };
        write(&format!("{name}.txt"), format!("{stamp}\n{messages}{words}{rules}"));
    }
}

/// The keys of the words, in the order in which the program looks for them: each fact of the rules with its choices,
/// then the categories.
fn keys() -> Vec<String> {
    let rulebook = hojokin_rules::rulebook();
    let mut keys = Vec::new();
    for fact in rulebook.facts {
        keys.push(fact.id.to_owned());
        if let Kind::Choice(choices) = fact.kind {
            keys.extend(choices.iter().map(|choice| format!("{}={choice}", fact.id)));
        }
    }
    keys.extend(rulebook.categories.iter().map(|category| format!("/{category}")));
    keys
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
    /// The texts of the rules, by the Japanese ones.
    rules: Vec<Row>,
}

impl Language {
    fn read(name: &str) -> Self {
        let table = |file: &str| rows(&format!("{name}/{file}"));
        // Japanese is what the rules are written in.
        let rules = if name == LANGUAGES[0] { Vec::new() } else { table("rules.tsv") };
        Self { messages: table("messages.tsv"), words: table("words.tsv"), rules }
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
        let unused = |row: &&Row| !hojokin_rules::texts().contains(&row.key.as_str());
        let unused = self.rules.iter().filter(unused);
        let left = unused.map(|row| format!("{}: 規則にない文です（{}）", row.place, row.key));
        let known = keys();
        let foreign = self.words.iter().filter(|row| !known.contains(&row.key));
        let foreign =
            foreign.map(|row| format!("{}: 「{}」は規則にありません", row.place, row.key));
        let lacking = known.iter().filter(|key| !self.words.iter().any(|row| row.key == **key));
        let lacking = lacking.map(|key| format!("words.tsv に「{key}」がありません"));
        [messages, words, left.collect(), foreign.collect(), lacking.collect()].concat()
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

/// What the order of the texts follows from: a file with another one belongs to another build.
fn stamp(parts: &[String]) -> String {
    // FNV-1a, whose values never change.
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let bytes = parts.iter().flat_map(|part| part.bytes());
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, step))
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
