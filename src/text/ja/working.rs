//! The working (計算の内訳) in Japanese.

use hojokin_engine::{
    Assumption, Category, Change, Cite, Domain, Edition, Fact, FrameEstimate, Kind, Rate, Source,
    Step, StepKind, Yen, figure::Unit,
};
use hojokin_rules::rulebook;

use super::{super::number::unrounded, facts, yen};
use crate::input::grouped;

pub(super) fn step(step: &Step, alone: bool) -> String {
    let what = step.what;
    let rate = step.rate.unwrap_or(Rate::new(1, 1));
    let limit = yen(step.limit.unwrap_or_default());
    let of = yen(step.of);
    match step.kind {
        StepKind::Band => match step.limit {
            Some(Yen(people)) => format!("従業員{people}人までの区分なので、上限は"),
            None => "従業員がいちばん多い区分なので、上限は".to_owned(),
        },
        StepKind::CapRow => "答えに当てはまる区分なので、上限は".to_owned(),
        StepKind::Provision => provided(step),
        StepKind::CostShare => {
            let entered = yen(step.entered.unwrap_or_default());
            format!("{what} {entered}は、対象になる経費の合計 {of}の{rate}までなので")
        }
        StepKind::CostLimit => {
            let entered = yen(step.entered.unwrap_or_default());
            format!("{what} {entered}は、いっしょに数える区分の限度までなので")
        }
        StepKind::Share | StepKind::Tier => {
            let what = match (what, alone) {
                ("", true) => "補助対象経費",
                ("", false) => "そのほかの経費",
                (what, _) => what,
            };
            let tier = step
                .above
                .map(|above| format!("（補助金{}を超える分は {}）", yen(above.up_to), above.rate));
            let product = format!("{what} {of} × {rate}{}", tier.unwrap_or_default());
            match unrounded(step.cut, step.amount) {
                Some(exact) => format!("{product} ＝ {exact}円。1円未満を切り捨てて"),
                None => format!("{product} ＝"),
            }
        }
        StepKind::GrantShare => format!("{what}の分は、補助金全体 {of}の{rate}までなので"),
        StepKind::GrantLimit => format!("{what}の分は {limit}までなので"),
        StepKind::CostPart => format!("{what}の分は、ほかの経費 {of}の{rate}までなので"),
        StepKind::Cap => {
            let sum = if alone { "" } else { "合計 " };
            let over = step.limit.is_some_and(|limit| limit < step.of);
            format!("{sum}{of}は上限 {limit}{}", if over { "を超えるので" } else { "以内なので" })
        }
        StepKind::Sum => format!("別枠の分 {}を足して", yen(step.amount - step.of)),
        StepKind::Floor => format!("{of}は下限 {limit}に届かないので、交付されません"),
        StepKind::RoundTo => format!("{of}の{limit}未満を切り捨てて"),
    }
}

/// The amount that a step comes to; a changed rate and a missed floor come to none.
pub(super) fn result(step: &Step) -> Option<String> {
    let changes_rate = step
        .provision
        .is_some_and(|(_, change)| matches!(change, Change::SetRate(_) | Change::SetAbove(_)));
    (!changes_rate && step.kind != StepKind::Floor).then(|| yen(step.amount))
}

fn provided(step: &Step) -> String {
    let name = step.what;
    match step.provision.map(|(_, change)| change) {
        Some(Change::RaiseCap(by)) => {
            format!("{name}で上限に {}を足す：{} ＋ {} ＝", yen(by), yen(step.of), yen(by))
        }
        Some(Change::SetRate(rate)) => format!("{name}なので、補助率は {rate}"),
        Some(Change::SetAbove(rate)) => format!("{name}なので、それを超える分の補助率は {rate}"),
        _ => format!("{name}なので、上限は {}ではなく", yen(step.of)),
    }
}

