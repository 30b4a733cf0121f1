// What programs are told of the element is what it does: its manifest, its types, and the page that people read.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'smol-toml';
import ts from 'typescript';
import { address, close, launch } from './browser.mjs';
import { made } from './page.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const delivered = async (name) => (await fetch(new URL(name, address))).text();

let browser;
let element;
let manifest;
before(async () => {
  browser = await launch();
  manifest = JSON.parse(await delivered('custom-elements.json'));
  [element] = manifest.modules[0].declarations;
});
after(() => browser.close());

const names = (list) => list.map(({ name }) => name).sort();

/** What TypeScript says of `files` beside the delivered types, by path. */
async function compiled(files) {
  // Within the repository, so that the types of packages are found.
  const folder = mkdtempSync(new URL('target/types-', root).pathname);
  try {
    writeFileSync(`${folder}/hojokin.d.ts`, await delivered('hojokin.d.ts'));
    const paths = Object.entries(files).map(([name, text]) => {
      writeFileSync(`${folder}/${name}`, text.replace('../../dist/hojokin', './hojokin'));
      return `${folder}/${name}`;
    });
    const options = {
      strict: true, noEmit: true, skipLibCheck: false, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022,
      moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    };
    const program = ts.createProgram([`${folder}/hojokin.d.ts`, ...paths], options);
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) =>
      `${file?.fileName.split('/').at(-1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the manifest is of the form that other programs read', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const fits = ajv.compile(JSON.parse(read('node_modules/custom-elements-manifest/schema.json')));
  assert.ok(fits(manifest), ajv.errorsText(fits.errors));
  assert.equal(fits({ ...manifest, modules: 1 }), false);
});

test('the script of a page compiles with the types, and its mistakes do not', async () => {
  assert.deepEqual(await compiled({ 'page.ts': read('tests/types/page.ts') }), []);
});

test('what the calculator gives is what the types say, for every round', async () => {
  const command = new URL('target/debug/hojokin', root).pathname;
  const { editions } = parse(read('rules/vocabulary.toml'));
  const cases = editions.map((edition) => ({ edition, as_of: '2026-11-21', answers: { employees: 4 }, expenses: { main: 9_000_000 } }));
  const all = JSON.parse(execFileSync(command, ['estimate'], { input: JSON.stringify(cases), maxBuffer: 2 ** 26 }));
  const text = `import type { HojokinResult } from './hojokin';\nexport const all: HojokinResult[] = ${JSON.stringify(all)};`;
  assert.deepEqual(await compiled({ 'results.ts': text }), []);
});

test('the element has what its manifest says, and nothing else', async () => {
  const there = await made(browser);
  const { attributes, members } = await there.page.evaluate(() => {
    const kind = customElements.get('hojokin-calculator');
    const members = Object.getOwnPropertyNames(kind.prototype);
    return { attributes: kind.observedAttributes, members };
  });
  assert.deepEqual(names(element.attributes), [...attributes].sort());
  const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
  assert.deepEqual(names(element.members), members.filter((name) => !callbacks.includes(name)).sort());
  await close(there.opened);
});

test('every event, property of style and part of the manifest is in the source, and every one there in the manifest', () => {
  const styles = readdirSync(new URL('styles', root), { recursive: true }).filter((file) => file.endsWith('.css'))
    .map((file) => read(`styles/${file}`)).join('\n');
  const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  assert.deepEqual(names(element.cssProperties), found(styles, /var\((--hojokin-[\w-]+)/g));
  const rust = readdirSync(new URL('src', root), { recursive: true }).filter((file) => file.endsWith('.rs'))
    .map((file) => read(`src/${file}`)).join('\n');
  const parts = found(rust, /m\.set\("part", "([\w-]+)"\)/g);
  assert.deepEqual(names(element.cssParts), [...parts, 'button'].sort());
  const events = found(`${read('web/calculation.js')}${read('web/print.js')}${read('web/tell.js')}${read('web/values.js')}`,
    /(?:tell\(\w+|raise\(host), '(\w+)'/g);
  const told = found(read('web/calculation.js').match(/TOLD = \[(.*)\]/)[1], /'(\w+)'/g);
  assert.deepEqual(names(element.events), [...new Set([...events, ...told])].map((kind) => `hojokin-${kind}`).sort());
});

test('the page for people says something of everything', () => {
  const page = read('docs/embedding.md');
  const { attributes, members, events, cssProperties, cssParts } = element;
  for (const { name } of [...attributes, ...members, ...events, ...cssProperties, ...cssParts]) {
    assert.match(page, new RegExp(`^\\| \`${name}[\`(]`, 'm'), name);
  }
  for (const [, name] of page.matchAll(/^\| `([\w-]+)[`(]/gm)) {
    const all = [...attributes, ...members, ...events, ...cssProperties, ...cssParts];
    assert.ok(all.some((one) => one.name === name), `${name} is not there`);
  }
});
