//! Marks what of the widget's wasm is loaded later.
//!
//! Follows the convention of `wasm_split_helpers` 0.2, whose splitter (`wasm_split_cli_support`) the build uses: a pair of
//! an import and an export with the same number is a place to cut. That crate's own macro makes an `async` function that
//! loads the file through its JavaScript; ours is loaded by the page's (`web/load.js`), so the call stays a plain one.

/// A function that is in the second file, with everything that only it reaches.
///
/// In a browser it may be called only once that file has been loaded: before, the call stops the program. Elsewhere it
/// is a function like any other.
#[macro_export]
macro_rules! loaded_later {
    ($(#[$meta:meta])* $vis:vis fn $name:ident() -> $out:ty $body:block) => {
        $(#[$meta])*
        #[cfg(target_family = "wasm")]
        $vis fn $name() -> $out {
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[allow(improper_ctypes)]
                #[link_name = "__wasm_split_00desk00_import_00000000000000000000000000000000"]
                safe fn there() -> $out;
            }
            #[allow(improper_ctypes_definitions)]
            #[unsafe(export_name = "__wasm_split_00desk00_export_00000000000000000000000000000000")]
            extern "C" fn here() -> $out $body
            there()
        }

        $(#[$meta])*
        #[cfg(not(target_family = "wasm"))]
        $vis fn $name() -> $out $body
    };
}
