//! Lists of firms.

use serde_json::{Map, Value, json};

use crate::run::{Run, each, list, run};

const LIST: &str = "会社名,業種,従業員数,賃金の引上げ,法人か個人か,広報費,備考\n\
    見本商店,小売業,４人,はい,会社（株式・合同など）,90万円,\"a,b\"\n\
    山田工業,製造業,四人くらい,たぶん,,1,\n\
    佐藤,,,,,,\n";

fn batch(words: &[&str], input: &[u8]) -> Run {
    run(
        &[&["batch", "--edition", "jizokuka/2024-16", "--as-of", "2024-05-10"], words].concat(),
        input,
    )
}

/// The rows of a list, each cell by its heading.
fn rows(text: &str) -> Vec<Map<String, Value>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(cells);
    let headings = lines.next().expect("headings");
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), headings.len(), "{cells:?}");
        headings.iter().cloned().zip(cells.into_iter().map(Value::String)).collect()
    };
    lines.map(row).collect()
}

/// The cells of a line in which only commas need quotes.
fn cells(line: &str) -> Vec<String> {
    let mut quoted = false;
    let apart = |sign: char| {
        quoted ^= sign == '"';
        sign == ',' && !quoted
    };
    line.split(apart).map(|cell| cell.trim_matches('"').to_owned()).collect()
}

#[test]
fn every_row_comes_back_with_what_it_would_get_or_what_is_wrong_with_it() {
    let Run { code, stdout, stderr } = batch(&[], LIST.as_bytes());
    assert_eq!(code, Some(1), "a row could not be read");
    assert!(stdout.starts_with("\u{feff}会社名,業種,"), "Excel needs the mark");
    assert!(stderr.contains("列「備考」：計算には使わず、そのまま写します"));
    assert!(stderr.contains("列「従業員数」：従業員数（employees）"));
    assert!(stderr.contains("3 行を") && stderr.ends_with("読めなかった行：1 行\n"), "{stderr}");
    let rows = rows(&stdout);
    assert_eq!(rows[0]["備考"], "a,b");
    assert_eq!(rows[0]["従業員数"], "４人", "what was written stays");
    assert_eq!(rows[0]["最も多い枠"], "賃金引上げ枠");
    assert_eq!(rows[0]["見込み額（下限）"], "600000");
    assert_eq!(rows[0]["通常枠：判定"], "対象");
    assert_eq!(rows[0]["読めなかったところ"], "");
    assert_eq!(rows[1]["見込み額（上限）"], "");
    assert_eq!(
        rows[1]["読めなかったところ"],
        "3行目　従業員数：「四人くらい」は数ではありません　\
         賃金の引上げ：「たぶん」は「はい」「いいえ」のどちらでもありません"
    );
    assert_eq!(rows[2]["見込み額（上限）"], "0");
    assert!(rows[2]["まだ答えていない質問"].as_str().is_some_and(|open| open.contains("従業員数")));
}

#[test]
fn lists_of_windows_are_read_and_the_order_stays() {
    let mut text = String::from("会社名,業種,従業員数,広報費\n");
    for n in 0..40_000 {
        text += &format!("髙橋商店{n},小売業,{},{n}\n", n % 6);
    }
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(&text);
    let Run { code, stdout, .. } = batch(&["--ids"], &shift_jis);
    assert_eq!(code, Some(0));
    let rows = rows(&stdout);
    assert_eq!(rows.len(), 40_000);
    for (n, row) in rows.iter().enumerate() {
        assert_eq!(row["会社名"], format!("髙橋商店{n}"));
        let granted = (n as u64 * 2 / 3).min(500_000);
        assert_eq!(row["normal：low"], granted.to_string());
    }
}

#[test]
fn without_a_round_the_greatest_of_the_open_ones_is_written_also_where_nothing_is_certain() {
    let input = "会社名,従業員数,機械装置等費\nA,4,9000000\nB,4,0\n";
    let Run { code, stdout, .. } = run(&["batch", "--as-of", "2026-11-21"], input.as_bytes());
    assert_eq!(code, Some(0));
    let rows = rows(&stdout);
    let case = json!({ "as_of": "2026-11-21", "answers": { "employees": 4 },
                       "expenses": { "machinery": 9_000_000 } });
    let all: Value = serde_json::from_str(&run(&["estimate"], case.to_string().as_bytes()).stdout)
        .expect("JSON");
    let frames = list(&all).iter().flat_map(|one| list(&one["frames"]));
    let certain = frames.clone().filter(|frame| frame["verdict"] == "eligible");
    let most = |end: &str, frames: &mut dyn Iterator<Item = &Value>| {
        frames.filter_map(|frame| frame["grant"][end].as_u64()).max().unwrap_or(0)
    };
    assert_eq!(rows[0]["見込み額（下限）"], most("low", &mut certain.clone()).to_string());
    assert_ne!(rows[0]["公募回"], "");
    assert_ne!(rows[0]["見込み額（上限）"], "0");
    assert_ne!(rows[0]["まだ答えていない質問"], "");
    assert_eq!(rows[1]["公募回"], "", "nothing is spent");
}

#[test]
fn headings_can_be_read_otherwise_and_are_shown_first() {
    let input = "社員,宣伝\n4,600000\n".as_bytes();
    let words = ["--column", "社員=従業員数", "--column", "宣伝=publicity"];
    let shown = batch(&[&words[..], &["--columns"]].concat(), input);
    assert_eq!((shown.code, &*shown.stdout), (Some(0), ""));
    assert_eq!(
        shown.stderr,
        "列「社員」：従業員数（employees）\n列「宣伝」：経費：広報費（publicity、円）\n"
    );
    let Run { stdout, .. } = batch(&words, input);
    assert_eq!(rows(&stdout)[0]["見込み額（上限）"].as_str(), Some("450000"));

    let wrong = batch(&["--column", "人数=employees", "--column", "社員=staff"], input);
    assert_eq!((wrong.code, &*wrong.stdout), (Some(2), ""));
    assert_eq!(
        wrong.stderr,
        "hojokin: 列「人数」がありません\n\
         hojokin: 「staff」という事項や経費区分はありません（一覧：hojokin batch --template）\n"
    );
}

