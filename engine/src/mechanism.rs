//! The mechanisms that rules are made of, one a file, each with its boundary tests.
//!
//! In the order in which a calculation meets them: who may apply ([`requirement`], [`size`], [`sole`]), on
//! which terms ([`provision`]), and how much ([`category_share`], [`rate`], [`grant_share`], [`cap`],
//! [`floor`]), every product cut to whole yen by [`rounding`].

pub mod cap;
pub mod category_share;
pub mod floor;
pub mod grant_share;
pub mod provision;
pub mod rate;
pub mod requirement;
pub mod rounding;
pub mod size;
pub mod sole;

/// A small edition that the mechanisms' own tests share.
#[cfg(test)]
pub(crate) mod testing;
