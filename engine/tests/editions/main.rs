//! What the rounds of a programme are to each other: which comes before and next, and what changed between two.

mod sample;

mod differences;
mod rounds;
