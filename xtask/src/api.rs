//! What programs and editors know of the element: a custom elements manifest and TypeScript types.

use std::{fmt::Write, fs, path::Path, process::Command};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{
    build::{MADE, Work},
    run::{run_unseen, step},
    setup::tool,
    stamp::unless_same,
    vocabulary::{Fact, Vocabulary, Words, vocabulary},
};

/// What editors and catalogues read.
pub(crate) const MANIFEST: &str = "custom-elements.json";
/// What TypeScript reads, beside `hojokin.js`.
pub(crate) const TYPES: &str = "hojokin.d.ts";

/// The element with its description.
const SOURCE: &str = "web/element.js";
/// The types that do not depend on the rules.
const FIXED: &str = "web/types.d.ts";

/// Makes both files.
pub(crate) fn api(work: &Work) -> Result<()> {
    let facts = types_of_facts(&vocabulary(Path::new(""))?, &Words::read(Path::new(""))?)?;
    let mut inputs = vec![work.tools.clone(), include_bytes!("api.rs").to_vec()];
    for file in [SOURCE, FIXED] {
        inputs.push(fs::read(file).context(file)?);
    }
    inputs.push(facts.clone().into_bytes());
    let inputs: Vec<_> = inputs.iter().map(Vec::as_slice).collect();
    unless_same(&work.made(TYPES), &inputs, || {
        step("要素の説明書と型を作っています（custom-elements-manifest）", || {
            let element = element(&analysed(work)?)?;
            fs::write(work.made(MANIFEST), manifest(&element)?)?;
            let fixed = fs::read_to_string(FIXED)?;
            Ok(fs::write(work.made(TYPES), [fixed, facts, types_of(&element)?].join("\n"))?)
        })
    })
}

/// What the analyser finds in the source.
fn analysed(work: &Work) -> Result<Value> {
    let folder = work.made("analysed");
    run_unseen(
        Command::new(tool("cem"))
            .args(["analyze", "--quiet", "--globs", SOURCE, "--outdir"])
            .arg(relative(&folder)?),
    )?;
    Ok(serde_json::from_slice(&fs::read(folder.join(MANIFEST))?)?)
}

/// The analyser takes every folder as one within the current one.
fn relative(folder: &Path) -> Result<&Path> {
    Ok(folder.strip_prefix(std::env::current_dir()?).unwrap_or(folder))
}

/// The element alone, without what is private.
fn element(analysed: &Value) -> Result<Value> {
    let element =
        analysed.pointer("/modules/0/declarations/0").context("要素の説明がありません")?;
    let mut element = element.clone();
    let members = element["members"].as_array_mut().context("members")?;
    members.retain(|member| member["privacy"] != "private");
    Ok(element)
}

/// The manifest of what is delivered: one file that makes the element known.
fn manifest(element: &Value) -> Result<String> {
    let path = MADE[0];
    let declaration = json!({ "name": element["name"], "module": path });
    let definition = json!({
        "kind": "custom-element-definition", "name": element["tagName"], "declaration": declaration,
    });
    let module = json!({
        "kind": "javascript-module", "path": path, "declarations": [element],
        "exports": [definition],
    });
    let manifest = json!({ "schemaVersion": "1.0.0", "modules": [module] });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// The types of the properties: each fact and each category by its id, with its Japanese name.
fn types_of_facts(vocabulary: &Vocabulary, words: &Words) -> Result<String> {
    let mut text = String::from(
        "/** Answers by fact; `null` takes one back. A choice by its id or its Japanese name. */\n\
         export interface HojokinAnswers {\n",
    );
    for Fact { id, kind, choices } in &vocabulary.facts {
        let typed = match &**kind {
            "truth" => "boolean".to_owned(),
            "choice" => {
                let pair =
                    |choice: &String| Ok(format!("'{choice}' | '{}'", words.choice(id, choice)?));
                choices.iter().map(pair).collect::<Result<Vec<_>>>()?.join(" | ")
            }
            _ => "number | string".to_owned(),
        };
        write!(text, "  /** {} */\n  {id}?: {typed} | null;\n", words.fact(id)?)?;
    }
    text += "}\n\n/** Expenses by category, in yen; `null` takes one back. */\n\
             export interface HojokinExpenses {\n";
    for id in &vocabulary.categories {
        write!(text, "  /** {} */\n  {id}?: number | string | null;\n", words.category(id)?)?;
    }
    Ok(text + "}\n")
}

/// The types of the element, its attributes and its events.
fn types_of(element: &Value) -> Result<String> {
    let list = |key: &str| element[key].as_array().cloned().unwrap_or_default();
    let said = |one: &Value| one["description"].as_str().unwrap_or_default().replace('\n', " ");
    let typed = |one: &Value| one["type"]["text"].as_str().unwrap_or("unknown").to_owned();
    let named = |one: &Value| one["name"].as_str().unwrap_or_default().to_owned();
    let mut text = String::new();

    let (class, tag) = (named(element), element["tagName"].as_str().context("tagName")?);
    write!(text, "/** {} */\nexport interface {class} extends HTMLElement {{\n", said(element))?;
    for member in list("members") {
        let (name, typed) = (named(&member), typed(&member));
        let entry = match member["kind"].as_str() {
            Some("method") => format!("{name}({}): {};", parameters(&member), returned(&member)),
            _ => format!("{name}: {typed};"),
        };
        write!(text, "  /** {} */\n  {entry}\n", said(&member))?;
    }
    text += "}\n\n/** The attributes, as templates write them. */\nexport interface HojokinAttributes {\n";
    for attribute in list("attributes") {
        // Numbers can be typed as people type them.
        let typed = typed(&attribute).replace("number", "number | string");
        let (name, said) = (named(&attribute), said(&attribute));
        write!(text, "  /** {said} */\n  '{name}'?: {typed};\n")?;
    }
    text += "}\n\n/** The events; each reaches whoever listens further out. */\nexport interface HojokinEvents {\n";
    for event in list("events") {
        let (name, said, typed) = (named(&event), said(&event), typed(&event));
        write!(text, "  /** {said} */\n  '{name}': {typed};\n")?;
    }
    write!(
        text,
        "}}\n\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    '{tag}': {class};\n  }}\n  \
         interface GlobalEventHandlersEventMap extends HojokinEvents {{}}\n}}\n"
    )?;
    Ok(text)
}

fn parameters(method: &Value) -> String {
    let list = method["parameters"].as_array().cloned().unwrap_or_default();
    let written = list.iter().map(|one| {
        let optional = if one["optional"] == true { "?" } else { "" };
        let text = |value: &Value| value.as_str().unwrap_or("unknown").to_owned();
        format!("{}{optional}: {}", text(&one["name"]), text(&one["type"]["text"]))
    });
    written.collect::<Vec<_>>().join(", ")
}

fn returned(method: &Value) -> &str {
    method["return"]["type"]["text"].as_str().unwrap_or("void")
}
