//! The widget's WebAssembly and its JavaScript glue: compile, bind, shrink.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    build::{Profile, Work},
    run::{run, run_unseen, step},
    script::esbuild,
    setup::tool,
    stamp::unless_same,
};

/// The name that other people's pages load: it never changes.
const NAME: &str = "hojokin-widget";

/// As little as possible to load, with the features of WebAssembly that rustc 1.95 emits; every browser in
/// `script::BROWSERS` has them.
///
/// The three passes that are left out make the file smaller but what travels larger, because repetition compresses:
/// with them the widget had 324,852 bytes and 138,971 gzipped, without them 348,411 and 129,983.
const SHRINK: &[&str] = &[
    "-Oz",
    "--skip-pass=inlining-optimizing",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Makes `hojokin-widget.js` and `hojokin-widget_bg.wasm`.
pub(crate) fn wasm(work: &Work) -> Result<()> {
    let compiled = compile(work)?;
    let code = fs::read(&compiled).with_context(|| compiled.display().to_string())?;

    unless_same(&work.made("hojokin-widget_bg.wasm"), &[&code, &work.tools], || {
        let bound = work.made("bound");
        step("wasm と JavaScript をつないでいます（wasm-bindgen）", || {
            bind(work.profile, &compiled, &bound)
        })?;
        shrink(work, &bound)?;
        glue(work, &bound)
    })
}

/// Returns the file that cargo wrote.
fn compile(work: &Work) -> Result<PathBuf> {
    let label = match work.profile {
        Profile::Dev => "wasm をコンパイルしています（開発用、最初は 1 分ほどかかります）",
        Profile::Release => "wasm をコンパイルしています（release、最初は数分かかります）",
    };
    let profile = work.profile.name();
    let target = "wasm32-unknown-unknown";
    step(label, || {
        let mut build = Command::new("cargo");
        build.args(["build", "--package", NAME, "--lib", "--target", target, "--profile", profile]);
        if work.profile == Profile::Release {
            build.env("CARGO_ENCODED_RUSTFLAGS", same_paths_everywhere()?);
        }
        run(&mut build)
    })?;
    Ok(work.target.join(target).join(profile).join("hojokin_widget.wasm"))
}

/// Compiler flags that keep the paths of this machine out of the file, so that it is the same wherever it is
/// made and smaller by a few kilobytes.
fn same_paths_everywhere() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.context("CARGO_HOME が分かりません")?.join("registry").join("src");
    // One folder a registry, named after its address; the crates lie in it.
    let folders = fs::read_dir(&registries).into_iter().flatten().filter_map(Result::ok);
    let crates: Vec<PathBuf> = folders.map(|folder| folder.path()).collect();
    // Of several that match, the last counts.
    let wider = [std::env::current_dir()?, registries];
    let flags = wider.into_iter().chain(crates).map(|path| remap(&path));
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

fn remap(path: &Path) -> String {
    format!("--remap-path-prefix={}=.", path.display())
}

fn bind(profile: Profile, compiled: &Path, bound: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        // web/element.js fetches the wasm itself, beside the glue and at the same time.
        .omit_default_module_path(true)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .out_name(NAME)
        .generate(bound)
}

fn shrink(work: &Work, bound: &Path) -> Result<()> {
    let from = bound.join("hojokin-widget_bg.wasm");
    let to = work.made("hojokin-widget_bg.wasm");
    match work.profile {
        Profile::Dev => fs::copy(from, to).map(drop).context("wasm を写せません"),
        Profile::Release => {
            step("wasm を小さくしています（wasm-opt、1 分ほど）", || {
                run_unseen(Command::new(tool("wasm-opt")).arg(from).arg("-o").arg(to).args(SHRINK))
            })
        }
    }
}

/// Not bundled, so that the glue stays a file of its own that is loaded when it is needed.
fn glue(work: &Work, bound: &Path) -> Result<()> {
    let from = bound.join("hojokin-widget.js");
    let text = fs::read_to_string(&from).with_context(|| from.display().to_string())?;
    if text.contains("./snippets/") {
        bail!("依存ライブラリが JavaScript の断片を持ち込みました。dist/ には入れられません");
    }
    run_unseen(esbuild(work, "hojokin-widget.js").arg("--format=esm").arg(from))
}
