//! Sole category (単独申請の不可): a category that may not be the only one applied for.

use crate::{
    case::Expenses,
    money::Yen,
    rules::{Category, Edition},
};

/// The category that breaks the rule: it alone has an amount among those that the edition counts.
///
/// With no amount at all the rule is not broken.
pub fn broken(edition: &Edition, expenses: &Expenses) -> Option<&'static Category> {
    let mut entered =
        edition.categories.iter().filter(|category| Yen::ZERO < expenses.of(category.id));
    let (first, second) = (entered.next()?, entered.next());
    (second.is_none() && first.sole.is_some()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::{MACHINERY, WEBSITE, edition, expenses};

    #[test]
    fn a_website_alone_breaks_the_rule_and_one_yen_of_anything_else_mends_it() {
        let found = |amounts: &[_]| broken(&edition(), &expenses(amounts)).map(|found| found.key);
        assert_eq!(found(&[(WEBSITE, 500_000)]), Some("website"));
        assert_eq!(found(&[(WEBSITE, 500_000), (MACHINERY, 1)]), None);
        assert_eq!(found(&[(MACHINERY, 1)]), None);
        assert_eq!(found(&[]), None);
    }
}
