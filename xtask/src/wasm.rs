//! The widget's WebAssembly and its JavaScript glue: compile, bind, shrink.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    build::{Profile, Work},
    part::{DESK, FIRST, LINKED, fit, share, split},
    run::{run, run_unseen, step},
    script::esbuild,
    setup::{library_sources, tool},
    stamp::unless_same,
};

/// The name that other people's pages load: it never changes.
const NAME: &str = "hojokin-widget";

/// As little as possible to load, with the features of WebAssembly that rustc 1.95 emits; every browser in
/// `script::BROWSERS` has them.
///
/// What counts is what travels: repetition compresses, so what makes the file smaller can make it slower to load
/// (see docs/design.md). The second round finds a little more. Hints about alignment, which browsers ignore, go.
/// The lowest kilobyte of memory is the far end of rustc's stack of a megabyte; what never points there can be shorter.
const SHRINK: &[&str] = &[
    "-Oz",
    "-Oz",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--always-inline-max-function-size=1",
    "--one-caller-inline-max-function-size=20",
    "--dealign",
    "--low-memory-unused",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// A panic stops the program at once, without a text.
const MUTE: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// By the old name of an import, an export or their module: its new one.
pub(crate) type Names = Map<String, Value>;

/// Makes `hojokin-widget.js`, `hojokin-widget_bg.wasm` and `hojokin-desk.wasm`.
pub(crate) fn wasm(work: &Work) -> Result<()> {
    let compiled = compile(work)?;
    let code = fs::read(&compiled).with_context(|| compiled.display().to_string())?;

    unless_same(&work.made("hojokin-widget_bg.wasm"), &[&code, &work.tools], || {
        let bound = work.made("bound");
        let names =
            step("wasm を分け、JavaScript とつないでいます（wasm-bindgen）", || {
                split(&code, &bound)?;
                bind(work.profile, &bound, &format!("{:x}", hash(&code)))
            })?;
        shrink(work, &bound)?;
        glue(work, &bound, &names)
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
        build.args(["rustc", "--package", NAME, "--lib", "--target", target, "--profile", profile]);
        if work.profile == Profile::Release {
            small(&mut build)?;
        }
        run(build.args(["--", LINKED]))
    })?;
    Ok(work.target.join(target).join(profile).join("hojokin_widget.wasm"))
}

/// Compiles the standard library too, for size like everything else, and without the texts that panics and `{:?}`
/// would print: nobody reads them on other people's pages. The gzipped file is 11 kB smaller.
///
/// The compiler's options for this are not stable yet; the compiler is, at the version that `rust-toolchain.toml`
/// names, and `RUSTC_BOOTSTRAP` lets it take them.
fn small(build: &mut Command) -> Result<()> {
    library_sources()?;
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    build.env("RUSTC_BOOTSTRAP", "1");
    let mut flags = same_paths_everywhere()?;
    flags.extend(MUTE.map(str::to_owned));
    build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(())
}

/// Compiler flags that keep the paths of this machine out of the file, so that it is the same wherever it is made.
fn same_paths_everywhere() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.context("CARGO_HOME が分かりません")?.join("registry").join("src");
    // One folder a registry, named after its address; the crates lie in it.
    let folders = fs::read_dir(&registries).into_iter().flatten().filter_map(Result::ok);
    let crates: Vec<PathBuf> = folders.map(|folder| folder.path()).collect();
    // Of several that match, the last counts.
    let wider = [std::env::current_dir()?, registries];
    Ok(wider.into_iter().chain(crates).map(|path| remap(&path)).collect())
}

fn remap(path: &Path) -> String {
    format!("--remap-path-prefix={}=.", path.display())
}

fn bind(profile: Profile, bound: &Path, build: &str) -> Result<Names> {
    let mut output = Bindgen::new()
        .input_path(bound.join(FIRST))
        .web(true)?
        .typescript(false)
        // web/element.js fetches the wasm itself, beside the glue and at the same time.
        .omit_default_module_path(true)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .keep_lld_exports(true)
        .out_name(NAME)
        .generate_output()?;
    let mut names = Names::new();
    let release = profile == Profile::Release;
    let wasm = output.wasm_mut();
    share(wasm, build);
    if release {
        for import in wasm.imports.iter_mut() {
            shorten(&mut import.module, &mut names);
            shorten(&mut import.name, &mut names);
        }
        wasm.exports.iter_mut().for_each(|export| shorten(&mut export.name, &mut names));
    }
    output.emit(bound)?;
    fit(bound, build, release.then_some(&mut names))?;
    Ok(names)
}

