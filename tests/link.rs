//! A link holds what was entered, and nothing that comes in an address can break the widget.

use hojokin_engine::{Kind, Range, Tax, Yen};
use hojokin_rules::rulebook;
use hojokin_widget::{
    link::{LONGEST, LinkError, NAME, decode, encode, find},
    state::{Action, Field, Missed, Mode, Origin, Settings, State},
};
use proptest::prelude::*;

fn empty(dated: bool) -> State {
    let as_of = "2026-11-21T10:30".parse().expect("a moment");
    State::new(Settings { mode: Mode::Sheet, dated, ..Settings::at(as_of) })
}

fn after(dated: bool, actions: Vec<Action>) -> State {
    let mut state = empty(dated);
    actions.into_iter().for_each(|action| state.apply(action));
    state
}

fn opened(link: &str) -> State {
    let mut state = empty(false);
    state.open(Origin::Link, decode(link));
    state
}

/// The link with other entries and the checksum that belongs to them.
fn forged(entries: &str) -> String {
    let sum = entries
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut digits = String::new();
    let mut rest = sum;
    while rest != 0 {
        digits.extend(char::from_digit(rest % 36, 36));
        rest /= 36;
    }
    format!("1.{entries}.{digits}")
}

/// Every answer that the widget can take, and some numbers.
fn any_action() -> impl Strategy<Value = Action> {
    let rulebook = rulebook();
    let facts = (0..rulebook.facts.len(), any::<u32>(), 0..Yen::MOST_ENTERED.0).prop_map(
        move |(place, pick, number)| {
            let (id, fact) = rulebook.fact(rulebook.facts[place].id).expect("it is there");
            match fact.kind {
                Kind::Truth => Action::Truth(id, Some(pick % 2 == 0)),
                Kind::Choice(choices) => {
                    let count = u32::try_from(choices.len()).expect("a few");
                    Action::Pick(id, Some(pick % count))
                }
                _ => Action::Type(Field::Fact(id), number.to_string()),
            }
        },
    );
    let shared: Vec<_> = rulebook
        .categories
        .iter()
        .filter_map(|key| rulebook.category(key))
        .filter(|category| *category != rulebook.own)
        .collect();
    let typed = prop_oneof![Just("12万".to_owned()), Just("１，０００".to_owned()), "[0-9]{1,9}"];
    let field = prop_oneof![
        proptest::sample::select(shared).prop_map(Field::Expense),
        proptest::sample::select(rulebook.editions).prop_map(|edition| Field::Own(edition.id)),
        proptest::sample::select(&Missed::ALL[..]).prop_map(Field::Repayment),
        Just(Field::Total),
        Just(Field::Wanted),
    ];
    prop_oneof![
        6 => facts,
        4 => (field, typed).prop_map(|(field, text)| Action::Type(field, text)),
        1 => proptest::option::of(0..rulebook.editions.len())
            .prop_map(move |place| Action::Choose(place.map(|place| &rulebook.editions[place]))),
        1 => (0..rulebook.purposes.len()).prop_map(Action::Purpose),
        1 => any::<bool>()
            .prop_map(|yes| Action::Tax(if yes { Tax::Included } else { Tax::Excluded })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_state_comes_back(actions in prop::collection::vec(any_action(), 0..20), dated: bool) {
        let state = after(dated, actions);
        let link = encode(&state);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".,;=/_-:".contains(&byte)), "{link}");
        let back = opened(&link);
        prop_assert_eq!(back.edition, state.edition);
        prop_assert_eq!(back.case(), state.case());
        prop_assert_eq!(encode(&back), link);
        let told = back.kept.opened.expect("it was opened").1.expect("it can be read");
        prop_assert_eq!((told.ignored, told.same_rules, told.before), (0, true, Some(told.now)));
    }

    #[test]
    fn nothing_in_an_address_does_harm(text in any::<String>(), entries in "[a-z=;./0-9-]{0,80}") {
        let _ = decode(&text);
        let _ = find(&text).map(decode);
        let _ = decode(&format!("1.{text}.0"));
        let _ = opened(&forged(&entries));
        let _ = opened(&forged(&text));
    }

    #[test]
    fn a_changed_or_cut_link_is_not_taken(
        actions in prop::collection::vec(any_action(), 1..8), at in any::<prop::sample::Index>(), sign in "[ -~]"
    ) {
        let link = encode(&after(false, actions));
        let at = at.index(link.len());
        prop_assert!(decode(&link[..at]).is_err());
        let changed = format!("{}{sign}{}", &link[..at], &link[at + 1..]);
        prop_assert!(changed == link || decode(&changed).is_err(), "{changed}");
    }
}

