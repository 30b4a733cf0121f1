//! The part of the widget's wasm that is loaded when it is needed.
//!
//! `src/desk.rs` says where it begins; here it is taken out of the file that cargo wrote, with everything that only
//! it reaches. It works in the memory of the first file, whose exports it imports.

use std::path::Path;

use anyhow::{Result, anyhow};
use walrus::Module;
use wasm_split_cli_support::{Options, transform};

use crate::wasm::{Names, shorten};

/// What is loaded later.
pub(crate) const DESK: &str = "hojokin-desk.wasm";

/// What is left, before it is bound to JavaScript.
pub(crate) const FIRST: &str = "first.wasm";

/// What the linker has to write for this: where in the code functions and data are named.
pub(crate) const LINKED: &str = "-Clink-args=--emit-relocs";

/// The table through which the two files call each other.
const TABLE: &str = "__indirect_function_table";

/// Writes the two parts of `code` into `folder`.
pub(crate) fn split(code: &[u8], folder: &Path) -> Result<()> {
    let first = folder.join(FIRST);
    let mut options = Options::new(code);
    options.output_dir = folder;
    options.main_out_path = &first;
    transform(options).map_err(|error| anyhow!("{error:?}"))?;
    Ok(())
}

/// Exports what the desk needs of the first file, and nothing else that the linker exports for itself.
///
/// The table gets the name of the build, so that parts of two builds, one of them from a browser's cache, do not
/// fit together: the desk would find its functions and data in other places.
pub(crate) fn share(first: &mut Module, build: &str) {
    for export in ["__heap_base", "__data_end"] {
        // What is not exported need not be removed.
        let _ = first.exports.remove(export);
    }
    for export in first.exports.iter_mut().filter(|export| export.name == TABLE) {
        export.name.push_str(build);
    }
}

/// Makes the desk import what [`share`] exports, by the `names` that it has got.
pub(crate) fn fit(folder: &Path, build: &str, names: Option<&mut Names>) -> Result<()> {
    let mut desk = Module::from_file(folder.join("split_desk.wasm"))?;
    let mut names = names;
    for import in desk.imports.iter_mut() {
        // `web/load.js` gives all exports of the first file under this name.
        import.module = "first".to_owned();
        if import.name == TABLE {
            import.name.push_str(build);
        }
        if let Some(names) = &mut names {
            shorten(&mut import.name, names);
        }
    }
    desk.emit_wasm_file(folder.join(DESK))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use walrus::{ConstExpr, RefType, ValType, ir::Value};

    use super::*;

    /// A first file as wasm-bindgen leaves it, and a desk as it is cut off.
    fn files() -> (Module, Module) {
        let mut first = Module::default();
        let table = first.tables.add_local(false, 8, None, RefType::FUNCREF);
        first.exports.add(TABLE, table);
        let memory = first.memories.add_local(false, false, 1, None, None);
        first.exports.add("memory", memory);
        let end = ConstExpr::Value(Value::I32(0));
        let end = first.globals.add_local(ValType::I32, false, false, end);
        first.exports.add("__heap_base", end);
        let mut desk = Module::default();
        desk.add_import_table("__wasm_split", TABLE, false, 8, None, RefType::FUNCREF);
        desk.add_import_memory("__wasm_split", "memory", false, false, 1, None, None);
        (first, desk)
    }

    /// The names that the first file exports and that the desk imports.
    fn fitted(builds: [&str; 2], names: Option<&mut Names>) -> [Vec<String>; 2] {
        let folder = tempfile::tempdir().unwrap();
        let (mut first, mut desk) = files();
        desk.emit_wasm_file(folder.path().join("split_desk.wasm")).unwrap();
        share(&mut first, builds[0]);
        let mut names = names;
        if let Some(names) = &mut names {
            first.exports.iter_mut().for_each(|export| shorten(&mut export.name, names));
        }
        fit(folder.path(), builds[1], names).unwrap();
        let desk = Module::from_buffer(&fs::read(folder.path().join(DESK)).unwrap()).unwrap();
        assert!(desk.imports.iter().all(|import| import.module == "first"));
        [
            first.exports.iter().map(|export| export.name.clone()).collect(),
            desk.imports.iter().map(|import| import.name.clone()).collect(),
        ]
    }

    #[test]
    fn the_desk_imports_what_the_first_file_exports() {
        for mut names in [None, Some(Names::new())] {
            let [exports, imports] = fitted(["a1", "a1"], names.as_mut());
            assert_eq!(exports.len(), 2, "{exports:?}");
            assert!(imports.iter().all(|name| exports.contains(name)), "{exports:?} {imports:?}");
        }
    }

    #[test]
    fn parts_of_two_builds_do_not_fit_together() {
        for mut names in [None, Some(Names::new())] {
            let [exports, imports] = fitted(["a1", "b2"], names.as_mut());
            assert!(!imports.iter().all(|name| exports.contains(name)), "{exports:?} {imports:?}");
        }
    }
}
