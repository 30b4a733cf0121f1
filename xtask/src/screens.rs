//! `cargo xtask screens`, `cargo xtask keypress` and `cargo xtask loading`: pictures of every state of the widget, to look
//! at, how fast it answers a key, and how soon it is there.

use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use pico_args::Arguments;

use crate::{
    browser::in_node,
    build::{Profile, build},
    nothing_else,
    run::step,
};

/// What takes the pictures.
const SCRIPT: &str = "tests/e2e/screens.mjs";
/// Tells the script where they go.
const FOLDER: &str = "HOJOKIN_SCREENS";

/// Runs `cargo xtask screens`.
pub(crate) fn command(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    build(Profile::Release)?;
    let target = MetadataCommand::new().no_deps().exec().context("cargo metadata")?;
    let folder = Path::new(&target.target_directory).join("screens");
    step("画面の写真を撮っています（2分ほど）", || {
        in_node(&[SCRIPT], &[(FOLDER, &folder)])
    })?;
    println!("✓ {} にあります", folder.display());
    Ok(())
}

/// Runs `cargo xtask keypress`.
pub(crate) fn keypress(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    build(Profile::Release)?;
    step("キーを押してから結果が描かれるまでを測っています", || {
        in_node(&["tests/e2e/keypress.mjs"], &[])
    })
}

/// Runs `cargo xtask loading`.
pub(crate) fn loading(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    build(Profile::Release)?;
    step(
        "ページを開いてから計算が描かれるまでを測っています（数分）",
        || in_node(&["tests/e2e/loading.mjs"], &[]),
    )
}
