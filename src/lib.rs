//! 補助金シミュレーター `<hojokin-calculator>`: the widget, compiled to WebAssembly.
//!
//! One answer's way through it: typed text → `hojokin_typed` (a value or a field error) → [`state`] (what is known)
//! → `hojokin_engine::estimate` → [`text`] (sentences) → [`components`]. One direction, no way back: the
//! engine knows no words, the text knows no arithmetic, a component knows neither.

pub mod app;
pub mod components;
pub mod desk;
pub mod hand;
pub mod host;
pub mod link;
pub mod markup;
pub mod proof;
pub mod state;
pub mod text;

/// The standard library's own allocator is two kilobytes larger (see docs/design.md).
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
