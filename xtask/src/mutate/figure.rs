//! The figures of a rule file, and what becomes of each by one step.

use std::{collections::BTreeSet, ops::Range};

use anyhow::{Context, Result};
use toml::{
    Spanned,
    de::{DeInteger, DeTable, DeValue},
};

/// Lists of choices and of expense categories: with an entry less, a firm or an expense counts otherwise.
const LISTS: [&str; 9] = [
    "one_of",
    "industries",
    "forms",
    "capital_of",
    "counts",
    "categories",
    "spent",
    "spent_beside",
    "of",
];

/// The list of all expense categories there are: it says nothing of what counts.
const NAMES: &str = ".categories";

/// Sums of which a yen more or less can be swallowed by the cut to whole yen whatever is entered, by the ends of
/// their keys, with the step that shows.
///
/// A yen more before a lower rate begins is only a part of a yen of grant, down to a ninth (3/4 and then 2/3); of
/// taxable income, which counts in thousands, it is a part of a hundredth of a yen of tax.
const COARSE: [(&str, i64); 3] = [(".tier", 3), (".tier.up_to", 3), (".brackets.up_to", 1_000)];

/// Keys of units in which amounts beside them move: a loan in 50,000 yen, a premium in 500 yen.
const UNITS: [&str; 2] = ["every", "multiple_of"];

/// Keys of what only looks like a figure: how far it can be trusted, names of choices such as `"1/2"`, and what a firm has
/// in its own hands, which makes no amount (`rules/tests/plans.rs` holds it).
const LEFT_OUT: [&str; 5] = ["verified", "approximate", "choices", "choice", "plan"];

/// What is asked of wages stands beside the amounts and makes none: `rules/tests/wage_rule.rs` holds it.
const WAGE: &str = ".wage";

/// A number, a share, a switch or a list of choices.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Figure {
    /// Its key with those of the tables around it, such as `frame.cap.is`.
    pub(super) key: String,
    /// Where it is written.
    span: Range<usize>,
    /// What may stand in its place, one step away, each with the wider steps in the same direction: they count
    /// only where nothing can show the smaller one.
    pub(super) steps: Vec<Vec<String>>,
}

impl Figure {
    /// The file with `step` in the place of the figure.
    pub(super) fn changed(&self, text: &str, step: &str) -> String {
        [&text[..self.span.start], step, &text[self.span.end..]].concat()
    }

    /// The line of the figure and the change, such as `12: cap.is 500_000 → 500001`.
    pub(super) fn shown(&self, text: &str, step: &[String]) -> String {
        let line = text[..self.span.start].matches('\n').count() + 1;
        let words: Vec<_> = text[self.span.clone()].split_whitespace().collect();
        format!("{line}: {} {} → {}", self.key, words.join(" "), step.join("・"))
    }
}

/// All figures of a rule file, in the order of its lines.
pub(super) fn figures(text: &str) -> Result<Vec<Figure>> {
    let file = DeTable::parse(text).context("TOML として読めません")?;
    let mut found = Vec::new();
    in_table("", file.get_ref(), 1, &mut found);
    found.sort_by_key(|figure| figure.span.start);
    Ok(found)
}

fn in_table(path: &str, table: &DeTable<'_>, unit: i64, found: &mut Vec<Figure>) {
    let unit = unit_of(table).unwrap_or(unit);
    for (key, value) in table {
        let key = key.get_ref().as_ref();
        let path = format!("{path}.{key}");
        if !LEFT_OUT.contains(&key) && path != WAGE {
            in_value(&path, value, unit, found);
        }
    }
}

