//! Runs the command and reads what it wrote.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

/// The example of the contract.
pub(crate) const CASE: &str = r#"{ "edition": "jizokuka/2024-16",
  "as_of": "2024-05-10",
  "tax": "excluded",
  "answers": { "industry": "retail", "legal_form": "company", "employees": 4, "wage_raise": true, "deficit": false,
               "graduation": false, "atotsugi_finalist": false, "startup_support": false, "invoice_new": false },
  "expenses": { "publicity": 600000, "website": 300000 } }"#;

/// The rounds that these tests know; others may be listed beside them.
pub(crate) const JIZOKUKA: [&str; 6] = [
    "jizokuka/2014",
    "jizokuka/2023-14",
    "jizokuka/2024-15",
    "jizokuka/2024-16",
    "jizokuka/2025-17",
    "jizokuka-startup/2025-1",
];

/// How a run of the command ended.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the command on `input`.
pub(crate) fn run(words: &[&str], input: &[u8]) -> Run {
    finish(command(words).stdout(Stdio::piped()), input)
}

/// Runs the command with nobody at the other end of its output.
pub(crate) fn run_unread(words: &[&str], input: &[u8]) -> Run {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    finish(command(words).stdout(writer), input)
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hojokin"));
    command.args(words).env("RUST_BACKTRACE", "0").stdin(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn finish(command: &mut Command, input: &[u8]) -> Run {
    let mut child = command.spawn().expect("the command is built");
    let mut stdin = child.stdin.take().expect("it is piped");
    // At the same time: a command that answers as it reads waits until its output is taken.
    let output = std::thread::scope(|scope| {
        // A command that takes no input may be gone before it is written.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().expect("the command ends")
    });
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// What `hojokin estimate` answers, without a word beside it.
#[track_caller]
pub(crate) fn estimated(input: &str) -> Value {
    let run = run(&["estimate"], input.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{input}");
    assert!(run.stdout.ends_with('\n') && run.stdout.lines().count() == 1, "{}", run.stdout);
    serde_json::from_str(&run.stdout).expect("JSON")
}

pub(crate) fn frame<'e>(estimate: &'e Value, id: &str) -> &'e Value {
    list(&estimate["frames"]).iter().find(|frame| frame["id"] == id).expect("the edition has it")
}

/// What `key` is in each of a list of objects.
pub(crate) fn each<'v>(objects: &'v Value, key: &str) -> Vec<&'v str> {
    list(objects).iter().map(|object| object[key].as_str().expect("a text")).collect()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// The keys of an object in the order of the alphabet.
pub(crate) fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> =
        object.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Those of `ids` that these tests know, so that a new round breaks nothing here.
pub(crate) fn known<'i>(ids: &[&'i str]) -> Vec<&'i str> {
    ids.iter().copied().filter(|id| JIZOKUKA.contains(id)).collect()
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
