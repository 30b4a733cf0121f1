//! `cargo xtask serve`: the widget in one's own browser, rebuilt when a page is loaded after an edit.

use std::{
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

use anyhow::{Context, Result};
use pico_args::Arguments;
use walkdir::WalkDir;

use crate::{
    build::{DIST, Profile, build},
    nothing_else,
    server::{Running, Site, start},
};

/// What goes into `dist/`.
const SOURCES: &[&str] = &[
    "src",
    "engine",
    "facade",
    "part",
    "rules",
    "texts",
    "web",
    "styles",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
];

/// Host pages for tests, served at `/pages/`.
const PAGES: &str = "tests/e2e/pages";

/// Runs `cargo xtask serve`.
pub(crate) fn command(mut arguments: Arguments) -> Result<()> {
    let port = arguments
        .opt_value_from_str("--port")
        .context("--port の番号が読めません")?
        .unwrap_or(8080);
    let frozen = arguments.contains("--no-build");
    let profile = if arguments.contains("--release") { Profile::Release } else { Profile::Dev };
    nothing_else(arguments)?;

    let before_page: Box<dyn Fn() + Send + Sync> = if frozen {
        Box::new(|| ())
    } else {
        let seen = Mutex::new(newest(SOURCES));
        build(profile)?;
        Box::new(move || rebuild_after_edit(profile, &seen))
    };
    let running = serve(port, before_page)?;
    println!("▶ {}/ で配信しています（Ctrl+C で終わります）", running.address);
    running.wait();
    Ok(())
}

/// Serves `dist/` as it is.
pub(crate) fn serve_as_built() -> Result<Running> {
    serve(0, Box::new(|| ()))
}

fn serve(port: u16, before_page: Box<dyn Fn() + Send + Sync>) -> Result<Running> {
    let site =
        Site { root: DIST.into(), pages: PAGES.into(), before_page, reports: Mutex::default() };
    start(site, port)
}

/// Builds if a source is newer than those of the last good build; a page that comes meanwhile waits.
///
/// After a mistake the old files are served and the next page load tries again.
fn rebuild_after_edit(profile: Profile, seen: &Mutex<Option<SystemTime>>) {
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let now = newest(SOURCES);
    if now == *seen {
        return;
    }
    println!("▶ 編集されたので組み立て直します");
    match build(profile) {
        Ok(()) => *seen = now,
        Err(error) => eprintln!("✗ {error:#}\n  前に組み立てたものを配信し続けます"),
    }
}

/// The date of the newest file or folder; a folder's tells of files that were removed.
fn newest<P: AsRef<Path>>(sources: &[P]) -> Option<SystemTime> {
    let entries = sources.iter().flat_map(|source| WalkDir::new(source).into_iter().flatten());
    let date = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    entries.filter_map(|entry| date(entry.path())).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_and_a_removal_are_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.rs");
        let dated = |path: &Path, seconds| {
            let date = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
            fs::File::open(path).unwrap().set_modified(date).unwrap();
            date
        };
        fs::write(&file, "old").unwrap();
        dated(&file, 1_000);
        let made = dated(folder.path(), 2_000);
        assert_eq!(newest(&[folder.path()]), Some(made));

        let edited = dated(&file, 3_000);
        assert_eq!(newest(&[folder.path()]), Some(edited));

        fs::remove_file(&file).unwrap();
        assert!(newest(&[folder.path()]) > Some(edited));
    }

    #[test]
    fn sources_that_are_not_there_have_no_date() {
        assert_eq!(newest(&["no/such/folder"]), None);
    }
}
