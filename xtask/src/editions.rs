//! The rounds by name, for the page on which somebody chooses one.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use toml::value::Datetime;

/// What the page of the snippets reads.
pub(crate) const EDITIONS: &str = "editions.json";

/// Where the rules lie.
pub(crate) const RULES: &str = "rules";

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
    closes: Option<Closes>,
}

/// The last day of its call, where a source states it.
#[derive(Deserialize)]
struct Closes {
    is: Option<Datetime>,
}

/// The ids of all rounds, as JSON.
pub(crate) fn ids(rules: &Path) -> Result<String> {
    Ok(serde_json::to_string(&read::<Vocabulary>(&rules.join("vocabulary.toml"))?.editions)?)
}

/// A list of `id`, `name`, `round` and `closes` (a day such as `2026-12-15`, or null), as JSON.
pub(crate) fn editions(rules: &Path) -> Result<String> {
    let mut list = Vec::new();
    for id in read::<Vocabulary>(&rules.join("vocabulary.toml"))?.editions {
        let Round { name, round, closes } = read(&rules.join(format!("{id}.toml")))?;
        let day = closes.and_then(|closes| closes.is?.date).map(|date| date.to_string());
        list.push(json!({ "id": id, "name": name, "round": round, "closes": day }));
    }
    Ok(serde_json::to_string(&list)?)
}

fn read<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    toml::from_str(&text).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_round_has_a_name() {
        let list: Vec<serde_json::Value> =
            serde_json::from_str(&editions(Path::new("../rules")).unwrap()).unwrap();
        assert!(list.len() > 60);
        let of = |id: &str| list.iter().find(|one| one["id"] == id).unwrap();
        assert_eq!(of("jizokuka/2025-17")["closes"], "2025-06-13");
        assert_eq!(of("jizokuka/2025-17")["name"], "小規模事業者持続化補助金");
    }
}
