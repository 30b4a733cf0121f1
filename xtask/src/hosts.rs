//! Programs that make other people's pages, for the browser tests: Hugo, and WordPress with what it runs on.
//!
//! Nothing of it becomes a service of this machine: WordPress itself is fetched as a package and only unpacked, since
//! installing it would bring a web server that starts at once.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    browser::{Apt, program},
    run::{ask, run, step},
};

/// The packages, each with the program that it is wanted for.
const PROGRAMS: &[(&str, &str)] =
    &[("hugo", "hugo"), ("php-cli", "php"), ("mariadb-server-core", "mariadbd")];
/// What PHP needs for a database, which is no program.
const PHP_DATABASE: &str = "php-mysql";

/// Where WordPress is unpacked; the last step of that makes its final name.
const UNPACKED: &str = "target/wordpress";
/// Where its package has WordPress itself.
const INSIDE: &str = "usr/share/wordpress";

/// Tell the tests where to find them.
const HUGO: &str = "HOJOKIN_HUGO";
const WORDPRESS: &str = "HOJOKIN_WORDPRESS";

/// What there is of it on this machine, installed if it can be: settings for the tests, which pass over the rest.
///
/// # Errors
/// Says what failed on a machine that has Debian's packages.
pub(crate) fn settings() -> Result<Vec<(&'static str, PathBuf)>> {
    let mut settings = Vec::new();
    let Some(apt) = Apt::here() else {
        println!("  Hugo と WordPress のページでは試しません（Debian の apt-get がありません）");
        return Ok(settings);
    };
    let there = Path::new(UNPACKED).is_dir() && php_has_database();
    if !there || PROGRAMS.iter().any(|(_, name)| find(name).is_none()) {
        // It also brings the lists of packages up to date, which the package of WordPress is found in.
        let packages = PROGRAMS.iter().map(|(package, _)| *package);
        apt.install(&packages.chain([PHP_DATABASE]).collect::<Vec<_>>());
    }
    for (package, name) in PROGRAMS {
        find(name).with_context(|| format!("{name} がありません（Debian の {package}）"))?;
    }
    settings.extend(find("hugo").map(|hugo| (HUGO, hugo)));
    settings.push((WORDPRESS, wordpress()?));
    Ok(settings)
}

/// A program, also where the folder of servers is not on the path.
fn find(name: &str) -> Option<PathBuf> {
    let server = Path::new("/usr/sbin").join(name);
    program(&[name]).or_else(|| server.is_file().then_some(server))
}

fn php_has_database() -> bool {
    ask("php", &["-r", "exit(extension_loaded('mysqli') ? 0 : 1);"]).is_some()
}

/// WordPress and the theme that comes with it, unpacked once.
fn wordpress() -> Result<PathBuf> {
    if let Ok(done) = Path::new(UNPACKED).canonicalize() {
        return Ok(done.join(INSIDE));
    }
    let begun = PathBuf::from(format!("{UNPACKED}.part"));
    if begun.exists() {
        fs::remove_dir_all(&begun).context(UNPACKED)?;
    }
    fs::create_dir_all(&begun).context(UNPACKED)?;
    step(
        "WordPress を取ってきています（Debian のパッケージを展開するだけです）",
        || {
            let packages =
                ["wordpress".to_owned(), theme().context("WordPress のテーマが分かりません")?];
            run(Command::new("apt-get")
                .args(["download", "--quiet"])
                .args(packages)
                .current_dir(&begun))?;
            for file in fs::read_dir(&begun)?.collect::<Result<Vec<_>, _>>()? {
                run(Command::new("dpkg-deb").arg("--extract").arg(file.path()).arg(&begun))?;
            }
            Ok(())
        },
    )?;
    fs::rename(&begun, UNPACKED).context(UNPACKED)?;
    Ok(Path::new(UNPACKED).canonicalize()?.join(INSIDE))
}

/// The package of the theme that this WordPress shows unless it is told otherwise.
fn theme() -> Option<String> {
    let around = ask("apt-cache", &["depends", "wordpress"])?;
    let mut words = around.split_whitespace();
    words.find(|word| word.starts_with("wordpress-theme-")).map(str::to_owned)
}
