//! Estimates for a list of firms: CSV in, CSV out, a row for a row.
//!
//! A column counts if its heading is the id or the Japanese name of a fact, of an expense category, or one of a few words
//! ([`Columns`]); every other column is copied. A row with a mistake is copied with what is wrong with it, and without
//! amounts. Nothing is held but the rows that are being worked on.
//!
//! ```
//! use hojokin_batch::{Batch, Job};
//!
//! let now = "2024-05-10".parse().expect("a moment");
//! let edition = hojokin_rules::rulebook().edition("jizokuka/2024-16");
//! let job = Job { edition, as_of: now, renamed: Vec::new(), ids: true };
//! let input = "会社名,業種,従業員数,publicity\n見本商店,小売業,4,60万円\n山田,小売業,四人くらい,1\n";
//! let mut batch = Batch::new(input.as_bytes(), &job).expect("it has headings");
//! let mut output = Vec::new();
//! let done = batch.run(&mut output, |_| {}).expect("it can be written");
//! assert_eq!((done.rows, done.wrong), (2, 1));
//! let text = String::from_utf8(output).expect("UTF-8");
//! assert!(text.contains("見本商店,小売業,4,60万円,"));
//! assert!(text.contains("従業員数：「四人くらい」は数ではありません"));
//! ```

mod answer;
mod columns;
mod row;
mod run;
mod text;

pub use self::{
    columns::{Column, ColumnError, Columns, Meaning, template},
    run::{Batch, Done, Job},
    text::{Charset, decoded},
};
