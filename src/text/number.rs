//! Numbers as all languages write them.

use hojokin_engine::{Yen, mechanism::rounding::Cut};

use hojokin_typed::grouped;

/// A product before rounding, with two decimals: `266,666.66…`; `None` if it is whole.
pub(super) fn unrounded(cut: Cut, whole: Yen) -> Option<String> {
    if cut.rest == 0 {
        return None;
    }
    let hundredths = u64::from(cut.rest) * 100;
    let denominator = u64::from(cut.denominator);
    let more = if hundredths % denominator == 0 { "" } else { "…" };
    Some(format!("{}.{:02}{more}", grouped(whole.0), hundredths / denominator))
}

#[cfg(test)]
mod tests {
    use hojokin_engine::{Rate, mechanism::rounding::round_down};

    use super::*;

    #[test]
    fn what_is_cut_off_is_shown_to_two_places() {
        let shown = |amount, rate| {
            let cut = round_down(Yen(amount), rate);
            unrounded(cut, cut.whole)
        };
        assert_eq!(shown(400_000, Rate::new(2, 3)).as_deref(), Some("266,666.66…"));
        assert_eq!(shown(1, Rate::new(3, 4)).as_deref(), Some("0.75"));
        assert_eq!(shown(2, Rate::new(3, 4)).as_deref(), Some("1.50"));
        assert_eq!(shown(3, Rate::new(2, 3)), None);
    }
}
