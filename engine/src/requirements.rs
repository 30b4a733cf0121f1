//! Judges all requirements of a frame, and names what is still to be confirmed.

use crate::{
    answering::explore,
    case::Case,
    fact::{Answers, FactId},
    mechanism::{requirement, size, sole},
    rules::{Cite, Edition, Frame, Provision, Requirement, Test},
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
    /// For a size class, the most regular employees (people) that this firm may have, once its industry and
    /// legal form leave only one limit.
    pub size_limit: Option<u64>,
    /// Where it is written.
    pub cite: Cite,
}

/// How each requirement of `frame` stands, in the order of the rule file; rules on the expenses come last.
pub(crate) fn judge(edition: &Edition, frame: &Frame, case: &Case) -> Vec<Judged> {
    let on_facts = frame.requirements.iter().map(|requirement| Judged {
        id: requirement.id,
        name: requirement.name,
        remedy: requirement.remedy,
        standing: requirement::judge(requirement, &case.answers),
        size_limit: size_limit(requirement, &case.answers),
        cite: requirement.cite,
    });
    let mut judged: Vec<Judged> = on_facts.collect();

    let broken = sole::broken(edition, &case.expenses);
    judged.extend(edition.categories.iter().filter_map(|category| {
        let sole = category.sole?;
        let breaks = broken.is_some_and(|broken| broken.id == category.id);
        Some(Judged {
            id: sole.id,
            name: sole.name,
            remedy: None,
            standing: if breaks { Standing::Unmet } else { Standing::Met },
            size_limit: None,
            cite: sole.cite,
        })
    }));
    judged
}

/// The one limit on employees that applies to this firm.
fn size_limit(requirement: &Requirement, answers: &Answers) -> Option<u64> {
    let Test::Size(class) = requirement.test else { return None };
    let mut limits = explore(answers, |answering| size::limit(class, answering)).into_iter();
    let (_, first) = limits.next()?;
    limits.all(|(_, limit)| limit == first).then_some(first).flatten()
}

/// The open facts that are only to be confirmed: those of requirements, and those that can switch a
/// provision off.
pub(crate) fn to_confirm(frame: &Frame, judged: &[Judged], answers: &Answers) -> Vec<FactId> {
    let required = judged.iter().filter_map(|judged| match judged.standing {
        Standing::ToConfirm(fact) => Some(fact),
        _ => None,
    });
    let provided = frame.provisions.iter().filter_map(|provision| switch(provision, answers));
    let named: Vec<FactId> = required.chain(provided).collect();
    answers.facts().filter(|fact| named.contains(fact)).collect()
}

/// The open fact to be confirmed on which a provision hangs, while the provision can apply.
fn switch(provision: &Provision, answers: &Answers) -> Option<FactId> {
    let fact = requirement::open_confirm(&provision.test, answers)?;
    requirement::can_hold(&provision.test, answers).then_some(fact)
}