#[test]
fn a_template_can_be_filled_in_and_read() {
    let Run { code, stdout, .. } = batch(&["--template"], b"");
    assert_eq!(code, Some(0));
    let Run { code, stderr, .. } = batch(&["--columns"], stdout.as_bytes());
    assert_eq!(code, Some(0));
    assert!(!stderr.contains("そのまま写します"), "{stderr}");
}

#[test]
fn options_that_mean_nothing_are_refused() {
    for (words, said) in [
        (&["--charset", "latin-1"][..], "「latin-1」は utf-8 でも shift_jis でもありません"),
        (&["--column", "社員"], "「社員」は「見出し=事項」の形ではありません"),
        (&["no-such-list.csv"], "no-such-list.csv："),
        (&["one.csv", "two.csv"], "「two.csv」は余分です"),
    ] {
        let Run { code, stdout, stderr } = batch(words, b"");
        assert_eq!((code, &*stdout), (Some(2), ""), "{words:?}");
        assert!(stderr.contains(said), "{stderr}");
    }
    let unknown = run(&["batch", "--edition", "jizokuka/1999"], b"");
    assert!(
        unknown.stderr.contains("「jizokuka/1999」という公募回はありません"),
        "{}",
        unknown.stderr
    );
    let template = run(&["batch", "--template"], b"");
    assert!(template.stderr.contains("--edition を付けてください"));
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn one<'v>(&mut self, values: &'v [Value]) -> &'v Value {
        &values[self.below(values.len())]
    }
}

#[test]
fn a_row_gets_what_the_same_case_gets_in_every_round() {
    let editions: Value = serde_json::from_str(&run(&["editions"], b"").stdout).expect("JSON");
    let mut chance = Chance(20_261_121);
    for edition in list(&editions) {
        let id = edition["id"].as_str().expect("an id");
        let firms: Vec<Value> = (0..12).map(|_| firm(edition, &mut chance)).collect();
        let answered = run(&["estimate"], json!(firms).to_string().as_bytes());
        let estimates: Value = serde_json::from_str(&answered.stdout).expect("JSON");
        let written =
            run(&["batch", "--ids", "--edition", id, "--as-of", "2026-11-21"], &csv(&firms));
        assert_eq!(written.code, Some(0), "{}", written.stdout);
        for (row, estimate) in rows(&written.stdout).iter().zip(list(&estimates)) {
            compare(row, estimate);
        }
    }
}

/// A firm of which some is known.
fn firm(edition: &Value, chance: &mut Chance) -> Value {
    let (mut answers, mut expenses) = (Map::new(), Map::new());
    for fact in list(&edition["facts"]) {
        if chance.below(4) == 0 {
            continue;
        }
        let numbers = [0, 1, 4, 5, 6, 20, 21, 100, 3_000_000].map(Value::from);
        let value = match fact["type"].as_str() {
            Some("boolean") => chance.one(&[json!(true), json!(false)]),
            Some("choice") => chance.one(list(&fact["choices"])),
            _ => chance.one(&numbers),
        };
        answers.insert(fact["id"].as_str().expect("an id").to_owned(), value.clone());
    }
    for id in each(&edition["categories"], "id") {
        expenses.insert(id.to_owned(), json!(chance.below(9) * 333_333));
    }
    json!({ "edition": edition["id"], "as_of": "2026-11-21", "answers": answers, "expenses": expenses })
}

/// The same firms as a list.
fn csv(firms: &[Value]) -> Vec<u8> {
    let keys = |part: &str| -> Vec<String> {
        let all = firms.iter().flat_map(|firm| firm[part].as_object().expect("an object").keys());
        let mut keys: Vec<_> = all.cloned().collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let headings = [keys("answers"), keys("expenses")];
    // Of a firm of which nothing is known the line would be empty, which is no row.
    let mut text = format!("firm,{}\n", headings.concat().join(","));
    for (n, firm) in firms.iter().enumerate() {
        let cells = ["answers", "expenses"].iter().zip(&headings).flat_map(|(part, keys)| {
            keys.iter().map(move |key| match &firm[*part][key] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            })
        });
        text += &format!("{n},{}\n", cells.collect::<Vec<_>>().join(","));
    }
    text.into_bytes()
}

fn compare(row: &Map<String, Value>, estimate: &Value) {
    let best =
        list(&estimate["best"]).iter().filter_map(Value::as_str).collect::<Vec<_>>().join("・");
    assert_eq!(row["best"], best, "{estimate}");
    for frame in list(&estimate["frames"]) {
        let id = frame["id"].as_str().expect("an id");
        let cell = |name: &str| &row[&format!("{id}：{name}")];
        assert_eq!(*cell("verdict"), frame["verdict"], "{estimate}");
        if let Some(grant) = frame["grant"].as_object() {
            for end in ["low", "high"] {
                assert_eq!(*cell(end), grant[end].to_string(), "{id} {end}: {estimate}");
            }
        }
        for (figure, value) in frame["figures"].as_object().into_iter().flatten() {
            let value = if value.is_null() { String::new() } else { value.to_string() };
            assert_eq!(*cell(figure), value, "{id} {figure}: {estimate}");
        }
    }
}
