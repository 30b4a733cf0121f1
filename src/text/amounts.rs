//! Amounts, rates and caps.

use hojokin_engine::{FrameEstimate, Range, Yen, figure::Unit, inverse::Reach};

use super::{Blank, Message, Words};

impl Words {
    /// An amount that may still be a range.
    pub fn range(self, Range { low, high }: Range) -> String {
        if low == high {
            return self.yen(low);
        }
        self.fill(Message::Range, &[(Blank::Low, low.into()), (Blank::High, high.into())])
    }

    /// A figure in its unit; a negative one is to be paid back.
    pub fn figure(self, value: i64, unit: Unit) -> String {
        let message = match unit {
            Unit::Yen => Message::Yen,
            Unit::Months => Message::Months,
            Unit::Days => Message::Days,
            Unit::HalfDays => Message::HalfDays,
            Unit::Times => Message::Times,
        };
        let sign = if value < 0 { "−" } else { "" };
        sign.to_owned() + &self.fill(message, &[(Blank::N, value.unsigned_abs().into())])
    }

    /// The rate or rates of a frame, that no source states one, or that it depends on open answers.
    pub fn rate(self, frame: &FrameEstimate) -> String {
        self.known_rate(frame).unwrap_or_else(|| self.say(Message::Depends).to_owned())
    }

    fn known_rate(self, frame: &FrameEstimate) -> Option<String> {
        if let Some(rate) = frame.rate {
            return Some(rate.to_string());
        }
        let (grant, terms) = (frame.frame.grant()?, frame.terms?);
        let Some(rate) = terms.rate.map(|rate| rate.value) else {
            return Some(self.say(Message::NotStated).to_owned());
        };
        if terms.only_rate(grant).is_some() || frame.grant.low != frame.grant.high {
            return None;
        }
        let mut said = rate.to_string();
        if let Some(above) = terms.above.filter(|above| above.rate != rate) {
            let blanks = [
                (Blank::Rate, rate.into()),
                (Blank::UpTo, above.up_to.into()),
                (Blank::Above, above.rate.into()),
            ];
            said = self.fill(Message::RateAbove, &blanks);
        }
        for part in terms.parts(grant) {
            if let Some(own) = part.rate.filter(|own| *own != rate) {
                let blanks = [
                    (Blank::Rates, (&said).into()),
                    (Blank::Part, self.rule(part.name).into()),
                    (Blank::Rate, own.into()),
                ];
                said = self.fill(Message::RateOfPart, &blanks);
            }
        }
        Some(said)
    }

    /// The cap of a frame, that no source states one, or that it depends on open answers.
    pub fn cap(self, frame: &FrameEstimate) -> String {
        let stated = || frame.terms?.whole_cap(frame.frame.grant()?);
        match frame.cap {
            Some(cap) => self.yen(cap),
            None if stated().is_none() => self.say(Message::NotStated).to_owned(),
            None => self.say(Message::Depends).to_owned(),
        }
    }

    /// How much of what was entered a programme counts.
    pub fn counts(self, eligible: Yen) -> String {
        self.fill(Message::Counts, &[(Blank::Amount, eligible.into())])
    }

    /// How much of the cap is reached, for those who do not see the bar.
    pub fn meter(self, range: Range, cap: Yen) -> String {
        self.fill(Message::Meter, &[(Blank::Cap, cap.into()), (Blank::Amount, range.into())])
    }

    /// From which expense on the cap is reached, seen from what is entered.
    pub fn reach(self, reach: Reach, cap: Yen) -> String {
        let Reach { total, entered, .. } = reach;
        let message = match entered {
            Yen::ZERO => Message::Reach,
            entered if entered < total => Message::ReachMore,
            _ => Message::Reached,
        };
        let more = total - entered;
        let blanks =
            [(Blank::More, more.into()), (Blank::Total, total.into()), (Blank::Cap, cap.into())];
        self.fill(message, &blanks)
    }

    /// The result for those who hear it.
    pub fn heard(self, range: Range, best: &[&str]) -> String {
        let frames = best.join(self.say(Message::And));
        let message = if best.is_empty() { Message::Heard } else { Message::HeardBest };
        self.fill(message, &[(Blank::Amount, range.into()), (Blank::Frames, (&frames).into())])
    }

    /// How many frames cannot be got.
    pub fn ineligible_frames(self, count: usize) -> String {
        self.fill(Message::IneligibleFrames, &[(Blank::Count, count.into())])
    }
}
