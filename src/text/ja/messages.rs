//! Messages without blanks.

use super::super::Message;

/// A table of messages; the compiler holds that none is missing.
macro_rules! messages {
    ($($message:ident $text:literal)*) => {
        pub(super) fn say(message: Message) -> &'static str {
            match message {
                $(Message::$message => $text,)*
            }
        }
    };
}

messages! {
    Title "補助金シミュレーター"
    Questions "質問"
    Round "制度と公募回"
    AllProgrammes "すべての制度をまとめて見る"
    Programmes "制度ごとの見込み（多い順）"
    OpenProgrammes "受付中の制度"
    UpcomingProgrammes "これから受け付ける制度"
    EndedProgrammes "受付が終わった制度"
    UndatedProgrammes "受付期間が資料にない制度（申請できるかは確かめてください）"
    Figures "計算の結果"
    FigureOpen "答えを入れると出ます"
    FigureUnknown "資料に記載がなく、計算できません"
    OtherProgrammes "補助金のほかの制度（共済・融資・専門家・研修など）"
    NoProgrammes "いまの答えでは対象外の制度"
    Details "くわしく見る"
    Approximate "概算"
    NoChanges "計算に使う規則は同じです"
    WageHelper "賃上げの約束で必要な時給を調べる"
    Repayment "賃上げの約束を守れなかったときの返還額"
    RepaymentGrowth "給与の伸びが足りないとき"
    RepaymentYears "最低賃金の約束を守れない年があるとき"
    NotSummed "制度ごとの金額は足し合わせられません。"
    Firm "会社・お店のこと"
    Plan "これからの計画と、いまの状況"
    Confirm "確かめておくこと"
    Yes "はい"
    No "いいえ"
    Unknown "わからない"
    Choose "選んでください"
    TaxQuestion "入れる金額は"
    TaxExcluded "税抜"
    TaxIncluded "税込（10％）"
    YenUnit "円"
    DoesNotMatter "いまの答えでは、この質問は結果に影響しません"
    Outlook "いまの答えでの見込み（最も多い枠）"
    NothingEntered "費用を入れると、見込み額が出ます"
    NoFrame "いまの答えでは、対象になる枠がありません。"
    Frames "申請枠ごとの見込み"
    Best "いちばん多い"
    Rate "補助率"
    Cap "補助上限額"
    Eligible "補助対象経費"
    OwnFunds "自己負担"
    Requirements "要件"
    Working "計算の内訳"
    Obligations "守ること"
    Notes "この計算に入っていない条件"
    Sources "根拠にした資料"
    Contact "問い合わせ先"
    Unverified "未確認：公募要領で確かめてください"
    ToResults "結果を見る"
    Private "入力した内容は、この画面の外に送られません。"
    WageTooLow "いまの時給が地域別最低賃金を下回っているので、このままでは申請できません。"
    ConfirmHint "どれか一つでも「はい」なら、ふつうは対象外です。答えなくても計算できますが、申請の前に必ず確かめてください。"
    AmountHint "補助の対象になるものだけを入れてください。「120万」「５千円」のようにも入れられます。"
    Disclaimer "概算です。交付を約束するものではなく、対象になるかは事務局の審査で決まります。"
}
