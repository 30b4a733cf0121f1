//! Words on the command line.

use crate::run::run;

#[test]
fn what_is_no_command_is_refused_with_the_help() {
    for (words, said) in [
        (&[][..], "コマンドを書いてください"),
        (&["estimat"], "「estimat」というコマンドはありません"),
        (&["estimate", "case.json"], "case.json"),
        (&["editions", "all"], "all"),
        (&["check", ".", "more"], "more"),
        (&["estimate", "--fast"], "--fast"),
    ] {
        let run = run(words, b"");
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{words:?}");
        assert!(run.stderr.contains(said), "{words:?}: {}", run.stderr);
        assert!(run.stderr.contains("hojokin estimate < case.json"), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn help_and_version_are_no_failure() {
    for words in [["--help"], ["-h"], ["--version"], ["-V"]] {
        let run = run(&words, b"");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{words:?}");
        assert!(run.stdout.contains("hojokin"), "{words:?}");
    }
}
