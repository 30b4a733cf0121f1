//! The rules of a programme as data: typed, named mechanisms, every figure with its citation.
//!
//! A rule that none of these types can say gets a new mechanism (a file in [`mechanism`](crate::mechanism)),
//! not a more general expression.

use crate::{
    date::Date,
    fact::{CategoryId, Choices, Fact, FactId},
    money::{Rate, Yen},
};

/// Everything that is built in: the facts, the expense categories and the editions.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook {
    /// All facts that editions ask for, in the order in which they are asked.
    pub facts: &'static [Fact],
    /// The ids of all expense categories, in the order in which they are shown.
    pub categories: &'static [&'static str],
    /// All editions, in the order in which answers list them.
    pub editions: &'static [Edition],
}

impl Rulebook {
    /// The edition with this id, such as `"jizokuka/2025-17"`.
    pub fn edition(&self, id: &str) -> Option<&'static Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// The fact with this id, and its place.
    pub fn fact(&self, id: &str) -> Option<(FactId, &'static Fact)> {
        let place = self.facts.iter().position(|fact| fact.id == id)?;
        Some((FactId(u16::try_from(place).ok()?), self.facts.get(place)?))
    }

    /// The place of the expense category with this id.
    pub fn category(&self, id: &str) -> Option<CategoryId> {
        let place = self.categories.iter().position(|category| *category == id)?;
        u16::try_from(place).ok().map(CategoryId)
    }
}

/// The rules of one round (公募回) of one programme (制度).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edition {
    /// Programme and round, such as `"jizokuka/2025-17"`.
    pub id: &'static str,
    /// The programme's id, such as `"jizokuka"`.
    pub programme: &'static str,
    /// The programme's name, such as 小規模事業者持続化補助金.
    pub name: &'static str,
    /// The round's name, such as 一般型 第17回.
    pub round: &'static str,
    /// The first day of the call (公募開始), where a source states it.
    pub opens: Option<Cited<Date>>,
    /// The last day of the call (締切), where a source states it.
    pub closes: Option<Cited<Date>>,
    /// The facts that its requirements and provisions read, in the order of asking.
    pub facts: &'static [FactId],
    /// Its expense categories, in the order of its own form.
    pub categories: &'static [Category],
    /// Its application frames, in the order of its guideline.
    pub frames: &'static [Frame],
    /// Conditions and rules that are shown as text and decide nothing here.
    pub notes: &'static [Note],
    /// Whom to ask.
    pub contact: Contact,
    /// The documents that the citations name.
    pub sources: &'static [Source],
}

impl Edition {
    /// The frame with this id.
    pub fn frame(&self, id: &str) -> Option<&'static Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    /// The edition's own rules for a category, if it counts it.
    pub fn category(&self, id: CategoryId) -> Option<&'static Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// The source that a citation names.
    pub fn source(&self, cite: Cite) -> Option<&'static Source> {
        self.sources.iter().find(|source| source.id == cite.doc)
    }
}

/// An application frame (申請枠・類型).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Id within its edition, such as `"wage"`.
    pub id: &'static str,
    /// The name in the guideline, such as 賃金引上げ枠.
    pub name: &'static str,
    /// What a firm must fulfil (要件), those of the edition first.
    pub requirements: &'static [Requirement],
    /// The subsidy rate (補助率) before any provision.
    pub rate: Cited<Rate>,
    /// The most that is granted (補助上限額) before any provision.
    pub cap: Cited<Yen>,
    /// The least that is granted (補助下限額): a result below it is ineligible, never lifted to it.
    pub floor: Option<Cited<Yen>>,
    /// Special provisions (特例), applied in this order.
    pub provisions: &'static [Provision],
    /// What the firm binds itself to (義務・返還), as text.
    pub obligations: &'static [Note],
}

/// Something that a firm must fulfil (要件).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Requirement {
    /// The id that stands in `unmet`, such as `"wage_raise"`.
    pub id: &'static str,
    /// The requirement in words.
    pub name: &'static str,
    /// What would mend it, in words, where something can.
    pub remedy: Option<&'static str>,
    /// When it is fulfilled.
    pub test: Test,
    /// A fact to be confirmed is asked for only while this can hold.
    pub only_while: Option<Test>,
    /// Where it is written.
    pub cite: Cite,
}

