//! Conditions: `"wage_raise"`, `{ not = "…" }`, `{ fact = "employees", at_least = 1 }` and their combinations.

use hojokin_engine::{FactId, Kind, Test};
use toml::{Spanned, de::DeValue};

use crate::{
    keep,
    section::{Page, Section, list, text},
    vocabulary::{Vocabulary, choices},
};

/// Reads a condition; a mistake in it is noted.
pub(crate) fn condition(
    value: Spanned<DeValue<'_>>,
    vocabulary: &Vocabulary,
    page: &mut Page<'_>,
) -> Option<Test> {
    if matches!(value.get_ref(), DeValue::String(_)) {
        return named(&text(value, page)?, vocabulary, page);
    }
    let mut table = Section::of(value, page)?;
    let span = table.span.clone();
    let test = if let Some(not) = table.take("not") {
        condition(not, vocabulary, page).map(|test| Test::Not(&keep(vec![test])[0]))
    } else if let Some(all) = table.take("all") {
        conditions(all, vocabulary, page).map(Test::All)
    } else if let Some(any) = table.take("any") {
        conditions(any, vocabulary, page).map(Test::Any)
    } else if table.has("fact") {
        comparison(&mut table, vocabulary, page)
    } else {
        page.fail(span, "条件は fact・not・all・any のどれかで書いてください");
        return None;
    };
    table.close(page);
    test
}

fn conditions(
    value: Spanned<DeValue<'_>>,
    vocabulary: &Vocabulary,
    page: &mut Page<'_>,
) -> Option<&'static [Test]> {
    let items = list(value, page);
    let count = items.len();
    let tests: Vec<Test> =
        items.into_iter().filter_map(|item| condition(item, vocabulary, page)).collect();
    (tests.len() == count).then(|| keep(tests))
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
    let name: Spanned<String> = table.must("fact", page)?;
    let at_least: Option<u64> = table.may("at_least", page);
    let at_most: Option<u64> = table.may("at_most", page);
    let one_of: Option<Vec<Spanned<String>>> = table.may("one_of", page);
    let Some((id, fact)) = vocabulary.fact(name.get_ref()) else {
        page.fail(
            name.span(),
            format!("「{}」という事項は vocabulary.toml にありません", name.get_ref()),
        );
        return None;
    };
    match (fact.kind, at_least, at_most, one_of) {
        (Kind::Number | Kind::Money, Some(least), None, None) => Some(Test::AtLeast(id, least)),
        (Kind::Number | Kind::Money, None, Some(most), None) => Some(Test::AtMost(id, most)),
        (Kind::Choice(_), None, None, Some(named)) => {
            choices(fact.id, Some(named), vocabulary.facts, &name.span(), page)
                .map(|set| Test::OneOf(id, set))
        }
        _ => {
            page.fail(
                name.span(),
                "数には at_least か at_most、選択には one_of を一つだけ書いてください",
            );
            None
        }
    }
}

/// Notes every fact that a condition reads.
pub(crate) fn facts(test: &Test, found: &mut Vec<FactId>) {
    match *test {
        Test::Is(fact) | Test::AtLeast(fact, _) | Test::AtMost(fact, _) | Test::OneOf(fact, _) => {
            found.push(fact)
        }
        Test::Size(class) => found.extend([class.industry, class.form, class.employees]),
        Test::Not(test) => facts(test, found),
        Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| facts(test, found)),
    }
}
