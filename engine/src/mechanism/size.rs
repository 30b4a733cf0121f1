//! Size class (企業規模): 小規模事業者 and the like, by industry, legal form and regular employees.

use crate::{
    answering::Answering,
    rules::{SizeClass, SizeRow},
};

/// Whether the firm is of this class: by its employees, or, where the row has a limit on capital and the legal
/// form is tested on it, by its capital. A firm that no row fits is not.
pub fn holds(class: &SizeClass, answering: &mut Answering<'_>) -> bool {
    let Some(row) = row(class, answering) else { return false };
    if answering.at_most(class.employees, row.employees_at_most) {
        return true;
    }
    row.capital_at_most.is_some_and(|most| {
        answering.one_of(class.form, class.capital_of) && answering.at_most(class.capital, most.0)
    })
}

/// The row for a firm of this industry and legal form.
pub fn row<'c>(class: &'c SizeClass, answering: &mut Answering<'_>) -> Option<&'c SizeRow> {
    class.rows.iter().find(|row| {
        answering.one_of(class.form, row.forms) && answering.one_of(class.industry, row.industries)
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        answering::explore,
        fact::{Answers, Choices, Domain, Fact, FactId, Kind},
        mechanism::testing::{CITE, case},
        money::Yen,
        rules::{SizeClass, SizeRow, Test},
    };

    const FACTS: &[Fact] = &[
        Fact {
            id: "industry",
            kind: Kind::Choice(&["retail", "lodging"]),
            confirm: false,
            plan: false,
        },
        Fact {
            id: "legal_form",
            kind: Kind::Choice(&["company", "npo"]),
            confirm: false,
            plan: false,
        },
        Fact { id: "employees", kind: Kind::Number, confirm: false, plan: false },
        Fact { id: "capital", kind: Kind::Money, confirm: false, plan: false },
    ];
    const INDUSTRY: FactId = FactId(0);
    const FORM: FactId = FactId(1);
    const EMPLOYEES: FactId = FactId(2);
    const CAPITAL: FactId = FactId(3);

    static SMALL: SizeClass = SizeClass {
        id: "small",
        name: "小規模事業者",
        industry: INDUSTRY,
        form: FORM,
        employees: EMPLOYEES,
        capital: CAPITAL,
        capital_of: Choices(0b01),
        rows: &[
            row(Choices(0b11), Choices(0b10), 20),
            row(Choices(0b01), Choices(0b11), 5),
            row(Choices(0b10), Choices(0b11), 20),
        ],
    };

    /// 中小企業者: of retail firms, 50 people or 50 million yen; the legal forms but a company on people alone.
    static SME: SizeClass = SizeClass {
        id: "sme",
        name: "中小企業者",
        rows: &[SizeRow {
            capital_at_most: Some(Yen(50_000_000)),
            ..row(Choices(0b01), Choices(0b11), 50)
        }],
        ..SMALL
    };

    const fn row(industries: Choices, forms: Choices, employees_at_most: u64) -> SizeRow {
        SizeRow { industries, forms, employees_at_most, capital_at_most: None, cite: CITE }
    }

    /// What can come out when industry, form and employees are known or open.
    fn outcomes(known: &[(FactId, Domain)]) -> Vec<bool> {
        outcomes_of(&SMALL, known)
    }

    fn outcomes_of(class: &'static SizeClass, known: &[(FactId, Domain)]) -> Vec<bool> {
        let mut answers = Answers::none(FACTS);
        for (fact, answer) in known {
            answers.set(*fact, *answer);
        }
        let ways = explore(&case(answers), |answering| answering.holds(&Test::Size(class)));
        let mut outcomes: Vec<bool> = ways.into_iter().map(|way| way.result).collect();
        outcomes.sort_unstable();
        outcomes.dedup();
        outcomes
    }

    fn firm(industry: u32, form: u32, employees: u64) -> [(FactId, Domain); 3] {
        [
            (INDUSTRY, Domain::choice(industry)),
            (FORM, Domain::choice(form)),
            (EMPLOYEES, Domain::number(employees)),
        ]
    }

    #[test]
    fn each_limit_holds_at_the_limit_and_not_one_person_beyond() {
        for (industry, form, limit) in [(0, 0, 5), (1, 0, 20), (0, 1, 20), (1, 1, 20)] {
            assert_eq!(outcomes(&firm(industry, form, limit)), [true]);
            assert_eq!(outcomes(&firm(industry, form, limit + 1)), [false]);
        }
    }

    #[test]
    fn an_open_answer_leaves_the_class_open_only_where_it_can_decide() {
        let employees = |count| vec![(EMPLOYEES, Domain::number(count))];
        assert_eq!(outcomes(&employees(5)), [true]);
        assert_eq!(outcomes(&employees(6)), [false, true]);
        assert_eq!(outcomes(&employees(20)), [false, true]);
        assert_eq!(outcomes(&employees(21)), [false]);
        assert_eq!(outcomes(&[]), [false, true]);
    }

    #[test]
    fn a_company_passes_on_capital_or_on_employees_and_every_other_form_on_employees_alone() {
        let check = |form: u32, employees: u64, capital: Option<u64>, expected: &[bool]| {
            let mut known = firm(0, form, employees).to_vec();
            known.extend(capital.map(|capital| (CAPITAL, Domain::number(capital))));
            assert_eq!(outcomes_of(&SME, &known), expected, "{form} {employees} {capital:?}");
        };
        check(0, 50, Some(50_000_001), &[true]);
        check(0, 51, Some(50_000_000), &[true]);
        check(0, 51, Some(50_000_001), &[false]);
        check(1, 50, Some(0), &[true]);
        check(1, 51, Some(0), &[false]);
        check(0, 50, None, &[true]);
        check(0, 51, None, &[false, true]);
        check(1, 51, None, &[false]);
    }
}
