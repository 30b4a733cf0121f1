//! The answers that a page can start with and that are chosen from a list, by name, for the page of the snippets.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

/// What the page of the snippets reads.
pub(crate) const CHOICES: &str = "choices.json";

/// Where the names stand.
pub(crate) const WORDS: &str = "texts/ja/words.tsv";

/// The attributes that take one of a list.
const FACTS: [&str; 2] = ["prefecture", "industry"];

/// For each of these facts a list of `id` and `name` in the order of the questions, as JSON.
pub(crate) fn choices(words: &Path) -> Result<String> {
    let words = fs::read_to_string(words).with_context(|| words.display().to_string())?;
    let mut all = Map::new();
    for fact in FACTS {
        let list: Vec<Value> = words.lines().filter_map(|line| choice(fact, line)).collect();
        ensure!(!list.is_empty(), "{WORDS} に「{fact}=」の行がありません");
        all.insert(fact.to_owned(), list.into());
    }
    Ok(Value::Object(all).to_string())
}

/// What a line such as `industry=retail`, a tab and the name says, if it is one of this fact.
fn choice(fact: &str, line: &str) -> Option<Value> {
    let mut cells = line.strip_prefix(fact)?.strip_prefix('=')?.split('\t');
    Some(json!({ "id": cells.next()?, "name": cells.next()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_name() {
        let all: Value =
            serde_json::from_str(&choices(&Path::new("..").join(WORDS)).unwrap()).unwrap();
        assert_eq!(all["prefecture"].as_array().unwrap().len(), 47);
        assert_eq!(all["prefecture"][12], json!({ "id": "13", "name": "東京都" }));
        assert_eq!(all["industry"][0], json!({ "id": "manufacturing", "name": "製造業" }));
    }
}
