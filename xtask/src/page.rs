//! The stand-alone page: the page itself, its facade, its icons, and the worker that keeps all of it on a device.

use std::{
    fs,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use sha2::{Digest, Sha384};

use crate::{
    build::{MADE, Profile, Work, files_under, later},
    release::Listed,
    run::{run_unseen, step},
    script::esbuild,
    stamp::unless_same,
};

/// Written by hand, but for the two marks that the build fills.
pub(crate) const PAGE: &str = "index.html";
/// Says when there is a newer version.
const SCRIPT: &str = "page.js";
/// Keeps one version of the page on the device.
const WORKER: &str = "service-worker.js";
/// What a host page can have between the tags; the page has it there itself.
const FACADE: &str = "facade.html";
/// Where the page's other files lie, which are delivered as they are.
pub(crate) const PAGES: &str = "web/pages";

/// The icons of the installed page: the file, its drawing, and how many pixels wide it is.
const ICONS: [(&str, &str, u32); 3] = [
    ("icon-192.png", "web/pages/icon.svg", 192),
    ("icon-512.png", "web/pages/icon.svg", 512),
    ("icon-maskable-512.png", "web/maskable.svg", 512),
];

/// Where the facade stands in the page.
const FACADE_MARK: &str = "<!-- facade -->";
/// In the place of a version: a development build is never kept, because whoever reloads wants to see an edit.
const NO_VERSION: &str = "development";

/// What is made for the page.
pub(crate) fn made(profile: Profile) -> Vec<String> {
    let facade = (profile == Profile::Release).then_some(FACADE);
    let icons = ICONS.map(|(name, ..)| name);
    [PAGE, SCRIPT, WORKER].into_iter().chain(facade).chain(icons).map(str::to_owned).collect()
}

/// Makes it, once everything else is there.
pub(crate) fn page(work: &Work) -> Result<()> {
    icons(work)?;
    let text = fs::read_to_string(PAGE).context(PAGE)?;
    for mark in [FACADE_MARK, NO_VERSION] {
        ensure!(text.matches(mark).count() == 1, "{PAGE} に「{mark}」が一つだけ要ります");
    }
    let release = work.profile == Profile::Release;
    let facade = if release { facade(work)? } else { String::new() };
    let text = text.replace(FACADE_MARK, facade.trim_end());
    let define = format!("--define:RELEASE={release}");
    run_unseen(esbuild(work, SCRIPT).args(["web/page.js", "--format=esm", &define]))?;
    // Parted from its head, which has another version as soon as the code is another.
    run_unseen(esbuild(work, WORKER).arg("web/service-worker.js"))?;
    let code = fs::read_to_string(work.made(WORKER)).context(WORKER)?;
    let (version, files) = if release {
        let kept = kept(work, &text)?;
        (version(&kept, &code), hashes(&kept))
    } else {
        (NO_VERSION.to_owned(), Vec::new())
    };
    let files = serde_json::to_string_pretty(&serde_json::Map::from_iter(files))?;
    let head = format!("const VERSION = \"{version}\";\nconst FILES = {files};\n");
    fs::write(work.made(WORKER), head + &code).context(WORKER)?;
    fs::write(work.made(PAGE), text.replace(NO_VERSION, &version)).context(PAGE)
}

/// A file that the worker keeps, by its name.
type Kept = (String, Vec<u8>);

/// Everything that the page needs without a network, the page first.
fn kept(work: &Work, page: &str) -> Result<Vec<Kept>> {
    let mut kept: Vec<Kept> = vec![(PAGE.to_owned(), page.into())];
    let icons = ICONS.map(|(name, ..)| name.to_owned());
    let first = MADE.map(str::to_owned).into_iter();
    for name in first.chain(later()).chain([SCRIPT.to_owned()]).chain(icons) {
        let bytes = fs::read(work.made(&name)).with_context(|| name.clone())?;
        kept.push((name, bytes));
    }
    for file in files_under(PAGES)? {
        let name = file.strip_prefix(PAGES)?.to_string_lossy().replace('\\', "/");
        // The others belong to other pages.
        if page.contains(&name) {
            kept.push((name, fs::read(&file).with_context(|| file.display().to_string())?));
        }
    }
    Ok(kept)
}

/// Another one wherever one of the files is another.
fn version(kept: &[Kept], worker: &str) -> String {
    let mut all = Sha384::new_with_prefix(worker);
    for (name, bytes) in kept {
        all.update(name);
        all.update(Sha384::digest(bytes));
    }
    all.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The hashes by which a browser takes no file of another version. The page has none: site owners write their name
/// into it, and the version that stands there tells whether it is the one.
fn hashes(kept: &[Kept]) -> Vec<(String, serde_json::Value)> {
    let hash = |(name, bytes): &Kept| {
        let hash = if name == PAGE { String::new() } else { Listed::of(bytes).integrity };
        (name.clone(), hash.into())
    };
    kept.iter().map(hash).collect()
}

/// What the rules say of the calls that are open, as a table for those in whose browser nothing runs.
fn facade(work: &Work) -> Result<String> {
    step("プログラムが動く前に見える表を、規則から作っています", || {
        let mut maker = Command::new("cargo");
        maker.args(["run", "--quiet", "--package", "hojokin-facade"]).stderr(Stdio::inherit());
        let output = maker.output().context("cargo を起動できません")?;
        ensure!(output.status.success(), "{FACADE} を作れません（{}）", output.status);
        let text = String::from_utf8(output.stdout)?;
        fs::write(work.made(FACADE), &text).context(FACADE)?;
        Ok(text)
    })
}

fn icons(work: &Work) -> Result<()> {
    for (name, drawing, width) in ICONS {
        let source = fs::read(drawing).context(drawing)?;
        let output = work.made(name);
        unless_same(&output, &[&source, include_bytes!("page.rs")], || {
            fs::write(&output, picture(&source, width).context(drawing)?).context(name)
        })?;
    }
    Ok(())
}

/// A square drawing as PNG.
fn picture(drawing: &[u8], width: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_data(drawing, &Options::default())?;
    let mut pixels = Pixmap::new(width, width).context("大きさが 0 です")?;
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(page: &str, script: &str) -> Vec<Kept> {
        vec![(PAGE.to_owned(), page.into()), ("a.js".to_owned(), script.into())]
    }

    #[test]
    fn the_version_is_another_one_with_every_file_and_with_the_worker() {
        let versions = [
            version(&kept("page", "script"), "worker"),
            version(&kept("page2", "script"), "worker"),
            version(&kept("page", "script2"), "worker"),
            version(&kept("page", "script"), "worker2"),
        ];
        assert!(versions.iter().all(|version| version.len() == 12), "{versions:?}");
        let mut distinct = versions.to_vec();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), versions.len());
        assert_eq!(versions[0], version(&kept("page", "script"), "worker"));
    }

    #[test]
    fn every_file_but_the_page_has_its_hash() {
        let hashes = hashes(&kept("page", ""));
        assert_eq!(hashes[0], (PAGE.to_owned(), "".into()));
        // The well-known one of nothing.
        let nothing = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(hashes[1], ("a.js".to_owned(), nothing.into()));
    }

    #[test]
    fn icons_are_as_large_as_the_manifest_says() {
        for (name, drawing, width) in ICONS {
            let drawing = fs::read(format!("../{drawing}")).unwrap();
            let png = picture(&drawing, width).unwrap();
            assert_eq!(png[1..4], *b"PNG", "{name}");
            assert_eq!(png[16..24], [width.to_be_bytes(), width.to_be_bytes()].concat(), "{name}");
        }
    }
}
