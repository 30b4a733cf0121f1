//! The invariants of docs/architecture.md, held by reading the source.

use std::{
    fs,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

/// Where a component can have its style: in the first sheet, or in the one that is loaded with the desk.
const STYLES: [&str; 2] = ["styles/components", "styles/desk"];

/// All files below `folder` with this ending, with their text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let found = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = found.map(|file| file.into_path()).filter(|path| has_ending(path, ending));
    paths.map(|path| (name(&path), fs::read_to_string(&path).expect("it is text"))).collect()
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.is_file() && path.extension().is_some_and(|found| found == ending)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// All of our own Rust files.
fn rust_files() -> Vec<(String, String)> {
    let folders = ["src", "engine", "facade", "part", "rules", "cli", "xtask", "tests", "benches"];
    folders.iter().flat_map(|folder| files(folder, "rs")).collect()
}

/// The code of a file: without comments, and without its tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Fails with every finding at once.
#[track_caller]
fn none(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

/// Lines of the code of `files` in which one of `words` stands, as `file: line`.
fn lines_with(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in files {
        for line in code(text).lines() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    found
}

#[test]
fn the_engine_has_no_dependency_not_even_for_tests() {
    let manifest: toml::Table = fs::read_to_string("engine/Cargo.toml")
        .expect("the engine has a manifest")
        .parse()
        .expect("it is TOML");
    let sections = ["dependencies", "dev-dependencies", "build-dependencies", "target"];
    let listed = sections.iter().filter_map(|section| manifest.get(*section)?.as_table());
    assert_eq!(listed.map(toml::Table::len).sum::<usize>(), 0);
}

#[test]
fn the_engine_knows_no_float_clock_or_file() {
    let words = ["f32", "f64", "std::fs", "std::io", "std::time", "std::env", "println!"];
    none("not in the engine", lines_with(&files("engine/src", "rs"), &words));
}

#[test]
fn only_the_host_file_reaches_the_outside_world() {
    let mut sources = files("src", "rs");
    sources.retain(|(name, _)| name != "src/host.rs");
    let words = [
        "js_sys",
        "gloo::utils",
        "window()",
        "document()",
        "local_storage",
        "session_storage",
        "location",
        "Date::now",
        "SystemTime",
        "wasm_bindgen(",
    ];
    none("only src/host.rs may name these", lines_with(&sources, &words));
}

#[test]
fn only_the_texts_hold_sentences_for_the_screen() {
    let mut sources = files("src", "rs");
    // What people type is read in src/input.rs, so the signs that it knows stand there.
    sources.retain(|(name, _)| name != "src/input.rs" && !name.ends_with("/tests.rs"));
    let mut found = Vec::new();
    for (name, text) in &sources {
        for line in code(text).lines() {
            let quoted = line.split('"').skip(1).step_by(2).collect::<String>();
            if quoted.chars().any(|sign| ('\u{3041}'..='\u{9fff}').contains(&sign)) {
                found.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    none("sentences belong into texts/", found);
}

/// A call from anywhere else would bring it back into the file that every visitor loads first.
#[test]
fn what_is_loaded_later_is_reached_only_through_the_desk() {
    let desk = fs::read_to_string("src/desk.rs").expect("it is there");
    let parts = desk.split("components::{").nth(1).and_then(|rest| rest.split('}').next());
    let parts: Vec<&str> = parts.expect("it lists them").split(',').map(str::trim).collect();
    assert!(parts.contains(&"round_changes"), "{parts:?}");
    let mut others = files("src", "rs");
    // They may call each other.
    let own = |name: &str| parts.iter().any(|part| name == format!("src/components/{part}.rs"));
    others.retain(|(name, _)| name != "src/desk.rs" && !own(name));
    let mut found = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        found.extend(lines_with(&others, &[&format!(" {part}(")]));
    }
    // A method of the same name is another function.
    found.retain(|line| !line.contains(" fn "));
    none("loaded later, but called", found);
}

#[test]
fn every_component_has_a_style_and_a_markup_file_of_its_name() {
    let mut missing = Vec::new();
    let markup: Vec<PathBuf> = WalkDir::new("tests/markup")
        .into_iter()
        .filter_map(Result::ok)
        .map(|f| f.into_path())
        .collect();
    for (file, _) in files("src/components", "rs") {
        let component = Path::new(&file).file_stem().expect("it has a name").to_string_lossy();
        // A citation or a meter shows in several states, each in a file that starts with the name.
        let shown = |path: &PathBuf| {
            let name = path.file_name().expect("it has a name").to_string_lossy();
            name.split(['.', '-']).next() == Some(&*component)
        };
        let styled = |folder: &&str| Path::new(folder).join(format!("{component}.css")).exists();
        if !STYLES.iter().any(styled) {
            missing.push(format!("styles/components/{component}.css"));
        }
        if !markup.iter().any(shown) {
            missing.push(format!("tests/markup/{component}.html"));
        }
    }
    none("missing", missing);
}

#[test]
fn the_browser_gets_no_reader_for_rule_files() {
    for manifest in ["Cargo.toml", "rules/Cargo.toml", "engine/Cargo.toml"] {
        let text = fs::read_to_string(manifest).expect("it is there");
        let table: toml::Table = text.parse().expect("it is TOML");
        let dependencies = table.get("dependencies").and_then(toml::Value::as_table);
        let names: Vec<&String> = dependencies.into_iter().flat_map(toml::Table::keys).collect();
        for reader in ["toml", "hojokin-rules-reader"] {
            assert!(!names.iter().any(|name| *name == reader), "{manifest} depends on {reader}");
        }
    }
}

#[test]
fn a_strict_policy_is_kept_by_construction() {
    let mut sources = files("src", "rs");
    sources.extend(files("web", "js"));
    sources.push(("index.html".to_owned(), fs::read_to_string("index.html").expect("it is there")));
    let words = ["style=", "innerHTML", "inner_html", "from_html_unchecked", "eval(", "blob:"];
    none("a strict policy forbids", lines_with(&sources, &words));
    let page = fs::read_to_string("index.html").expect("it is there");
    let scripts = page.matches("<script").count();
    assert!(
        !page.contains("<style")
            && scripts == page.matches("<script type=\"module\" src=\"").count()
    );
}

#[test]
fn unsafe_code_is_forbidden_everywhere() {
    for manifest in ["Cargo.toml", "engine/Cargo.toml"] {
        let text = fs::read_to_string(manifest).expect("it is there");
        assert!(text.contains(r#"unsafe_code = "forbid""#), "{manifest}");
    }
}

#[test]
fn files_and_functions_stay_short() {
    let mut found = Vec::new();
    for (name, text) in rust_files() {
        let lines = text.lines().count();
        if 400 < lines {
            found.push(format!("{name} has {lines} lines"));
        }
        for (function, lines) in functions(&text) {
            if 60 < lines {
                found.push(format!("{name}: `{function}` has {lines} lines"));
            }
        }
    }
    for (name, text) in files("web", "js") {
        // What element.js says of the element is written into its manifest.
        let is_said = |line: &&str| line.trim_start().starts_with(['*', '/']);
        let lines = text.lines().filter(|line| !is_said(line)).count();
        if 100 < lines {
            found.push(format!("{name} has {lines} lines"));
        }
    }
    none("too long", found);
}

/// The first line and the length of every function: rustfmt puts its end at the depth of its start.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let bare = line.trim_start();
        let is_function =
            ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "const fn ", "pub const fn "]
                .iter()
                .any(|head| bare.starts_with(head));
        if !is_function || bare.ends_with(';') {
            continue;
        }
        let end = format!("{}}}", &line[..line.len() - bare.len()]);
        let length = lines[start..].iter().position(|line| *line == end).unwrap_or(0);
        found.push((bare.to_owned(), length + 1));
    }
    found
}

#[test]
fn every_class_of_a_component_is_its_own_and_no_style_is_left_over() {
    let mut found = Vec::new();
    for (file, text) in files("src/components", "rs") {
        let component = Path::new(&file).file_stem().expect("it has a name").to_string_lossy();
        let block = component.replace('_', "-");
        let classes = text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for class in classes.flat_map(str::split_whitespace) {
            if class.split("__").next() != Some(&block) {
                found.push(format!("{file}: class {class}"));
            }
        }
    }
    let app = ["src/app.rs", "src/app/screen.rs"]
        .map(|file| fs::read_to_string(file).expect("it is there"))
        .concat();
    for (file, css) in STYLES.into_iter().flat_map(|folder| files(folder, "css")) {
        let component = Path::new(&file).file_stem().expect("it has a name").to_string_lossy();
        let source = fs::read_to_string(format!("src/components/{component}.rs"))
            .unwrap_or_else(|_| app.clone());
        for class in css.split('.').skip(1) {
            let class: String = class
                .chars()
                .take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
                .collect();
            let own = class.starts_with(&component.replace('_', "-"));
            if own && !source.contains(&class) {
                found.push(format!("{file}: .{class} is not used"));
            }
        }
    }
    none("class names", found);
}

#[test]
fn every_custom_property_that_a_style_uses_is_set() {
    let styles: String = files("styles", "css").into_iter().map(|(_, text)| text).collect();
    let mut unset = Vec::new();
    for used in styles.split("var(").skip(1) {
        let name: String = used.chars().take_while(|sign| !", )".contains(*sign)).collect();
        // The public properties are set by pages, each with a fallback here.
        if !name.starts_with("--hojokin-") && !styles.contains(&format!("{name}:")) {
            unset.push(name);
        }
    }
    none("not set", unset);
}