fn in_value(path: &str, value: &Spanned<DeValue<'_>>, unit: i64, found: &mut Vec<Figure>) {
    let key = path.rsplit('.').next().unwrap_or_default();
    let steps = match value.get_ref() {
        DeValue::Table(table) => return in_table(path, table, unit, found),
        DeValue::Array(items) if LISTS.contains(&key) && path != NAMES => {
            let names: Vec<&str> =
                items.iter().filter_map(|item| item.get_ref().as_str()).collect();
            without_one(&names)
        }
        DeValue::Array(items) => {
            let unit =
                items.iter().find_map(|item| unit_of(item.get_ref().as_table()?)).unwrap_or(unit);
            return items.iter().for_each(|item| in_value(path, item, unit, found));
        }
        DeValue::Integer(number) => {
            let coarse = COARSE.iter().find(|(end, _)| path.ends_with(end));
            let unit = coarse.map_or(unit, |(_, step)| *step);
            whole(number).map_or_else(Vec::new, |number| beside(number, unit))
        }
        DeValue::Boolean(switch) => vec![vec![(!switch).to_string()]],
        DeValue::String(text) => fraction(text).map_or_else(Vec::new, beside_fraction),
        DeValue::Float(_) | DeValue::Datetime(_) => Vec::new(),
    };
    if !steps.is_empty() {
        let key = path.trim_start_matches('.').to_owned();
        found.push(Figure { key, span: value.span(), steps });
    }
}

fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// The unit in which a table says that its amounts move.
fn unit_of(table: &DeTable<'_>) -> Option<i64> {
    UNITS.iter().find_map(|unit| whole(table.get(*unit)?.get_ref().as_integer()?))
}

/// The list without each of its entries in turn.
fn without_one(names: &[&str]) -> Vec<Vec<String>> {
    let without = |left_out: usize| {
        let kept = names.iter().enumerate().filter(|(place, _)| *place != left_out);
        let kept: Vec<String> = kept.map(|(_, name)| format!("{name:?}")).collect();
        vec![format!("[{}]", kept.join(", "))]
    };
    (0..names.len()).map(without).collect()
}

/// A yen, a person, a day or a basis point less and more, and then a whole unit or two: where a table goes on
/// as the row before it does, it is only the second unit that shows.
fn beside(number: i64, unit: i64) -> Vec<Vec<String>> {
    let steps = if unit == 1 { vec![1] } else { vec![1, unit, 2 * unit] };
    let away = |sign: i64| steps.iter().map(|step| (number + sign * step).to_string()).collect();
    vec![away(-1), away(1)]
}

fn fraction(text: &str) -> Option<(u32, u32)> {
    let (above, below) = text.split_once('/')?;
    Some((above.parse().ok()?, below.parse().ok()?))
}

/// The fractions above 0 and up to 1 with a 1 more or less above or below the line, or both, each value once.
fn beside_fraction((above, below): (u32, u32)) -> Vec<Vec<String>> {
    let less = |number: u32| number.checked_sub(1);
    let more = |number: u32| number.checked_add(1);
    let near = [
        (less(above), Some(below)),
        (more(above), Some(below)),
        (Some(above), less(below)),
        (Some(above), more(below)),
        (less(above), less(below)),
        (more(above), more(below)),
    ];
    let mut values = BTreeSet::from([lowest(above, below)]);
    let near = near.into_iter().filter_map(|(above, below)| Some((above?, below?)));
    let near = near.filter(|(above, below)| 0 < *above && above <= below);
    near.filter(|(above, below)| values.insert(lowest(*above, *below)))
        .map(|(above, below)| vec![format!("\"{above}/{below}\"")])
        .collect()
}