/// A figure in its unit; a negative one is to be paid back.
pub(super) fn figure(value: i64, unit: Unit) -> String {
    let unit = match unit {
        Unit::Yen => "円",
        Unit::Months => "か月",
        Unit::Days => "日",
        Unit::HalfDays => "回（半日）",
        Unit::Times => "回",
    };
    let sign = if value < 0 { "−" } else { "" };
    format!("{sign}{}{unit}", grouped(value.unsigned_abs()))
}

/// The rate or rates of a frame; `None` if they depend on open answers.
pub(super) fn rate(frame: &FrameEstimate) -> Option<String> {
    if let Some(rate) = frame.rate {
        return Some(rate.to_string());
    }
    let (grant, terms) = (frame.frame.grant()?, frame.terms?);
    let Some(rate) = terms.rate.map(|rate| rate.value) else {
        return Some("資料に記載なし".to_owned());
    };
    if terms.only_rate(grant).is_some() || frame.grant.low != frame.grant.high {
        return None;
    }
    let above = terms.above.filter(|above| above.rate != rate);
    let above = above.map(|above| format!("（{}を超える分は{}）", yen(above.up_to), above.rate));
    let own = terms.parts(grant).filter_map(|part| {
        let own = part.rate.filter(|own| *own != rate)?;
        Some(format!("、{}は{own}", part.name))
    });
    Some(format!("{rate}{}{}", above.unwrap_or_default(), own.collect::<String>()))
}

/// The cap of a frame; `None` if it depends on open answers.
pub(super) fn cap(frame: &FrameEstimate) -> Option<String> {
    let stated = || frame.terms?.whole_cap(frame.frame.grant()?);
    match frame.cap {
        Some(cap) => Some(yen(cap)),
        None if stated().is_none() => Some("資料に記載なし".to_owned()),
        None => None,
    }
}

/// What limits a category: its share of the expenses, or what comes of it of the grant.
pub(super) fn category_limit(edition: &Edition, category: &Category) -> Option<String> {
    if let Some(share) = category.cost_share {
        return Some(format!("経費全体の{}まで", share.value));
    }
    let grants = edition.frames.iter().filter_map(|frame| frame.grant());
    let mut parts = grants.flat_map(|grant| grant.parts);
    let part = parts.find(|part| *part.categories == [category.id])?;
    let limits =
        [part.grant_share.map(|share| format!("補助金全体の{share}")), part.at_most.map(yen)];
    let limits: Vec<String> = limits.into_iter().flatten().collect();
    (!limits.is_empty()).then(|| format!("この区分の補助金は、{}まで", limits.join("・")))
}

/// What the working of the greatest amount assumes of open facts.
pub(super) fn assumed(assumed: &[Assumption]) -> Option<String> {
    let rulebook = rulebook();
    let said: Vec<String> = assumed
        .iter()
        .filter_map(|assumption| {
            let fact = rulebook.facts.get(usize::from(assumption.fact.0))?;
            Some(format!("{}：{}", facts::name(fact.id), values(fact, assumption.values)))
        })
        .collect();
    (!said.is_empty()).then(|| format!("最も多くなる場合の計算です（{}）。", said.join("、")))
}

fn values(fact: &Fact, values: Domain) -> String {
    match (values, fact.kind) {
        (Domain::Truth(true, _), _) => "はい".to_owned(),
        (Domain::Truth(..), _) => "いいえ".to_owned(),
        (Domain::Number(from, u64::MAX), _) => format!("{from}以上"),
        (Domain::Number(0, to), _) => format!("{to}以下"),
        (Domain::Number(from, to), _) if from == to => from.to_string(),
        (Domain::Number(from, to), _) => format!("{from}〜{to}"),
        (Domain::Choice(set), Kind::Choice(choices)) => {
            let bits = (0..).map(|n| set.0 & hojokin_engine::Choices::only(n).0 != 0);
            let chosen = choices.iter().zip(bits).filter(|(_, chosen)| *chosen);
            let names: Vec<&str> =
                chosen.map(|(choice, _)| facts::choice(fact.id, choice)).collect();
            names.join("・")
        }
        (Domain::Choice(_), _) => String::new(),
    }
}

