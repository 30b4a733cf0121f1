// The parts of the program, each loaded once for all calculators of a page.

import { code, file } from 'hojokin-files';

/** What `make` gives, made once; a failed load is tried again when it is asked for again. */
function once(make) {
  let made;
  return () => (made ??= make().catch((error) => {
    made = undefined;
    throw error;
  }));
}

/** Loads the program and its style sheet. */
export const load = once(() => Promise.all([program(), styles()]));

/** Loads what only some pages use, and the hashes of what is loaded later. */
export const more = once(() => code('hojokin-api.js'));

/** Loads the part of the program that is loaded when it is needed. */
const furnished = once(furnish);

async function program() {
  // Asked for at once, not one after the other, and the longest first.
  const [response, widget] = await Promise.all([
    file('hojokin-widget_bg.wasm'),
    code('hojokin-widget.js'),
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
  sheet.replaceSync(await (await file('hojokin.css')).text());
  return sheet;
}

/** Loads what the program asks for by its name: the desk, which goes into its memory, or the texts of a language. */
export async function later(name) {
  if (name !== 'desk') {
    return (await known(`hojokin-${name}.txt`)).text();
  }
  await furnished();
  return '';
}

async function furnish() {
  const [[[, first], sheet], response, styles] = await Promise.all([
    load(),
    known('hojokin-desk.wasm'),
    known('hojokin-desk.css'),
  ]);
  await WebAssembly.instantiate(await response.arrayBuffer(), { first });
  // One sheet serves all calculators of a page, so each has these styles at once.
  sheet.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('') + (await styles.text()));
}

/** Fetches a file whose hash is known by then. */
async function known(name) {
  return file(name, (await more()).HASHES[name]);
}
