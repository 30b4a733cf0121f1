//! Floor (補助下限額): a grant below it is not given at all; it is never lifted to the floor.

use crate::{
    estimate::{Step, StepKind},
    money::Yen,
    rules::Cited,
};

/// The id that stands in `unmet` for a grant below the floor.
pub const BELOW_FLOOR: &str = "below_floor";

/// Whether `grant` is too small.
pub fn is_below(grant: Yen, floor: Cited<Yen>) -> bool {
    grant < floor.value
}

pub(crate) fn step(grant: Yen, floor: Cited<Yen>) -> Step {
    let mut step = Step::new(StepKind::Floor, grant, grant, floor.cite);
    step.limit = Some(floor.value);
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    #[test]
    fn the_floor_itself_is_enough_and_one_yen_less_is_not() {
        let floor = Cited { value: Yen(1_000_000), cite: CITE };
        assert!(!is_below(Yen(1_000_000), floor));
        assert!(is_below(Yen(999_999), floor));
    }
}
