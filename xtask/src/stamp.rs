//! Steps that are skipped while what goes into them stays the same.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// Does `work`, which writes `output`, unless `output` was written from the same `inputs` before.
///
/// The inputs are compared by content, because a checkout or a rebuild gives old content new dates.
pub(crate) fn unless_same(
    output: &Path,
    inputs: &[&[u8]],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = stamp_of(output);
    let mark = mark(inputs);
    let same = fs::read_to_string(&stamp).is_ok_and(|old| old == mark);
    if same && output.exists() {
        return Ok(());
    }
    if let Some(folder) = output.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    work()?;
    fs::write(&stamp, mark).with_context(|| stamp.display().to_string())
}

fn stamp_of(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".stamp");
    name.into()
}

fn mark(inputs: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    inputs.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_again_when_an_input_changes_or_the_output_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("deep/output");
        let times = std::cell::Cell::new(0);
        let make = |inputs: &[&[u8]]| {
            unless_same(&output, inputs, || {
                times.set(times.get() + 1);
                Ok(fs::write(&output, "made")?)
            })
            .unwrap();
            times.get()
        };

        assert_eq!(make(&[b"a", b"b"]), 1);
        assert_eq!(make(&[b"a", b"b"]), 1);
        assert_eq!(make(&[b"ab", b""]), 2);
        fs::remove_file(&output).unwrap();
        assert_eq!(make(&[b"ab", b""]), 3);
    }

    #[test]
    fn work_that_failed_is_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        unless_same(&output, &[b"a"], || anyhow::bail!("no")).unwrap_err();
        let mut done = false;
        unless_same(&output, &[b"a"], || {
            done = true;
            Ok(())
        })
        .unwrap();
        assert!(done);
    }
}
