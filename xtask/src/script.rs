//! The hand-written JavaScript, as ES modules.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::{
    build::{MADE, Profile, Work, files_under, later},
    editions::ids,
    release::short_hash,
    run::{run_unseen, step},
    setup::tool,
    stamp::unless_same,
};

/// The oldest browsers that get what is built: all have WebAssembly reference types and constructed style sheets.
const BROWSERS: &str = "--target=chrome97,firefox102,safari16.4";

/// The one file that a page names; it loads the others when they are needed.
const LOADER: &str = MADE[0];

/// What only some pages use, and what comes with the desk.
pub(crate) const API: &str = "hojokin-api.js";

/// What pages beside the widget have of their own, each from the file of the same name in `web/`.
pub(crate) const PAGE_SCRIPTS: [&str; 3] = ["builder.js", "embed.js", FRAME];

/// What makes an iframe as high as what is in it.
pub(crate) const FRAME: &str = "frame.js";

/// Makes `hojokin.js`, which knows the other files of the same build by their hashes, and the scripts of the pages.
pub(crate) fn script(work: &Work) -> Result<()> {
    // What is loaded later is known by its hash to what is loaded before it.
    let later = later().filter(|name| name != API);
    let hashes = hashes(work, later)?;
    let ids = ids(Path::new(""))?;
    let mut inputs = sources(work)?;
    inputs.extend([&hashes, &ids].map(|text| text.clone().into_bytes()));
    let slices: Vec<_> = inputs.iter().map(Vec::as_slice).collect();
    unless_same(&work.made(API), &slices, || {
        step("JavaScript をまとめています（esbuild）", || {
            run_unseen(
                esbuild(work, API)
                    .args(["web/api.js", "--bundle", "--format=esm"])
                    .arg(format!("--define:INTEGRITY={hashes}"))
                    .arg(format!("--define:EDITIONS={ids}")),
            )
        })
    })?;
    let first = MADE[1..].iter().chain([&API]).map(|name| (*name).to_owned());
    let hashes = self::hashes(work, first)?;
    inputs.push(hashes.clone().into_bytes());
    let inputs: Vec<_> = inputs.iter().map(Vec::as_slice).collect();

    unless_same(&work.made(LOADER), &inputs, || {
        step("JavaScript をまとめています（esbuild）", || {
            for name in PAGE_SCRIPTS {
                run_unseen(esbuild(work, name).args([
                    &format!("web/{name}"),
                    "--bundle",
                    "--format=esm",
                ]))?;
            }
            run_unseen(
                esbuild(work, LOADER)
                    .args(["web/register.js", "--bundle", "--format=esm"])
                    .arg("--alias:hojokin-files=./web/files.js")
                    .arg(format!("--define:INTEGRITY={hashes}")),
            )
        })
    })
}

/// Everything that stands in `web/`, and the tools.
pub(crate) fn sources(work: &Work) -> Result<Vec<Vec<u8>>> {
    let mut sources = vec![work.tools.clone()];
    for file in files_under("web")? {
        if file.extension().is_some_and(|ending| ending == "js") {
            sources.push(fs::read(&file).with_context(|| file.display().to_string())?);
        }
    }
    Ok(sources)
}

/// The hashes of these files as JSON.
fn hashes(work: &Work, names: impl Iterator<Item = String>) -> Result<String> {
    let mut hashes = Map::new();
    for name in names {
        let file = work.made(&name);
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        hashes.insert(name, Value::String(short_hash(&bytes)));
    }
    Ok(Value::Object(hashes).to_string())
}

/// The esbuild command that writes `output`, minified for release.
pub(crate) fn esbuild(work: &Work, output: &str) -> Command {
    let mut command = Command::new(tool("esbuild"));
    command
        .args([BROWSERS, "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .arg(concat!("--define:HOJOKIN_VERSION=\"", env!("CARGO_PKG_VERSION"), "\""))
        .arg(format!("--outfile={}", work.made(output).display()));
    if work.profile == Profile::Release {
        command.arg("--minify");
    }
    command
}
