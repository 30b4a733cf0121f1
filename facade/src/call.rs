//! The calls of the table, and within which limits they grant at which rates.

use hojokin_engine::{
    Answers, Case, Change, Cite, Date, Edition, Expenses, Frame, Grant, Range, Rate, Status, Yen,
    estimate,
};
use hojokin_rules::rulebook;

/// More than reaches any cap, and little enough to be added up.
const PLENTY: Yen = Yen(1_000_000_000_000);

/// A call of a programme, with what it grants.
pub(crate) struct Call {
    /// The round.
    pub(crate) edition: &'static Edition,
    /// The least and the greatest cap over all frames and answers; `None` where one is not stated.
    pub(crate) caps: Option<Range>,
    /// Every rate of its frames, the lowest first.
    pub(crate) rates: Vec<Rate>,
    /// Whether all that was verified.
    pub(crate) verified: bool,
}

/// The day on which the rules were last compared with their sources: the latest on which one was read.
pub(crate) fn checked_on() -> Date {
    let sources = rulebook().editions.iter().flat_map(|edition| edition.sources);
    sources.map(|source| source.read_on).max().expect("every rule has a source")
}

/// The calls that are open on `day`, and those that are announced.
pub(crate) fn current(day: Date) -> Vec<Call> {
    let stands = |edition: &&Edition| match Status::of(edition, day.into()) {
        Status::Open | Status::Upcoming => true,
        Status::Undated => edition.year_round.is_some(),
        Status::Ended => false,
    };
    calls(rulebook().editions.iter().filter(stands))
}

/// The last calls of programmes of which every round is over, if that is less than a year ago.
pub(crate) fn over(day: Date) -> Vec<Call> {
    let ended = rulebook().ended(|edition| Status::of(edition, day.into())).into_iter();
    calls(ended.filter(|edition| {
        edition.closes.is_some_and(|closes| day.days_after(closes.value.day) < 365)
    }))
}

/// What each of them grants; those that grant nothing are left out.
fn calls(editions: impl Iterator<Item = &'static Edition>) -> Vec<Call> {
    editions.filter_map(call).collect()
}

fn call(edition: &'static Edition) -> Option<Call> {
    let mut caps = Some(Vec::new());
    let (mut rates, mut cites) = (Vec::new(), Vec::new());
    let mut grants = false;
    for (frame, grant) in edition.frames.iter().filter_map(|frame| Some((frame, frame.grant()?))) {
        grants = true;
        caps = caps.zip(caps_of(edition, frame, grant)).map(|(all, own)| [all, own].concat());
        rates.extend(rates_of(grant));
        cites.extend(cites_of(grant));
    }
    rates.sort_by_key(|rate| {
        u64::from(rate.numerator()) * 1_000_000 / u64::from(rate.denominator())
    });
    rates.dedup();
    let range =
        |caps: Vec<Yen>| Some(Range { low: *caps.iter().min()?, high: *caps.iter().max()? });
    grants.then(|| Call {
        edition,
        caps: caps.and_then(range),
        rates,
        verified: cites.iter().all(|cite| cite.verified),
    })
}

/// The caps of a frame, one for every way of answering what they depend on: what the engine grants for plenty of
/// expenses, without the parts on top of the cap.
fn caps_of(edition: &'static Edition, frame: &Frame, grant: &'static Grant) -> Option<Vec<Yen>> {
    let rulebook = rulebook();
    let mut expenses = Expenses::none(&rulebook);
    let parts = grant.parts.iter().flat_map(|part| part.categories);
    let main = grant.main.iter().chain(parts.filter(|_| grant.main.is_empty()));
    main.for_each(|category| expenses.set(*category, PLENTY));
    let answers = Answers::none(rulebook.facts);
    let case = Case { as_of: checked_on().into(), answers, expenses };
    let estimate = estimate(edition, &case);
    let found = estimate.frames.iter().find(|one| one.frame.id == frame.id)?;
    found.terms?.whole_cap(grant)?;
    let granted = found.outcomes.iter().map(|outcome| outcome.grant);
    Some(granted.filter(|grant| Yen::ZERO < *grant).collect())
}

/// Every rate at which a frame may grant its main expenses.
fn rates_of(grant: &Grant) -> impl Iterator<Item = Rate> {
    let changes = grant.provisions.iter().flat_map(|provision| provision.changes);
    let set = changes.filter_map(|change| match change {
        Change::SetRate(rate) | Change::SetAbove(rate) => Some(*rate),
        _ => None,
    });
    let own = grant.parts.iter().filter_map(|part| part.rate);
    let tier = grant.tier.map(|tier| tier.above);
    grant.rate.map(|rate| rate.value).into_iter().chain(tier).chain(own).chain(set)
}

/// Where all of that is written.
fn cites_of(grant: &Grant) -> impl Iterator<Item = Cite> {
    let bands = grant.bands.iter().flat_map(|bands| bands.rows).map(|band| band.cite);
    let rows = grant.cap_rows.iter().map(|row| row.cite);
    let provisions = grant.provisions.iter().map(|provision| provision.cite);
    let rate = grant.rate.map(|rate| rate.cite).into_iter();
    let cap = grant.cap.map(|cap| cap.cite).into_iter();
    rate.chain(cap)
        .chain(grant.tier.map(|tier| tier.cite))
        .chain(bands)
        .chain(rows)
        .chain(provisions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        let moment: hojokin_engine::Moment = text.parse().expect("a day");
        moment.day
    }

    fn ids(calls: &[Call]) -> Vec<&str> {
        calls.iter().map(|call| call.edition.id).collect()
    }

    #[test]
    fn a_call_is_current_up_to_its_last_day_and_then_over() {
        for (text, current_then) in [("2026-12-15", true), ("2026-12-16", false)] {
            let (now, then) = (current(day(text)), over(day(text)));
            assert_eq!(ids(&now).contains(&"jizokuka/2026-20"), current_then, "{text}");
            assert_eq!(ids(&then).contains(&"jizokuka/2026-20"), !current_then, "{text}");
        }
        assert!(!ids(&over(day("2026-11-21"))).contains(&"antenna-shop/2014"));
    }

    #[test]
    fn caps_and_rates_are_those_of_the_rules() {
        let all = current(day("2026-11-21"));
        let of = |id: &str| {
            let call = all.iter().find(|call| call.edition.id == id).expect(id);
            let caps = call.caps.expect(id);
            let rates: Vec<String> = call.rates.iter().map(Rate::to_string).collect();
            (caps.low.0, caps.high.0, rates.join(" "))
        };
        assert_eq!(of("jizokuka/2026-20"), (500_000, 2_500_000, "2/3 3/4".to_owned()));
        assert_eq!(of("gyomu-kaizen/2026"), (300_000, 6_000_000, "3/4 4/5".to_owned()));
    }
}
