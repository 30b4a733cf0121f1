//! The rules of a programme as data: typed, named mechanisms, every figure with its citation.
//!
//! A rule that none of these types can say gets a new mechanism (a file in [`mechanism`](crate::mechanism)),
//! not a more general expression.

mod grant;
mod source;
mod test;

pub use self::{
    grant::{Band, Bands, CapRow, Change, Gives, Grant, Part, Place, Provision, Tier},
    source::{Cite, Cited, Contact, Deadline, Note, Payment, Source},
    test::{SizeClass, SizeRow, SpentShare, Test},
};

use crate::{
    case::Status,
    combination::{Combination, Combinations},
    date::Date,
    fact::{CategoryId, Fact, FactId},
    mechanism::{repayment::RepaymentRule, wage_target::WageRule},
    minimum_wage::MinimumWages,
    moment::Moment,
    money::{Rate, Yen},
};

/// Everything that is built in: the facts, the expense categories and the editions.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook {
    /// All facts that editions ask for, in the order in which they are asked.
    pub facts: &'static [Fact],
    /// The ids of all expense categories, in the order in which they are shown.
    pub categories: &'static [&'static str],
    /// The category whose amount belongs to one edition alone (`main`), so that it counts in no other.
    pub own: CategoryId,
    /// What firms want (やりたいこと), in the order of asking, and the programmes for it.
    pub purposes: &'static [Purpose],
    /// All editions, in the order in which answers list them.
    pub editions: &'static [Edition],
    /// Which programmes can be used together (併用).
    pub combinations: Combinations,
}

/// Something that a firm wants to do (やりたいこと), such as to find customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purpose {
    /// The id, such as `"sales"`.
    pub id: &'static str,
    /// The programmes that are for it.
    pub programmes: &'static [&'static str],
}

impl Rulebook {
    /// The edition with this id, such as `"jizokuka/2025-17"`.
    pub fn edition(&self, id: &str) -> Option<&'static Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// Whether two programmes can be used together (併用), such as `"jizokuka"` and `"it"`; in either order.
    pub fn combination(&self, one: &str, other: &str) -> Combination {
        self.combinations.of(one, other)
    }

