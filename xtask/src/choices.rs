//! The answers that a page can start with and that are chosen from a list, by name, for the page of the snippets.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::vocabulary::{Words, vocabulary};

/// What the page of the snippets reads.
pub(crate) const CHOICES: &str = "choices.json";

/// The attributes that take one of a list.
const FACTS: [&str; 2] = ["prefecture", "industry"];

/// For each of these facts a list of `id` and `name` in the order of the questions, as JSON.
pub(crate) fn choices(root: &Path) -> Result<String> {
    let (vocabulary, words) = (vocabulary(root)?, Words::read(root)?);
    let mut all = Map::new();
    for id in FACTS {
        let fact = vocabulary.facts.iter().find(|fact| fact.id == id).context(id)?;
        let named = fact
            .choices
            .iter()
            .map(|choice| Ok(json!({ "id": choice, "name": words.choice(id, choice)? })));
        all.insert(id.to_owned(), named.collect::<Result<Vec<_>>>()?.into());
    }
    Ok(Value::Object(all).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_name() {
        let all: Value = serde_json::from_str(&choices(Path::new("..")).unwrap()).unwrap();
        assert_eq!(all["prefecture"].as_array().unwrap().len(), 47);
        assert_eq!(all["prefecture"][12], json!({ "id": "13", "name": "東京都" }));
        assert_eq!(all["industry"][0], json!({ "id": "manufacturing", "name": "製造業" }));
    }
}
