//! Share (割合): at most such a share of an amount, as the part of a fund that comes from 中小機構.

use crate::{
    fact::FactId,
    figure::{
        Given,
        amount::{part, told},
    },
    money::Rate,
};

/// A share of an amount.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Share {
    /// The fact that holds the amount.
    pub of: FactId,
    /// The share.
    pub rate: Rate,
}

impl Share {
    /// The facts that it reads.
    pub fn facts(&self) -> Vec<FactId> {
        vec![self.of]
    }

    /// The share, a fraction of a yen cut off.
    pub fn values(&self, given: &mut Given<'_>) -> [Option<i64>; 1] {
        [given.number(self.of).and_then(|amount| told(part(u128::from(amount), self.rate)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::testing::{A, with};

    #[test]
    fn half_a_yen_is_cut_off() {
        let half = Share { of: A, rate: Rate::new(1, 2) };
        let value = |amount| with(&[(A, amount)], |given| half.values(given)).0;
        assert_eq!(value(1_000_000_000), [Some(500_000_000)]);
        assert_eq!(value(1_000_000_001), [Some(500_000_000)]);
        assert_eq!(value(1_000_000_002), [Some(500_000_001)]);
        assert_eq!(with(&[], |given| half.values(given)), ([None], vec![A]));
    }
}
