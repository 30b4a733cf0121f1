//! A Chromium with Japanese letters for the browser tests: found, or else installed.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    run::{ask, run, step},
    serve::serve_as_built,
    setup::tool,
};

/// Tells scripts which browser to start; a person can name the Chromium of the tests with it, before all others.
const CHOSEN: &str = "HOJOKIN_BROWSER";

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// The letters, and the tool that finds them.
const JAPANESE_LETTERS: &[&str] = &["fonts-noto-cjk", "fontconfig"];

/// Tells scripts where the widget is served.
const ADDRESS: &str = "HOJOKIN_URL";

/// Runs Node.js with a Chromium to drive and the built widget served, and with these settings.
pub(crate) fn in_node(arguments: &[impl AsRef<OsStr>], settings: &[(&str, &Path)]) -> Result<()> {
    drive(&chromium()?, arguments, settings)
}

/// Runs Node.js with this browser to drive and the built widget served, and with these settings.
pub(crate) fn drive(
    browser: &Path,
    arguments: &[impl AsRef<OsStr>],
    settings: &[(&str, &Path)],
) -> Result<()> {
    let server = serve_as_built()?;
    let mut node = Command::new("node");
    node.args(arguments).env(CHOSEN, browser).env(ADDRESS, &server.address);
    node.envs(settings.iter().copied());
    run(&mut node)
}

/// The program of a browser that the tests can drive.
fn chromium() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os(CHOSEN).map(PathBuf::from) {
        if !chosen.is_file() {
            bail!("{CHOSEN} の指す {} がありません", chosen.display());
        }
        letters();
        return Ok(chosen);
    }
    let found = find().or_else(install_by_apt).or_else(install_by_playwright);
    letters();
    found.context(format!(
        "Chromium が見つかりません。Chromium か Google Chrome を入れるか、\
        その場所を環境変数 {CHOSEN} に書いて、もう一度実行してください"
    ))
}

fn find() -> Option<PathBuf> {
    program(NAMES).or_else(from_playwright)
}

/// The first program on this machine that has one of these names.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    on_path(names, &env::var_os("PATH").unwrap_or_default())
}

/// The usual place first, then the folders of `path`.
fn on_path(names: &[&str], path: &OsStr) -> Option<PathBuf> {
    let folders = std::iter::once(PathBuf::from("/usr/bin")).chain(env::split_paths(path));
    let folders: Vec<_> = folders.collect();
    let files = |name: &&str| folders.iter().map(|folder| folder.join(name)).collect::<Vec<_>>();
    names.iter().flat_map(files).find(|file| file.is_file())
}

/// One that Playwright has downloaded for some project on this machine.
fn from_playwright() -> Option<PathBuf> {
    let script = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))";
    let path = PathBuf::from(ask("node", &["--eval", script])?);
    path.is_file().then_some(path)
}

fn install_by_apt() -> Option<PathBuf> {
    Apt::here()?.install(&["chromium"]);
    find()
}

fn install_by_playwright() -> Option<PathBuf> {
    tried(step("Chromium を入れています（Playwright、数分かかります）", || {
        run(Command::new(tool("playwright-core")).args(["install", "chromium"]))
    }));
    find()
}

/// Without Japanese letters the pages show boxes, and lines break elsewhere than on people's screens.
fn letters() {
    let known = || ask("fc-list", &[":lang=ja"]).is_some_and(|fonts| !fonts.is_empty());
    if !cfg!(target_os = "linux") || known() {
        return;
    }
    if let Some(apt) = Apt::here() {
        apt.install(JAPANESE_LETTERS);
    }
    if !known() {
        println!(
            "  日本語のフォントがないので、画面の文字が四角になります（Debian なら fonts-noto-cjk）"
        );
    }
}

/// Shows why an installation failed. What it was for is looked up afterwards, by another way if need be.
fn tried(done: Result<()>) {
    if let Err(error) = done {
        println!("  {error:#}");
    }
}

/// Debian's package tool, usable without a password.
pub(crate) struct Apt {
    before: &'static [&'static str],
}

impl Apt {
    pub(crate) fn here() -> Option<Self> {
        let there = Path::new("/usr/bin/apt-get").is_file();
        let root = || ask("id", &["-u"]).is_some_and(|id| id == "0");
        let sudo = || ask("sudo", &["--non-interactive", "true"]).is_some();
        match there {
            true if root() => Some(Self { before: &[] }),
            true if sudo() => Some(Self { before: &["sudo", "--non-interactive"] }),
            _ => None,
        }
    }

    pub(crate) fn install(&self, packages: &[&str]) {
        let label = format!("{} を入れています（apt-get、数分かかります）", packages.join(" と "));
        tried(step(&label, || {
            self.run(&["update", "--quiet"])?;
            let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
            self.run(&[&install, packages].concat())
        }));
    }

    fn run(&self, arguments: &[&str]) -> Result<()> {
        let quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
        let words = [self.before, &quiet, arguments].concat();
        run(Command::new(words[0]).args(&words[1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_browser_is_found_on_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let chrome = folder.path().join("google-chrome-stable");
        std::fs::write(&chrome, "").unwrap();
        let found = on_path(NAMES, folder.path().as_os_str());
        // A machine's own Chromium in the usual place comes first.
        assert!(found == Some(chrome) || found.is_some_and(|path| path.starts_with("/usr/bin")));
    }
}
