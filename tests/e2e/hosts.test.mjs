// Pages as other people make them: with a CSS framework, a reset, a theme that says something of everything. The widget
// works on each, and looks the same to the pixel.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { address, close, launch, open } from './browser.mjs';
import { Widget } from './widget.mjs';

const HOSTS = ['bootstrap', 'tailwind', 'meyer', 'kiso', 'hostile', 'trusted'];
const FIRM = {
  answers: { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true },
  expenses: { publicity: 600_000, website: 300_000 },
};
const DIFFERENCES = new URL('../../target/hosts/', import.meta.url);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Windows so tall that nothing is scrolled. */
const WINDOWS = [{ width: 1200, height: 9_000 }, { width: 360, height: 16_000 }];

/** A page on which the style sheets of npm packages lie in vendor/. */
async function visit(path, viewport) {
  const context = await browser.newContext({ viewport });
  await context.route('**/pages/hosts/vendor/**', (route) => {
    const file = new URL(route.request().url()).pathname.split('/vendor/')[1];
    const css = readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
    // What Tailwind's build puts in: the value behind the name of the theme's.
    const body = css.replaceAll(/--theme\(\s*--[\w-]+,([^()]+)\)/g, '$1');
    return route.fulfill({ contentType: 'text/css', body });
  });
  const opened = await open(context, path);
  const requests = [];
  opened.page.on('request', (request) => requests.push(request.url()));
  return { ...opened, context, requests, widget: new Widget(opened.page) };
}

/** What the calculator shows to a firm. */
async function estimate(widget) {
  await widget.fill(FIRM);
  await widget.root.evaluate((one) => one.shadowRoot.activeElement?.blur());
  return { outlook: await widget.outlook(), frames: await widget.frames() };
}

/** A picture of the calculator alone: letters of the line above it may reach into its box. */
async function picture({ page, widget }) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.insertRule('body :not(:has(hojokin-calculator), hojokin-calculator) { visibility: hidden !important }');
    document.adoptedStyleSheets = [sheet];
  });
  return widget.root.locator('.app').screenshot({ animations: 'disabled' });
}

/** Leaves a page on which nothing must have gone wrong, and nothing been asked for. */
async function leave(visited) {
  assert.deepEqual(visited.requests, []);
  await close(visited);
  await visited.context.close();
}

/** How many pixels differ; both pictures and their difference are kept if one does. */
function differing(name, seen, expected) {
  const [one, other] = [seen, expected].map((picture) => PNG.sync.read(picture));
  const { width, height } = other;
  assert.deepEqual([one.width, one.height], [width, height], `${name}: the size`);
  const difference = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, difference.data, width, height, { threshold: 0, includeAA: true });
  if (count > 0) {
    mkdirSync(DIFFERENCES, { recursive: true });
    for (const [what, data] of Object.entries({ seen, expected, difference: PNG.sync.write(difference) })) {
      writeFileSync(new URL(`${name}-${what}.png`, DIFFERENCES), data);
    }
  }
  return count;
}

for (const host of HOSTS) {
  for (const viewport of WINDOWS) {
    const { width } = viewport;
    test(`${host} at ${width} px: the same amounts and the same looks as on the plain page`, async () => {
      const [there, plain] = await Promise.all([host, 'plain'].map((name) => visit(`pages/hosts/${name}.html`, viewport)));
      // Where a page puts the calculator is its own affair: the other one is put there too, to the fraction of a pixel.
      const place = await there.widget.root.locator('.app').evaluate((app) => {
        const { x, y, width } = app.getBoundingClientRect();
        return { x, y, width };
      });
      await plain.widget.root.evaluate(({ style }, { x, y, width }) => {
        Object.assign(style, { position: 'absolute', left: `${x}px`, top: `${y}px`, width: `${width}px`, maxWidth: 'none' });
      }, place);
      const [found, expected] = await Promise.all([there, plain].map(({ widget }) => estimate(widget)));
      assert.deepEqual(found, expected);
      const pictures = [await picture(there), await picture(plain)];
      assert.equal(differing(`${host}-${width}`, ...pictures), 0, 'pixels that differ');
      await leave(there);
      await leave(plain);
    });
  }
}

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
    const visited = await visit('pages/hosts/plain.html', viewport);
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
  const visited = await visit('pages/hosts/plain.html', { width: 1200, height: 900 });
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
  const visited = await visit('pages/hosts/hostile.html', { width: 1200, height: 900 });
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
