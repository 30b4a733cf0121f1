// Pages as other people make them: with a CSS framework, a reset, a theme that says something of everything, from a
// static-site generator, from WordPress. The widget works on each, and looks the same to the pixel.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { address, launch } from './browser.mjs';
import { THEMES, WINDOWS, compare, leave, themed, visit } from './hosts.mjs';
import * as wordpress from './wordpress.mjs';

const PLAIN = 'pages/hosts/plain.html';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const viewport of WINDOWS) {
  for (const theme of THEMES) {
    test(`${theme} at ${viewport.width} px: the same amounts and the same looks as on the plain page`, () =>
      same(theme, page(theme), viewport, themed(theme)));
  }
  test(`a page that runs no strings, at ${viewport.width} px: the same`, () =>
    same('trusted', 'pages/hosts/trusted.html', viewport));
}

/** Where the page with `theme` is: Bootstrap's has its classes. */
function page(theme) {
  return `pages/hosts/${theme === 'bootstrap' ? theme : 'theme'}.html`;
}

/** Compares the page at `path` with the plain one. */
async function same(name, path, viewport, prepare) {
  const there = await visit(browser, path, viewport, prepare);
  await compare(`${name}-${viewport.width}`, there, await visit(browser, PLAIN, viewport));
}

const { HOJOKIN_HUGO: hugo } = process.env;
const skip = (program) => !program && 'cargo xtask test could not get it on this machine';

test('a page made by Hugo: the same', { skip: skip(hugo) }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hojokin-hugo-'));
  try {
    const source = new URL('hugo', import.meta.url).pathname;
    await promisify(execFile)(hugo, ['--source', source, '--destination', folder]);
    const policy = (await fetch(new URL(PLAIN, address))).headers.get('content-security-policy');
    for (const viewport of WINDOWS) {
      await same('hugo', 'pages/hosts/hugo/', viewport, (context) =>
        context.route('**/pages/hosts/hugo/**', (route) => {
          const file = new URL(route.request().url()).pathname.split('/hosts/hugo/')[1] || 'index.html';
          return route.fulfill({ path: join(folder, file), headers: { 'content-security-policy': policy } });
        }));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a post of WordPress with its own theme: the same', { skip: skip(wordpress.source) }, async () => {
  const { post, stop } = await wordpress.start();
  try {
    for (const viewport of WINDOWS) {
      await same('wordpress', post, viewport);
    }
  } finally {
    await stop();
  }
});

/** How pages lay out what they hold: the styles of what is around the calculator, and its own. */
const PLACES = {
  'a flex box': [{ display: 'flex' }],
  'a column whose items are centred': [{ display: 'flex', flexDirection: 'column', alignItems: 'center' }],
  'a grid whose items are not stretched': [{ display: 'grid', justifyItems: 'start' }],
  'a float': [{}, { float: 'left' }],
  'an inline block': [{}, { display: 'inline-block' }],
  'a box that fits its content': [{ width: 'fit-content' }],
  'a page of vertical lines': [{ writingMode: 'vertical-rl' }],
};

test('however a page places it, it is as wide as there is room for, and never nothing', async () => {
  for (const viewport of [{ width: 1200, height: 900 }, { width: 360, height: 900 }]) {
    const visited = await visit(browser, PLAIN, viewport);
    await visited.page.evaluate(() => document.querySelector('h1').remove());
    for (const [name, [around, own = {}]] of Object.entries(PLACES)) {
      const { width, over } = await visited.widget.root.evaluate((one, [around, own]) => {
        const parts = [[one.parentElement.style, around], [one.style, own]];
        parts.forEach(([style, values]) => Object.assign(style, values));
        const { width } = one.shadowRoot.querySelector('.app').getBoundingClientRect();
        const { scrollWidth, clientWidth } = document.documentElement;
        parts.forEach(([style, values]) => Object.keys(values).forEach((key) => (style[key] = '')));
        return { width, over: scrollWidth - clientWidth };
      }, [around, own]);
      assert.ok(width >= Math.min(950, 0.8 * viewport.width), `${name} at ${viewport.width} px: ${width} px`);
      assert.ok(over <= 0, `${name} at ${viewport.width} px: ${over} px too wide`);
    }
    await leave(visited);
  }
});

test('what hides and shows on the page holds within', async () => {
  const visited = await visit(browser, PLAIN, { width: 1200, height: 900 });
  const button = visited.widget.root.locator('button').first();
  const set = (name, value) =>
    visited.widget.root.evaluate(({ parentElement }, [name, value]) => (parentElement.style[name] = value), [name, value]);
  await set('visibility', 'hidden');
  assert.equal(await button.isVisible(), false);
  await set('visibility', '');
  assert.equal(await button.isVisible(), true);
  await set('pointerEvents', 'none');
  assert.equal(await button.evaluate((one) => getComputedStyle(one).pointerEvents), 'none');
  await leave(visited);
});

test('the properties of its own reach it', async () => {
  const visited = await visit(browser, page('hostile'), { width: 1200, height: 900 }, themed('hostile'));
  const styles = await visited.widget.root.evaluate((one) => {
    one.style.setProperty('--hojokin-font-family', 'monospace');
    return getComputedStyle(one.shadowRoot.querySelector('.app')).fontFamily;
  });
  assert.equal(styles, 'monospace');
  await leave(visited);
});

test('no host page broke the policy', async () => {
  const reports = await (await fetch(new URL('csp-reports', address))).json();
  assert.deepEqual(reports.filter((report) => JSON.stringify(report).includes('/hosts/')), []);
});
