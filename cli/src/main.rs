//! The `hojokin` command: what a support programme grants, from JSON to JSON.

mod case;
mod check;
mod clock;
mod editions;
mod estimate;
mod number;

use std::{
    ffi::OsString,
    io::{self, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use lexopt::{Arg, Parser};

const HELP: &str = "\
補助金シミュレーターの計算をコマンドで使う

使い方：
  hojokin estimate < case.json   事例（1件または配列）を読み、見込みを JSON で書く
  hojokin editions               公募回の一覧を JSON で書く
  hojokin check [DIR]            規則ファイル DIR/rules と計算例 DIR/tests/golden を確かめる（DIR は既定で .）
  hojokin --help | --version

終了コード：0 正常　1 規則や計算例に誤りがある　2 入力が読めない（誤りはすべて一度に示す）
";

/// What a person asked for.
enum Command {
    Estimate,
    Editions,
    Check(PathBuf),
    Help,
    Version,
}

fn main() -> ExitCode {
    let done = match command(Parser::from_env()) {
        Ok(Command::Estimate) => estimate_from_input(),
        Ok(Command::Editions) => print(&editions::list(&hojokin_rules::rulebook())),
        Ok(Command::Check(folder)) => check::run(&folder),
        Ok(Command::Help) => print_text(HELP),
        Ok(Command::Version) => print_text(concat!("hojokin ", env!("CARGO_PKG_VERSION"), "\n")),
        Err(error) => {
            eprintln!("hojokin: {error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    // Whoever reads our output may stop early, as `head` does; that is no failure of ours.
    done.unwrap_or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        _ => {
            eprintln!("hojokin: {error}");
            ExitCode::from(2)
        }
    })
}

fn command(mut words: Parser) -> Result<Command, lexopt::Error> {
    let mut command = None;
    let mut folder: Option<OsString> = None;
    while let Some(word) = words.next()? {
        match word {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Value(word) if command.is_none() => command = Some(word),
            Arg::Value(word) if folder.is_none() => folder = Some(word),
            other => return Err(other.unexpected()),
        }
    }
    let command = command.unwrap_or_default();
    match (command.to_str(), folder) {
        (Some("estimate"), None) => Ok(Command::Estimate),
        (Some("editions"), None) => Ok(Command::Editions),
        (Some("check"), folder) => Ok(Command::Check(folder.unwrap_or_else(|| ".".into()).into())),
        (Some(""), _) => Err("コマンドを書いてください".into()),
        (Some("estimate" | "editions"), Some(extra)) => {
            Err(lexopt::Error::UnexpectedArgument(extra))
        }
        _ => Err(format!("「{}」というコマンドはありません", command.display()).into()),
    }
}

fn estimate_from_input() -> io::Result<ExitCode> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    match estimate::answer(&hojokin_rules::rulebook(), &input, clock::today()) {
        Ok(answer) => print(&answer),
        Err(errors) => {
            for error in &errors.errors {
                eprintln!("hojokin: {error}");
            }
            // Bad input is bad input even if nobody reads why.
            let _ = print(&errors);
            Ok(ExitCode::from(2))
        }
    }
}

fn print(value: &impl serde::Serialize) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, value)?;
    out.write_all(b"\n")?;
    Ok(ExitCode::SUCCESS)
}

fn print_text(text: &str) -> io::Result<ExitCode> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
