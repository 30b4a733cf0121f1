//! The requirements of a frame, what is not met first, each with its citation.

use hojokin_engine::{Edition, Judged, Standing};
use yew::prelude::*;

use super::citation;
use crate::text::Words;

/// A folded list; open where something is not met.
pub fn requirement_list(words: Words, edition: &Edition, judged: &[Judged]) -> Html {
    let group = |name: &'static str| {
        let of_group = judged.iter().filter(move |judged| standing(judged.standing) == name);
        of_group.collect::<Vec<_>>()
    };
    let groups = ["unmet", "open", "confirm", "met"].map(group);
    let [unmet, open, confirm, met] = [0, 1, 2, 3].map(|n: usize| groups[n].len());
    let item = |judged: &&Judged| {
        let met = judged.standing == Standing::Met;
        html! {
            <li class="requirement-list__item" data-standing={standing(judged.standing)}>
                <strong class="requirement-list__standing">{ words.standing(judged.standing) }</strong>
                <span class="requirement-list__name">{ judged.name }</span>
                if let Some(limit) = judged.size_limit {
                    <span class="requirement-list__limit">{ words.size_limit(limit) }</span>
                }
                if let Some(remedy) = judged.remedy.filter(|_| !met) {
                    <span class="requirement-list__remedy">{ remedy }</span>
                }
                { citation(words, edition, judged.cite) }
            </li>
        }
    };
    html! {
        <details class="requirement-list" open={0 < unmet}>
            <summary>{ words.requirements(met, unmet, open, confirm) }</summary>
            <ul class="requirement-list__items">{ for groups.iter().flatten().map(item) }</ul>
        </details>
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "met",
        Standing::Unmet => "unmet",
        Standing::Open => "open",
        Standing::ToConfirm(_) => "confirm",
    }
}
