//! Reads rule files (TOML) into the typed rules of [`hojokin_engine`].
//!
//! A file is read as a whole: every mistake in it is found at once and comes as a [`Problem`] that names the
//! file, the line and the column, shows the line with a caret under the mistake, and says what was expected.
//! The same reader serves the build of the built-in rules, the `hojokin check` command and programmes that a
//! page adds at run time.
//!
//! The rules refer to each other by `'static` references, so what is read at run time stays in memory until
//! the process or page ends.

mod calculation;
mod citation;
mod combination;
mod condition;
mod edition;
mod example;
mod grant;
mod minimum_wage;
mod problem;
mod promise;
mod rows;
mod section;
mod vocabulary;

pub use crate::{
    combination::combinations,
    edition::edition,
    example::{Example, Expected, examples},
    minimum_wage::{File, minimum_wages},
    problem::Problem,
    vocabulary::{Vocabulary, sources, vocabulary},
};

/// Keeps a value for as long as the program runs, as the rules need it.
fn keep<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

/// Keeps a text for as long as the program runs.
fn keep_text(text: impl Into<String>) -> &'static str {
    String::leak(text.into())
}
