//! What is handed on: the link with its code, the copies, the cases.

use hojokin_engine::{FactId, Moment, Tax, Yen};
use hojokin_rules::rulebook;
use hojokin_texts::{FILES, Language, Texts};
use hojokin_widget::{
    hand::{self, Copied},
    link,
    state::{Action, CASES, Field, Keeping, Mode, Saving, Settings, State},
    text::Words,
};

fn fact(id: &str) -> FactId {
    rulebook().fact(id).expect("it is built in").0
}

fn typed(category: &str, amount: &str) -> Action {
    let category = rulebook().category(category).expect("it is built in");
    Action::Type(Field::Expense(category), amount.to_owned())
}

/// A retailer with 4 employees in 第16回, whose open questions are left open.
fn retailer(edition: Option<&str>) -> State {
    let as_of: Moment = "2024-05-10".parse().expect("a moment");
    let settings = Settings {
        edition: edition.map(str::to_owned),
        mode: Mode::Sheet,
        dated: true,
        ..Settings::at(as_of)
    };
    let mut state = State::new(settings);
    for action in [
        Action::Pick(fact("industry"), Some(5)),
        Action::Type(Field::Fact(fact("employees")), "4".to_owned()),
        Action::Truth(fact("wage_raise"), Some(false)),
        Action::Truth(fact("invoice_new"), Some(false)),
        typed("publicity", "600,000"),
        typed("website", "300,000"),
    ] {
        state.apply(action);
    }
    state
}

fn words(language: Language) -> Words {
    if let Some((_, file)) = FILES.iter().find(|(lang, _)| *lang == language.id()) {
        assert!(Texts::load(language, (*file).to_owned()));
    }
    Words::of(language).expect("it is loaded")
}

/// What a phone reads from these outlines, four dots a module.
fn read_code(size: u32, outlines: &str) -> String {
    let modules: Vec<(usize, usize, usize)> = outlines
        .split_terminator('z')
        .map(|outline| {
            let numbers: Vec<usize> = outline
                .split(|sign: char| !sign.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            (numbers[0], numbers[1], numbers[2])
        })
        .collect();
    let dark = |x: usize, y: usize| {
        modules.iter().any(|(from, row, run)| y == *row && (*from..from + run).contains(&x))
    };
    let width = usize::try_from(size).expect("it is small") * 4;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| {
        if dark(x / 4, y / 4) { 0 } else { 255 }
    });
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().expect("it can be read").1
}

#[test]
fn a_link_leads_to_the_page_that_it_was_made_on() {
    let state = retailer(Some("jizokuka/2024-16"));
    let shared = hand::share(&state, "https://example.jp/hojokin/?x=1#old");
    let text = shared.address.strip_prefix("https://example.jp/hojokin/?x=1#").expect("the page");
    assert_eq!(link::find(text), Some(&*link::encode(&state)));
    let (size, outlines) = shared.code.expect("it is short enough");
    assert_eq!(read_code(size, &outlines), shared.address);
    let far = "https://example.jp/".to_owned() + &"x".repeat(900);
    assert_eq!(hand::share(&state, &far).code, None);
}

#[test]
fn a_link_is_shown_until_an_answer_changes() {
    let mut state = retailer(None);
    let shared = hand::share(&state, "https://example.jp/");
    state.apply(Action::Keep(Keeping::Share(shared.clone())));
    assert_eq!(hand::copy(Copied::Link, Words::japanese(), &state), shared.address);
    state.apply(Action::Tax(Tax::Included));
    assert_eq!(state.kept.shared, None);
}

#[test]
fn the_text_says_what_the_screen_says() {
    let state = retailer(Some("jizokuka/2024-16"));
    let text = hand::copy(Copied::Text, Words::japanese(), &state);
    for line in [
        "補助金シミュレーター",
        "■ 答え",
        "・業種：小売業",
        "・従業員数：4人",
        "・賃金の引上げ：いいえ",
        "・広報費：600,000円",
        "概算です。交付を約束するものではなく、対象になるかは事務局の審査で決まります。",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    for part in
        ["2024年5月10日現在の計算", "受付中", "・通常枠：", "自己負担：", "× 2/3 ＝", "規則の版："]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
    for language in Language::ALL {
        for edition in [Some("jizokuka/2024-16"), Some("shokibo-kyosai/2024"), None] {
            for what in [Copied::Text, Copied::Csv] {
                let text = hand::copy(what, words(language), &retailer(edition));
                let left = text.lines().find(|line| line.contains(['《', '｜']));
                assert_eq!(left, None, "{language:?}");
            }
        }
    }
}

#[test]
fn the_table_has_a_row_for_each_frame() {
    let table = hand::copy(Copied::Csv, Words::japanese(), &retailer(Some("jizokuka/2024-16")));
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 1 + 5);
    assert!(rows[0].starts_with("制度,公募回,申請枠,判定,"), "{table}");
    let normal: Vec<&str> = rows[1].split(',').collect();
    assert_eq!(
        normal[2..7],
        ["通常枠", "対象になります", "500,000", "500,000", "2／3"]
            .map(|cell| cell.replace(',', ""))
    );
    assert!(rows.iter().all(|row| row.split(',').count() == 11), "{table}");
}

