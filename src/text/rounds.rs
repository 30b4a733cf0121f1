//! Where a round stands, until when what must be done, and what comes next.

use hojokin_engine::{Date, Deadline, Edition, Moment, Status};

use super::{Blank, Message, Words, value::Value};

impl Words {
    /// A day.
    pub fn date(self, day: Date) -> String {
        // Not parted by thousands.
        let year = day.year.to_string();
        let mut names = self.say(Message::MonthNames).split('|');
        let name = names.nth(usize::from(day.month).saturating_sub(1)).unwrap_or_default();
        let month = if name.is_empty() { Value::from(day.month) } else { Value::from(name) };
        self.fill(
            Message::Date,
            &[(Blank::Year, (&year).into()), (Blank::Month, month), (Blank::Day, day.day.into())],
        )
    }

    /// A day, with its hour where one is known.
    pub fn moment(self, at: Moment) -> String {
        let Some((hour, minute)) = at.time() else { return self.date(at.day) };
        self.fill(
            Message::Moment,
            &[(Blank::Date, at.day.into()), (Blank::Time, (&format!("{hour}:{minute:02}")).into())],
        )
    }

    /// How many days are left until a moment that is not past.
    fn left(self, at: Moment, now: Moment) -> String {
        match at.day.days_after(now.day) {
            0 => self.say(Message::LeftToday).to_owned(),
            days => self.fill(Message::LeftDays, &[(Blank::Days, days.into())]),
        }
    }

    /// Where a round stands, short enough for a badge, and how many days are left of it.
    pub fn status(self, edition: &Edition, status: Status, as_of: Moment) -> String {
        let message = match (status, edition.opens, edition.closes) {
            (Status::Open, _, Some(closes)) => {
                let (last, left) = (closes.value, self.left(closes.value, as_of));
                let by_prefecture = edition.before_wages.is_some();
                let message =
                    if by_prefecture { Message::OpenAtMostUntil } else { Message::OpenUntil };
                return self
                    .fill(message, &[(Blank::Last, last.into()), (Blank::Left, (&left).into())]);
            }
            (Status::Upcoming, Some(opens), _) => {
                return self.fill(Message::PlannedFrom, &[(Blank::First, opens.value.into())]);
            }
            (Status::Open, _, None) => Message::OpenAllYear,
            (Status::Ended, ..) => Message::Ended,
            (Status::Upcoming, None, _) => Message::Planned,
            (Status::Undated, ..) => Message::Undated,
        };
        self.say(message).to_owned()
    }

    /// Where a round stands, in a word.
    fn short_status(self, status: Status) -> &'static str {
        self.say(match status {
            Status::Open => Message::ShortOpen,
            Status::Ended => Message::ShortEnded,
            Status::Upcoming => Message::Planned,
            Status::Undated => Message::Undated,
        })
    }

    /// A round and where it stands, for a list.
    pub fn round_and_status(self, edition: &Edition, status: Status) -> String {
        let (round, status) = (self.rule(edition.round), self.short_status(status));
        self.fill(
            Message::RoundAndStatus,
            &[(Blank::Round, round.into()), (Blank::Status, status.into())],
        )
    }

    /// That a round is not open, in a sentence; `None` while it is.
    pub fn not_open(self, edition: &Edition, status: Status, as_of: Moment) -> Option<String> {
        let round = self.rule(edition.round);
        match (status, edition.opens, edition.closes) {
            (Status::Ended, _, Some(closes)) if as_of.is_after(closes.value) => Some(self.fill(
                Message::Closed,
                &[(Blank::Round, round.into()), (Blank::Last, closes.value.into())],
            )),
            (Status::Ended, _, None) => {
                Some(self.fill(Message::Replaced, &[(Blank::Round, round.into())]))
            }
            (Status::Ended, ..) => Some(self.say(Message::NotHere).to_owned()),
            (Status::Upcoming, Some(opens), _) => Some(self.fill(
                Message::Opens,
                &[(Blank::Round, round.into()), (Blank::First, opens.value.into())],
            )),
            (Status::Undated, ..) => {
                Some(self.fill(Message::DaysUnknown, &[(Blank::Round, round.into())]))
            }
            _ => None,
        }
    }

    /// What must be done before the closing day, and until when.
    pub fn deadline(self, deadline: &Deadline, as_of: Moment) -> String {
        let (name, at) = (self.rule(deadline.name), deadline.at);
        if as_of.is_after(deadline.at) {
            return self
                .fill(Message::WasDue, &[(Blank::Name, name.into()), (Blank::At, at.into())]);
        }
        let left = self.left(deadline.at, as_of);
        self.fill(
            Message::Due,
            &[(Blank::Name, name.into()), (Blank::At, at.into()), (Blank::Left, (&left).into())],
        )
    }

    /// Until when a call is open in one prefecture.
    pub fn closes_here(self, prefecture: &str, last: Date, as_of: Moment) -> String {
        let end = Moment::from(last);
        if as_of.is_after(end) {
            return self.fill(
                Message::ClosedHere,
                &[(Blank::Prefecture, prefecture.into()), (Blank::Last, last.into())],
            );
        }
        let left = self.left(end, as_of);
        let blanks = [
            (Blank::Prefecture, prefecture.into()),
            (Blank::Last, last.into()),
            (Blank::Left, (&left).into()),
        ];
        self.fill(Message::ClosesHere, &blanks)
    }

    /// In which prefectures a call is still open that ends with a new minimum wage; `of` is how many there are.
    pub fn open_in(self, prefectures: &[&str], of: usize) -> String {
        let open = match prefectures.len() {
            0 => self.say(Message::OpenNowhere).to_owned(),
            some if some * 2 < of => {
                let prefectures = prefectures.join(self.say(Message::Dot));
                self.fill(Message::OpenIn, &[(Blank::Prefectures, (&prefectures).into())])
            }
            _ => self.say(Message::ChoosePrefecture).to_owned(),
        };
        self.say(Message::EndsByPrefecture).to_owned() + &open
    }

    /// Which programme took the place of one that is over.
    pub fn followed_by(self, last: &Edition) -> String {
        self.fill(Message::FollowedBy, &[(Blank::Programme, self.rule(last.name).into())])
    }

    /// Which round comes after one that is over; `None` if none is known.
    pub fn next_round(self, next: Option<(&Edition, Status)>, as_of: Moment) -> String {
        let Some((next, status)) = next else { return self.say(Message::NoNextRound).to_owned() };
        let status = self.status(next, status, as_of);
        self.fill(
            Message::NextRound,
            &[(Blank::Round, self.rule(next.round).into()), (Blank::Status, (&status).into())],
        )
    }

    /// That a programme does not go together with another round.
    pub fn not_together(self, other: &'static str, why: &'static str) -> String {
        self.fill(
            Message::NotTogether,
            &[(Blank::Other, self.rule(other).into()), (Blank::Why, self.rule(why).into())],
        )
    }

    /// The programme and round, if there is only one, and the day that the results are for.
    pub fn basis(self, edition: Option<&Edition>, as_of: Moment) -> String {
        let day = as_of.day;
        let Some(edition) = edition else {
            return self.fill(Message::Basis, &[(Blank::Day, day.into())]);
        };
        let blanks = [
            (Blank::Programme, self.rule(edition.name).into()),
            (Blank::Round, self.rule(edition.round).into()),
            (Blank::Day, day.into()),
        ];
        self.fill(Message::BasisOf, &blanks)
    }
}
