//! 日本語.

mod differences;
mod facts;
mod messages;
mod working;

use std::cmp::Ordering;

use hojokin_engine::{
    Assumption, Category, Cite, Date, Deadline, Edition, FrameEstimate, Moment, Range, SizeLimit,
    Source, Standing, Status, Step, Tax, Verdict, Yen, differences::Difference, figure::Unit,
    inverse::Reach,
};

use super::{Message, Question, Text};
use crate::{
    input::{FieldError, grouped},
    state::Missed,
};

/// Japanese (日本語).
pub(super) struct Japanese;

impl Text for Japanese {
    fn lang(&self) -> &'static str {
        "ja"
    }

    fn say(&self, message: Message) -> &'static str {
        messages::say(message)
    }

    fn question(&self, fact: &str) -> Option<Question> {
        facts::question(fact)
    }

    fn fact_name(&self, fact: &str) -> &'static str {
        facts::name(fact)
    }

    fn missed(&self, missed: Missed) -> Question {
        let (ask, unit) = match missed {
            Missed::Grant => ("補助金額（交付された額）", "円"),
            Missed::TotalOfEmployees => ("給与支給総額の達成率（従業員）", "%"),
            Missed::TotalOfOfficers => ("給与支給総額の達成率（役員）", "%"),
            Missed::HeadOfEmployees => ("1人あたり給与の達成率（従業員）", "%"),
            Missed::HeadOfOfficers => ("1人あたり給与の達成率（役員）", "%"),
            Missed::YearsPlanned => ("計画の年数", "年"),
            Missed::YearsMissed => ("最低賃金の約束を守れなかった年数", "年"),
        };
        let percent = "伸びの実績÷目標。下がったときは0、役員がいないときは空けておきます。";
        Question { ask, hint: (missed == Missed::TotalOfEmployees).then_some(percent), unit }
    }

    fn minimum_wage(&self, wage: Yen, since: Date) -> String {
        format!("地域別最低賃金は {}（{}から）", yen(wage), date(since))
    }

    fn wage_needed(&self, wage: Yen) -> String {
        format!("補助事業の終わりに必要な時給は {}", yen(wage))
    }

    fn not_together(&self, other: &str, why: &str) -> String {
        format!("{other}とは併用できません：{why}")
    }

    fn choice(&self, fact: &str, choice: &str) -> &'static str {
        facts::choice(fact, choice)
    }

    fn category(&self, key: &str) -> &'static str {
        facts::category(key)
    }

    fn yen(&self, amount: Yen) -> String {
        yen(amount)
    }

    fn range(&self, Range { low, high }: Range) -> String {
        if low == high { yen(low) } else { format!("{} 〜 {}", yen(low), yen(high)) }
    }

    fn rate(&self, frame: &FrameEstimate) -> String {
        working::rate(frame).unwrap_or_else(|| DEPENDS.to_owned())
    }

    fn cap(&self, frame: &FrameEstimate) -> String {
        working::cap(frame).unwrap_or_else(|| DEPENDS.to_owned())
    }

    fn status(&self, edition: &Edition, status: Status, as_of: Moment) -> String {
        match (status, edition.opens, edition.closes) {
            (Status::Open, _, Some(closes)) => {
                let (last, left) = (moment(closes.value), left(closes.value, as_of));
                let latest = if edition.before_wages.is_some() { "遅くとも" } else { "" };
                format!("受付中・{latest}{last}まで（{left}）")
            }
            (Status::Open, _, None) => "受付中（通年）".to_owned(),
            (Status::Ended, ..) => "受付終了・参考の計算".to_owned(),
            (Status::Upcoming, Some(opens), _) => format!("予定・{}から", moment(opens.value)),
            (Status::Upcoming, None, _) => "予定".to_owned(),
            (Status::Undated, ..) => "受付期間は未確認".to_owned(),
        }
    }

    fn deadline(&self, deadline: &Deadline, as_of: Moment) -> String {
        let (name, at) = (deadline.name, moment(deadline.at));
        if as_of.is_after(deadline.at) {
            return format!("{name}は {at} に終わりました");
        }
        format!("{name}は {at} まで（{}）", left(deadline.at, as_of))
    }

    fn closes_here(&self, prefecture: &str, last: Date, as_of: Moment) -> String {
        let last = Moment::from(last);
        if as_of.is_after(last) {
            return format!("{prefecture}の受付は {} に終わりました", moment(last));
        }
        format!("{prefecture}の受付は {} まで（{}）", moment(last), left(last, as_of))
    }

    fn open_in(&self, prefectures: &[&str], of: usize) -> String {
        let open = match prefectures.len() {
            0 => "どの都道府県も、もう受け付けていません".to_owned(),
            some if some * 2 < of => format!("まだ受付中なのは{}です", prefectures.join("・")),
            _ => "都道府県を選ぶと、最後の日が分かります".to_owned(),
        };
        format!("受付は最低賃金が変わる日の前の日までで、都道府県によって違います。{open}。")
    }

    fn changes_since(&self, before: &Edition) -> String {
        format!("前の公募（{}）から変わったこと", before.round)
    }

    fn change(&self, before: Range, after: Range) -> String {
        let (was, is) = (self.range(before), self.range(after));
        if before == after {
            return format!("{is}（同じ）");
        }
        // What changed is the most, or else, where that is the same, the least.
        let open = before.low != before.high || after.low != after.high;
        let (of, old, new) = match before.high == after.high {
            false => (if open { "最大で" } else { "" }, before.high, after.high),
            true => ("最小で", before.low, after.low),
        };
        let by = match new.cmp(&old) {
            Ordering::Less => format!("{}減る", yen(old - new)),
            _ => format!("{}増える", yen(new - old)),
        };
        format!("{was} → {is}（{of}{by}）")
    }

    fn difference(&self, difference: &Difference) -> String {
        differences::difference(difference)
    }

    fn followed_by(&self, last: &Edition) -> String {
        format!("この制度は「{}」に引き継がれました。", last.name)
    }

    fn next_round(&self, next: Option<(&Edition, Status)>, as_of: Moment) -> String {
        match next {
            Some((next, status)) => {
                format!("次の公募：{}（{}）", next.round, self.status(next, status, as_of))
            }
            None => "この制度の次の公募はまだ登録されていません。商工会議所に確かめてください。"
                .to_owned(),
        }
    }

    fn short_status(&self, status: Status) -> &'static str {
        match status {
            Status::Open => "受付中",
            Status::Ended => "終了",
            Status::Upcoming => "予定",
            Status::Undated => "受付期間は未確認",
        }
    }

    fn not_open(&self, edition: &Edition, status: Status, as_of: Moment) -> Option<String> {
        let round = edition.round;
        match (status, edition.opens, edition.closes) {
            (Status::Ended, _, Some(closes)) if as_of.is_after(closes.value) => Some(format!(
                "{round}は {} に締め切られました。いまは申請できません。下の金額は参考の計算です。",
                moment(closes.value)
            )),
            (Status::Ended, _, None) => Some(format!(
                "{round}のあとの公募が始まっています。いまは申請できません。下の金額は参考の計算です。"
            )),
            (Status::Ended, ..) => {
                Some("いまは申請できません。下の金額は参考の計算です。".to_owned())
            }
            (Status::Upcoming, Some(opens), _) => {
                Some(format!("{round}の受付は {} からです。", moment(opens.value)))
            }
            (Status::Undated, ..) => Some(format!(
                "{round}の受付期間は資料で確かめられていません。いま申請できるかは、商工会議所・商工会に確かめてください。"
            )),
            _ => None,
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Eligible => "対象になります",
            Verdict::Ineligible => "対象外です",
            Verdict::Undetermined => "答えによって決まります",
        }
    }

    fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Met => "満たす",
            Standing::Unmet => "満たさない",
            Standing::Open => "未回答",
            Standing::ToConfirm(_) => "要確認",
        }
    }

    fn deciding(&self, facts: &[&str]) -> String {
        let names: Vec<String> =
            facts.iter().map(|fact| format!("「{}」", facts::name(fact))).collect();
        format!("{}に答えると決まります。", names.join(""))
    }

    fn requirements(&self, met: usize, unmet: usize, open: usize, to_confirm: usize) -> String {
        let counts =
            [("満たす", met), ("満たさない", unmet), ("未回答", open), ("要確認", to_confirm)];
        let shown = counts.iter().filter(|(_, count)| 0 < *count);
        let shown: Vec<String> = shown.map(|(name, count)| format!("{name}{count}")).collect();
        format!("要件（{}）", shown.join("・"))
    }

    fn size_limit(&self, SizeLimit { employees, capital }: SizeLimit) -> String {
        let capital = capital.map(|most| format!("、または資本金{}", yen(most)));
        format!("この業種・法人格では従業員{employees}人{}までです", capital.unwrap_or_default())
    }

    fn condition(&self, requirement: &str) -> String {
        format!("この公募回の条件：{requirement}")
    }

    fn figure(&self, value: i64, unit: Unit) -> String {
        working::figure(value, unit)
    }

    fn step(&self, step: &Step, alone: bool) -> String {
        working::step(step, alone)
    }

    fn result(&self, step: &Step) -> Option<String> {
        working::result(step)
    }

    fn assumed(&self, assumed: &[Assumption]) -> Option<String> {
        working::assumed(assumed)
    }

    fn cite(&self, cite: Cite, source: Option<&Source>) -> String {
        working::cite(cite, source)
    }

    fn source(&self, source: &Source) -> String {
        format!("{}に確認・{}", date(source.read_on), source.read_from)
    }

    fn category_limit(&self, edition: &Edition, category: &Category) -> Option<String> {
        working::category_limit(edition, category)
    }

    fn counts(&self, eligible: Yen) -> String {
        format!("数える経費 {}", yen(eligible))
    }

    fn reach(&self, reach: Reach, cap: Yen) -> String {
        let (total, cap) = (yen(reach.total), yen(cap));
        let entered = reach.entered;
        if entered == Yen::ZERO {
            return format!(
                "{total}使うと上限の{cap}に届きます。それより多く使っても補助は増えません。"
            );
        }
        if entered < reach.total {
            let more = yen(reach.total - entered);
            return format!(
                "あと{more}（合わせて{total}）使うと、上限の{cap}に届きます。それより多く使っても補助は増えません。"
            );
        }
        format!(
            "上限の{cap}に届いています。{total}で届くので、それより多く使っても補助は増えません。"
        )
    }

    fn uncounted(&self, names: &[&str]) -> String {
        format!(
            "この公募回で補助の対象にならない区分です（0円として計算します）：{}",
            names.join("、")
        )
    }

    fn ineligible_frames(&self, count: usize) -> String {
        format!("対象外の枠 {count}件（理由を見る）")
    }

    fn field_error(&self, error: FieldError, label: &str, money: bool) -> String {
        let example = if money { "1,200,000、120万" } else { "4" };
        let kind = if money { "0円以上の整数" } else { "0以上の整数" };
        match error {
            FieldError::NotANumber => format!("{label}は数字で入れてください（例：{example}）"),
            FieldError::Negative | FieldError::Fraction => {
                format!("{label}は{kind}で入れてください（例：{example}）")
            }
            FieldError::TooLarge if money => format!("{label}は1兆円までで入れてください"),
            FieldError::TooLarge => format!("{label}が大きすぎます。数を確かめてください"),
        }
    }

    fn error_summary(&self, count: usize) -> String {
        format!("入力を確かめてください（{count}件）")
    }

    fn expenses(&self, tax: Tax) -> &'static str {
        match tax {
            Tax::Excluded => "使う予定の経費（税抜）",
            Tax::Included => "使う予定の経費（税込）",
        }
    }

    fn heard(&self, range: Range, best: &[&str]) -> String {
        let amount = self.range(range);
        if best.is_empty() {
            return format!("見込み額 {amount}");
        }
        format!("見込み額 {amount}。いちばん有利な枠は{}", best.join("と"))
    }

    fn basis(&self, edition: Option<&Edition>, as_of: Moment) -> String {
        let of = edition.map(|edition| format!("{} {}／", edition.name, edition.round));
        format!("{}{}現在の計算", of.unwrap_or_default(), date(as_of.day))
    }

    fn meter(&self, range: Range, cap: Yen) -> String {
        format!("上限{}のうち{}", yen(cap), self.range(range))
    }
}

/// What depends on open answers.
const DEPENDS: &str = "答えによる";

fn yen(amount: Yen) -> String {
    format!("{}円", grouped(amount.0))
}

/// A day, with its hour where one is known.
fn moment(at: Moment) -> String {
    let time = at.time().map(|(hour, minute)| format!("{hour}:{minute:02}"));
    format!("{}{}", date(at.day), time.unwrap_or_default())
}

/// How many days are left until a moment that is not past.
fn left(at: Moment, now: Moment) -> String {
    match at.day.days_after(now.day) {
        0 => "今日まで".to_owned(),
        days => format!("あと{days}日"),
    }
}

fn date(day: Date) -> String {
    format!("{}年{}月{}日", day.year, day.month, day.day)
}
