//! `hojokin batch`: a list of firms in CSV, with what each would get.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Read, Write},
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

use hojokin_batch::{Batch, Charset, Columns, Done, Job, decoded, template};
use hojokin_engine::{Edition, Moment};
use pico_args::Arguments;

/// What a person asked for.
pub(crate) struct Wanted {
    job: Job,
    charset: Charset,
    only: Only,
    /// The list; standard input without.
    list: Option<PathBuf>,
}

enum Only {
    /// Everything.
    Nothing,
    /// What the columns are taken for.
    Columns,
    /// The headings of an empty list.
    Template(&'static Edition),
}

/// Reads the options.
pub(crate) fn wanted(words: &mut Arguments, now: Moment) -> Result<Wanted, String> {
    let text = |error: pico_args::Error| error.to_string();
    let edition = words.opt_value_from_fn("--edition", edition).map_err(text)?;
    let as_of = words.opt_value_from_fn("--as-of", moment).map_err(text)?.unwrap_or(now);
    let renamed = words.values_from_fn("--column", column).map_err(text)?;
    let charset = words.opt_value_from_fn("--charset", charset).map_err(text)?.unwrap_or_default();
    let ids = words.contains("--ids");
    let only = match (words.contains("--template"), words.contains("--columns"), edition) {
        (true, _, Some(edition)) => Only::Template(edition),
        (true, _, None) => return Err("--template には --edition を付けてください".to_owned()),
        (_, true, _) => Only::Columns,
        _ => Only::Nothing,
    };
    Ok(Wanted { job: Job { edition, as_of, renamed, ids }, charset, only, list: None })
}

impl Wanted {
    /// With the list in this file.
    pub(crate) fn of(self, list: Option<PathBuf>) -> Self {
        Self { list, ..self }
    }
}

fn edition(id: &str) -> Result<&'static Edition, String> {
    let found = hojokin_rules::rulebook().edition(id);
    found.ok_or_else(|| format!("「{id}」という公募回はありません（一覧：hojokin editions）"))
}

fn moment(text: &str) -> Result<Moment, String> {
    text.parse().map_err(|()| {
        format!("「{text}」は日付ではありません（2026-12-15 のように書いてください）")
    })
}

fn column(text: &str) -> Result<(String, String), String> {
    let pair =
        text.split_once('=').filter(|(heading, word)| !heading.is_empty() && !word.is_empty());
    let pair = pair.ok_or_else(|| format!("「{text}」は「見出し=事項」の形ではありません"))?;
    Ok((pair.0.to_owned(), pair.1.to_owned()))
}

fn charset(text: &str) -> Result<Charset, String> {
    match text.to_lowercase().as_str() {
        "utf-8" | "utf8" => Ok(Charset::Utf8),
        "shift_jis" | "sjis" | "cp932" => Ok(Charset::ShiftJis),
        _ => Err(format!("「{text}」は utf-8 でも shift_jis でもありません")),
    }
}

/// Does it; the exit code says whether every row could be read.
pub(crate) fn run(wanted: Wanted) -> io::Result<ExitCode> {
    let Wanted { job, charset, only, list } = wanted;
    let mut output = BufWriter::new(io::stdout().lock());
    if let Only::Template(edition) = only {
        write_mark(&job, &mut output)?;
        writeln!(output, "{}", template(edition).join(","))?;
        return output.flush().map(|()| ExitCode::SUCCESS);
    }
    let (input, size) = open(list)?;
    let mut batch = match Batch::new(decoded(input, charset)?, &job) {
        Ok(batch) => batch,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("hojokin: {problem}"));
            return Ok(ExitCode::from(2));
        }
    };
    show(batch.columns());
    if matches!(only, Only::Columns) {
        return Ok(ExitCode::SUCCESS);
    }
    write_mark(&job, &mut output)?;
    let mut progress = Progress::new(size);
    let done = batch.run(&mut output, |done| progress.tell(done))?;
    progress.end(done);
    Ok(if done.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Excel takes a list without this mark for Shift_JIS; programs want none.
fn write_mark(job: &Job, output: &mut impl Write) -> io::Result<()> {
    if job.ids { Ok(()) } else { output.write_all("\u{feff}".as_bytes()) }
}

/// The list, and how many bytes it has where that is known.
fn open(list: Option<PathBuf>) -> io::Result<(Box<dyn Read + Send>, Option<u64>)> {
    let Some(path) = list else { return Ok((Box::new(io::stdin()), None)) };
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}：{error}", path.display()));
    let file = File::open(&path).map_err(named)?;
    let size = file.metadata().map_err(named)?.len();
    Ok((Box::new(file), Some(size)))
}

/// What every column is taken for, before anything is reckoned.
fn show(Columns(columns): &Columns) {
    for column in columns {
        eprintln!("列「{}」：{}", column.heading, column.taken_for());
    }
}

/// How far it is, told to a person who waits.
struct Progress {
    began: Instant,
    told: Instant,
    size: Option<u64>,
    watched: bool,
}

impl Progress {
    fn new(size: Option<u64>) -> Self {
        let now = Instant::now();
        Self { began: now, told: now, size, watched: io::stderr().is_terminal() }
    }

    fn tell(&mut self, done: Done) {
        if self.watched && self.told.elapsed() > Duration::from_millis(500) {
            self.told = Instant::now();
            eprint!("\r{}", self.line(done));
        }
    }

    fn end(&self, done: Done) {
        if self.watched {
            eprint!("\r");
        }
        let seconds = self.began.elapsed().as_secs_f64();
        eprintln!(
            "{} 行を {seconds:.1} 秒で計算しました。読めなかった行：{} 行",
            done.rows, done.wrong
        );
    }

    fn line(&self, done: Done) -> String {
        let seconds = self.began.elapsed().as_secs_f64();
        let mut line = format!("{} 行（{:.0} 行/秒）", done.rows, done.rows as f64 / seconds);
        if let Some(size) = self.size.filter(|_| done.bytes > 0) {
            // In Shift_JIS a list has fewer bytes than are counted here.
            let left = (size as f64 / done.bytes as f64 - 1.0).max(0.0) * seconds;
            line += &format!(" のこり約 {left:.0} 秒");
        }
        line + "    "
    }
}
