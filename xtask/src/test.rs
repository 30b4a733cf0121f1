//! `cargo xtask test`: every check, in the order in which a mistake is cheapest to find.

use std::{path::PathBuf, time::Instant};

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use crate::{
    browser::in_node,
    build::{self, Profile, files_under},
    engines, licences, mutate,
    run::{cargo, step, time},
    setup, size, words,
};

/// Where the browser tests lie.
const BROWSER_TESTS: &str = "tests/e2e";

/// A test file that leaves its browser open would otherwise wait for ever; ten minutes, in milliseconds.
pub(crate) const PATIENCE: &str = "--test-timeout=600000";

/// A part of the tests that can be run by its name.
struct Check {
    name: &'static str,
    label: &'static str,
    /// Whether `--quick` includes it.
    quick: bool,
    run: fn() -> Result<()>,
}

const CHECKS: &[Check] = &[
    Check {
        name: "fmt",
        label: "書式を確かめています（rustfmt）",
        quick: true,
        run: || cargo(&["fmt", "--all", "--check"]),
    },
    Check {
        name: "clippy",
        label: "コードの癖を確かめています（clippy、最初は数分かかります）",
        quick: true,
        run: || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Check {
        name: "cargo",
        label: "Rust のテストを実行しています（最初は数分かかります）",
        quick: true,
        run: || cargo(&["test", "--workspace"]),
    },
    Check {
        name: "rules",
        label: "規則と計算例を確かめています",
        quick: true,
        run: || cargo(&["run", "--quiet", "--package", "hojokin-cli", "--", "check", "."]),
    },
    Check {
        name: "mutate",
        label: "規則の数字を一つずつ変えて、計算例が気づくか確かめています",
        quick: true,
        run: mutate::check,
    },
    Check {
        name: "licences",
        label: "ライブラリのライセンスと出どころを確かめています",
        quick: false,
        run: licences::check,
    },
    Check {
        name: "build",
        label: "配布物を組み立てています",
        quick: false,
        run: || build::build(Profile::Release),
    },
    Check {
        name: "size", label: "配布物の大きさを測っています", quick: false, run: size::check
    },
    Check {
        name: "browser",
        label: "ブラウザでテストしています（Chromium）",
        quick: false,
        run: in_browser,
    },
    Check {
        name: "engines",
        label: "ほかのエンジンでもテストしています（Firefox と WebKit）",
        quick: false,
        run: engines::check,
    },
];

/// Runs `cargo xtask test`.
pub(crate) fn command(mut arguments: Arguments) -> Result<()> {
    let quick = arguments.contains("--quick");
    let checks = chosen(quick, &words(arguments)?)?;
    let start = Instant::now();
    setup::checkers()?;
    if checks.iter().any(|check| !check.quick) {
        // A missing tool is found out now, not after minutes of tests.
        setup::all()?;
    }
    for (place, check) in checks.iter().enumerate() {
        let label = format!("[{}/{}] {}", place + 1, checks.len(), check.label);
        step(&label, check.run).with_context(|| format!("「{}」で止まりました", check.name))?;
    }
    println!("✓ すべて通りました（{}）", time(start.elapsed()));
    Ok(())
}

/// The checks of these names, or all, in their order.
fn chosen(quick: bool, names: &[String]) -> Result<Vec<&'static Check>> {
    if let Some(unknown) = names.iter().find(|name| CHECKS.iter().all(|check| check.name != **name))
    {
        let known: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
        bail!("「{unknown}」という手順はありません。手順: {}", known.join(" "));
    }
    let wanted = |check: &&Check| names.is_empty() || names.iter().any(|name| name == check.name);
    Ok(CHECKS.iter().filter(wanted).filter(|check| check.quick || !quick).collect())
}

/// Runs the browser tests on what the release build left in `dist/`.
fn in_browser() -> Result<()> {
    let mut arguments: Vec<PathBuf> = ["--test", PATIENCE].map(PathBuf::from).into();
    let files = files_under(BROWSER_TESTS)?;
    arguments
        .extend(files.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")));
    if arguments.len() == 2 {
        bail!("{BROWSER_TESTS}/ に *.test.mjs がありません");
    }
    in_node(&arguments, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(quick: bool, words: &[&str]) -> Vec<&'static str> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        chosen(quick, &words).unwrap().iter().map(|check| check.name).collect()
    }

    #[test]
    fn all_checks_run_unless_some_are_named() {
        let all = [
            "fmt", "clippy", "cargo", "rules", "mutate", "licences", "build", "size", "browser",
            "engines",
        ];
        assert_eq!(names(false, &[]), all);
        assert_eq!(names(true, &[]), all[..5]);
        assert_eq!(names(false, &["browser", "fmt"]), ["fmt", "browser"]);
    }

    #[test]
    fn an_unknown_check_is_answered_with_the_known_ones() {
        let message = chosen(false, &["browsers".to_owned()]).err().unwrap().to_string();
        assert!(message.contains("browsers") && message.contains("clippy"), "{message}");
    }
}
