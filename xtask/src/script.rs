//! The hand-written JavaScript, as one ES module.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{
    build::{Profile, Work, files_under},
    run::{run_unseen, step},
    setup::tool,
    stamp::unless_same,
};

/// The oldest browsers that get what is built: all have WebAssembly reference types and constructed style sheets.
const BROWSERS: &str = "--target=chrome97,firefox102,safari16.4";

/// Makes `hojokin.js`, the one file that a page names; it loads the glue when it is needed.
pub(crate) fn script(work: &Work) -> Result<()> {
    let mut sources = Vec::new();
    for file in files_under("web")? {
        if file.extension().is_some_and(|ending| ending == "js") {
            sources.push(fs::read(&file).with_context(|| file.display().to_string())?);
        }
    }
    sources.push(work.tools.clone());
    let inputs: Vec<_> = sources.iter().map(Vec::as_slice).collect();

    unless_same(&work.made("hojokin.js"), &inputs, || {
        step("JavaScript をまとめています（esbuild）", || {
            run_unseen(
                esbuild(work, "hojokin.js")
                    .args(["web/register.js", "--bundle", "--format=esm"])
                    .arg("--external:./hojokin-widget.js"),
            )
        })
    })
}

/// The esbuild command that writes `output`, minified for release.
pub(crate) fn esbuild(work: &Work, output: &str) -> Command {
    let mut command = Command::new(tool("esbuild"));
    command
        .args([BROWSERS, "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .arg(format!("--outfile={}", work.made(output).display()));
    if work.profile == Profile::Release {
        command.arg("--minify");
    }
    command
}
