//! Rows that each reach up to a limit, the last one without an end.

use std::ops::Range;

use crate::section::Page;

/// The limit of a row, `None` for a row without an end, and where it is.
pub(crate) type Limit = (Option<u64>, Range<usize>);

/// Notes every limit that is not above the one before, and a row without an end that is not the last one.
///
/// The last row must have none: whatever lies above its limit would have no row at all.
pub(crate) fn without_end(limits: &[Limit], key: &str, page: &mut Page<'_>) {
    let mut before = None;
    for (place, (limit, span)) in limits.iter().enumerate() {
        let last = place + 1 == limits.len();
        if limit.is_some() && *limit <= before {
            let message = format!("{key} は前の行より大きくし、小さい方から順に書いてください");
            page.fail(span.clone(), message);
        }
        if limit.is_none() && !last {
            let message = format!("{key} を書かないのは最後の行だけです。この行にも書いてください");
            page.fail(span.clone(), message);
        }
        if limit.is_some() && last {
            let message = format!(
                "最後の行には {key} を書かないでください。それを超える場合の行がなくなります"
            );
            page.fail(span.clone(), message);
        }
        before = limit.or(before);
    }
}
