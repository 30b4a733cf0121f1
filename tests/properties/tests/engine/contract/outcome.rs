//! What one frame gives one firm, and the sums that every programme uses.

/// A rate: so much of so much.
pub(crate) type Fraction = (u32, u32);

/// What one frame gives one firm.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Outcome {
    /// What is not met; empty if the firm is eligible.
    pub(crate) unmet: Vec<&'static str>,
    /// The most that is granted; 0 if something is not met.
    pub(crate) grant: u128,
    /// Whether `grant` is only what cannot be exceeded, so that the verdict stays open.
    pub(crate) unknown: bool,
    /// `None` where several rates apply.
    pub(crate) rate: Option<Fraction>,
    pub(crate) cap: Option<u128>,
    pub(crate) floor: Option<u128>,
    /// The sum of what the frame counts.
    pub(crate) counted: u128,
}

impl Outcome {
    /// A frame with one rate and a cap: `main`, which is held to the cap, is the grant of the main categories
    /// for expenses of `spent` there.
    ///
    /// "With no expense in the main categories that a frame counts, the verdict stands, `grant` is 0–0."
    pub(super) fn new(unmet: Vec<&'static str>, terms: Terms, spent: u128, main: u128) -> Self {
        let Terms { rate, cap, floor } = terms;
        let mut unmet = unmet;
        let held = if spent == 0 { 0 } else { main.min(cap.unwrap_or(main)) };
        // "`below_floor` only when nothing else fails."
        if unmet.is_empty() && 0 < spent && floor.is_some_and(|floor| held < floor) {
            unmet.push("below_floor");
        }
        let grant = if unmet.is_empty() { held } else { 0 };
        Self { unmet, grant, unknown: false, rate, cap, floor, counted: spent }
    }

    /// What is granted on top of the main amount: `amount` for expenses of `spent` in categories that only
    /// add to a main amount.
    pub(super) fn add(mut self, spent: u128, amount: u128) -> Self {
        if self.unmet.is_empty() && 0 < self.counted {
            self.grant += amount;
        }
        self.counted += spent;
        self
    }
}

/// The rate, the cap and the floor that apply.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) rate: Option<Fraction>,
    pub(super) cap: Option<u128>,
    pub(super) floor: Option<u128>,
}

/// ⌊`yen` × `rate`⌋.
pub(super) fn share(yen: u128, (above, below): Fraction) -> u128 {
    yen * u128::from(above) / u128::from(below)
}

/// "S = x·r if x ≤ x*, T + (x − x*)·r2 if x > x*" with x* = T/r: the part of the grant up to T at the first
/// rate, what is above it at the second, cut to whole yen once ("a tier formula is one product").
pub(super) fn tiered(yen: u128, first: Fraction, up_to: u128, second: Fraction) -> u128 {
    let (n, d) = (u128::from(first.0), u128::from(first.1));
    let (n2, d2) = (u128::from(second.0), u128::from(second.1));
    if yen * n <= up_to * d {
        return yen * n / d;
    }
    // Over the common denominator d2·n: T + (x − T·d/n)·n2/d2.
    (up_to * d2 * n + (yen * n - up_to * d) * n2) / (d2 * n)
}

/// The row for so many employees: the first whose most is not exceeded, else the last.
pub(super) fn band<T: Copy>(employees: u64, rows: &[(u64, T)], last: T) -> T {
    rows.iter().find(|(most, _)| employees <= *most).map_or(last, |(_, row)| *row)
}

/// The names of those that do not hold.
pub(super) fn failing<const N: usize>(tests: [(bool, &'static str); N]) -> Vec<&'static str> {
    tests.into_iter().filter(|(holds, _)| !holds).map(|(_, id)| id).collect()
}
