//! What a result comes to in a line.

use hojokin_engine::{
    Case, Estimate, FrameEstimate, Grant, Range, Verdict, Yen, mechanism::asked_cost,
};

use super::State;

/// The estimate that gives the most, of those with a frame that can be got; of several that give the same, the first.
pub fn best(estimates: &[Estimate]) -> Option<&Estimate> {
    let possible = |estimate: &&Estimate| {
        estimate.frames.iter().any(|frame| frame.verdict != Verdict::Ineligible)
    };
    estimates.iter().filter(possible).reduce(|best, estimate| {
        let amounts = |one| {
            let Range { low, high } = Estimate::range(one);
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

impl State {
    /// The frame to look at closely: the one that was chosen, or else the one that grants the most for certain, or else
    /// the most at all, of those that can be got.
    pub fn frame<'a>(&self, estimate: &'a Estimate) -> Option<&'a FrameEstimate> {
        let granting = || estimate.frames.iter().filter(|frame| frame.frame.grant().is_some());
        let chosen = granting().find(|frame| Some(frame.frame.id) == self.frame);
        let possible = granting().filter(|frame| frame.verdict != Verdict::Ineligible);
        // Of several that grant the same, the first.
        let best = possible.reduce(|best, frame| {
            let amounts = |frame: &FrameEstimate| (frame.grant.low, frame.grant.high, frame.cap);
            if amounts(best) < amounts(frame) { frame } else { best }
        });
        chosen.or(best)
    }

    /// That frame and what it grants, where the firm can get it and something that was entered counts.
    pub fn granted<'a>(
        &self,
        estimate: &'a Estimate,
    ) -> Option<(&'a FrameEstimate, &'static Grant)> {
        let frame = self.frame(estimate)?;
        let counts = frame.verdict != Verdict::Ineligible && Yen::ZERO < frame.eligible_expenses;
        Some((frame, frame.frame.grant().filter(|_| counts)?))
    }
}
