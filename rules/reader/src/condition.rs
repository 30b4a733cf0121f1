//! Conditions: `"wage_raise"`, `{ not = "…" }`, `{ fact = "employees", at_least = 1 }` and their combinations.

use hojokin_engine::{Category, CategoryId, FactId, Kind, SpentShare, Test, Yen};
use toml::{Spanned, de::DeValue};

use crate::{
    citation::{Fraction, Money},
    keep,
    section::{Page, Section, list, text},
    vocabulary::{Vocabulary, choices},
};

/// The keys by which the kinds of conditions are told apart; of two, the first here counts.
const KINDS: [&str; 7] = ["fact", "open", "not", "all", "any", "spent", "spent_beside"];

/// Reads a condition of an edition that counts the categories `counted`; a mistake in it is noted.
pub(crate) fn condition(
    value: Spanned<DeValue<'_>>,
    vocabulary: &Vocabulary,
    counted: &[Category],
    page: &mut Page<'_>,
) -> Option<Test> {
    if matches!(value.get_ref(), DeValue::String(_)) {
        return named(&text(value, page)?, vocabulary, page);
    }
    let mut table = Section::of(value, page)?;
    let span = table.span.clone();
    let kind = table.among(KINDS).first().copied();
    let test = match kind {
        Some("not") => {
            let not = table.take("not");
            let test = not.and_then(|not| condition(not, vocabulary, counted, page));
            test.map(|test| Test::Not(&keep(vec![test])[0]))
        }
        Some("all") => conditions("all", &mut table, vocabulary, counted, page).map(Test::All),
        Some("any") => conditions("any", &mut table, vocabulary, counted, page).map(Test::Any),
        Some("fact") => comparison(&mut table, vocabulary, page),
        Some("open") => open(&mut table, vocabulary, page),
        Some("spent") => spent(&mut table, vocabulary, page),
        Some("spent_beside") => spent_beside(&mut table, vocabulary, counted, page),
        _ => {
            let kinds = KINDS.join("・");
            page.fail(span, format!("条件は {kinds} のどれかで書いてください"));
            return None;
        }
    };
    table.close(page);
    test
}

/// Whether a fact has no answer yet.
fn open(table: &mut Section<'_>, vocabulary: &Vocabulary, page: &mut Page<'_>) -> Option<Test> {
    let name: Spanned<String> = table.must("open", page)?;
    let known = vocabulary.fact(name.get_ref()).map(|(id, _)| Test::Open(id));
    if known.is_none() {
        page.fail(name.span(), unknown_fact(name.get_ref()));
    }
    known
}

/// Whether anything is spent in the categories beside some.
fn spent_beside(
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    counted: &[Category],
    page: &mut Page<'_>,
) -> Option<Test> {
    let named = categories("spent_beside", table, vocabulary, page)?;
    let ids = counted.iter().map(|category| category.id);
    let beside = ids.filter(|id| !named.contains(id)).collect();
    Some(Test::Spent(keep(beside), Yen(1)))
}

/// What is spent in some categories: a least sum, or at most a share of others.
fn spent(table: &mut Section<'_>, vocabulary: &Vocabulary, page: &mut Page<'_>) -> Option<Test> {
    let spent = categories("spent", table, vocabulary, page);
    let (most, of) = (table.has("at_most"), table.has("of"));
    if !most && !of {
        let least: Option<Money> = table.may("at_least", page);
        return Some(Test::Spent(keep(spent?), least.map_or(Yen(1), |least| least.0)));
    }
    let at_most: Option<Fraction> = table.must("at_most", page);
    let of = categories("of", table, vocabulary, page);
    let share = SpentShare { spent: keep(spent?), at_most: at_most?.0, of: keep(of?) };
    Some(Test::SpentShare(&keep(vec![share])[0]))
}

fn conditions(
    key: &'static str,
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    counted: &[Category],
    page: &mut Page<'_>,
) -> Option<&'static [Test]> {
    let items = list(table.take(key)?, page);
    let count = items.len();
    let tests: Vec<Test> =
        items.into_iter().filter_map(|item| condition(item, vocabulary, counted, page)).collect();
    (tests.len() == count).then(|| keep(tests))
}

