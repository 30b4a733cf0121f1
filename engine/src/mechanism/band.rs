//! Band (従業員規模別の区分): caps by the number of regular employees.

use crate::{
    answering::Answering,
    rules::{Band, Bands},
};

/// The band of the firm: the first whose limit it does not exceed. Nobody at all stands in the first one.
pub fn of(bands: &'static Bands, answering: &mut Answering<'_>) -> Option<&'static Band> {
    bands.rows.iter().find(|band| {
        band.employees_at_most.is_none_or(|most| answering.at_most(bands.employees, most))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answering::explore,
        fact::{Answers, Domain, Fact, FactId, Kind},
        mechanism::testing::{CITE, case},
        money::Yen,
    };

    const FACTS: &[Fact] =
        &[Fact { id: "employees", kind: Kind::Number, confirm: false, plan: false }];
    const EMPLOYEES: FactId = FactId(0);

    static BANDS: Bands =
        Bands { employees: EMPLOYEES, rows: &[band(Some(5), 1), band(Some(20), 2), band(None, 3)] };

    const fn band(employees_at_most: Option<u64>, cap: u64) -> Band {
        Band { employees_at_most, cap: Yen(cap), raised: None, tier: None, cite: CITE }
    }

    fn caps(employees: Option<u64>) -> Vec<u64> {
        let mut answers = Answers::none(FACTS);
        if let Some(count) = employees {
            answers.set(EMPLOYEES, Domain::number(count));
        }
        let ways =
            explore(&case(answers), |answering| of(&BANDS, answering).map(|band| band.cap.0));
        ways.into_iter().filter_map(|way| way.result).collect()
    }

    #[test]
    fn a_limit_belongs_to_the_lower_band_and_one_person_more_to_the_next() {
        assert_eq!(caps(Some(0)), [1]);
        assert_eq!(caps(Some(5)), [1]);
        assert_eq!(caps(Some(6)), [2]);
        assert_eq!(caps(Some(20)), [2]);
        assert_eq!(caps(Some(21)), [3]);
        assert_eq!(caps(Some(u64::MAX)), [3]);
    }

    #[test]
    fn an_open_number_gives_every_band_once() {
        assert_eq!(caps(None), [1, 2, 3]);
    }
}
