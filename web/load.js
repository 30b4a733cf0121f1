// The parts of the program, each loaded once for all calculators of a page.

import { file, glue } from 'hojokin-files';

/** The program and its style sheet. */
let parts;
/** The part of the program that is loaded when it is needed. */
let desk;

/** Loads the program and its style sheet. */
export function load() {
  parts ??= Promise.all([program(), styles()]).catch((error) => {
    // A failed load is tried again by the next calculator that is put on the page.
    parts = undefined;
    throw error;
  });
  return parts;
}

async function program() {
  // Asked for at once, not one after the other.
  const [widget, response] = await Promise.all([
    glue(),
    file('hojokin-widget_bg.wasm'),
  ]);
  const imports = widget.imports();
  // What is compiled as it comes, browsers keep for the next time; they take that only from servers that know its type.
  const { instance } = await (response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  return [widget, widget.begin(instance)];
}

async function styles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await text('hojokin.css'));
  return sheet;
}

/** Loads what the program asks for by its name: the desk, which goes into its memory, or the texts of a language. */
export async function later(name) {
  if (name !== 'desk') {
    return text(`hojokin-${name}.txt`);
  }
  desk ??= furnish().catch((error) => {
    // A failed load is tried again when it is asked for again.
    desk = undefined;
    throw error;
  });
  await desk;
  return '';
}

async function furnish() {
  const [[[, first], sheet], response, more] = await Promise.all([
    load(),
    file('hojokin-desk.wasm'),
    text('hojokin-desk.css'),
  ]);
  await WebAssembly.instantiate(await response.arrayBuffer(), { first });
  // One sheet serves all calculators of a page, so each has these styles at once.
  sheet.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('') + more);
}

async function text(name) {
  return (await file(name)).text();
}
