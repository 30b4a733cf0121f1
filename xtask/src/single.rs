//! The calculator as one HTML file, which works from a memory stick.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    build::{MADE, Work, later},
    release::short_hash,
    run::{run_unseen, step},
    script::{esbuild, sources},
    stamp::unless_same,
};

/// The page that is one file.
pub(crate) const SINGLE: &str = "hojokin.html";

/// Into what it is put together.
const TEMPLATE: &str = "web/single.html";
const STYLES: &str = "web/pages/embed.css";

/// Makes `hojokin.html` of the files that are made already.
pub(crate) fn single(work: &Work) -> Result<()> {
    let parts: Vec<String> =
        MADE[1..].iter().map(|name| (*name).to_owned()).chain(later()).collect();
    let mut inputs = sources(work)?;
    inputs.push(include_bytes!("single.rs").to_vec());
    for file in [TEMPLATE, STYLES].map(Path::new) {
        inputs.push(fs::read(file).with_context(|| file.display().to_string())?);
    }
    for part in &parts {
        let file = work.made(part);
        inputs.push(fs::read(&file).with_context(|| file.display().to_string())?);
    }
    let inputs: Vec<_> = inputs.iter().map(Vec::as_slice).collect();
    unless_same(&work.made(SINGLE), &inputs, || {
        step("一つの HTML ファイルにまとめています（esbuild）", || {
            let bundle = "single.js";
            let mut command = esbuild(work, bundle);
            command.args(["web/single.js", "--bundle", "--format=esm"]);
            command.args(["--loader:.wasm=binary", "--loader:.css=text", "--loader:.txt=text"]);
            command.arg("--alias:hojokin-files=./web/inside.js");
            for part in &parts {
                command.arg(format!("--alias:{part}={}", work.made(part).display()));
            }
            run_unseen(&mut command)?;
            let page = page(
                &fs::read_to_string(TEMPLATE)?,
                &fs::read_to_string(STYLES)?,
                &fs::read_to_string(work.made(bundle))?,
            )?;
            Ok(fs::write(work.made(SINGLE), page)?)
        })
    })
}

/// The template with a style, a script, and a policy that lets in these two and nothing from anywhere.
fn page(template: &str, style: &str, script: &str) -> Result<String> {
    // What would end the element, or make of it something else.
    for sign in ["</script", "</style", "<!--"] {
        if style.contains(sign) || script.contains(sign) {
            bail!("「{sign}」は HTML ファイルの中に置けません");
        }
    }
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; \
         img-src data:; base-uri 'none'; form-action 'none'",
        short_hash(script.as_bytes()),
        short_hash(style.as_bytes())
    );
    let mut page = template.to_owned();
    // The script last: it must not be searched for the other places.
    for (place, text) in [("{policy}", &*policy), ("{style}", style), ("{script}", script)] {
        if page.matches(place).count() != 1 {
            bail!("{TEMPLATE} に {place} が一つ要ります");
        }
        page = page.replace(place, text);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_what_is_put_in() {
        let page = page("<{policy}|{style}|{script}>", "a{}", "{style}").unwrap();
        let (policy, rest) = page.split_once('|').unwrap();
        assert_eq!(rest, "a{}|{style}>");
        for part in ["a{}", "{style}"] {
            assert!(policy.contains(&short_hash(part.as_bytes())), "{policy}");
        }
    }

    #[test]
    fn what_would_end_the_script_is_refused() {
        let template = "{policy}{style}{script}";
        for (style, script) in [("", "'</script>'"), ("", "'<!--'"), ("</style>", "")] {
            assert!(page(template, style, script).is_err(), "{style}{script}");
        }
        assert!(page("{policy}{style}", "", "").is_err());
    }
}
