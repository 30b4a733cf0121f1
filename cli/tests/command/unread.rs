//! Output that nobody reads to its end, as with `| head`.

use crate::run::{CASE, repository, run_unread};

#[test]
fn a_reader_that_stops_early_sees_no_panic() {
    for words in [["estimate"], ["editions"], ["--help"], ["--version"]] {
        let run = run_unread(&words, CASE.as_bytes());
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn a_check_that_nobody_reads_ends_without_a_panic() {
    let run = run_unread(&["check", &repository().display().to_string()], b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn bad_input_is_no_success_even_if_nobody_reads_why() {
    let run = run_unread(&["estimate"], b"[]]");
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert_eq!(run.code, Some(2));
}