/// A fraction in its lowest terms, so that 2/4 is seen to be 1/2.
fn lowest(above: u32, below: u32) -> (u32, u32) {
    let (mut divisor, mut rest) = (above, below);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let divisor = divisor.max(1);
    (above / divisor, below / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each figure of `text` as `line: key now → then, then`.
    fn all(text: &str) -> Vec<String> {
        let steps =
            |figure: &Figure| figure.steps.iter().map(|step| step.join("・")).collect::<Vec<_>>();
        let shown = |figure: &Figure| figure.shown(text, &[steps(figure).join("、")]);
        figures(text).unwrap().iter().map(shown).collect()
    }

    #[test]
    fn a_number_is_one_less_and_one_more() {
        assert_eq!(all("cap = { is = 500_000 }"), ["1: cap.is 500_000 → 499999、500001"]);
        assert_eq!(all("\n\nmonths = 0"), ["3: months 0 → -1、1"]);
        let table = "[[frame]]\ntable = [[12, 80],\n         [24, 85]]";
        let steps = ["12 → 11、13", "80 → 79、81", "24 → 23、25", "85 → 84、86"];
        let lines = [2, 2, 3, 3].iter().zip(steps);
        let wanted: Vec<_> =
            lines.map(|(line, step)| format!("{line}: frame.table {step}")).collect();
        assert_eq!(all(table), wanted);
    }

    #[test]
    fn what_moves_in_units_is_a_unit_less_and_more_if_that_has_to_be() {
        let each = |text: &str, shown: &[&str]| assert_eq!(all(text), shown);
        each(
            "[frame.tier]\nup_to = 500_000",
            &["2: frame.tier.up_to 500_000 → 499999・499997・499994、500001・500003・500006"],
        );
        each("[[frame.band]]\ntier = 9", &["2: frame.band.tier 9 → 8・6・3、10・12・15"]);
        each(
            "brackets = [{ up_to = 2_000 }]",
            &["1: brackets.up_to 2_000 → 1999・1000・0、2001・3000・4000"],
        );
        let loan = "[loan]\nevery = 50\nterms = [{ from = 100 }]";
        each(
            loan,
            &[
                "2: loan.every 50 → 49・0・-50、51・100・150",
                "3: loan.terms.from 100 → 99・50・0、101・150・200",
            ],
        );
        let premium = "all = [{ at_most = 70 },\n{ multiple_of = 5 }]";
        each(
            premium,
            &[
                "1: all.at_most 70 → 69・65・60、71・75・80",
                "2: all.multiple_of 5 → 4・0・-5、6・10・15",
            ],
        );
    }

    #[test]
    fn a_share_is_each_of_the_next_fractions_once() {
        for (fraction, near) in [
            ("2/3", "\"1/3\"、\"3/3\"、\"2/4\"、\"3/4\""),
            ("1/2", "\"2/2\"、\"1/3\"、\"2/3\""),
            ("1/1", "\"1/2\""),
            ("1/15", "\"2/15\"、\"1/14\"、\"1/16\"、\"2/16\""),
        ] {
            let wanted = format!("1: rate \"{fraction}\" → {near}");
            assert_eq!(all(&format!("rate = \"{fraction}\"")), [wanted]);
        }
    }

    #[test]
    fn a_switch_is_flipped_and_a_list_loses_each_entry() {
        assert_eq!(all("adds = true"), ["1: adds true → false"]);
        let list = "when = { fact = \"x\", one_of = [\"a\",\n\"b\"] }";
        assert_eq!(all(list), ["1: when.one_of [\"a\", \"b\"] → [\"b\"]、[\"a\"]"]);
        assert_eq!(all("counts = [\"a\"]"), ["1: counts [\"a\"] → []"]);
        let share = "when = { spent = [\"a\"], at_most = \"1/2\", of = [\"a\"] }";
        let steps = [
            "spent [\"a\"] → []",
            "at_most \"1/2\" → \"2/2\"、\"1/3\"、\"2/3\"",
            "of [\"a\"] → []",
        ];
        assert_eq!(all(share), steps.map(|step| format!("1: when.{step}")));
    }

    #[test]
    fn what_is_no_figure_stays() {
        let text = "
            name = \"第17回\"
            closes = { is = 2025-06-13, cite = \"S-17 p.8 L5-6\" }
            tel = \"03-5470-1564\"
            categories = [\"a\", \"b\"]
            editions = [\"a/1\", \"b/2\"]
            verified = false
            wage = { add = 50 }
            [source.S-1]
            read_on = 2026-11-21
            verified = true
            shares = [{ choice = \"1/2\" }]
            [[fact]]
            choices = [\"1/2\", \"3/10\"]";
        assert_eq!(all(text), [""; 0]);
    }

    #[test]
    fn only_the_figure_is_changed() {
        let text = "a = 1 # 一円\nb = 2";
        let figures = figures(text).unwrap();
        assert_eq!(figures[1].changed(text, "3"), "a = 1 # 一円\nb = 3");
    }
}
