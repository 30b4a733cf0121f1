//! The widget's style sheet: the tokens, the base, then each component.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    build::{Work, files_under},
    run::{feed, step},
    script::esbuild,
    stamp::unless_same,
};

/// The styles of what is loaded later.
pub(crate) const DESK_STYLES: &str = "hojokin-desk.css";

/// Makes `hojokin.css` and `hojokin-desk.css`.
pub(crate) fn css(work: &Work) -> Result<()> {
    let first = ["styles/tokens.css", "styles/base.css"].map(PathBuf::from);
    sheet(
        work,
        "hojokin.css",
        first.into_iter().chain(by_name(files_under("styles/components")?)),
    )?;
    sheet(work, DESK_STYLES, by_name(files_under("styles/desk")?).into_iter())
}

/// Joins style sheets in the order of the cascade: what a component says overrules the base.
///
/// esbuild gets a list of imports rather than the text, so that its messages name the file and the line.
fn sheet(work: &Work, name: &str, sheets: impl Iterator<Item = PathBuf>) -> Result<()> {
    let sheets: Vec<PathBuf> = sheets.collect();
    let mut sources = vec![work.tools.clone()];
    for sheet in &sheets {
        sources.push(fs::read(sheet).with_context(|| sheet.display().to_string())?);
    }
    let inputs: Vec<_> = sources.iter().map(Vec::as_slice).collect();
    unless_same(&work.made(name), &inputs, || {
        step("スタイルシートをまとめています（esbuild）", || {
            feed(esbuild(work, name).args(["--bundle", "--loader=css"]), &entry(&sheets))
        })
    })
}

/// Always in the same order, whatever that of the file system is.
fn by_name(mut components: Vec<PathBuf>) -> Vec<PathBuf> {
    components.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
    components.sort();
    components
}

fn entry(sheets: &[PathBuf]) -> String {
    let import = |sheet: &PathBuf| format!("@import \"./{}\";\n", slashed(sheet));
    sheets.iter().map(import).collect()
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_taken_by_name() {
        let found = ["styles/components/result.css", "styles/components/README.md"]
            .into_iter()
            .chain(["styles/components/field.css", "styles/components/money_field.css"])
            .map(PathBuf::from);
        assert_eq!(
            entry(&by_name(found.collect())),
            "@import \"./styles/components/field.css\";\n\
             @import \"./styles/components/money_field.css\";\n\
             @import \"./styles/components/result.css\";\n"
        );
    }
}
