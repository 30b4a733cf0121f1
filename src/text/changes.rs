//! What changed from one round to the next.

use hojokin_engine::{
    Edition, Most, Range,
    differences::{About, Difference, Value},
};

use super::{Blank, Message, Words};

impl Words {
    /// The heading of what changed since a round.
    pub fn changes_since(self, before: &Edition) -> String {
        self.fill(Message::ChangesSince, &[(Blank::Round, self.rule(before.round).into())])
    }

    /// An amount before and after, and by how much it changed.
    pub fn change(self, before: Range, after: Range) -> String {
        if before == after {
            return self.fill(Message::Same, &[(Blank::Now, after.into())]);
        }
        // What changed is the most, or else, where that is the same, the least.
        let certain = before.low == before.high && after.low == after.high;
        let least = before.high == after.high;
        let [old, new] = [before, after].map(|range| if least { range.low } else { range.high });
        let message = match (certain, least, new < old) {
            (true, _, true) => Message::Less,
            (true, _, false) => Message::More,
            (false, false, true) => Message::MostLess,
            (false, false, false) => Message::MostMore,
            (false, true, true) => Message::LeastLess,
            (false, true, false) => Message::LeastMore,
        };
        let by = old.max(new) - old.min(new);
        self.fill(
            message,
            &[(Blank::Was, before.into()), (Blank::Now, after.into()), (Blank::By, by.into())],
        )
    }

    /// What changed in the rules.
    pub fn difference(self, one: &Difference) -> String {
        let subject = self.subject(one);
        let value = |value: Option<Value>| value.map(|value| self.value(value));
        let (before, after) = (value(one.before), value(one.after));
        let message = match (&before, &after) {
            (None, _) => Message::IsNew,
            (_, None) => Message::IsGone,
            _ => Message::Changed,
        };
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let blanks = [
            (Blank::Subject, (&subject).into()),
            (Blank::Before, (&before).into()),
            (Blank::After, (&after).into()),
        ];
        self.fill(message, &blanks).trim_end().to_owned()
    }

    /// What a difference is about.
    fn subject(self, one: &Difference) -> String {
        let (frame, what) = (
            (Blank::Frame, self.rule(one.frame.unwrap_or_default()).into()),
            (Blank::What, self.rule(one.what).into()),
        );
        match one.about {
            About::Frame => self.fill(Message::OfFrame, &[what]),
            About::Category => self.fill(Message::OfCategory, &[what]),
            About::Rate => self.fill(Message::OfRate, &[frame]),
            About::Cap => self.fill(Message::OfCap, &[frame]),
            About::Band(Some(people)) => {
                self.fill(Message::OfBand, &[frame, (Blank::People, people.into())])
            }
            About::Band(None) => self.fill(Message::OfLastBand, &[frame]),
            About::Floor => self.fill(Message::OfFloor, &[frame]),
            About::Tier => self.fill(Message::OfTier, &[frame]),
            About::Limit(count) => {
                self.fill(Message::OfLimit, &[what, (Blank::Count, count.into())])
            }
            About::Part => self.fill(Message::OfPart, &[what]),
            About::Requirement => self.say(Message::OfRequirement).to_owned(),
            About::Provision => self.say(Message::OfProvision).to_owned(),
        }
    }

    fn value(self, value: Value) -> String {
        match value {
            Value::There => String::new(),
            Value::Yen(amount) | Value::Most(Most::Amount(amount)) => self.yen(amount),
            Value::Caps(cap, None) => self.yen(cap),
            Value::Caps(cap, Some(raised)) => self
                .fill(Message::Caps, &[(Blank::Cap, cap.into()), (Blank::Raised, raised.into())]),
            Value::Rate(rate) => rate.to_string(),
            Value::Words(text) => {
                self.fill(Message::Quoted, &[(Blank::Text, self.rule(text).into())])
            }
            Value::Tier(Some(up_to), above) => self.fill(
                Message::TierAbove,
                &[(Blank::UpTo, up_to.into()), (Blank::Above, above.into())],
            ),
            Value::Tier(None, above) => {
                self.fill(Message::TierOfBands, &[(Blank::Above, above.into())])
            }
            Value::Most(Most::OfOthers(share)) => {
                self.fill(Message::ShareOfOthers, &[(Blank::Share, share.into())])
            }
            Value::Most(Most::BelowOthers) => self.say(Message::BelowOthers).to_owned(),
            Value::Limits(at_most, share) => self
                .grant_limits(share, at_most)
                .unwrap_or_else(|| self.say(Message::None).to_owned()),
        }
    }
}