/// A special provision (特例): when its test holds, it changes the terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Provision {
    /// Its id, such as `"invoice"`.
    pub id: &'static str,
    /// The name in the guideline, such as インボイス特例.
    pub name: &'static str,
    /// When it applies.
    pub test: Test,
    /// What it changes.
    pub change: Change,
    /// Where it is written.
    pub cite: Cite,
}

/// What a provision changes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// Adds this to the cap (上限の上乗せ).
    RaiseCap(Yen),
    /// Puts this in place of the rate (補助率の引上げ).
    SetRate(Rate),
}

/// A test on the facts of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// This yes-or-no fact is true.
    Is(FactId),
    /// This number is at least so much.
    AtLeast(FactId, u64),
    /// This number is at most so much.
    AtMost(FactId, u64),
    /// The choice is one of these.
    OneOf(FactId, Choices),
    /// The firm is of this size class (小規模事業者 and the like).
    Size(&'static SizeClass),
    /// The test does not hold.
    Not(&'static Test),
    /// All of these hold.
    All(&'static [Test]),
    /// At least one of these holds.
    Any(&'static [Test]),
}

/// A size class (企業規模), computed from industry, legal form and employees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeClass {
    /// Its id in rule files, such as `"small"`.
    pub id: &'static str,
    /// The name in the law, such as 小規模事業者.
    pub name: &'static str,
    /// The fact that holds the main industry (主たる業種).
    pub industry: FactId,
    /// The fact that holds the legal form (法人格).
    pub form: FactId,
    /// The fact that holds the number of regular employees.
    pub employees: FactId,
    /// The limits; the first row that fits industry and form counts.
    pub rows: &'static [SizeRow],
}

/// One row of a size class.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SizeRow {
    /// The industries that the row is for.
    pub industries: Choices,
    /// The legal forms that the row is for.
    pub forms: Choices,
    /// The most regular employees (people).
    pub employees_at_most: u64,
    /// Where it is written, in the size table's own sources.
    pub cite: Cite,
}

/// An expense category (経費区分) as one edition treats it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Category {
    /// Which category it is.
    pub id: CategoryId,
    /// Its id in cases, such as `"website"`.
    pub key: &'static str,
    /// The name in the guideline, such as ウェブサイト関連費.
    pub name: &'static str,
    /// What belongs to it and what does not, in words.
    pub note: Option<Note>,
    /// The greatest share of all eligible expenses that it may be (経費の割合の上限).
    pub cost_share: Option<Cited<Rate>>,
    /// The greatest part of the grant that may come from it (補助金額の割合の上限).
    pub grant_share: Option<GrantShare>,
    /// That it may not be the only category, where the guideline says so.
    pub sole: Option<Sole>,
}

/// A limit on the part of the grant that comes from one category.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct GrantShare {
    /// The share of the whole grant.
    pub share: Rate,
    /// And at most this much.
    pub at_most: Yen,
    /// Where it is written.
    pub cite: Cite,
}

/// The rule that a category may not be the only one that is applied for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sole {
    /// The id that stands in `unmet`, such as `"website_only"`.
    pub id: &'static str,
    /// The rule in words.
    pub name: &'static str,
    /// Where it is written.
    pub cite: Cite,
}

/// A value and where it is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub cite: Cite,
}

/// A place in a source (根拠).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cite {
    /// The id of the source, such as `"seed-001"`.
    pub doc: &'static str,
    /// The printed page.
    pub page: Option<u16>,
    /// Lines of the text file, such as `"5498-5499"`.
    pub lines: Option<&'static str>,
    /// Any other place, such as 別表 or Q6-10.
    pub place: Option<&'static str>,
    /// Whether the figure could be verified (`false` is shown as 未確認).
    pub verified: bool,
}

/// A text with its citation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Note {
    /// The text.
    pub text: &'static str,
    /// Where it is written.
    pub cite: Cite,
}

/// A document that citations name (資料).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Source {
    /// Its id, such as `"S-17"`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its official address, where it has one.
    pub url: Option<&'static str>,
    /// The day on which it, or the copy named in `read_from`, was read.
    pub read_on: Date,
    /// What was read: the document itself or a copy of it.
    pub read_from: &'static str,
    /// Whether an official text was read in full.
    pub verified: bool,
}

/// Whom to ask about a programme (問い合わせ先).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Contact {
    /// The office.
    pub name: &'static str,
    /// Its telephone number, where a source states one.
    pub tel: Option<&'static str>,
    /// Its page, where a source states one.
    pub url: Option<&'static str>,
    /// Where it is written.
    pub cite: Cite,
}
