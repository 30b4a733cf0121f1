//! `cargo xtask`: everything that the README asks a person to type.
//!
//! It needs cargo and Node.js; what else is missing it installs itself, one visible line before each step.

mod build;
mod release;
mod serve;
mod test;

mod choices;
mod css;
mod editions;
mod page;
mod script;
mod single;
mod vocabulary;
mod wasm;

mod api;
mod browser;
mod engines;
mod hosts;
mod licences;
mod mutate;
mod part;
mod server;
mod setup;
mod size;

mod run;
mod screens;
mod stamp;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

/// One word after `cargo xtask`.
struct Task {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(Arguments) -> Result<()>,
}

const TASKS: &[Task] = &[
    Task {
        name: "serve",
        options: "[--port 番号] [--no-build] [--release]",
        about: "組み立てて、手元のブラウザに配信します（編集して再読み込みすると組み立て直します）",
        run: serve::command,
    },
    Task {
        name: "test",
        options: "[--quick] [手順…]",
        about: "すべての検査を順に行います（--quick は数分かかるものを省きます）",
        run: test::command,
    },
    Task {
        name: "mutate",
        options: "[公募回の名の始め…]",
        about: "規則の数字を一つずつ変えて、どれかの計算例が気づくか確かめます",
        run: mutate::command,
    },
    Task {
        name: "build",
        options: "[--dev]",
        about: "dist/ に配布物を組み立てます",
        run: build::command,
    },
    Task {
        name: "release",
        options: "",
        about: "dist/ に配布物を組み立て、その版のハッシュを versions.json に記録します",
        run: release::command,
    },
    Task {
        name: "size",
        options: "",
        about: "配布物の大きさを表にし、上限を超えていれば失敗します",
        run: size::command,
    },
    Task {
        name: "screens",
        options: "",
        about: "すべての状態の画面を、三つの幅と明暗で写真に撮ります",
        run: screens::command,
    },
    Task {
        name: "keypress",
        options: "",
        about: "キーを押してから結果が描かれるまでの時間を、4 倍遅いCPUで測ります",
        run: screens::keypress,
    },
    Task {
        name: "loading",
        options: "",
        about: "ページを開いてから計算が描かれるまでの時間を、遅い回線と 4 倍遅いCPUで測ります",
        run: screens::loading,
    },
    Task { name: "bench", options: "", about: "計算の速さを測ります", run: bench },
    Task {
        name: "licences",
        options: "",
        about: "使っているライブラリのライセンスを確かめます",
        run: licences::command,
    },
];

fn main() -> ExitCode {
    match start(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(mut arguments: Arguments) -> Result<()> {
    let help = arguments.contains(["-h", "--help"]);
    let name = arguments.subcommand().context("引数が読めません")?;
    let Some(name) = name.filter(|name| !help && name != "help") else {
        println!("{}", usage());
        return Ok(());
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        bail!("「{name}」という作業はありません\n{}", usage());
    };
    env::set_current_dir(repository()).context("リポジトリの場所に移れません")?;
    (task.run)(arguments)
}

fn usage() -> String {
    let mut text = String::from("使い方: cargo xtask <作業>\n");
    for Task { name, options, about, .. } in TASKS {
        let call = format!("{name} {options}");
        text += &format!("\n  {}\n      {about}\n", call.trim_end());
    }
    text
}

/// Where the repository lies; every path in this tool is relative to it.
///
/// Cargo tells it at run time, because one target directory may serve several clones.
fn repository() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    PathBuf::from(here).join("..")
}

/// The words that are left over once a task has read its options.
fn words(arguments: Arguments) -> Result<Vec<String>> {
    let words: Vec<_> =
        arguments.finish().iter().map(|word| word.to_string_lossy().into_owned()).collect();
    match words.iter().find(|word| word.starts_with('-')) {
        Some(option) => {
            bail!("「{option}」という指定はありません。cargo xtask --help で一覧が出ます")
        }
        None => Ok(words),
    }
}

/// Refuses words that a task does not know, so that a mistyped option is not silently ignored.
fn nothing_else(arguments: Arguments) -> Result<()> {
    match words(arguments)?.first() {
        Some(word) => bail!("「{word}」は余分です。cargo xtask --help で使い方が出ます"),
        None => Ok(()),
    }
}

fn bench(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    run::step("計算の速さを測っています（最初は数分かかります）", || {
        run::cargo(&["bench", "--package", "hojokin-benches"])
    })
}