/// The categories that a list names.
pub(crate) fn categories(
    key: &'static str,
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    page: &mut Page<'_>,
) -> Option<Vec<CategoryId>> {
    let names: Vec<Spanned<String>> = table.must(key, page)?;
    let count = names.len();
    let known = |name: Spanned<String>| {
        let id = vocabulary.category(name.get_ref());
        if id.is_none() {
            let message =
                format!("「{}」という経費区分は vocabulary.toml にありません", name.get_ref());
            page.fail(name.span(), message);
        }
        id
    };
    let found: Vec<CategoryId> = names.into_iter().filter_map(known).collect();
    (found.len() == count).then_some(found)
}

/// A yes-or-no fact or a size class by its name.
fn named(name: &Spanned<String>, vocabulary: &Vocabulary, page: &mut Page<'_>) -> Option<Test> {
    if let Some(class) = vocabulary.sizes.iter().find(|class| class.id == name.get_ref()) {
        return Some(Test::Size(class));
    }
    match vocabulary.fact(name.get_ref()) {
        Some((id, fact)) if fact.kind == Kind::Truth => Some(Test::Is(id)),
        Some(_) => {
            let message = "はい・いいえの事項ではありません。{ fact = \"…\", at_least = 1 } のように書いてください";
            page.fail(name.span(), message);
            None
        }
        None => {
            page.fail(
                name.span(),
                format!(
                    "「{}」という事項も企業規模も vocabulary.toml にありません",
                    name.get_ref()
                ),
            );
            None
        }
    }
}

fn comparison(
    table: &mut Section<'_>,
    vocabulary: &Vocabulary,
    page: &mut Page<'_>,
) -> Option<Test> {
    let name: Option<Spanned<String>> = table.must("fact", page);
    let at_least: Option<u64> = table.may("at_least", page);
    let at_most: Option<u64> = table.may("at_most", page);
    let multiple_of: Option<u64> = table.may("multiple_of", page);
    let one_of: Option<Vec<Spanned<String>>> = table.may("one_of", page);
    let name = name?;
    let Some((id, fact)) = vocabulary.fact(name.get_ref()) else {
        page.fail(name.span(), unknown_fact(name.get_ref()));
        return None;
    };
    let number = matches!(fact.kind, Kind::Number | Kind::Money);
    match (at_least, at_most, multiple_of, one_of) {
        (Some(least), None, None, None) if number => Some(Test::AtLeast(id, least)),
        (None, Some(most), None, None) if number => Some(Test::AtMost(id, most)),
        (None, None, Some(unit), None) if number && 0 < unit => Some(Test::MultipleOf(id, unit)),
        (None, None, None, Some(named)) if matches!(fact.kind, Kind::Choice(_)) => {
            choices(fact.id, Some(named), vocabulary.facts, &name.span(), page)
                .map(|set| Test::OneOf(id, set))
        }
        _ => {
            page.fail(
                name.span(),
                "数には at_least・at_most・multiple_of、選択には one_of を一つだけ書いてください",
            );
            None
        }
    }
}

fn unknown_fact(name: &str) -> String {
    format!("「{name}」という事項は vocabulary.toml にありません")
}

/// Notes every fact that a condition reads.
pub(crate) fn facts(test: &Test, found: &mut Vec<FactId>) {
    match *test {
        Test::Is(fact)
        | Test::AtLeast(fact, _)
        | Test::AtMost(fact, _)
        | Test::MultipleOf(fact, _)
        | Test::Open(fact)
        | Test::OneOf(fact, _) => found.push(fact),
        Test::Spent(..) | Test::SpentShare(_) => {}
        Test::Size(class) => {
            found.extend([class.industry, class.form, class.employees]);
            let capital = class.rows.iter().any(|row| row.capital_at_most.is_some());
            found.extend(capital.then_some(class.capital));
        }
        Test::Not(test) => facts(test, found),
        Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| facts(test, found)),
    }
}
