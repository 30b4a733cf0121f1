//! What changed from one round to the next, in Japanese.

use hojokin_engine::{
    Most,
    differences::{About, Difference, Value},
};

use super::yen;

pub(super) fn difference(one: &Difference) -> String {
    let frame = one.frame.map(|frame| format!("{frame}の")).unwrap_or_default();
    let what = one.what;
    let subject = match one.about {
        About::Frame => format!("申請枠「{what}」"),
        About::Category => format!("経費区分「{what}」"),
        About::Rate => format!("{frame}補助率"),
        About::Cap => format!("{frame}上限"),
        About::Band(Some(people)) => format!("{frame}上限（従業員{people}人まで）"),
        About::Band(None) => format!("{frame}上限（従業員がいちばん多い区分）"),
        About::Floor => format!("{frame}下限"),
        About::Tier => format!("{frame}補助率の段階"),
        About::Limit(count) => format!("{what}など{count}区分の合計の上限"),
        About::Part => format!("{what}の分の補助金の上限"),
        About::Requirement => "要件".to_owned(),
        About::Provision => "特例".to_owned(),
    };
    match (one.before.map(value), one.after.map(value)) {
        (Some(before), Some(after)) => format!("{subject}：{before} → {after}"),
        (None, Some(after)) => format!("{subject}：新しくできた {after}").trim_end().to_owned(),
        (Some(before), None) => format!("{subject}：なくなった {before}").trim_end().to_owned(),
        (None, None) => subject,
    }
}

fn value(value: Value) -> String {
    match value {
        Value::There => String::new(),
        Value::Yen(amount) => yen(amount),
        Value::Caps(cap, None) => yen(cap),
        Value::Caps(cap, Some(raised)) => format!("{}（賃上げなら{}）", yen(cap), yen(raised)),
        Value::Rate(rate) => rate.to_string(),
        Value::Words(words) => format!("「{words}」"),
        Value::Tier(Some(up_to), above) => format!("補助金の{}を超える分は{above}", yen(up_to)),
        Value::Tier(None, above) => format!("上の段は{above}"),
        Value::Most(Most::Amount(most)) => yen(most),
        Value::Most(Most::OfOthers(share)) => format!("ほかの経費の{share}"),
        Value::Most(Most::BelowOthers) => "ほかの経費の合計未満".to_owned(),
        Value::Limits(at_most, share) => {
            let share = share.map(|share| format!("補助金全体の{share}"));
            let limits: Vec<String> = share.into_iter().chain(at_most.map(yen)).collect();
            if limits.is_empty() { "なし".to_owned() } else { limits.join("・") }
        }
    }
}
