//! What changed in the rules from one round to the next (公募回の違い).

use crate::{
    money::{Rate, Yen},
    rules::{Edition, Frame, Limit, Most, Part, Tier},
};

/// One difference between two rounds of a programme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// What it is about.
    pub about: About,
    /// The frame, where it is about one of them.
    pub frame: Option<&'static str>,
    /// The name of what changed; empty where [`About`] says it all.
    pub what: &'static str,
    /// What it was; `None` if it was not there.
    pub before: Option<Value>,
    /// What it is; `None` if it is gone.
    pub after: Option<Value>,
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum About {
    /// A frame (申請枠).
    Frame,
    /// A category (経費区分).
    Category,
    /// The rate (補助率).
    Rate,
    /// The cap (補助上限額).
    Cap,
    /// The cap for up to so many employees, `None` for the last band.
    Band(Option<u64>),
    /// The floor (補助下限額).
    Floor,
    /// The lower rate above a part of the grant (補助率の段階).
    Tier,
    /// What so many categories, of which the first is named, may count together (経費の合計の上限).
    Limit(usize),
    /// What is granted of a category (区分ごとの補助金の上限).
    Part,
    /// A requirement (要件).
    Requirement,
    /// A provision (特例).
    Provision,
}

/// A value before or after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// It is there.
    There,
    /// Yen.
    Yen(Yen),
    /// Two caps: the plain one and the one for those who raise wages.
    Caps(Yen, Option<Yen>),
    /// A rate.
    Rate(Rate),
    /// The rule in words.
    Words(&'static str),
    /// A rate above a part of the grant, `None` where each band has a part of its own.
    Tier(Option<Yen>, Rate),
    /// The most that categories may be together.
    Most(Most),
    /// The limits of a part: its greatest amount and its greatest share of the grant.
    Limits(Option<Yen>, Option<Rate>),
}

/// Everything that differs from `old` to `new`, each once: what all frames share is named for the first of them.
pub fn differences(old: &Edition, new: &Edition) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    let named = |frame: &Frame| (frame.id, frame.name, Value::There);
    found.compare(About::Frame, None, old.frames.iter().map(named), new.frames.iter().map(named));
    let category = |one: &crate::rules::Category| (one.key, one.name, Value::There);
    let (before, after) =
        (old.categories.iter().map(category), new.categories.iter().map(category));
    found.compare(About::Category, None, before, after);
    let most = |limits: &[Limit], of: &Limit| {
        let mut same = limits.iter().filter(|limit| limit.categories == of.categories);
        same.next().map(|limit| Value::Most(limit.most))
    };
    for limit in old.limits.iter().chain(new.limits) {
        let first = limit.categories.first().and_then(|id| new.category(*id).or(old.category(*id)));
        let about = About::Limit(limit.categories.len());
        let name = first.map_or("", |category| category.name);
        found.note(about, None, name, most(old.limits, limit), most(new.limits, limit));
    }
    for after in new.frames {
        if let Some(before) = old.frame(after.id) {
            found.frame(before, after);
        }
    }
    found.0
}

struct Found(Vec<Difference>);

type Named = (&'static str, &'static str, Value);

impl Found {
    fn frame(&mut self, old: &Frame, new: &Frame) {
        let named = |one: &crate::rules::Requirement| (one.id, "", Value::Words(one.name));
        let (before, after) =
            (old.requirements.iter().map(named), new.requirements.iter().map(named));
        self.compare(About::Requirement, Some(new.name), before, after);
        let (Some(before), Some(after)) = (old.grant(), new.grant()) else { return };
        let yen = |value: Option<crate::rules::Cited<Yen>>| value.map(|one| Value::Yen(one.value));
        let rate =
            |value: Option<crate::rules::Cited<Rate>>| value.map(|one| Value::Rate(one.value));
        self.note(About::Rate, Some(new.name), "", rate(before.rate), rate(after.rate));
        self.note(About::Cap, Some(new.name), "", yen(before.cap), yen(after.cap));
        self.note(About::Floor, Some(new.name), "", yen(before.floor), yen(after.floor));
        let tier = |tier: Option<Tier>| tier.map(|tier| Value::Tier(tier.up_to, tier.above));
        self.note(About::Tier, Some(new.name), "", tier(before.tier), tier(after.tier));
        let rows = |bands: Option<crate::rules::Bands>| bands.map_or(&[][..], |bands| bands.rows);
        let (old_rows, new_rows) = (rows(before.bands), rows(after.bands));
        for row in old_rows.iter().chain(new_rows) {
            let of = |rows: &[crate::rules::Band]| {
                let mut same = rows.iter();
                let same = same.find(|one| one.employees_at_most == row.employees_at_most);
                same.map(|one| Value::Caps(one.cap, one.raised))
            };
            let about = About::Band(row.employees_at_most);
            self.note(about, Some(new.name), "", of(old_rows), of(new_rows));
        }
        let part = |one: &Part| (one.name, one.name, Value::Limits(one.at_most, one.grant_share));
        self.compare(
            About::Part,
            None,
            before.parts.iter().map(part),
            after.parts.iter().map(part),
        );
        let named = |one: &crate::rules::Provision| (one.id, "", Value::Words(one.name));
        let (before, after) =
            (before.provisions.iter().map(named), after.provisions.iter().map(named));
        self.compare(About::Provision, Some(new.name), before, after);
    }

    /// Compares what stands under the same id.
    fn compare(
        &mut self,
        about: About,
        frame: Option<&'static str>,
        old: impl Iterator<Item = Named> + Clone,
        new: impl Iterator<Item = Named> + Clone,
    ) {
        for (id, name, before) in old.clone() {
            let after = new.clone().find(|(other, ..)| *other == id).map(|(.., value)| value);
            self.note(about, frame, name, Some(before), after);
        }
        for (id, name, after) in new {
            if !old.clone().any(|(other, ..)| other == id) {
                self.note(about, frame, name, None, Some(after));
            }
        }
    }

    /// Notes a difference that has not been noted for another frame.
    fn note(
        &mut self,
        about: About,
        frame: Option<&'static str>,
        what: &'static str,
        before: Option<Value>,
        after: Option<Value>,
    ) {
        let shared = matches!(about, About::Requirement | About::Provision);
        let known = |one: &Difference| {
            one.about == about
                && one.what == what
                && one.before == before
                && one.after == after
                && (shared || one.frame == frame)
        };
        if before != after && !self.0.iter().any(known) {
            self.0.push(Difference { about, frame, what, before, after });
        }
    }
}
