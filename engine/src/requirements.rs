//! Judges all requirements of a frame, and names what is still to be confirmed.

use crate::{
    answering::walk,
    case::Case,
    fact::FactId,
    mechanism::{requirement, size},
    money::Yen,
    rules::{Cite, Frame, Provision, Requirement, Test},
};

pub use crate::mechanism::requirement::Standing;

/// One requirement and how it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// The id that stands in `unmet` if it fails.
    pub id: &'static str,
    /// The requirement in words.
    pub name: &'static str,
    /// What would mend it, where something can.
    pub remedy: Option<&'static str>,
    /// How it stands.
    pub standing: Standing,
    /// For a size class, the limits that this firm must keep to, once its industry and legal form leave only
    /// one row.
    pub size_limit: Option<SizeLimit>,
    /// Where it is written.
    pub cite: Cite,
}

/// The limits of a size class for one firm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SizeLimit {
    /// The most regular employees (people).
    pub employees: u64,
    /// Or the most capital (yen).
    pub capital: Option<Yen>,
}

/// How each requirement of `frame` stands, in the order of the rule file; those on expenses are not applied
/// while nothing is `spent` in its main categories.
pub(crate) fn judge(frame: &Frame, case: &Case, spent: bool) -> Vec<Judged> {
    let judged = frame.requirements.iter().map(|requirement| Judged {
        id: requirement.id,
        name: requirement.name,
        remedy: requirement.remedy,
        standing: if !spent && requirement.test.reads_expenses() {
            Standing::Met
        } else {
            requirement::judge(requirement, case)
        },
        size_limit: size_limit(requirement, case),
        cite: requirement.cite,
    });
    judged.collect()
}

/// The one limit on employees and capital that applies to this firm.
fn size_limit(requirement: &Requirement, case: &Case) -> Option<SizeLimit> {
    let Test::Size(class) = requirement.test else { return None };
    let mut agreed = None;
    let mut only = true;
    walk(case, &mut |answering, _| {
        let row = size::row(class, answering);
        let limit = row.map(|row| SizeLimit {
            employees: row.employees_at_most,
            capital: row.capital_at_most.filter(|_| answering.one_of(class.form, class.capital_of)),
        });
        only &= agreed.is_none_or(|agreed| agreed == limit);
        agreed = Some(limit);
    });
    agreed.filter(|_| only).flatten()
}

/// The open facts that are only to be confirmed: those of requirements, and those that can switch a
/// provision off.
pub(crate) fn to_confirm(frame: &Frame, judged: &[Judged], case: &Case) -> Vec<FactId> {
    let required = judged.iter().filter_map(|judged| match judged.standing {
        Standing::ToConfirm(fact) => Some(fact),
        _ => None,
    });
    let provisions = frame.grant().map_or(&[][..], |grant| grant.provisions);
    let provided = provisions.iter().filter_map(|provision| switch(provision, case));
    let named: Vec<FactId> = required.chain(provided).collect();
    case.answers.facts().filter(|fact| named.contains(fact)).collect()
}

/// The open fact to be confirmed on which a provision hangs, while the provision can apply.
fn switch(provision: &Provision, case: &Case) -> Option<FactId> {
    let fact = requirement::open_confirm(&provision.test, &case.answers)?;
    requirement::can_hold(&provision.test, case).then_some(fact)
}
