//! The words that all rules share, as far as the build writes them into files for pages and programs.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

/// Where the rules lie.
pub(crate) const RULES: &str = "rules";

const VOCABULARY: &str = "vocabulary.toml";
const WORDS: &str = "texts/ja/words.tsv";

/// The part of `rules/vocabulary.toml` that pages can name.
#[derive(Deserialize)]
pub(crate) struct Vocabulary {
    /// The ids of all rounds, in the order in which the widget shows them.
    pub(crate) editions: Vec<String>,
    /// The facts, in the order of asking.
    #[serde(rename = "fact")]
    pub(crate) facts: Vec<Fact>,
    /// The ids of the expense categories.
    pub(crate) categories: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Fact {
    pub(crate) id: String,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) choices: Vec<String>,
}

/// Reads it in the repository at `root`.
pub(crate) fn vocabulary(root: &Path) -> Result<Vocabulary> {
    Ok(toml::from_str(&read(&root.join(RULES).join(VOCABULARY))?)?)
}

/// The Japanese names.
pub(crate) struct Words(String);

impl Words {
    /// Reads them in the repository at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        read(&root.join(WORDS)).map(Self)
    }

    /// The name of a fact.
    pub(crate) fn fact(&self, id: &str) -> Result<&str> {
        self.name(id)
    }

    /// The name of a choice of a fact.
    pub(crate) fn choice(&self, fact: &str, choice: &str) -> Result<&str> {
        self.name(&format!("{fact}={choice}"))
    }

    /// The name of a category.
    pub(crate) fn category(&self, key: &str) -> Result<&str> {
        self.name(&format!("/{key}"))
    }

    fn name(&self, key: &str) -> Result<&str> {
        let mut lines = self.0.lines();
        let cells = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'));
        let name = cells.and_then(|cells| cells.split('\t').next());
        name.with_context(|| format!("{WORDS} に「{key}」の行がありません"))
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}
