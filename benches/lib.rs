//! Timings of the engine; see `estimate.rs`.
