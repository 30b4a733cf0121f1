//! 補助金シミュレーター `<hojokin-calculator>`: the widget, compiled to WebAssembly.
//!
//! One answer's way through it: typed text → [`input`] (a value or a field error) → [`state`] (what is known)
//! → `hojokin_engine::estimate` → [`text`] (sentences) → [`components`]. One direction, no way back: the
//! engine knows no words, the text knows no arithmetic, a component knows neither.

pub mod app;
pub mod components;
pub mod host;
pub mod input;
pub mod state;
pub mod text;
