//! Facts, choices and categories in Japanese.

use super::super::Question;

pub(super) fn question(fact: &str) -> Option<Question> {
    let (ask, hint, unit) = match fact {
        "industry" => (
            "おもな業種は何ですか",
            Some(
                "実際に行っている仕事で選びます。作った弁当や総菜を卸すなら製造業、店で出すなら飲食店です。",
            ),
            "",
        ),
        "legal_form" => ("法人ですか、個人事業ですか", None, ""),
        "employees" => (
            "常時使用する従業員は何人ですか",
            Some(
                "役員、個人事業主本人と同居の親族、日雇い、2か月以内の期間で雇う人、勤務時間が通常の4分の3以下の人は数えません。",
            ),
            "人",
        ),
        "wage_raise" => ("賃金を引き上げる計画がありますか", None, ""),
        "deficit" => (
            "直近の1期（個人は1年）の課税所得は0円以下ですか",
            Some(
                "法人は法人税申告書 別表一・別表四の所得金額、個人は確定申告書 第一表の課税される所得金額です。",
            ),
            "",
        ),
        "invoice_new" => (
            "免税事業者から、インボイス（適格請求書）発行事業者に登録しましたか。または登録しますか",
            None,
            "",
        ),
        "startup_support" => ("特定創業支援等事業の支援を受けて創業しましたか", None, ""),
        "graduation" => {
            ("補助事業の終わりまでに、小規模事業者の人数を超えて従業員を増やしますか", None, "")
        }
        "atotsugi_finalist" => {
            ("「アトツギ甲子園」のファイナリストか準ファイナリストですか", None, "")
        }
        "new_hire_insured" => ("新しく雇う従業員に、社会保険を適用しますか", None, ""),
        "owned_by_large" => ("資本金5億円以上の法人に、株式を100%持たれていますか", None, ""),
        "income_over_limit" => ("課税所得の直近3年の平均が15億円を超えていますか", None, ""),
        "excluded_form" => {
            ("対象外の法人格や業態ですか（医師、一般社団法人、医療法人、任意団体など）", None, "")
        }
        "invoice_used_before" => {
            ("過去に「インボイス枠」や「インボイス特例」を使いましたか", None, "")
        }
        _ => return None,
    };
    Some(Question { ask, hint, unit })
}

pub(super) fn name(fact: &str) -> &'static str {
    match fact {
        "industry" => "業種",
        "legal_form" => "法人か個人か",
        "employees" => "従業員数",
        "wage_raise" => "賃金の引上げ",
        "deficit" => "赤字",
        "invoice_new" => "インボイス",
        "startup_support" => "創業",
        "graduation" => "従業員を増やす計画",
        "atotsugi_finalist" => "アトツギ甲子園",
        "new_hire_insured" => "新しい従業員の社会保険",
        "owned_by_large" => "大きな法人の子会社か",
        "income_over_limit" => "課税所得",
        "excluded_form" => "法人格・業態",
        "invoice_used_before" => "過去のインボイス枠・特例",
        _ => "",
    }
}

pub(super) fn choice(fact: &str, choice: &str) -> &'static str {
    match (fact, choice) {
        ("industry", "manufacturing") => "製造業",
        ("industry", "construction") => "建設業",
        ("industry", "transport") => "運輸業",
        ("industry", "rubber_products") => "ゴム製品製造業",
        ("industry", "wholesale") => "卸売業",
        ("industry", "retail") => "小売業",
        ("industry", "restaurant") => "飲食店",
        ("industry", "service") => "サービス業",
        ("industry", "lodging") => "宿泊業",
        ("industry", "entertainment") => "娯楽業",
        ("industry", "software") => "ソフトウェア・情報処理",
        ("industry", "other") => "そのほか",
        ("legal_form", "company") => "会社（株式・合同など）",
        ("legal_form", "sole_proprietor") => "個人事業",
        ("legal_form", "npo") => "NPO法人",
        ("legal_form", "association") => "社団法人・財団法人",
        ("legal_form", "cooperative") => "組合",
        ("legal_form", "medical") => "医療法人",
        ("legal_form", "other") => "そのほか",
        _ => "",
    }
}

pub(super) fn category(key: &str) -> &'static str {
    match key {
        "machinery" => "機械装置等費",
        "publicity" => "広報費",
        "website" => "ウェブサイト関連費",
        "exhibition" => "展示会等出展費",
        "travel" => "旅費",
        "development" => "開発費",
        "books" => "資料購入費",
        "misc" => "雑役務費",
        "rent" => "借料",
        "disposal" => "設備処分費",
        "expert_fee" => "専門家謝金",
        "expert_travel" => "専門家旅費",
        "commission" => "委託費",
        "outsourcing" => "委託・外注費",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use hojokin_engine::Kind;
    use hojokin_rules::rulebook;

    use super::*;

    #[test]
    fn every_fact_that_an_edition_asks_has_its_texts() {
        let rulebook = rulebook();
        for id in rulebook.editions.iter().flat_map(|edition| edition.facts) {
            let fact = rulebook.facts[usize::from(id.0)];
            assert!(question(fact.id).is_some(), "{}", fact.id);
            assert_ne!(name(fact.id), "", "{}", fact.id);
            let Kind::Choice(choices) = fact.kind else { continue };
            for key in choices {
                assert_ne!(choice(fact.id, key), "", "{} {key}", fact.id);
            }
        }
    }

    #[test]
    fn every_category_has_a_name() {
        for key in rulebook().categories {
            assert_ne!(category(key), "", "{key}");
        }
    }
}
