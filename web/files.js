// The files beside this one. What differs by a byte from what the build made is refused by the browser.

/* global INTEGRITY -- by its name the hash of each file of the same build, put in by the build. */

/** For pages that let scripts be named by known code only (Trusted Types). */
let policy;

const at = (name) => new URL(name, import.meta.url).href;

/** Fetches a file; one that a server gives with an error is not the one that was made either. */
export function file(name, integrity = INTEGRITY[name]) {
  return fetch(at(name), { integrity }).catch(refuse(name));
}

/** Loads a module. */
export async function code(name) {
  const url = at(name);
  policy ??= globalThis.trustedTypes?.createPolicy('hojokin', { createScriptURL: String });
  const script = document.createElement('script');
  // An import() cannot be checked, a script can; the import then gets the module that the script has brought.
  Object.assign(script, { type: 'module', crossOrigin: '', integrity: INTEGRITY[name], src: policy?.createScriptURL(url) ?? url });
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  document.head.append(script);
  await loaded.catch(refuse(name));
  script.remove();
  return import(url);
}

function refuse(name) {
  return (cause) => {
    throw new Error(`${name} could not be loaded, or is not the file of this version.`, { cause });
  };
}
