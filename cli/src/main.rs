//! The `hojokin` command: what a support programme grants, from JSON to JSON.

mod batch;
mod case;
mod check;
mod clock;
mod editions;
mod estimate;
mod number;

use std::{
    io::{self, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use pico_args::Arguments;

const HELP: &str = "\
補助金シミュレーターの計算をコマンドで使う

使い方：
  hojokin estimate < case.json   事例（1件または配列）を読み、見込みを JSON で書く
  hojokin batch [LIST.csv] > OUT.csv
                                 事業者の一覧（CSV）を読み、一行ごとの見込みを書き足す
      --edition ID               どの公募回で計算するか（既定は受付中のすべて。一番多いものを書く）
      --as-of 2026-12-15         いつの時点で計算するか（既定は今）
      --column 見出し=事項       見出しの読みかえ（例：--column 社員数=employees）
      --columns                  列をどう読んだかを示すだけで、計算しない
      --template                 その公募回のための、見出しだけの CSV を書く
      --charset utf-8|shift_jis  文字コード（既定は自動）
      --ids                      見出しと枠を日本語ではなく id で書く
  hojokin editions               公募回の一覧を JSON で書く
  hojokin check [DIR]            規則ファイル DIR/rules と計算例 DIR/tests/golden を確かめる（DIR は既定で .）
  hojokin --help | --version

終了コード：0 正常　1 規則や計算例に誤りがある、一覧に読めない行がある　2 入力が読めない（誤りはすべて一度に示す）
";

/// What a person asked for.
enum Command {
    Estimate,
    Editions,
    Batch(Box<batch::Wanted>),
    Check(PathBuf),
    Help,
    Version,
}

fn main() -> ExitCode {
    let done = match command(Arguments::from_env()) {
        Ok(Command::Estimate) => estimate_from_input(),
        Ok(Command::Editions) => print(&editions::list(&hojokin_rules::rulebook())),
        Ok(Command::Batch(wanted)) => batch::run(*wanted),
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

fn command(mut words: Arguments) -> Result<Command, String> {
    if words.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    if words.contains(["-V", "--version"]) {
        return Ok(Command::Version);
    }
    let name = words.subcommand().map_err(|error| error.to_string())?.unwrap_or_default();
    let listed = (name == "batch").then(|| batch::wanted(&mut words, clock::now())).transpose()?;
    let rest = words.finish();
    let folder = || rest.first().map_or_else(|| PathBuf::from("."), PathBuf::from);
    let (command, most) = match name.as_str() {
        "estimate" => (Command::Estimate, 0),
        "editions" => (Command::Editions, 0),
        "check" => (Command::Check(folder()), 1),
        "batch" => {
            let wanted = listed.ok_or("batch")?.of(rest.first().map(PathBuf::from));
            (Command::Batch(Box::new(wanted)), 1)
        }
        "" => return Err("コマンドを書いてください".to_owned()),
        other => return Err(format!("「{other}」というコマンドはありません")),
    };
    let option = rest.iter().find(|word| word.to_string_lossy().starts_with('-'));
    match option.or_else(|| rest.get(most)) {
        Some(extra) => Err(format!("「{}」は余分です", extra.to_string_lossy())),
        None => Ok(command),
    }
}

fn estimate_from_input() -> io::Result<ExitCode> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    match estimate::answer(&hojokin_rules::rulebook(), &input, clock::now()) {
        Ok(answer) => print_text(&(answer + "\n")),
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
