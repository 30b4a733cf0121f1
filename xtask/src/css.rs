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

/// Makes `hojokin.css`.
///
/// esbuild gets a list of imports rather than the text, so that its messages name the file and the line.
pub(crate) fn css(work: &Work) -> Result<()> {
    let sheets = in_order(files_under("styles/components")?);
    let mut sources = vec![work.tools.clone()];
    for sheet in &sheets {
        sources.push(fs::read(sheet).with_context(|| sheet.display().to_string())?);
    }
    let inputs: Vec<_> = sources.iter().map(Vec::as_slice).collect();

    unless_same(&work.made("hojokin.css"), &inputs, || {
        step("スタイルシートをまとめています（esbuild）", || {
            feed(esbuild(work, "hojokin.css").args(["--bundle", "--loader=css"]), &entry(&sheets))
        })
    })
}

/// The order of the cascade: what a component says overrules the base, whatever the file system's order.
fn in_order(mut components: Vec<PathBuf>) -> Vec<PathBuf> {
    components.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
    components.sort();
    let first = ["styles/tokens.css", "styles/base.css"].map(PathBuf::from);
    first.into_iter().chain(components).collect()
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
    fn tokens_then_base_then_components_by_name() {
        let found = ["styles/components/result.css", "styles/components/README.md"]
            .into_iter()
            .chain(["styles/components/field.css", "styles/components/money_field.css"])
            .map(PathBuf::from);
        assert_eq!(
            entry(&in_order(found.collect())),
            "@import \"./styles/tokens.css\";\n\
             @import \"./styles/base.css\";\n\
             @import \"./styles/components/field.css\";\n\
             @import \"./styles/components/money_field.css\";\n\
             @import \"./styles/components/result.css\";\n"
        );
    }
}
