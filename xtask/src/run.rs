//! Steps and child processes, each announced by a visible line.

use std::{
    ffi::OsStr,
    io::Write,
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// Does `work` under a visible line, and says how long it took if that was long enough to wonder.
pub(crate) fn step<T>(label: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▶ {label}");
    let start = Instant::now();
    let done = work()?;
    let taken = start.elapsed();
    if taken >= Duration::from_millis(500) {
        println!("✓ {}", time(taken));
    }
    Ok(done)
}

/// A length of time as a person reads it, such as `1 分 5 秒` or `3.2 秒`.
pub(crate) fn time(taken: Duration) -> String {
    match taken.as_secs() {
        0..60 => format!("{:.1} 秒", taken.as_secs_f32()),
        seconds => format!("{} 分 {} 秒", seconds / 60, seconds % 60),
    }
}

/// Runs cargo with what it prints passed on as it is.
pub(crate) fn cargo(arguments: &[&str]) -> Result<()> {
    run(Command::new("cargo").args(arguments))
}

/// Runs a command that is worth seeing, with what it prints passed on as it is.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("  $ {}", line(command));
    run_unseen(command)
}

/// Runs a command that only its failure makes worth seeing.
pub(crate) fn run_unseen(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    succeeded(status, command)
}

/// Runs a command that reads `input`.
pub(crate) fn feed(command: &mut Command, input: &str) -> Result<()> {
    let mut child = command.stdin(Stdio::piped()).spawn().with_context(|| not_started(command))?;
    let mut pipe = child.stdin.take().context("標準入力が開けません")?;
    // A child that stops early closes its end: its exit code tells more than the broken pipe would.
    let _ = pipe.write_all(input.as_bytes());
    drop(pipe);
    succeeded(child.wait()?, command)
}

fn succeeded(status: ExitStatus, command: &Command) -> Result<()> {
    if !status.success() {
        bail!("失敗しました（{status}）: {}", line(command));
    }
    Ok(())
}

/// What a command prints, without the space around it, or `None` if it fails or is not installed.
pub(crate) fn ask<S: AsRef<OsStr>>(program: &str, arguments: &[S]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command) -> String {
    format!("{} を起動できません", command.get_program().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_where_minutes_start() {
        assert_eq!(time(Duration::from_millis(3_240)), "3.2 秒");
        assert_eq!(time(Duration::from_secs(59)), "59.0 秒");
        assert_eq!(time(Duration::from_secs(60)), "1 分 0 秒");
        assert_eq!(time(Duration::from_secs(125)), "2 分 5 秒");
    }

    #[test]
    fn a_failing_command_is_named() {
        let mut command = Command::new("cargo");
        let failure = run(command.arg("no-such-command").stderr(Stdio::null())).unwrap_err();
        assert!(failure.to_string().contains("cargo no-such-command"), "{failure}");
    }

    #[test]
    fn a_command_that_is_not_there_answers_nothing() {
        assert_eq!(ask("hojokin-no-such-program", &["--version"]), None);
    }
}
