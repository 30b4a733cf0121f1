//! Writes rules as Rust source, so that the built-in ones are statics and no page parses them.

use std::fmt::Debug;

use hojokin_engine::{
    Category, CategoryId, Change, Choices, Cite, Cited, Contact, Date, Edition, Fact, FactId,
    Frame, GrantShare, Kind, Note, Provision, Rate, Requirement, SizeClass, SizeRow, Sole, Source,
    Test, Yen,
};

use crate::vocabulary::Vocabulary;

/// A Rust file with the statics `FACTS`, `CATEGORIES`, `SIZE_SOURCES` and `EDITIONS`, for a module in which
/// the names of [`hojokin_engine`] are in scope.
pub fn rust(vocabulary: &Vocabulary, editions: &[Edition]) -> String {
    let mut source = String::new();
    for class in vocabulary.sizes {
        let name = size_name(class);
        source += &format!("static {name}: SizeClass = {};\n", size_class(class));
    }
    source += &format!("static FACTS: &[Fact] = {};\n", vocabulary.facts.rust());
    source += &format!("static CATEGORIES: &[&str] = {};\n", vocabulary.categories.rust());
    source +=
        &format!("static SIZE_SOURCES: &[Source] = {};\n", vocabulary.sources.as_slice().rust());
    source += &format!("static EDITIONS: &[Edition] = {};\n", editions.rust());
    source
}

/// A value that can be written as a Rust expression.
trait Rust {
    fn rust(&self) -> String;
}

/// Types whose `Debug` form is a Rust expression.
macro_rules! as_debug {
    ($($type:ty),*) => { $(impl Rust for $type { fn rust(&self) -> String { debug(self) } })* };
}

/// Types that are written field by field.
macro_rules! as_fields {
    ($($type:ident { $($field:ident),* })*) => {
        $(impl Rust for $type {
            fn rust(&self) -> String {
                let fields = [$(format!("{}: {}", stringify!($field), self.$field.rust())),*];
                format!("{} {{ {} }}", stringify!($type), fields.join(", "))
            }
        })*
    };
}

as_debug!(bool, u16, u64, str, Date, Yen, FactId, CategoryId, Choices);

as_fields! {
    Cite { doc, page, lines, place, verified }
    Note { text, cite }
    Source { id, title, url, read_on, read_from, verified }
    Contact { name, tel, url, cite }
    Fact { id, kind, confirm }
    Edition { id, programme, name, round, opens, closes, facts, categories, frames, notes, contact, sources }
    Frame { id, name, requirements, rate, cap, floor, provisions, obligations }
    Requirement { id, name, remedy, test, only_while, cite }
    Provision { id, name, test, change, cite }
    Category { id, key, name, note, cost_share, grant_share, sole }
    GrantShare { share, at_most, cite }
    Sole { id, name, cite }
    SizeRow { industries, forms, employees_at_most, cite }
}

impl Rust for Rate {
    fn rust(&self) -> String {
        format!("Rate::new({}, {})", self.numerator(), self.denominator())
    }
}

impl<T: Rust> Rust for Cited<T> {
    fn rust(&self) -> String {
        format!("Cited {{ value: {}, cite: {} }}", self.value.rust(), self.cite.rust())
    }
}

impl Rust for Kind {
    fn rust(&self) -> String {
        match self {
            Self::Choice(choices) => format!("Kind::Choice({})", choices.rust()),
            plain => format!("Kind::{plain:?}"),
        }
    }
}

impl Rust for Change {
    fn rust(&self) -> String {
        match self {
            Self::RaiseCap(by) => format!("Change::RaiseCap({})", by.rust()),
            Self::SetRate(to) => format!("Change::SetRate({})", to.rust()),
        }
    }
}

impl Rust for Test {
    fn rust(&self) -> String {
        match self {
            Self::Is(fact) => format!("Test::Is({})", fact.rust()),
            Self::AtLeast(fact, least) => format!("Test::AtLeast({}, {least})", fact.rust()),
            Self::AtMost(fact, most) => format!("Test::AtMost({}, {most})", fact.rust()),
            Self::OneOf(fact, set) => format!("Test::OneOf({}, {})", fact.rust(), set.rust()),
            Self::Size(class) => format!("Test::Size(&{})", size_name(class)),
            Self::Not(test) => format!("Test::Not(&{})", test.rust()),
            Self::All(tests) => format!("Test::All({})", tests.rust()),
            Self::Any(tests) => format!("Test::Any({})", tests.rust()),
        }
    }
}

impl<T: Rust + ?Sized> Rust for &T {
    fn rust(&self) -> String {
        (**self).rust()
    }
}

impl<T: Rust> Rust for Option<T> {
    fn rust(&self) -> String {
        self.as_ref().map_or_else(|| "None".to_owned(), |some| format!("Some({})", some.rust()))
    }
}

impl<T: Rust> Rust for [T] {
    fn rust(&self) -> String {
        let items: Vec<String> = self.iter().map(Rust::rust).collect();
        format!("&[{}]", items.join(", "))
    }
}

fn debug(value: &(impl Debug + ?Sized)) -> String {
    format!("{value:?}")
}

fn size_class(class: &SizeClass) -> String {
    let SizeClass { id, name, industry, form, employees, rows } = class;
    let (industry, form, employees) = (industry.rust(), form.rust(), employees.rust());
    let rows = rows.rust();
    format!(
        "SizeClass {{ id: {id:?}, name: {name:?}, industry: {industry}, form: {form}, employees: {employees}, rows: {rows} }}"
    )
}

fn size_name(class: &SizeClass) -> String {
    format!("SIZE_{}", class.id.to_uppercase())
}
