//! `cargo xtask build`: everything that a site owner gets, in `dist/`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use pico_args::Arguments;
use walkdir::WalkDir;

use crate::{
    api::{MANIFEST, TYPES, api},
    choices::{CHOICES, choices},
    css::{DESK_STYLES, css},
    editions::{EDITIONS, editions},
    nothing_else,
    page::{PAGES, made, page},
    part::DESK,
    release::{Files, Listed, VERSIONS, folder, is_of_another_version, with_this},
    run::time,
    script::{API, FRAME, PAGE_SCRIPTS, script},
    setup,
    single::{SINGLE, single},
    wasm::wasm,
};

/// Where everything that is served and delivered lies.
pub(crate) const DIST: &str = "dist";

/// What a visitor loads first, the one that a page names before all.
pub(crate) const MADE: [&str; 4] =
    ["hojokin.js", "hojokin-widget.js", "hojokin-widget_bg.wasm", "hojokin.css"];

/// Quick to build, or small to load.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// The profile of that kind in `Cargo.toml`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Dev => "widget-dev",
            Self::Release => "widget",
        }
    }
}

/// One build: what for, from what, to where.
pub(crate) struct Work {
    pub(crate) profile: Profile,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
    /// The versions and options of the tools: with others, everything is made again.
    pub(crate) tools: Vec<u8>,
}

impl Work {
    /// The path of a made file, kept for each profile, so that switching costs nothing.
    pub(crate) fn made(&self, name: &str) -> PathBuf {
        self.target.join("hojokin").join(self.profile.name()).join(name)
    }
}

/// Runs `cargo xtask build`.
pub(crate) fn command(mut arguments: Arguments) -> Result<()> {
    let profile = if arguments.contains("--dev") { Profile::Dev } else { Profile::Release };
    nothing_else(arguments)?;
    build(profile)
}

/// Builds what has changed and brings `dist/` up to date.
pub(crate) fn build(profile: Profile) -> Result<()> {
    let start = std::time::Instant::now();
    setup::all()?;
    let work = Work {
        profile,
        target: MetadataCommand::new().no_deps().exec()?.target_directory.into(),
        tools: tools()?,
    };
    wasm(&work)?;
    css(&work)?;
    for (name, text) in texts() {
        fs::write(work.made(&name), text).with_context(|| name)?;
    }
    // The loader knows the others by their hashes.
    script(&work)?;
    api(&work)?;
    single(&work)?;
    fs::write(work.made(EDITIONS), editions(Path::new(""))?)?;
    fs::write(work.made(CHOICES), choices(Path::new(""))?)?;
    page(&work)?;
    publish(Path::new(DIST), &contents(&work)?)?;
    println!("✓ {DIST}/ ができました（{}）", time(start.elapsed()));
    Ok(())
}

fn tools() -> Result<Vec<u8>> {
    let lock = fs::read_to_string("package-lock.json").context("package-lock.json")?;
    let options = [
        include_str!("wasm.rs"),
        include_str!("part.rs"),
        include_str!("script.rs"),
        include_str!("css.rs"),
    ];
    Ok((lock + &options.concat()).into_bytes())
}

/// The files of the languages that are loaded when they are wanted: their names and what stands in them.
pub(crate) fn texts() -> impl Iterator<Item = (String, &'static str)> {
    hojokin_texts::FILES.into_iter().map(|(lang, text)| (format!("hojokin-{lang}.txt"), text))
}

/// What the widget loads when it is needed.
pub(crate) fn later() -> impl Iterator<Item = String> {
    texts().map(|(name, _)| name).chain([DESK, DESK_STYLES, API].map(str::to_owned))
}

/// What a host needs: the name of each file, and where it comes from.
fn delivered(work: &Work) -> Vec<(String, PathBuf)> {
    let widget = MADE.map(str::to_owned).into_iter().chain(later());
    let made = widget.chain([SINGLE, FRAME, "embed.js", MANIFEST, TYPES].map(str::to_owned));
    let mut files: Vec<_> = made.map(|name| (name.clone(), work.made(&name))).collect();
    for page in ["embed.html", "embed.css"] {
        files.push((page.to_owned(), Path::new("web/pages").join(page)));
    }
    files
}

/// Every file of `dist/`: its path there, and where it comes from. What a host needs is there twice: in the folder of
/// its version, which hosts name, and at the top, for the stand-alone page.
fn contents(work: &Work) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut files: Vec<(PathBuf, PathBuf)> = Vec::new();
    let mut listed = Files::new();
    for (name, from) in delivered(work) {
        let bytes = fs::read(&from).with_context(|| from.display().to_string())?;
        listed.insert(name.clone(), Listed::of(&bytes));
        files.push((Path::new(&folder()).join(&name), from.clone()));
        files.push((name.into(), from));
    }
    fs::write(work.made(VERSIONS), with_this(listed)?)?;
    let others = PAGE_SCRIPTS.into_iter().chain([EDITIONS, CHOICES, VERSIONS]).map(str::to_owned);
    let others = others.chain(made(work.profile));
    files.extend(others.map(|name| (name.clone().into(), work.made(&name))));
    for page in files_under(PAGES)? {
        files.push((page.strip_prefix(PAGES)?.to_owned(), page));
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// Makes `folder` hold exactly `files`, touching only what differs. Folders of other versions stay as they are.
fn publish(folder: &Path, files: &[(PathBuf, PathBuf)]) -> Result<()> {
    for old in files_under(folder)? {
        let name = old.strip_prefix(folder)?;
        let top = name.iter().next().unwrap_or_default().to_string_lossy();
        if !is_of_another_version(&top) && !files.iter().any(|(wanted, _)| wanted == name) {
            fs::remove_file(&old).with_context(|| old.display().to_string())?;
        }
    }
    for (name, from) in files {
        let to = folder.join(name);
        let bytes = fs::read(from).with_context(|| from.display().to_string())?;
        if fs::read(&to).is_ok_and(|old| old == bytes) {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::write(&to, bytes).with_context(|| to.display().to_string())?;
    }
    Ok(())
}

/// Every file below `folder`, sorted; none if there is no such folder.
pub(crate) fn files_under(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) if is_missing(&error) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(files)
}

fn is_missing(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishing_leaves_nothing_else_but_other_versions_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("source.html");
        fs::write(&source, "new").unwrap();
        let dist = folder.path().join("dist");
        fs::create_dir_all(dist.join("old")).unwrap();
        fs::write(dist.join("old/left.js"), "left").unwrap();
        fs::write(dist.join("index.html"), "old").unwrap();
        fs::create_dir_all(dist.join("v0.0.1")).unwrap();
        fs::write(dist.join("v0.0.1/hojokin.js"), "released").unwrap();

        let files = ["index.html", "deep/page.html"].map(|name| (name.into(), source.clone()));
        publish(&dist, &files).unwrap();

        let found = files_under(&dist).unwrap();
        let expected = ["deep/page.html", "index.html", "v0.0.1/hojokin.js"];
        assert_eq!(found, expected.map(|name| dist.join(name)));
        assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), "new");
    }

    #[test]
    fn a_folder_that_is_not_there_holds_no_files() {
        assert_eq!(files_under("no/such/folder").unwrap(), Vec::<PathBuf>::new());
    }
}
