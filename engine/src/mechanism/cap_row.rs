//! Cap row (条件別の上限額): the cap by what fits the firm, such as a course, a site and so many workers.

use crate::{
    answering::Answering,
    estimate::{Step, StepKind},
    money::Yen,
    rules::CapRow,
};

/// The first row that fits; `None` if none does.
pub fn of(rows: &'static [CapRow], answering: &mut Answering<'_>) -> Option<&'static CapRow> {
    rows.iter().find(|row| answering.holds(&row.when))
}

pub(crate) fn step(row: &CapRow) -> Step {
    Step::new(StepKind::CapRow, row.cap, Yen::ZERO, row.cite)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::{Answers, Domain, Fact, FactId, Kind},
        mechanism::testing::{CITE, case},
        rules::Test,
    };

    const FACTS: &[Fact] = &[
        Fact { id: "workers", kind: Kind::Number, confirm: false, plan: false },
        Fact { id: "margin_drop", kind: Kind::Truth, confirm: false, plan: false },
    ];
    const WORKERS: FactId = FactId(0);
    const MARGIN: FactId = FactId(1);

    static ROWS: [CapRow; 3] = [
        row(Test::All(&[Test::AtLeast(WORKERS, 10), Test::Is(MARGIN)]), 3),
        row(Test::AtLeast(WORKERS, 8), 2),
        row(Test::AtLeast(WORKERS, 1), 1),
    ];

    const fn row(when: Test, cap: u64) -> CapRow {
        CapRow { when, cap: Yen(cap), cite: CITE }
    }

    fn caps(workers: Option<u64>, margin: Option<bool>) -> Vec<u64> {
        let mut answers = Answers::none(FACTS);
        if let Some(count) = workers {
            answers.set(WORKERS, Domain::number(count));
        }
        if let Some(dropped) = margin {
            answers.set(MARGIN, Domain::truth(dropped));
        }
        let ways =
            explore(&case(answers), |answering| of(&ROWS, answering).map_or(0, |row| row.cap.0));
        ways.into_iter().map(|way| way.result).collect()
    }

    #[test]
    fn the_first_row_that_fits_counts() {
        assert_eq!(caps(Some(10), Some(true)), [3]);
        assert_eq!(caps(Some(10), Some(false)), [2]);
        assert_eq!(caps(Some(9), Some(true)), [2]);
        assert_eq!(caps(Some(8), Some(false)), [2]);
        assert_eq!(caps(Some(7), Some(true)), [1]);
        assert_eq!(caps(Some(1), Some(true)), [1]);
    }

    #[test]
    fn where_no_row_fits_there_is_none() {
        assert_eq!(caps(Some(0), Some(true)), [0]);
    }

    #[test]
    fn open_facts_give_each_row_that_can_fit() {
        assert_eq!(caps(Some(12), None), [3, 2]);
        assert_eq!(caps(None, Some(true)), [0, 1, 2, 3]);
        assert_eq!(caps(None, Some(false)), [0, 1, 2, 2]);
    }
}
