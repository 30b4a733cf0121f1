//! However a file is broken, the reader says what is wrong with it and never panics.

use std::{fs, ops::Range, path::Path};

use hojokin_engine::Source;
use hojokin_rules_reader::{Problem, edition, examples, sources, vocabulary};

const ROUNDS: usize = 2_000;

#[test]
fn a_broken_rule_file_is_read_or_refused() {
    check_rules("jizokuka/2025-17");
}

#[test]
fn a_broken_file_with_tiers_and_parts_is_read_or_refused() {
    check_rules("it/2024");
}

#[test]
fn a_broken_file_with_bands_is_read_or_refused() {
    check_rules("shoryokuka-general/2025");
}

#[test]
fn a_broken_file_with_calculations_is_read_or_refused() {
    check_rules("shokibo-kyosai/2024");
}

#[track_caller]
fn check_rules(id: &str) {
    let words = vocabulary("vocabulary.toml", &text("rules/vocabulary.toml"), shared());
    let words = words.expect("the vocabulary is right");
    check(&format!("rules/{id}.toml"), |text| edition(&words, id, id, text).map(|_| ()));
}

#[test]
fn broken_shared_sources_are_read_or_refused() {
    check("rules/sources.toml", |text| sources("sources.toml", text).map(|_| ()));
}

#[test]
fn a_broken_vocabulary_is_read_or_refused() {
    check("rules/vocabulary.toml", |text| {
        vocabulary("vocabulary.toml", text, shared()).map(|_| ())
    });
}

#[test]
fn a_broken_file_of_worked_examples_is_read_or_refused() {
    let words = vocabulary("vocabulary.toml", &text("rules/vocabulary.toml"), shared());
    let words = words.expect("the vocabulary is right");
    let rules = edition(&words, "jizokuka/2014", "2014.toml", &text("rules/jizokuka/2014.toml"));
    let rules = Box::leak(Box::new(rules.expect("the rule file is right")));
    check("tests/golden/jizokuka/2014.toml", |text| {
        let found = examples(&words, rules, "2014.toml", text)?;
        for example in found {
            example.differences(&words, rules);
        }
        Ok(())
    });
}

fn shared() -> &'static [Source] {
    sources("sources.toml", &text("rules/sources.toml")).expect("the shared sources are right")
}

fn text(path: &str) -> String {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(workspace.join(path)).expect(path)
}

/// Breaks the file again and again and reads what is left of it.
fn check(path: &str, read: impl Fn(&str) -> Result<(), Vec<Problem>>) {
    let whole = text(path);
    // Enough for tables of every kind, and little enough to be read thousands of times.
    let end = whole.char_indices().nth(12_000).map_or(whole.len(), |(end, _)| end);
    let original = &whole[..end];
    let mut dice = Dice(1);
    let mut refused = 0;
    for _ in 0..ROUNDS {
        let broken = dice.broken(original);
        if let Err(problems) = read(&broken) {
            refused += 1;
            assert!(!problems.is_empty(), "refused without a reason:\n{broken}");
            for problem in problems {
                assert!(1 <= problem.line && 1 <= problem.column, "{problem}");
            }
        }
    }
    assert!(ROUNDS / 2 < refused, "only {refused} of {ROUNDS} were broken");
}

/// A linear congruential generator, so that a failure comes again (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).expect("31 bits fit");
        high % end.max(1)
    }

    /// The text with a few places or lines deleted, overwritten, doubled or filled with something else.
    fn broken(&mut self, text: &str) -> String {
        const INSERTED: [&str; 20] = [
            "\"", "'", "[", "[[", "]", "{", "}", "=", ",", ".", "#", "\n", "\r\n", "\0", "\\",
            "-1", "1e999", "true", "枠", "\u{feff}",
        ];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(3) {
            let start = self.below(bytes.len());
            let end = (start + 1 + self.below(30)).min(bytes.len());
            let inserted = INSERTED[self.below(INSERTED.len())].as_bytes().to_vec();
            let line = line(&bytes, start);
            match self.below(7) {
                0 => drop(bytes.drain(start..end)),
                1 => drop(bytes.splice(start..start, inserted)),
                2 => drop(bytes.splice(start..end, inserted)),
                3 => {
                    let doubled = bytes[start..end].to_vec();
                    drop(bytes.splice(end..end, doubled));
                }
                4 => drop(bytes.drain(line)),
                5 => {
                    let doubled = bytes[line.clone()].to_vec();
                    drop(bytes.splice(line.end..line.end, doubled));
                }
                _ => bytes[start] = u8::try_from(self.below(256)).expect("a byte"),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// The line around the byte at `place`.
fn line(bytes: &[u8], place: usize) -> Range<usize> {
    let start = bytes[..place].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = bytes[place..].iter().position(|byte| *byte == b'\n');
    start..end.map_or(bytes.len(), |end| place + end + 1)
}
