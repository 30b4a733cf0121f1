//! Row after row, on all cores, in the order of the list.

use std::io::{self, Read, Write};

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord, WriterBuilder};
use hojokin_engine::{Edition, Moment};
use rayon::prelude::*;

use crate::{
    answer::Answer,
    columns::{ColumnError, Columns, Meaning},
    row::{self, Mistake},
};

/// What is wanted of a list.
#[derive(Clone, Debug)]
pub struct Job {
    /// The round of all rows that do not name one; all open ones without.
    pub edition: Option<&'static Edition>,
    /// The moment for which to answer, of all rows that do not name one.
    pub as_of: Moment,
    /// What headings of other words mean: the heading, and the id or name of what it is.
    pub renamed: Vec<(String, String)>,
    /// Whether ids are written instead of Japanese names.
    pub ids: bool,
}

/// What is done so far.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Done {
    /// Rows that are written.
    pub rows: u64,
    /// Those of them with a mistake.
    pub wrong: u64,
    /// Bytes of the list that are read, as UTF-8.
    pub bytes: u64,
}

/// A list that is being worked on.
pub struct Batch<R> {
    list: Reader<R>,
    columns: Columns,
    answer: Answer,
    edition: Option<&'static Edition>,
    as_of: Moment,
}

/// How many rows are held at a time, and how many one core takes of them.
const HELD: usize = 1 << 14;
const TAKEN: usize = 1 << 9;

/// Where a row of a list begins (its line, from 1), and its cells.
type Row = (u64, ByteRecord);

impl<R: Read + Send> Batch<R> {
    /// Reads the headings of a list in UTF-8 (see [`decoded`](crate::decoded)).
    ///
    /// # Errors
    /// Every mistake in the headings, or why they cannot be read.
    pub fn new(list: R, job: &Job) -> Result<Self, Vec<Problem>> {
        let mut list = ReaderBuilder::new().flexible(true).from_reader(list);
        let headings = list.headers().map_err(|error| vec![Problem::List(error)])?.clone();
        let columns = Columns::of(headings.iter(), &job.renamed)
            .map_err(|errors| errors.into_iter().map(Problem::Column).collect::<Vec<_>>())?;
        let Job { edition, as_of, ids, .. } = *job;
        let by_row = columns.0.iter().any(|column| column.meaning == Meaning::Edition);
        let answer = Answer::new(edition.filter(|_| !by_row), ids);
        Ok(Self { list, columns, answer, edition, as_of })
    }

    /// What the headings are taken for.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Writes the list with what comes of each row, and tells `progress` from time to time.
    ///
    /// # Errors
    /// The list cannot be read on, or nothing more be written.
    pub fn run(
        &mut self,
        output: &mut impl Write,
        mut progress: impl FnMut(Done),
    ) -> io::Result<Done> {
        let Self { list, columns, answer, edition, as_of } = self;
        let headings = columns.0.iter().map(|column| column.heading.clone());
        let mut head = WriterBuilder::new().from_writer(Vec::new());
        head.write_record(headings.chain(answer.headings.iter().cloned()))?;
        output.write_all(&head.into_inner().map_err(|error| error.into_error())?)?;

        let worked = |rows: &[Row]| work(columns, answer, *edition, *as_of, rows);
        let mut done = Done::default();
        let mut held = take(list)?;
        while !held.is_empty() {
            // The next rows are read while these are worked on.
            let (next, written) = rayon::join(
                || take(list),
                || held.par_chunks(TAKEN).map(worked).collect::<Result<Vec<_>, _>>(),
            );
            for (text, wrong) in written? {
                output.write_all(&text)?;
                done.wrong += wrong;
            }
            done.rows += held.len() as u64;
            held = next?;
            done.bytes = list.position().byte();
            progress(done);
        }
        output.flush()?;
        Ok(done)
    }
}

/// Why a list cannot be begun.
#[derive(Debug)]
pub enum Problem {
    /// A heading is wrong.
    Column(ColumnError),
    /// The list cannot be read.
    List(csv::Error),
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Column(error) => error.fmt(f),
            Self::List(error) => write!(f, "表を読めません：{error}"),
        }
    }
}

/// The next rows, none at the end.
fn take<R: Read>(list: &mut Reader<R>) -> io::Result<Vec<Row>> {
    let mut rows = Vec::with_capacity(HELD);
    let mut row = ByteRecord::new();
    while rows.len() < HELD && list.read_byte_record(&mut row)? {
        let line = row.position().map_or(0, csv::Position::line);
        rows.push((line, row.clone()));
    }
    Ok(rows)
}

/// Rows with what comes of them, as CSV, and how many have a mistake.
fn work(
    columns: &Columns,
    answer: &Answer,
    edition: Option<&'static Edition>,
    as_of: Moment,
    rows: &[Row],
) -> io::Result<(Vec<u8>, u64)> {
    let mut output = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut wrong = 0;
    for (line, row) in rows {
        let row = StringRecord::from_byte_record_lossy(row.clone());
        let asked =
            row::read(columns, &row, edition, as_of).map_err(|mistakes| told(*line, &mistakes));
        wrong += u64::from(asked.is_err());
        // A short row is filled up, so that what is written stands under its heading.
        let cells =
            row.iter().chain(std::iter::repeat_n("", columns.0.len().saturating_sub(row.len())));
        for cell in cells {
            output.write_field(cell)?;
        }
        let mut failed = Ok(());
        answer.cells(&asked, &mut |cell| {
            if failed.is_ok() {
                failed = output.write_field(cell);
            }
        });
        failed?;
        output.write_record(None::<&[u8]>)?;
    }
    Ok((output.into_inner().map_err(|error| error.into_error())?, wrong))
}

/// Mistakes in words, with the line on which their row begins.
fn told(line: u64, mistakes: &[Mistake]) -> String {
    let mistakes: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
    format!("{line}行目　{}", mistakes.join("　"))
}
