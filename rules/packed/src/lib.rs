//! Rules as few bytes as they compress to, and back.
//!
//! As Rust statics, an edition is six kilobytes of references and paddings that hardly compress. Packed, it is
//! a few hundred bytes beside its texts: every text is stored once, in the order of its first use, and stands
//! as a number everywhere else; numbers take as many bytes as they need.
//!
//! Both directions of a type come from one list of its fields (in `types.rs`), so they cannot part. [`pack`] runs when the rules are built, [`unpack`] once when they are
//! first asked for. Bytes that [`pack`] has not made give rules that make no sense, but no panic.

mod bytes;
mod letters;
#[macro_use]
mod types;
mod promises;

use hojokin_engine::{Combinations, Edition, Fact, MinimumWages, Purpose, SizeClass, Source};

pub use crate::bytes::Packed;
use crate::bytes::{Pack, Packer, Unpacker};

/// Everything that is built in.
#[derive(Clone, Copy, Debug)]
pub struct Book {
    /// All facts.
    pub facts: &'static [Fact],
    /// The ids of all expense categories.
    pub categories: &'static [&'static str],
    /// The place of the category that belongs to one edition alone.
    pub own: u64,
    /// What firms want, and the programmes for it.
    pub purposes: &'static [Purpose],
    /// The size classes.
    pub sizes: &'static [SizeClass],
    /// The sources of the size classes.
    pub size_sources: &'static [Source],
    /// All editions.
    pub editions: &'static [Edition],
    /// Which programmes can be used together.
    pub combinations: Combinations,
    /// The regional minimum wages.
    pub minimum_wages: MinimumWages,
}

/// A book and all its texts, each once, by which a translation goes.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// The book.
    pub book: Book,
    /// Every text that stands in it, ids included, in the order of first use.
    pub texts: &'static [&'static str],
}

/// Packs a book.
pub fn pack(book: &Book) -> Packed {
    let mut out = Packer::default();
    book.facts.pack(&mut out);
    book.categories.pack(&mut out);
    book.own.pack(&mut out);
    book.purposes.pack(&mut out);
    book.sizes.pack(&mut out);
    book.size_sources.pack(&mut out);
    book.editions.pack(&mut out);
    book.combinations.pack(&mut out);
    book.minimum_wages.pack(&mut out);
    out.finish()
}

/// Unpacks a book.
pub fn unpack(packed: &'static [u8], texts: &[u8]) -> Read {
    let mut from = Unpacker::new(packed, texts);
    let facts = Pack::unpack(&mut from);
    let categories = Pack::unpack(&mut from);
    let own = Pack::unpack(&mut from);
    let purposes = Pack::unpack(&mut from);
    let sizes = Pack::unpack(&mut from);
    from.sizes = sizes;
    let size_sources = Pack::unpack(&mut from);
    let editions = Pack::unpack(&mut from);
    let combinations = Pack::unpack(&mut from);
    let minimum_wages = Pack::unpack(&mut from);
    let book = Book {
        facts,
        categories,
        own,
        purposes,
        sizes,
        size_sources,
        editions,
        combinations,
        minimum_wages,
    };
    Read { book, texts: from.texts() }
}
