//! The built-in rules, read from TOML when this crate was built and unpacked when they are first asked for.
//!
//! ```
//! let edition = hojokin_rules::rulebook().edition("jizokuka/2024-16").expect("it is built in");
//! let grant = edition.frame("normal").and_then(|frame| frame.grant()).expect("it grants");
//! assert_eq!(grant.cap.map(|cap| cap.value.0), Some(500_000));
//! ```

use std::sync::OnceLock;

use hojokin_engine::{CategoryId, MinimumWages, Rulebook, SizeClass, Source};
use hojokin_rules_packed::{Book, Read, unpack};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bytes"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.texts"));

/// The version of all rules together: another one wherever any rule or text of them is another.
///
/// ```
/// assert_eq!(hojokin_rules::version().len(), 8);
/// ```
pub fn version() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/rules.version"))
}

fn read() -> &'static Read {
    static READ: OnceLock<Read> = OnceLock::new();
    READ.get_or_init(|| unpack(PACKED, TEXTS))
}

fn book() -> &'static Book {
    &read().book
}

/// Every text of the rules once, ids included: what a translation goes by.
pub fn texts() -> &'static [&'static str] {
    read().texts
}

/// Everything that is built in.
pub fn rulebook() -> Rulebook {
    let Book { facts, categories, own, purposes, editions, combinations, .. } = *book();
    let own = CategoryId(u16::try_from(own).unwrap_or(u16::MAX));
    Rulebook { facts, categories, own, purposes, editions, combinations }
}

/// The size classes (企業規模の定義).
pub fn sizes() -> &'static [SizeClass] {
    book().sizes
}

/// The sources of the size classes.
pub fn size_sources() -> &'static [Source] {
    book().size_sources
}

/// The regional minimum wages (地域別最低賃金) in yen an hour, by prefecture and day.
///
/// ```
/// // 秋田県 got the wage of 令和7年度 only on 2026-03-31.
/// let (wages, day) = (hojokin_rules::minimum_wages(), "2026-03-30".parse().expect("it is a day"));
/// let wage = wages.place("05").and_then(|akita| wages.in_force(akita, day));
/// assert_eq!(wage.map(|wage| wage.yen.0), Some(951));
/// ```
pub fn minimum_wages() -> MinimumWages {
    book().minimum_wages
}
