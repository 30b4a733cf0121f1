//! The expense sheet of an application form (様式3 経費明細表), in its rows (1) to (6).
//!
//! One category stands apart from all others, with a grant of its own that is limited to a share of the whole. Where
//! both together exceed the cap, they are to be held to it, but the form leaves open which of them gives way: any split
//! that adds up to the cap will do, and the official tool prints from where to where it goes.

use crate::{
    case::Case,
    estimate::Range,
    mechanism::{
        cap,
        category_share::{self, Counted},
        grant_share::{self, Beside, Limits},
        provision::Terms,
        rate,
        rounding::round_down,
    },
    money::Yen,
    rules::{Category, Edition, Grant, Part, Place},
};

/// The expense sheet of an application form.
#[derive(Clone, Debug)]
pub struct Form {
    /// The category that stands apart (ウェブサイト関連費).
    pub apart: &'static Category,
    /// What counts of each category, with its number in the form: those in which something does, in their order.
    pub lines: Vec<(u32, Counted)>,
    /// (1) The expenses of all other categories (補助対象経費小計).
    pub expenses: Yen,
    /// (2) Their grant (補助金交付申請額), from the least to the most that can be applied for.
    pub grant: Range,
    /// (3) The expenses of the category apart.
    pub expenses_apart: Yen,
    /// (4) Its grant, likewise: the least of it goes with the most of (2).
    pub grant_apart: Range,
    /// (5) All expenses (補助対象経費合計).
    pub total: Yen,
    /// (6) The whole grant (補助金交付申請額合計).
    pub applied: Yen,
}

/// The sheet for what `case` spends, on these terms; nothing where the round has no such form, and where the other
/// categories bring no grant: the one apart cannot be applied for alone.
pub fn form(
    edition: &'static Edition,
    grant: &'static Grant,
    terms: Terms,
    case: &Case,
) -> Option<Form> {
    edition.form?;
    let part = terms.parts(grant).find(|part| stands_apart(part))?;
    let counted = category_share::counted(edition, grant, case);
    let (expenses, own) = (rate::of(&counted, grant.main), rate::of(&counted, part.categories));
    let rate = terms.rate?.value;
    let most = round_down(expenses, rate).whole;
    if most == Yen::ZERO {
        return None;
    }
    let limits =
        Limits { at_most: part.at_most, grant_share: part.grant_share, of_cost: part.of_cost };
    let cap = terms.cap.map(|cap| cap.value);
    let (most_apart, _) = grant_share::limited(
        limits,
        round_down(own, rate).whole,
        Beside { grant: most, cap, expenses },
    );
    let applied = cap::held(most + most_apart, terms.cap);
    let grant = Range { low: applied - most_apart, high: most.min(applied) };
    let lines = (1..).zip(edition.categories).filter_map(|(n, category)| {
        let one = counted.iter().find(|one| one.category.id == category.id)?;
        (Yen::ZERO < one.amount).then_some((n, *one))
    });
    Some(Form {
        apart: edition.categories.iter().find(|one| part.categories.contains(&one.id))?,
        lines: lines.collect(),
        expenses,
        grant,
        expenses_apart: own,
        grant_apart: Range { low: applied - grant.high, high: most_apart },
        total: expenses + own,
        applied,
    })
}

impl Form {
    /// The rows (1) to (6) in their order.
    pub fn rows(&self) -> [Range; 6] {
        let sure = |amount| Range { low: amount, high: amount };
        [
            sure(self.expenses),
            self.grant,
            sure(self.expenses_apart),
            self.grant_apart,
            sure(self.total),
            sure(self.applied),
        ]
    }
}

/// Whether a part has the rows (3) and (4) of its own.
fn stands_apart(part: &Part) -> bool {
    part.place == Place::Within && part.grant_share.is_some()
}
