//! The built-in rules, as statics that were read from TOML when this crate was built.
//!
//! ```
//! let edition = hojokin_rules::rulebook().edition("jizokuka/2024-16").expect("it is built in");
//! assert_eq!(edition.frame("normal").map(|frame| frame.cap.value.0), Some(500_000));
//! ```

// The types that the generated statics name; editions need not use all of them.
#[allow(unused_imports)]
use hojokin_engine::{
    Category, CategoryId, Change, Choices, Cite, Cited, Contact, Date, Edition, Fact, FactId,
    Frame, GrantShare, Kind, Note, Provision, Rate, Requirement, Rulebook, SizeClass, SizeRow,
    Sole, Source, Test, Yen,
};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// Everything that is built in.
pub const fn rulebook() -> Rulebook {
    Rulebook { facts: FACTS, categories: CATEGORIES, editions: EDITIONS }
}

/// The sources of the size classes (企業規模の定義の資料).
pub const fn size_sources() -> &'static [Source] {
    SIZE_SOURCES
}
