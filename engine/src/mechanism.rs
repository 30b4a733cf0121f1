//! The mechanisms that rules are made of, one a file, each with its boundary tests.
//!
//! In the order in which a calculation meets them: who may apply ([`requirement`], [`size`],
//! [`spent_share`]), on which terms ([`band`], [`cap_row`], [`provision`]), what counts ([`category_share`], [`group_limit`], [`asked_cost`]), and
//! how much ([`rate`], [`tier`], [`grant_share`], [`cap`], [`floor`]), every product cut to whole yen by
//! [`rounding`].
//! Two stand beside the estimate: what a promised raise asks ([`wage_target`]), and what missing it costs
//! ([`repayment`]).

pub mod asked_cost;
pub mod band;
pub mod cap;
pub mod cap_row;
pub mod category_share;
pub mod floor;
pub mod grant_share;
pub mod group_limit;
pub mod provision;
pub mod rate;
pub mod repayment;
pub mod requirement;
pub mod rounding;
pub mod size;
pub mod spent_share;
pub mod tier;
pub mod wage_target;

/// A small edition that the mechanisms' own tests share.
#[cfg(test)]
pub(crate) mod testing;
