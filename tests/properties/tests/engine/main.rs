//! What must hold of the engine for every firm: over random answers, some of them open, and random expenses.

mod cases;
mod contract;

mod agreement;
mod figures;
mod invariants;
mod inverse;
mod limits;
mod ranges;
mod steps;
mod worth;