/// Title and place of a citation.
pub(super) fn cite(cite: Cite, source: Option<&Source>) -> String {
    let mut parts = vec![source.map_or(cite.doc, |source| source.title).to_owned()];
    parts.extend(cite.page.map(|page| format!("p.{page}")));
    parts.extend(cite.place.map(str::to_owned));
    parts.extend(cite.lines.map(|lines| format!("（{lines}行）")));
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use hojokin_engine::{Answers, Case, Expenses, Yen, estimate};

    use super::*;

    /// The working of a frame of 第16回 for these expenses, as it is shown.
    fn shown(frame: &str, expenses: &[(&str, u64)], invoice: bool) -> Vec<String> {
        let rulebook = rulebook();
        let edition = rulebook.edition("jizokuka/2024-16").expect("it is built in");
        let mut entered = Expenses::none(&rulebook);
        for (key, amount) in expenses {
            entered.set(rulebook.category(key).expect("a category"), Yen(*amount));
        }
        let mut answers = Answers::none(rulebook.facts);
        let mut answer = |id: &str, answer| {
            answers.set(rulebook.fact(id).expect("a fact").0, answer);
        };
        answer("industry", Domain::choice(5));
        answer("employees", Domain::number(4));
        answer("invoice_new", Domain::truth(invoice));
        answer("wage_raise", Domain::truth(true));
        answer("deficit", Domain::truth(true));
        let as_of = "2024-05-10".parse().expect("a day");
        let estimate = estimate(edition, &Case { as_of, answers, expenses: entered });
        let frame = estimate.frames.iter().find(|found| found.frame.id == frame).expect("a frame");
        let steps = frame.steps.iter();
        let line = |one| format!("{} {}", step(one, false), result(one).unwrap_or_default());
        steps.map(|one| line(one).trim_end().to_owned()).collect()
    }

    #[test]
    fn the_working_can_be_followed_by_hand() {
        assert_eq!(
            shown("normal", &[("publicity", 400_000), ("website", 300_000)], true),
            [
                "インボイス特例で上限に 500,000円を足す：500,000円 ＋ 500,000円 ＝ 1,000,000円",
                "そのほかの経費 400,000円 × 2/3 ＝ 266,666.66…円。1円未満を切り捨てて 266,666円",
                "ウェブサイト関連費 300,000円 × 2/3 ＝ 200,000円",
                "ウェブサイト関連費の分は、補助金全体 355,554円の1/4までなので 88,888円",
                "合計 355,554円は上限 1,000,000円以内なので 355,554円",
            ]
        );
    }

    #[test]
    fn what_was_cut_says_from_what_to_what() {
        let steps = shown("normal", &[("machinery", 300_000), ("disposal", 400_000)], false);
        assert_eq!(
            steps[0],
            "設備処分費 400,000円は、対象になる経費の合計 600,000円の1/2までなので 300,000円"
        );
    }

    #[test]
    fn a_row_of_caps_and_a_unit_are_said_with_their_amounts() {
        let cite = Cite { doc: "S", page: None, lines: None, place: None, verified: true };
        let plain = Step {
            kind: StepKind::CapRow,
            what: "",
            category: None,
            provision: None,
            entered: None,
            amount: Yen(700_000),
            rate: None,
            above: None,
            of: Yen::ZERO,
            limit: None,
            cut: hojokin_engine::mechanism::rounding::Cut::default(),
            cite,
        };
        let line = |one: Step| format!("{} {}", step(&one, true), result(&one).unwrap_or_default());
        assert_eq!(line(plain), "答えに当てはまる区分なので、上限は 700,000円");
        let unit = Some(Yen(1_000));
        let cut = Step { kind: StepKind::RoundTo, of: Yen(700_975), limit: unit, ..plain };
        assert_eq!(line(cut), "700,975円の1,000円未満を切り捨てて 700,000円");
    }

    #[test]
    fn a_changed_rate_is_named_with_its_reason() {
        let steps = shown("wage", &[("machinery", 300_000)], false);
        assert_eq!(steps[0], "赤字事業者なので、補助率は 3/4");
    }
}
