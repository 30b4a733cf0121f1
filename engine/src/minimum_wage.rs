//! Regional minimum wages (地域別最低賃金) in yen an hour, by prefecture and day.
//!
//! Each yearly revision (改定) comes into force on a day of its own in each prefecture; in 2025 these days lie half
//! a year apart. So what counts is the wage in force on a day, never that of a fiscal year.

use crate::{
    date::Date,
    fact::Choices,
    money::Yen,
    rules::{Cite, Source},
};

/// The regional minimum wages of all prefectures, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MinimumWages {
    /// The yearly revisions, oldest first.
    pub revisions: &'static [Revision],
    /// The prefectures, at the places of the choices of the fact `prefecture`.
    pub prefectures: &'static [Prefecture],
    /// The documents that the citations name.
    pub sources: &'static [Source],
}

/// A yearly revision (改定), such as that of 令和7年度.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Revision {
    /// The fiscal year that it is named after, such as 令和7年度.
    pub name: &'static str,
    /// Where its wages, and its days in force, are written.
    pub cites: &'static [Cite],
    /// The prefectures whose days in force rest on another source alone.
    pub days: &'static [Days],
}

/// Where some prefectures' days in force (発効日) are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Days {
    /// The prefectures, by their places.
    pub prefectures: Choices,
    /// Where it is written.
    pub cite: Cite,
}

/// The minimum wages of one prefecture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Prefecture {
    /// Its code (都道府県コード), `"01"` (北海道) to `"47"` (沖縄県).
    pub code: &'static str,
    /// One wage for each revision, in the order of the revisions and of time.
    pub wages: &'static [HourlyWage],
}

/// An hourly wage (時間額) and its first day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct HourlyWage {
    /// Yen an hour.
    pub yen: Yen,
    /// The first day on which it is in force (発効日).
    pub since: Date,
}

/// A minimum wage with where it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MinimumWage {
    /// Yen an hour.
    pub yen: Yen,
    /// The first day on which it is in force (発効日).
    pub since: Date,
    /// The revision that set it.
    pub revision: &'static Revision,
    /// Where its first day is written, if not where the wage is.
    pub since_cite: Option<Cite>,
}

impl MinimumWages {
    /// The place of the prefecture with this code, `"01"` to `"47"`.
    pub fn place(&self, code: &str) -> Option<u32> {
        let place = self.prefectures.iter().position(|prefecture| prefecture.code == code)?;
        u32::try_from(place).ok()
    }

    /// The wage in force in the prefecture at this place on `day`; `None` before the first day that is known.
    ///
    /// After the last known revision its wage stays: whether a newer one is missing here, nobody can know.
    pub fn in_force(&self, prefecture: u32, day: Date) -> Option<MinimumWage> {
        self.of(prefecture).take_while(|wage| wage.since <= day).last()
    }

    /// The first wage that comes into force in the prefecture at this place after `day`, if it is known.
    pub fn next(&self, prefecture: u32, day: Date) -> Option<MinimumWage> {
        self.of(prefecture).find(|wage| day < wage.since)
    }

    /// All wages of the prefecture at this place, oldest first.
    pub fn of(&self, prefecture: u32) -> impl Iterator<Item = MinimumWage> + use<> {
        let place = usize::try_from(prefecture).ok();
        let found = place.and_then(|place| self.prefectures.get(place));
        let wages = found.map_or(&[][..], |prefecture| prefecture.wages);
        self.revisions.iter().zip(wages).map(move |(revision, wage)| MinimumWage {
            yen: wage.yen,
            since: wage.since,
            revision,
            since_cite: revision.day_cite(prefecture),
        })
    }

    /// The source that a citation names.
    pub fn source(&self, cite: Cite) -> Option<&'static Source> {
        self.sources.iter().find(|source| source.id == cite.doc)
    }
}

impl Revision {
    fn day_cite(&self, prefecture: u32) -> Option<Cite> {
        let only = Choices::only(prefecture);
        self.days.iter().find(|days| days.prefectures.0 & only.0 != 0).map(|days| days.cite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    const OTHER: Cite = Cite { doc: "other", verified: false, ..CITE };

    const WAGES: MinimumWages = MinimumWages {
        revisions: &[
            Revision { name: "令和6年度", cites: &[CITE], days: &[] },
            Revision {
                name: "令和7年度",
                cites: &[CITE],
                days: &[Days { prefectures: Choices(0b10), cite: OTHER }],
            },
        ],
        prefectures: &[
            Prefecture {
                code: "05",
                wages: &[hourly(951, (2024, 10, 1)), hourly(1_031, (2026, 3, 31))],
            },
            Prefecture {
                code: "13",
                wages: &[hourly(1_163, (2024, 10, 1)), hourly(1_226, (2025, 10, 3))],
            },
        ],
        sources: &[],
    };

    const fn hourly(yen: u64, (year, month, day): (u16, u8, u8)) -> HourlyWage {
        HourlyWage { yen: Yen(yen), since: Date { year, month, day } }
    }

    fn day(text: &str) -> Date {
        text.parse().expect("a day of the calendar")
    }

    #[track_caller]
    fn check(prefecture: u32, on: &str, in_force: Option<u64>, next: Option<u64>) {
        let yen = |wage: Option<MinimumWage>| wage.map(|wage| wage.yen.0);
        assert_eq!(yen(WAGES.in_force(prefecture, day(on))), in_force, "in force on {on}");
        assert_eq!(yen(WAGES.next(prefecture, day(on))), next, "next after {on}");
    }

    #[test]
    fn a_wage_is_in_force_from_its_first_day_to_the_day_before_the_next() {
        check(0, "2024-10-01", Some(951), Some(1_031));
        check(0, "2026-03-30", Some(951), Some(1_031));
        check(0, "2026-03-31", Some(1_031), None);
        check(0, "2099-12-31", Some(1_031), None);
    }

    #[test]
    fn each_prefecture_has_days_of_its_own() {
        check(0, "2025-10-03", Some(951), Some(1_031));
        check(1, "2025-10-03", Some(1_226), None);
        check(1, "2025-10-02", Some(1_163), Some(1_226));
    }

    #[test]
    fn before_the_first_known_day_nothing_is_known_to_be_in_force() {
        check(0, "2024-09-30", None, Some(951));
    }

    #[test]
    fn a_place_or_code_without_a_prefecture_has_no_wage() {
        check(2, "2025-10-03", None, None);
        check(u32::MAX, "2025-10-03", None, None);
        assert_eq!((WAGES.place("13"), WAGES.place("05")), (Some(1), Some(0)));
        assert_eq!((WAGES.place("5"), WAGES.place("48")), (None, None));
    }

    #[test]
    fn a_day_that_rests_on_another_source_says_so() {
        let cite = |prefecture| {
            let wage = WAGES.in_force(prefecture, day("2026-04-01"));
            wage.map(|wage| (wage.revision.name, wage.since, wage.since_cite))
        };
        assert_eq!(cite(0), Some(("令和7年度", day("2026-03-31"), None)));
        assert_eq!(cite(1), Some(("令和7年度", day("2025-10-03"), Some(OTHER))));
    }
}
