//! Property tests of the engine; see `tests/`.
