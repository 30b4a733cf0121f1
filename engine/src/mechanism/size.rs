//! Size class (企業規模): 小規模事業者 and the like, by industry, legal form and regular employees.

use crate::{answering::Answering, rules::SizeClass};

/// Whether the firm is of this class. A firm that no row fits is not.
pub fn holds(class: &SizeClass, answering: &mut Answering<'_>) -> bool {
    limit(class, answering).is_some_and(|most| answering.at_most(class.employees, most))
}

/// The most regular employees (people) that a firm of this industry and legal form may have.
pub fn limit(class: &SizeClass, answering: &mut Answering<'_>) -> Option<u64> {
    let row = class.rows.iter().find(|row| {
        answering.one_of(class.form, row.forms) && answering.one_of(class.industry, row.industries)
    });
    row.map(|row| row.employees_at_most)
}

#[cfg(test)]
mod tests {
    use crate::{
        answering::explore,
        fact::{Answers, Choices, Domain, Fact, FactId, Kind},
        mechanism::testing::CITE,
        rules::{SizeClass, SizeRow, Test},
    };

    const FACTS: &[Fact] = &[
        Fact { id: "industry", kind: Kind::Choice(&["retail", "lodging"]), confirm: false },
        Fact { id: "legal_form", kind: Kind::Choice(&["company", "npo"]), confirm: false },
        Fact { id: "employees", kind: Kind::Number, confirm: false },
    ];
    const INDUSTRY: FactId = FactId(0);
    const FORM: FactId = FactId(1);
    const EMPLOYEES: FactId = FactId(2);

    static SMALL: SizeClass = SizeClass {
        id: "small",
        name: "小規模事業者",
        industry: INDUSTRY,
        form: FORM,
        employees: EMPLOYEES,
        rows: &[
            row(Choices(0b11), Choices(0b10), 20),
            row(Choices(0b01), Choices(0b11), 5),
            row(Choices(0b10), Choices(0b11), 20),
        ],
    };

    const fn row(industries: Choices, forms: Choices, employees_at_most: u64) -> SizeRow {
        SizeRow { industries, forms, employees_at_most, cite: CITE }
    }

    /// What can come out when industry, form and employees are known or open.
    fn outcomes(known: &[(FactId, Domain)]) -> Vec<bool> {
        let mut answers = Answers::none(FACTS);
        for (fact, answer) in known {
            answers.set(*fact, *answer);
        }
        let ways = explore(&answers, |answering| answering.holds(&Test::Size(&SMALL)));
        let mut outcomes: Vec<bool> = ways.into_iter().map(|way| way.1).collect();
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
}
