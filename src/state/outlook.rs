//! What a result comes to in a line.

use hojokin_engine::{
    Case, Estimate, FrameEstimate, Grant, Range, Verdict, Yen, mechanism::asked_cost,
};

/// The most that is certain and the most that is possible over all frames.
pub fn outlook_range(estimate: &Estimate) -> Range {
    let most = |amount: fn(&Range) -> Yen| {
        estimate.frames.iter().map(|frame| amount(&frame.grant)).max().unwrap_or_default()
    };
    Range { low: most(|range| range.low), high: most(|range| range.high) }
}

/// The estimate that gives the most, of those with a frame that can be got; of several that give the same, the first.
pub fn best(estimates: &[Estimate]) -> Option<&Estimate> {
    let possible = |estimate: &&Estimate| {
        estimate.frames.iter().any(|frame| frame.verdict != Verdict::Ineligible)
    };
    estimates.iter().filter(possible).reduce(|best, estimate| {
        let amounts = |one| {
            let Range { low, high } = outlook_range(one);
            (low, high)
        };
        if amounts(best) < amounts(estimate) { estimate } else { best }
    })
}

/// What the firm pays itself (自己負担): for what a frame counts, and for what a question asks for and no sheet has.
pub fn own_funds(frame: &FrameEstimate, grant: &Grant, case: &Case) -> Range {
    let spent = frame.eligible_expenses + asked_cost::answered(grant, &case.answers);
    Range { low: spent - frame.grant.high, high: spent - frame.grant.low }
}