/// Gives what goes by this name three letters instead.
///
/// They follow from the name alone, so that a glue and a wasm of two builds, one of them from a browser's cache,
/// fit together or not just as they would by their long names.
pub(crate) fn shorten(name: &mut String, names: &mut Names) {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let hash = hash(name.as_bytes());
    let letter = |place: u32| char::from(LETTERS[(hash / 52_u64.pow(place) % 52) as usize]);
    let mut short: String = (0..3).map(letter).collect();
    let taken = |short: &str| names.iter().any(|(old, new)| new == short && old != name);
    while taken(&short) {
        short.push('_');
    }
    names.insert(std::mem::replace(name, short.clone()), short.into());
}

/// FNV-1a, whose values never change.
fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

fn shrink(work: &Work, bound: &Path) -> Result<()> {
    let files = ["hojokin-widget_bg.wasm", DESK].map(|name| (bound.join(name), work.made(name)));
    match work.profile {
        Profile::Dev => {
            for (from, to) in files {
                fs::copy(from, to).context("wasm を写せません")?;
            }
            Ok(())
        }
        Profile::Release => {
            step("wasm を小さくしています（wasm-opt、1 分ほど）", || {
                files.into_iter().try_for_each(|(from, to)| {
                    run_unseen(
                        Command::new(tool("wasm-opt")).arg(from).arg("-o").arg(to).args(SHRINK),
                    )
                })
            })
        }
    }
}

/// Not bundled, so that the glue stays a file of its own that is loaded when it is needed.
fn glue(work: &Work, bound: &Path, names: &Names) -> Result<()> {
    let from = bound.join("hojokin-widget.js");
    let text = fs::read_to_string(&from).with_context(|| from.display().to_string())?;
    if text.contains("./snippets/") {
        bail!("依存ライブラリが JavaScript の断片を持ち込みました。dist/ には入れられません");
    }
    fs::write(&from, started_by_us(&text)?)?;
    let cache = bound.join("names.json");
    fs::write(&cache, serde_json::to_string(names)?)?;
    let mut glue = esbuild(work, "hojokin-widget.js");
    glue.args(["--format=esm", "--tree-shaking=true", "--mangle-quoted"])
        .arg(format!("--mangle-props={}", any_of(names)))
        .arg(format!("--mangle-cache={}", cache.display()));
    run_unseen(glue.arg(from))
}

/// The glue without its own ways of loading the wasm, which esbuild leaves out when nothing names them: `web/load.js`
/// does it in three lines.
fn started_by_us(glue: &str) -> Result<String> {
    let theirs = "export { initSync, __wbg_init as default };";
    if glue.matches(theirs).count() != 1 {
        bail!("wasm-bindgen の書き出す JavaScript の終わりが変わりました");
    }
    Ok(glue
        .replace(theirs, "export { __wbg_get_imports as imports, __wbg_finalize_init as begin };"))
}

/// A regular expression for the old names and no other; for nothing if there are none.
fn any_of(names: &Names) -> String {
    let escaped: Vec<String> = names.keys().map(|name| name.replace('.', "\\.")).collect();
    format!("^({})$", escaped.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glue_that_ends_otherwise_is_noticed() {
        let glue = started_by_us("code\nexport { initSync, __wbg_init as default };\n").unwrap();
        assert!(glue.starts_with("code\nexport { __wbg_get_imports as imports, "), "{glue}");
        assert!(started_by_us("export { __wbg_init as default };").is_err());
    }

    #[test]
    fn the_glue_gets_every_new_name() {
        let mut names = Names::new();
        let mut shortened =
            ["./hojokin-widget_bg.js", "__wbg_focus_d5e2", "memory", "memory"].map(str::to_owned);
        shortened.iter_mut().for_each(|name| shorten(name, &mut names));
        assert_eq!(shortened, ["EEm", "XBO", "YtM", "YtM"]);
        assert_eq!(any_of(&names), r"^(\./hojokin-widget_bg\.js|__wbg_focus_d5e2|memory)$");
    }
}
