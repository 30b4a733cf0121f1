//! `cargo xtask size`: what a visitor has to load.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use pico_args::Arguments;

use crate::{
    build::{DIST, MADE, Profile, build, texts},
    css::DESK_STYLES,
    nothing_else,
    part::DESK,
    run::step,
    script::{API, FRAME},
    single::SINGLE,
};

/// The most that a visitor may have to load at first, gzipped: 160 KB, about 1.6 s on a slow phone line (800 kbit/s).
///
/// gzip counts, not brotli, because it is what the plainest web space compresses with.
const BUDGET: usize = 160 * 1024;

/// The most that the file may weigh, gzipped, that every page loads at once, even if nobody scrolls to the calculator.
const LOADER: usize = 5 * 1024;

/// The most that the script beside an iframe may weigh, as it is.
const RESIZER: usize = 1024;

/// Runs `cargo xtask size`.
pub(crate) fn command(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    build(Profile::Release)?;
    step("配布物の大きさを測っています", check)
}

/// Prints the sizes of the release build in `dist/`; fails if it is above the budget.
pub(crate) fn check() -> Result<()> {
    let mut rows = Vec::new();
    for name in MADE {
        rows.push((name.to_owned(), of_file(name)?));
    }
    let total = rows.iter().fold(Size::default(), |sum, (_, size)| sum.plus(size));
    rows.push(("最初に読み込む合計（下のファイルは、要るときだけ）".to_owned(), total));
    for name in [DESK, DESK_STYLES, API] {
        rows.push((name.to_owned(), of_file(name)?));
    }
    for (name, text) in texts() {
        rows.push((name, Size::of(text.as_bytes())?));
    }
    rows.extend([(FRAME.to_owned(), of_file(FRAME)?), (SINGLE.to_owned(), of_file(SINGLE)?)]);
    println!("{}", table(&rows));
    within("読み込み部の gzip", rows[0].1.gzip, LOADER)?;
    within("iframe の高さを合わせる部品", of_file(FRAME)?.raw, RESIZER)?;
    within("gzip の合計", total.gzip, BUDGET)
}

fn of_file(name: &str) -> Result<Size> {
    let path = Path::new(DIST).join(name);
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    Size::of(&bytes)
}

fn within(what: &str, bytes: usize, most: usize) -> Result<()> {
    let (size, limit) = (grouped(bytes), grouped(most));
    if bytes > most {
        bail!("{what} {size} バイトが上限 {limit} バイトを超えています");
    }
    println!("✓ {what}：上限 {limit} バイトまで、あと {}", grouped(most - bytes));
    Ok(())
}

/// The size of a file, and of what travels.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        let best = BrotliEncoderParams { quality: 11, ..Default::default() };
        let mut brotli = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &best)?;
        Ok(Self { raw: bytes.len(), gzip: encoder.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: &Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Names last: Japanese letters are as wide as two others, which would shift what follows.
fn table(rows: &[(String, Size)]) -> String {
    let mut text = format!("{:>12}{:>12}{:>12}", "raw", "gzip", "brotli");
    for (name, Size { raw, gzip, brotli }) in rows {
        let [raw, gzip, brotli] = [*raw, *gzip, *brotli].map(grouped);
        text += &format!("\n{raw:>12}{gzip:>12}{brotli:>12}  {name}");
    }
    text
}

/// A number with its thousands apart, such as `163,840`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_itself_is_allowed_and_one_byte_more_is_not() {
        assert!(within("合計", 163_840, BUDGET).is_ok());
        let message = within("合計", 163_841, BUDGET).unwrap_err().to_string();
        assert!(message.contains("163,841") && message.contains("163,840"), "{message}");
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn text_gets_smaller_and_sizes_add_up() {
        let size = Size::of("補助金".repeat(1_000).as_bytes()).unwrap();
        assert_eq!(size.raw, 9_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{size:?}");
        assert_eq!(size.plus(&size).raw, 18_000);
    }

    #[test]
    fn columns_stand_one_below_another() {
        let rows = [("a.js".to_owned(), Size { raw: 1_234, gzip: 56, brotli: 7 })];
        let expected =
            "         raw        gzip      brotli\n       1,234          56           7  a.js";
        assert_eq!(table(&rows), expected);
    }
}
