// Loads what stands beside this script.

/** The program and its style sheet, loaded once for all calculators of a page. */
let parts;

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
  const [widget, wasm] = await Promise.all([
    import('./hojokin-widget.js'),
    fetch(new URL('hojokin-widget_bg.wasm', import.meta.url)),
  ]);
  await widget.default({ module_or_path: wasm });
  return widget;
}

async function styles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await file('hojokin.css'));
  return sheet;
}

export async function file(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${name}: HTTP ${response.status}`);
  }
  return response.text();
}