#[test]
fn six_cases_stand_side_by_side() {
    let mut state = retailer(Some("jizokuka/2024-16"));
    for _ in 0..=CASES {
        let case = hand::case(Words::japanese(), &state);
        state.apply(Action::Keep(Keeping::Case(case)));
    }
    let names = |state: &State| -> Vec<String> {
        state.kept.cases.iter().map(|case| case.name.clone()).collect()
    };
    assert_eq!(names(&state), ["ケース1", "ケース2", "ケース3", "ケース4", "ケース5", "ケース6"]);
    let (grant, own, edition, frame) = state.kept.cases[0].best.expect("a frame");
    assert_eq!((edition.id, frame), ("jizokuka/2024-16", "通常枠"));
    assert_eq!((grant.low, own.high), (Yen(500_000), Yen(400_000)));

    state.apply(Action::Keep(Keeping::Drop(1)));
    state.apply(Action::Keep(Keeping::Name(0, "店を広げる\t\n".to_owned())));
    state.apply(Action::Keep(Keeping::Drop(9)));
    assert_eq!(names(&state)[..2], ["店を広げる", "ケース3"]);
    assert_eq!(hand::case(Words::japanese(), &state).name, "ケース1");
}

#[test]
fn what_is_saved_comes_back() {
    let mut state = retailer(Some("jizokuka/2024-16"));
    for name in ["今年", "来年"] {
        let case = hand::case(Words::japanese(), &state);
        state.apply(Action::Keep(Keeping::Case(case)));
        let last = state.kept.cases.len() - 1;
        state.apply(Action::Keep(Keeping::Name(last, name.to_owned())));
        state.apply(typed("publicity", "0"));
    }
    let (link, cases) = hand::restored(&hand::stored(&state), &state.settings);
    assert_eq!(link, link::encode(&state));
    assert_eq!(cases, state.kept.cases);
    for broken in ["", "x", "\n\n\t", "x\ty\n\tz", "1.a.b\nname\t1.c.d"] {
        assert_eq!(hand::restored(broken, &state.settings).1, []);
    }
    assert_eq!(state.kept.saving, Saving::Off, "nothing is saved unless it is asked for");
}

#[test]
fn the_expense_sheet_of_the_application_is_copied_in_japanese() {
    let mut state = retailer(Some("jizokuka/2024-16"));
    state.apply(Action::Frame("normal"));
    for language in Language::ALL {
        let text = hand::copy(Copied::FormText, words(language), &state);
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "様式3 経費明細表の形（通常枠）",
                "・②広報費：600,000円",
                "・③ウェブサイト関連費：300,000円",
                "・(1) 補助対象経費小計（ウェブサイト関連費を除く）：600,000円",
                "・(2) 補助金交付申請額（ウェブサイト関連費を除く）：375,000円 〜 400,000円",
                "・(3) ウェブサイト関連費に係る補助対象経費小計：300,000円",
                "・(4) ウェブサイト関連費に係る交付申請額：100,000円 〜 125,000円",
                "・(5) 補助対象経費合計：900,000円",
                "・(6) 補助金交付申請額合計：500,000円",
                "上限の500,000円に届くので、(2) 375,000円＋(4) 125,000円 から (2) 400,000円＋(4) 100,000円 \
                 までの分け方を選べます。",
            ]
        );
        let table = hand::copy(Copied::FormCsv, words(language), &state);
        let rows: Vec<&str> = table.split_terminator("\r\n").collect();
        assert_eq!(rows.len(), 1 + 2 + 6);
        assert_eq!(rows[1], "②広報費,600000,,");
        assert_eq!(rows[4], "(2) 補助金交付申請額（ウェブサイト関連費を除く）,,375000,400000");
        assert_eq!(rows[8], "(6) 補助金交付申請額合計,,500000,500000");
        assert!(rows.iter().all(|row| row.split(',').count() == 4), "{table}");
    }
    let none = retailer(Some("monodukuri/2024-18"));
    for what in [Copied::FormText, Copied::FormCsv] {
        assert_eq!(hand::copy(what, words(Language::Japanese), &none), "");
    }
}
