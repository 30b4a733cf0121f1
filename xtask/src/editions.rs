//! The rounds by name, for the page on which somebody chooses one.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use toml::value::Datetime;

use crate::vocabulary::{RULES, vocabulary};

/// What the page of the snippets reads.
pub(crate) const EDITIONS: &str = "editions.json";

/// What a rule file says about its name.
#[derive(Deserialize)]
struct Round {
    name: String,
    round: String,
    closes: Option<Closes>,
}

/// The last day of its call, where a source states it.
#[derive(Deserialize)]
struct Closes {
    is: Option<Datetime>,
}

/// The ids of all rounds in the repository at `root`, as JSON.
pub(crate) fn ids(root: &Path) -> Result<String> {
    Ok(serde_json::to_string(&vocabulary(root)?.editions)?)
}

/// A list of `id`, `name`, `round` and `closes` (a day such as `2026-12-15`, or null), as JSON.
pub(crate) fn editions(root: &Path) -> Result<String> {
    let mut list = Vec::new();
    for id in vocabulary(root)?.editions {
        let path = root.join(RULES).join(format!("{id}.toml"));
        let named = || path.display().to_string();
        let text = fs::read_to_string(&path).with_context(named)?;
        let Round { name, round, closes } = toml::from_str(&text).with_context(named)?;
        let day = closes.and_then(|closes| closes.is?.date).map(|date| date.to_string());
        list.push(json!({ "id": id, "name": name, "round": round, "closes": day }));
    }
    Ok(serde_json::to_string(&list)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_round_has_a_name() {
        let list: Vec<serde_json::Value> =
            serde_json::from_str(&editions(Path::new("..")).unwrap()).unwrap();
        assert!(list.len() > 60);
        let of = |id: &str| list.iter().find(|one| one["id"] == id).unwrap();
        assert_eq!(of("jizokuka/2025-17")["closes"], "2025-06-13");
        assert_eq!(of("jizokuka/2025-17")["name"], "小規模事業者持続化補助金");
    }
}
