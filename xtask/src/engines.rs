//! The engines beside Chromium that the journeys are made in as well, found or else installed.

use std::{env, path::Path};

use anyhow::{Result, bail};

use crate::{
    browser::{Apt, drive, program},
    run::step,
    test::PATIENCE,
};

/// The journeys, which are written once for all engines.
const JOURNEYS: &[&str] = &[
    "tests/e2e/journey.test.mjs",
    "tests/e2e/people.test.mjs",
    "tests/e2e/hand.test.mjs",
    "tests/e2e/golden.test.mjs",
    "tests/e2e/api.test.mjs",
    "tests/e2e/host.test.mjs",
];

/// Tells the tests which engine it is.
const ENGINE: &str = "HOJOKIN_ENGINE";

struct Engine {
    /// As the tests call it.
    name: &'static str,
    /// As people call it.
    title: &'static str,
    /// What is needed, each by the names that it can have; the first is what the tests start.
    programs: &'static [&'static [&'static str]],
    /// The packages of Debian that bring them.
    packages: &'static [&'static str],
}

const ENGINES: &[Engine] = &[
    Engine {
        name: "firefox",
        title: "Firefox",
        programs: &[&["firefox-esr", "firefox"]],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "webkit",
        title: "WebKit",
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// Makes the journeys in every engine that can be had here. CI has to have them all.
pub(crate) fn check() -> Result<()> {
    ENGINES.iter().try_for_each(|engine| {
        let all_there = || engine.programs.iter().all(|names| program(names).is_some());
        if !all_there()
            && let Some(apt) = Apt::here()
        {
            apt.install(engine.packages);
        }
        match program(engine.programs[0]) {
            Some(browser) if all_there() => engine.journeys(&browser),
            _ => engine.missing(env::var_os("CI").is_some()),
        }
    })
}

impl Engine {
    fn journeys(&self, browser: &Path) -> Result<()> {
        step(&format!("{} で確かめています（数分かかります）", self.title), || {
            drive(
                browser,
                &[&["--test", PATIENCE], JOURNEYS].concat(),
                &[(ENGINE, Path::new(self.name))],
            )
        })
    }

    /// Says that the engine is passed over; where it `must` not be, that is a failure.
    fn missing(&self, must: bool) -> Result<()> {
        let (title, packages) = (self.title, self.packages.join(" "));
        if must {
            bail!("{title} がありません（Debian のパッケージ: {packages}）");
        }
        println!(
            "  {title} では確かめません。このコンピューターにありません（Debian なら sudo apt-get install {packages}）"
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ci_has_to_have_every_engine() {
        for engine in ENGINES {
            assert!(engine.missing(false).is_ok());
            let message = engine.missing(true).unwrap_err().to_string();
            assert!(message.contains(engine.packages[0]), "{message}");
        }
    }

    #[test]
    fn every_journey_is_there() {
        for file in JOURNEYS {
            assert!(Path::new("..").join(file).is_file(), "{file}");
        }
    }
}