    /// The rounds of one programme, the earliest first.
    fn rounds<'p>(
        &self,
        programme: &'p str,
    ) -> impl DoubleEndedIterator<Item = &'static Edition> + use<'p> {
        self.editions.iter().filter(move |one| one.programme == programme)
    }

    /// The programme that took the place of this edition's, by the last round that belongs to it.
    pub fn follower(&self, edition: &Edition) -> Option<&'static Edition> {
        let last = self.rounds(edition.programme).next_back()?;
        self.rounds(last.followed_by?.value).next_back()
    }

    /// Another round of the same programme that can be applied for at `as_of`, or else the next one to come; of the
    /// programme that took its place where there is none.
    pub fn next_round(&self, edition: &Edition, as_of: Moment) -> Option<&'static Edition> {
        let of = |programme: &str| {
            let stands = |wanted: Status| {
                let mut others = self.rounds(programme).filter(|one| one.id != edition.id);
                others.find(|one| Status::of(one, as_of) == wanted)
            };
            stands(Status::Open).or_else(|| stands(Status::Upcoming))
        };
        of(edition.programme).or_else(|| of(self.follower(edition)?.programme))
    }

    /// The round of the same programme before this one.
    pub fn round_before(&self, edition: &Edition) -> Option<&'static Edition> {
        self.rounds(edition.programme).take_while(|one| one.id != edition.id).last()
    }

    /// Whether a later round, of this programme or of the one that took its place, is known to have begun at `as_of`,
    /// so that this one is over although no source states its last day.
    pub fn is_replaced(&self, edition: &Edition, as_of: Moment) -> bool {
        let begun = |one: &Edition| match Status::of(one, as_of) {
            Status::Ended => true,
            // Without a first day it counts as open from long before.
            Status::Open => one.opens.is_some(),
            Status::Upcoming | Status::Undated => false,
        };
        self.rounds(edition.programme).skip_while(|one| one.id != edition.id).skip(1).any(begun)
            || self.follower(edition).is_some_and(|last| self.rounds(last.programme).any(begun))
    }

    /// The last round of every programme of which all that are known have ended, by where `status` sees them.
    pub fn ended(&self, status: impl Fn(&Edition) -> Status) -> Vec<&'static Edition> {
        let current = |one: &Edition| matches!(status(one), Status::Open | Status::Upcoming);
        let over = |one: &&Edition| {
            let mut rounds = self.rounds(one.programme);
            let last = self.rounds(one.programme).next_back();
            last.is_some_and(|last| last.id == one.id)
                && status(one) == Status::Ended
                && !rounds.any(current)
        };
        self.editions.iter().filter(over).collect()
    }

    /// The last round of every programme that goes on, as far as is known, but of which all rounds have ended at
    /// `as_of`: the next one is to be looked for.
    pub fn without_successor(&self, as_of: Moment) -> Vec<&'static Edition> {
        let mut ended = self.ended(|edition| Status::of(edition, as_of));
        ended.retain(|edition| edition.followed_by.is_none());
        ended
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
    pub opens: Option<Cited<Moment>>,
    /// The last day of the call (締切), where a source states it.
    pub closes: Option<Cited<Moment>>,
    /// That applications are taken all the year round (通年), where a source states that.
    pub year_round: Option<Cite>,
    /// What must be handed in or asked for before (様式4の発行など), the earliest first.
    pub deadlines: &'static [Deadline],
    /// The revision of the minimum wages before which the call ends in each prefecture, where it does.
    pub before_wages: Option<Cited<&'static str>>,
    /// The programme that took the place of this one after its last round (後継の制度), such as `"shinmono"`.
    pub followed_by: Option<Cited<&'static str>>,
    /// The facts that it reads, in the order of asking.
    pub facts: &'static [FactId],
    /// Its expense categories, in the order of its own form.
    pub categories: &'static [Category],
    /// Limits on several categories together.
    pub limits: &'static [Limit],
    /// Its application frames, in the order of its guideline.
    pub frames: &'static [Frame],
    /// Application frames of which no source states a figure: their names and where they are named.
    pub unstated: &'static [Note],
    /// What it asks of the lowest hourly wage in the firm (賃上げ); it decides no verdict.
    pub wage: Option<WageRule>,
    /// What it asks back when promised wages are missed (返還).
    pub repayment: Option<RepaymentRule>,
    /// Conditions and rules that are shown as text and decide nothing here.
    pub notes: &'static [Note],
    /// How its grants are paid, where a source states it.
    pub payment: Option<Payment>,
    /// Where the layout of its expense sheet (様式3 経費明細表) is to be seen, if that has the rows of
    /// [`form`](crate::form).
    pub form: Option<Cite>,
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

    /// The last day of the call in the prefecture at this place, where it ends before a new minimum wage.
    pub fn last_day_in(&self, wages: MinimumWages, place: u32) -> Option<Date> {
        let (closes, before) = (self.closes?.value.day, self.before_wages?.value);
        let wage = wages.of(place).find(|wage| wage.revision.name == before)?;
        Some(wage.since.day_before().min(closes))
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
    /// What it gives a firm that fulfils them.
    pub gives: Gives,
    /// Warnings (注意) that change nothing.
    pub cautions: &'static [Caution],
    /// What the firm binds itself to (義務・返還), as text.
    pub obligations: &'static [Note],
}

impl Frame {
    /// The rules of its grant; `None` for a frame that gives other figures.
    pub fn grant(&self) -> Option<&'static Grant> {
        match self.gives {
            Gives::Grant(grant) => Some(grant),
            Gives::Figures(_) => None,
        }
    }
}

/// A warning (注意) that changes neither verdict nor amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caution {
    /// The id that stands in `warnings`.
    pub id: &'static str,
    /// The warning in words.
    pub text: &'static str,
    /// When it is given; `None` for always.
    pub when: Option<Test>,
    /// Where it is written.
    pub cite: Cite,
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
}

/// A limit on the expenses of several categories together (経費の合計の上限).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The categories, in the order in which they are cut.
    pub categories: &'static [CategoryId],
    /// The most that they may be together.
    pub most: Most,
    /// Where it is written.
    pub cite: Cite,
}

/// The most that limited categories may be together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Most {
    /// This share of what all other categories count.
    OfOthers(Rate),
    /// This amount.
    Amount(Yen),
    /// A yen less than what all other categories count (ほかの経費の合計未満).
    BelowOthers,
}
