//! `cargo xtask licences`: may every package that we build from or with be used?
//!
//! An equal of cargo-deny's licence and source checks, on the same SPDX parser. cargo-deny itself takes many minutes
//! to install, for what takes a second here, and its database of advisories cannot be fetched everywhere.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;
use pico_args::Arguments;
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::{nothing_else, run::step};

/// Licences that ask for no more than to be named.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Zlib",
];

/// For npm packages only: they are tools, and nothing of them is delivered.
const ALLOWED_FOR_TOOLS: &[&str] = &["MPL-2.0", "Unlicense"];

const LOCK: &str = "package-lock.json";
const NPM: &str = "https://registry.npmjs.org/";

/// Runs `cargo xtask licences`.
pub(crate) fn command(arguments: Arguments) -> Result<()> {
    nothing_else(arguments)?;
    step("ライブラリのライセンスと出どころを確かめています", check)
}

/// Fails with the name of every package that may not be used.
pub(crate) fn check() -> Result<()> {
    let (crates, packages) = (crates()?, packages(&fs::read_to_string(LOCK).context(LOCK)?)?);
    let tools = [ALLOWED, ALLOWED_FOR_TOOLS].concat();
    let refused: Vec<_> = refused(&crates, ALLOWED).chain(refused(&packages, &tools)).collect();
    if !refused.is_empty() {
        bail!("使えないライブラリが {} 件あります\n{}", refused.len(), refused.join("\n"));
    }
    println!("  Rust {} 件、npm {} 件、すべて使えます", crates.len(), packages.len());
    Ok(())
}

/// A package that somebody else wrote.
struct Package {
    name: String,
    licence: Option<String>,
    /// Where it comes from, if that is not the public registry.
    elsewhere: Option<String>,
}

/// Every crate that `Cargo.lock` names, for any platform, for building, testing and running.
fn crates() -> Result<Vec<Package>> {
    let options = vec!["--locked".to_owned()];
    let metadata = MetadataCommand::new().other_options(options).exec()?;
    let members = &metadata.workspace_members;
    let others = metadata.packages.iter().filter(|package| !members.contains(&package.id));
    let read = |package: &cargo_metadata::Package| {
        let source = package.source.as_ref();
        Package {
            name: format!("{} {}", package.name, package.version),
            licence: package.license.clone(),
            elsewhere: match source {
                Some(source) if source.is_crates_io() => None,
                Some(source) => Some(source.to_string()),
                None => Some(package.manifest_path.to_string()),
            },
        }
    };
    Ok(others.map(read).collect())
}

/// Version 3 of npm's lock file, as far as it is read here.
#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    version: Option<String>,
    license: Option<String>,
    resolved: Option<String>,
    integrity: Option<String>,
}

/// Every npm package that the lock file names; without a hash it would not come from a registry.
fn packages(lock: &str) -> Result<Vec<Package>> {
    let lock: Lock = serde_json::from_str(lock).context(LOCK)?;
    let others = lock.packages.into_iter().filter(|(path, _)| !path.is_empty());
    let read = |(path, package): (String, LockedPackage)| {
        let name = path.rsplit("node_modules/").next().unwrap_or(&path);
        Package {
            name: format!("{name} {}", package.version.unwrap_or_default()),
            licence: package.license,
            elsewhere: match (package.resolved, package.integrity) {
                (Some(address), _) if !address.starts_with(NPM) => Some(address),
                (_, None) => Some("integrity なし".to_owned()),
                _ => None,
            },
        }
    };
    Ok(others.map(read).collect())
}

/// A line for each package that may not be used, with the reason.
fn refused<'a>(packages: &'a [Package], allowed: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    packages.iter().filter_map(move |Package { name, licence, elsewhere }| {
        if let Some(place) = elsewhere {
            return Some(format!("  {name}: 公式のレジストリ以外から来ています（{place}）"));
        }
        match licence {
            Some(licence) if is_allowed(licence, allowed) => None,
            Some(licence) => Some(format!("  {name}: {licence}")),
            None => Some(format!("  {name}: ライセンスが書かれていません")),
        }
    })
}

/// Whether the holder of `allowed` licences may use what is under `licence`, an SPDX expression.
///
/// Old crates write `MIT/Apache-2.0` for `MIT OR Apache-2.0`.
fn is_allowed(licence: &str, allowed: &[&str]) -> bool {
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return false;
    };
    let held: Vec<_> = allowed.iter().filter_map(|name| Licensee::parse(name).ok()).collect();
    expression.evaluate(|required| held.iter().any(|licensee| licensee.satisfies(required)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_allowed_licence_has_a_name_that_spdx_knows() {
        for name in [ALLOWED, ALLOWED_FOR_TOOLS].concat() {
            assert!(Licensee::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn one_of_several_is_enough_and_all_of_several_are_needed() {
        for (licence, expected) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("Unlicense OR MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT AND GPL-3.0-only", false),
            ("GPL-3.0-or-later", false),
            ("MIT WITH Classpath-exception-2.0", false),
            ("MPL-2.0", false),
            ("See LICENSE", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(licence, ALLOWED), expected, "{licence}");
        }
    }

    fn refusals(lock: &str) -> Vec<String> {
        let tools = [ALLOWED, ALLOWED_FOR_TOOLS].concat();
        refused(&packages(lock).unwrap(), &tools).collect()
    }

    #[test]
    fn npm_packages_may_also_be_under_the_mpl() {
        let lock = r#"{ "packages": {
            "": { "license": "UNLICENSED" },
            "node_modules/axe-core": { "version": "4.0.0", "license": "MPL-2.0", "integrity": "x",
                "resolved": "https://registry.npmjs.org/axe-core/-/axe-core-4.0.0.tgz" },
            "node_modules/esbuild": { "version": "0.1.0", "license": "MIT", "integrity": "x" }
        } }"#;
        assert_eq!(refusals(lock), Vec::<String>::new());
    }

    #[test]
    fn every_offending_npm_package_is_named() {
        let lock = r#"{ "packages": {
            "node_modules/@a/gpl": { "version": "1.0.0", "license": "GPL-3.0-only", "integrity": "x" },
            "node_modules/b/node_modules/none": { "version": "2.0.0", "integrity": "x" },
            "node_modules/git": { "version": "3.0.0", "license": "MIT", "resolved": "git+ssh://x" },
            "node_modules/mirror": { "version": "4.0.0", "license": "MIT", "integrity": "x",
                "resolved": "http://mirror.example/4.tgz" },
            "node_modules/unhashed": { "version": "5.0.0", "license": "MIT" }
        } }"#;
        let lines = refusals(lock);
        let names = ["@a/gpl 1.0.0", "none 2.0.0", "git 3.0.0", "mirror 4.0.0", "unhashed 5.0.0"];
        assert_eq!(lines.len(), names.len(), "{lines:#?}");
        for (line, name) in lines.iter().zip(names) {
            assert!(line.starts_with(&format!("  {name}: ")), "{line}");
        }
    }
}
