//! The rounds by name, for the page on which somebody chooses one.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

/// What the page of the snippets reads.
pub(crate) const EDITIONS: &str = "editions.json";

/// The ids of all rounds, in the order in which the widget shows them.
#[derive(Deserialize)]
struct Vocabulary {
    editions: Vec<String>,
}

/// What a rule file says about its name.
#[derive(Deserialize)]
struct Round {
    name: String,
    round: String,
}

/// A list of `id`, `name` and `round`, as JSON.
pub(crate) fn editions() -> Result<String> {
    let mut list = Vec::new();
    for id in read::<Vocabulary>("rules/vocabulary.toml")?.editions {
        let Round { name, round } = read(&format!("rules/{id}.toml"))?;
        list.push(json!({ "id": id, "name": name, "round": round }));
    }
    Ok(serde_json::to_string(&list)?)
}

fn read<T: for<'a> Deserialize<'a>>(path: &str) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| path.to_owned())?;
    toml::from_str(&text).with_context(|| path.to_owned())
}
