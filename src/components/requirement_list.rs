//! The requirements of a frame, what is not met first, each with its citation.

use hojokin_engine::{Edition, Judged, Standing};

use super::citation;
use crate::{markup::Markup, text::Words};

/// A folded list; open where something is not met, nothing where nothing is required.
pub fn requirement_list(m: &mut Markup, words: Words, edition: &Edition, judged: &[Judged]) {
    if judged.is_empty() {
        return m.nothing();
    }
    let group = |name: &'static str| {
        let of_group = judged.iter().filter(move |judged| standing(judged.standing) == name);
        of_group.collect::<Vec<_>>()
    };
    let groups = ["unmet", "open", "confirm", "met"].map(group);
    let [unmet, open, confirm, met] = [0, 1, 2, 3].map(|n: usize| groups[n].len());
    m.open("details", "requirement-list");
    m.set_if("open", 0 < unmet);
    m.line("summary", "", words.requirements(met, unmet, open, confirm));
    m.open("ul", "requirement-list__items");
    for judged in groups.iter().flatten() {
        let met = judged.standing == Standing::Met;
        m.open("li", "requirement-list__item");
        m.set("data-standing", standing(judged.standing));
        m.label("strong", "requirement-list__standing", words.standing(judged.standing));
        m.label("span", "requirement-list__name", words.rule(judged.name));
        if let Some(limit) = judged.size_limit {
            m.line("span", "requirement-list__limit", words.size_limit(limit));
        }
        if let Some(remedy) = judged.remedy.filter(|_| !met) {
            m.label("span", "requirement-list__remedy", words.rule(remedy));
        }
        citation(m, words, edition, judged.cite);
        m.close();
    }
    m.close();
    m.close();
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "met",
        Standing::Unmet => "unmet",
        Standing::Open => "open",
        Standing::ToConfirm(_) => "confirm",
    }
}
