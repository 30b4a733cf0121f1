//! Cap (補助上限額): no more than this is granted, however large the expenses.

use crate::{
    estimate::{Step, StepKind},
    money::Yen,
    rules::Cited,
};

/// `amount` held to `cap`.
pub fn held(amount: Yen, cap: Option<Cited<Yen>>) -> Yen {
    cap.map_or(amount, |cap| amount.min(cap.value))
}

pub(crate) fn step(amount: Yen, cap: Cited<Yen>) -> Step {
    let mut step = Step::new(StepKind::Cap, held(amount, Some(cap)), amount, cap.cite);
    step.limit = Some(cap.value);
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    #[test]
    fn one_yen_more_than_the_cap_is_not_granted() {
        let cap = Some(Cited { value: Yen(500_000), cite: CITE });
        assert_eq!(held(Yen(499_999), cap), Yen(499_999));
        assert_eq!(held(Yen(500_000), cap), Yen(500_000));
        assert_eq!(held(Yen(500_001), cap), Yen(500_000));
        assert_eq!(held(Yen(500_001), None), Yen(500_001));
    }
}
