//! What a fresh machine lacks, installed only when it is missing.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::run::{ask, run, step};

/// The oldest Node.js that the packages in `package.json` accept.
const NODE: u32 = 20;
/// A copy of the lock file that `node_modules/` was installed from.
const INSTALLED: &str = "node_modules/.hojokin-installed";
const LOCK: &str = "package-lock.json";

const HOW_TO_GET_NODE: &str = "\
https://nodejs.org/ja/download から入れてください\
（Debian 13 以降なら sudo apt-get install nodejs npm、macOS なら brew install node）";

/// Everything that a build needs.
pub(crate) fn all() -> Result<()> {
    wasm_target()?;
    node_modules()
}

/// The source text of the standard library, which the release build compiles for size.
pub(crate) fn library_sources() -> Result<()> {
    let sources = sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock");
    if sources.is_file() { Ok(()) } else { add(&["component", "add", "rust-src"]) }
}

/// rustfmt and clippy, which a minimal Rust installation lacks.
pub(crate) fn checkers() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if ask("cargo", &[command, "--version"]).is_none() {
            add(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The standard library for WebAssembly.
///
/// It is looked for on disk and added by name: not every machine has rustup, and where it has, installing what
/// `rust-toolchain.toml` lists may be switched off.
fn wasm_target() -> Result<()> {
    let library = sysroot()?.join("lib/rustlib/wasm32-unknown-unknown/lib");
    if library.is_dir() { Ok(()) } else { add(&["target", "add", "wasm32-unknown-unknown"]) }
}

fn sysroot() -> Result<PathBuf> {
    ask("rustc", &["--print", "sysroot"]).map(PathBuf::from).context("rustc が動きません")
}

fn add(arguments: &[&str]) -> Result<()> {
    let what = arguments.join(" ");
    if ask("rustup", &["--version"]).is_none() {
        bail!(
            "Rust に足りない部品があります。https://rustup.rs から rustup を入れて、もう一度実行してください\
            （rustup なしの Rust なら、「{what}」に当たるパッケージを入れてください）"
        );
    }
    step(&format!("Rust の部品を入れています（{what}）"), || {
        run(Command::new("rustup").args(arguments))
    })
}

/// The npm packages of `package-lock.json`, exactly as locked.
fn node_modules() -> Result<()> {
    node()?;
    let lock = fs::read(LOCK).context(LOCK)?;
    if fs::read(INSTALLED).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if ask(npm(), &["--version"]).is_none() {
        bail!("npm がありません。{HOW_TO_GET_NODE}");
    }
    step("npm のパッケージを入れています（1 分ほど）", || {
        run(Command::new(npm()).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))
    })?;
    fs::write(INSTALLED, lock).context(INSTALLED)
}

fn node() -> Result<()> {
    let Some(version) = ask("node", &["--version"]) else {
        bail!("Node.js（{NODE} 以上）がありません。{HOW_TO_GET_NODE}");
    };
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("Node.js {version} は古すぎます。{NODE} 以上が要ります。{HOW_TO_GET_NODE}");
    }
    Ok(())
}

/// The first number of a version as Node.js prints it, such as 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// The path of a command that an npm package brings.
pub(crate) fn tool(name: &str) -> String {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    format!("node_modules/.bin/{name}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_version_has_a_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20.0.0"), None);
    }
}
