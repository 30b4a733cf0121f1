//! Whole yen and exact rates.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, Sub},
};

/// An amount of money (金額) in whole yen.
///
/// Sums stop at the largest number instead of overflowing, and differences at zero, so that no amount can
/// make the calculation panic. Neither end can be reached from entered amounts, which are held to
/// [`Yen::MOST_ENTERED`].
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Yen(pub u64);

impl Yen {
    /// The most that one entered amount may be: 10^12, a trillion yen (1兆円).
    pub const MOST_ENTERED: Self = Self(1_000_000_000_000);

    /// No money.
    pub const ZERO: Self = Self(0);
}

impl Add for Yen {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Yen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Yen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// An exact share of something, such as a subsidy rate (補助率) of 2/3.
///
/// There is no order on rates and no decimal form: a rate is shown as the guideline prints it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Rate {
    numerator: u32,
    denominator: u32,
}

impl Rate {
    /// The rate `numerator`/`denominator`; a denominator of 0 is taken as 1.
    ///
    /// Rule files are held to rates above 0 and up to 1 by their reader.
    pub const fn new(numerator: u32, denominator: u32) -> Self {
        Self { numerator, denominator: if denominator == 0 { 1 } else { denominator } }
    }

    /// The number above the line.
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// The number below the line, never 0.
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// How many times the rest this share is: a quarter of the whole is a third of the other three quarters.
    ///
    /// `None` for the whole, whose rest is nothing.
    pub fn of_the_rest(self) -> Option<Self> {
        let rest = self.denominator.checked_sub(self.numerator).filter(|rest| 0 < *rest)?;
        Some(Self { numerator: self.numerator, denominator: rest })
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