#[test]
fn a_link_can_be_read_by_a_person() {
    let rulebook = rulebook();
    let fact = |id| rulebook.fact(id).expect("a fact").0;
    let expense = |key| Field::Expense(rulebook.category(key).expect("a category"));
    let state = after(
        true,
        vec![
            Action::Choose(rulebook.edition("jizokuka/2026-20")),
            Action::Pick(fact("industry"), Some(5)),
            Action::Type(Field::Fact(fact("employees")), "4".to_owned()),
            Action::Truth(fact("wage_raise"), Some(true)),
            Action::Type(expense("machinery"), "1,200,000".to_owned()),
            Action::Type(expense("publicity"), "75万".to_owned()),
            Action::Frame("wage"),
        ],
    );
    let link = encode(&state);
    let (head, rest) = link.split_once(";e=").expect("it names the edition");
    assert_eq!(head, format!("1.v={}", hojokin_rules::version()));
    let (entries, sum) = rest.rsplit_once('.').expect("it ends with its checksum");
    let expected = [
        "jizokuka/2026-20",
        "d=2026-11-21T10:30",
        "industry=retail",
        "wage_raise=y",
        "employees=4",
        "x.machinery=1200000",
        "x.publicity=750000",
        "f=wage",
        "g=1100000-1200000",
    ];
    assert_eq!(entries, expected.join(";"));
    assert!((5..=7).contains(&sum.len()), "{sum}");
    assert_eq!(decode(&link).expect("it can be read").as_of, Some(state.settings.as_of));
}

#[test]
fn what_this_version_does_not_know_is_left_out_and_counted() {
    let link = forged(
        "v=00000000;e=jizokuka/2026-20;employees=4;wage_raise=perhaps;new_fact=y;x.new=1;x.main=1;f=new;m.grant=9999999999999;g=1-2",
    );
    let state = opened(&link);
    let told = state.kept.opened.expect("it was opened").1.expect("it can be read");
    assert_eq!((told.ignored, told.same_rules), (6, false));
    assert_eq!(told.before, Some(Range { low: Yen(1), high: Yen(2) }));
    assert_ne!(Some(told.now), told.before);
    assert_eq!(state.edition.map(|edition| edition.id), Some("jizokuka/2026-20"));
}

#[test]
fn a_link_that_cannot_be_read_leaves_everything_as_it_was() {
    let good = encode(&empty(false));
    for (link, error) in [
        (good.replacen('1', "2", 1), LinkError::Newer),
        (good.clone() + "x", LinkError::Damaged),
        (String::new(), LinkError::Damaged),
        ("x.y.z".to_owned(), LinkError::Damaged),
        ("1.".to_owned() + &"x".repeat(LONGEST), LinkError::TooLong),
    ] {
        let mut state = after(false, vec![Action::Choose(Some(&rulebook().editions[0]))]);
        let before = state.clone();
        state.open(Origin::Link, decode(&link));
        assert_eq!(state.kept.opened.take(), Some((Origin::Link, Err(error))), "{link}");
        assert_eq!(state, before);
    }
}

#[test]
fn a_link_with_everything_in_it_is_not_too_long() {
    let rulebook = rulebook();
    let mut actions = vec![Action::Choose(Some(&rulebook.editions[0]))];
    for fact in rulebook.facts {
        let id = rulebook.fact(fact.id).expect("it is there").0;
        actions.push(match fact.kind {
            Kind::Truth => Action::Truth(id, Some(false)),
            Kind::Choice(_) => Action::Pick(id, Some(0)),
            _ => Action::Type(Field::Fact(id), "1000000000000".to_owned()),
        });
    }
    let typed = |field| Action::Type(field, "1000000000000".to_owned());
    actions.extend(
        rulebook
            .categories
            .iter()
            .map(|key| typed(Field::Expense(rulebook.category(key).expect("it is there")))),
    );
    actions.extend(rulebook.editions.iter().map(|edition| typed(Field::Own(edition.id))));
    actions.extend(Missed::ALL.map(|missed| typed(Field::Repayment(missed))));
    let length = encode(&after(false, actions)).len();
    assert!(length < LONGEST, "{length}");
}

#[test]
fn the_moment_of_a_link_counts_where_the_page_sets_none() {
    let there = after(true, vec![]);
    let link = encode(&there);
    let today = Settings { as_of: "2027-01-15".parse().expect("a day"), ..there.settings.clone() };
    for (dated, expected) in [(false, there.settings.as_of), (true, today.as_of)] {
        let mut here = State::new(Settings { dated, ..today.clone() });
        here.open(Origin::Link, decode(&link));
        assert_eq!(here.settings.as_of, expected);
        // The page changed something else.
        here.apply(Action::Set(Settings { dated, ..today.clone() }));
        assert_eq!(here.settings.as_of, expected);
    }
    let mut here = State::new(Settings { dated: false, ..today.clone() });
    here.open(Origin::Link, decode(&encode(&empty(false))));
    assert_eq!(here.settings.as_of, today.as_of);
}

#[test]
fn a_link_is_found_beside_other_parts_of_a_fragment() {
    assert_eq!(find(&format!("#{NAME}1.a.b")), Some("1.a.b"));
    assert_eq!(find(&format!("#page=2&{NAME}1.a.b&x")), Some("1.a.b"));
    assert_eq!(find("#contact"), None);
}
