//! `cargo xtask release`: a folder of one version that never changes again, and what is in it as data.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use pico_args::Arguments;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

use crate::{
    build::{DIST, Profile, build},
    nothing_else,
    run::step,
};

/// All released versions, in the repository; `dist/` gets it with the version that is built.
pub(crate) const VERSIONS: &str = "versions.json";

/// The version of everything that is built.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files of a version by their names.
pub(crate) type Files = BTreeMap<String, Listed>;

/// The versions by their numbers.
type Versions = BTreeMap<String, Files>;

/// What a host can hold a file to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Listed {
    /// For the attribute `integrity`.
    pub(crate) integrity: String,
    pub(crate) bytes: usize,
}

impl Listed {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let hash = BASE64_STANDARD.encode(Sha384::digest(bytes));
        Self { integrity: format!("sha384-{hash}"), bytes: bytes.len() }
    }
}

/// The hash of a file or of a part of a page as pages and policies name it: a third shorter than those of the list, and
/// as hard to find another file for.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The folder of the version that is built, within `dist/`.
pub(crate) fn folder() -> String {
    format!("v{VERSION}")
}

/// Whether a folder of `dist/` is that of another version, which stays.
pub(crate) fn is_of_another_version(folder: &str) -> bool {
    let number = folder.strip_prefix('v').filter(|number| *number != VERSION);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
    number.is_some_and(|number| number.split('.').count() == 3 && number.split('.').all(digits))
}

/// Runs `cargo xtask release`.
pub(crate) fn command(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    build(Profile::Release)?;
    step("版の一覧に記録しています", || {
        let built = read(&Path::new(DIST).join(VERSIONS))?;
        let files = built.get(VERSION).cloned().context("組み立てた版が一覧にありません")?;
        record(Path::new(VERSIONS), files)
    })?;
    println!(
        "✓ {DIST}/{} を公開できます。公開した後は、中のファイルを変えないでください",
        folder()
    );
    Ok(())
}

/// Adds this version to the list at `path`; what has once been released is not changed.
fn record(path: &Path, files: Files) -> Result<()> {
    let mut versions = read(path)?;
    if versions.get(VERSION).is_some_and(|old| *old != files) {
        bail!(
            "版 {VERSION} は、別の中身で記録されています。Cargo.toml の version を上げてください"
        );
    }
    versions.insert(VERSION.to_owned(), files);
    fs::write(path, text(&versions)?).with_context(|| path.display().to_string())
}

/// The list of all released versions with the one that is built, as text.
pub(crate) fn with_this(files: Files) -> Result<String> {
    let mut versions = read(Path::new(VERSIONS))?;
    versions.insert(VERSION.to_owned(), files);
    text(&versions)
}

fn text(versions: &Versions) -> Result<String> {
    Ok(serde_json::to_string_pretty(versions)? + "\n")
}

/// The versions listed at `path`; none before the first release.
fn read(path: &Path) -> Result<Versions> {
    if !path.exists() {
        return Ok(Versions::new());
    }
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_listed_as_browsers_check_it() {
        // The empty file's, as `openssl dgst -sha384 -binary | base64` gives it.
        let hash = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(Listed::of(b""), Listed { integrity: hash.to_owned(), bytes: 0 });
        assert_ne!(Listed::of(b"a").integrity, Listed::of(b"b").integrity);
        // `printf 'a{}' | openssl dgst -sha256 -binary | base64`
        assert_eq!(short_hash(b"a{}"), "sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=");
    }

    #[test]
    fn a_released_version_cannot_be_released_with_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(VERSIONS);
        let files = |text: &[u8]| Files::from([("hojokin.js".to_owned(), Listed::of(text))]);
        fs::write(&path, r#"{"0.0.1": {"hojokin.js": {"integrity": "sha384-x", "bytes": 3}}}"#)
            .unwrap();
        record(&path, files(b"one")).unwrap();
        record(&path, files(b"one")).unwrap();
        assert!(record(&path, files(b"two")).unwrap_err().to_string().contains("version"));
        let versions = read(&path).unwrap();
        assert_eq!(versions["0.0.1"]["hojokin.js"].bytes, 3);
        assert_eq!(versions[VERSION], files(b"one"));
    }

    #[test]
    fn folders_of_other_versions_are_known_by_their_names() {
        for (folder, other) in [
            ("v0.0.9", true),
            ("v12.3.45", true),
            (&*format!("v{VERSION}"), false),
            ("v1.2", false),
            ("v1.2.x", false),
            ("vendor", false),
            ("1.2.3", false),
        ] {
            assert_eq!(is_of_another_version(folder), other, "{folder}");
        }
    }
}
