// Visits host pages, and compares what a calculator looks like on two of them.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { close, open } from './browser.mjs';
import { Widget } from './widget.mjs';

const FIRM = {
  answers: { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true },
  expenses: { publicity: 600_000, website: 300_000 },
};
const DIFFERENCES = new URL('../../target/hosts/', import.meta.url);

/** Windows so tall that nothing is scrolled. */
export const WINDOWS = [{ width: 1200, height: 12_000 }, { width: 360, height: 20_000 }];

/** Style sheets of other people: those of npm packages, and one of our own that says something of everything. */
const SHEETS = {
  bootstrap: '../../node_modules/bootstrap/dist/css/bootstrap.css',
  tailwind: '../../node_modules/tailwindcss/preflight.css',
  meyer: '../../node_modules/reset-css/reset.css',
  kiso: '../../node_modules/kiso.css/kiso.css',
  hostile: 'pages/hosts/hostile.css',
};
export const THEMES = Object.keys(SHEETS);

/** Has pages find the sheet of `theme` as theme.css. */
export function themed(theme) {
  const css = readFileSync(new URL(SHEETS[theme], import.meta.url), 'utf8');
  // What Tailwind's build puts in: the value behind the name of the theme's.
  const body = css.replaceAll(/--theme\(\s*--[\w-]+,([^()]+)\)/g, '$1');
  return (context) => context.route('**/theme.css', (route) => route.fulfill({ contentType: 'text/css', body }));
}

/** A page that `prepare` can put something under first. */
export async function visit(browser, path, viewport, prepare) {
  const context = await browser.newContext({ viewport });
  await prepare?.(context);
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

/** A picture of the calculator alone: letters of the line above it may reach into its box, and where that ends within a
    pixel what lies behind it shows. */
async function picture({ page, widget }) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.insertRule('body :not(:has(hojokin-calculator), hojokin-calculator) { visibility: hidden !important }');
    sheet.insertRule(`:has(hojokin-calculator), hojokin-calculator {
      background: #fff !important;
      transition: none !important;
    }`);
    document.adoptedStyleSheets = [sheet];
  });
  return widget.root.locator('.app').screenshot({ animations: 'disabled' });
}

/** Leaves a page on which nothing must have gone wrong, and nothing been asked for. */
export async function leave(visited) {
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

/** Compares a page with the plain one: the same amounts and the same looks. Leaves both. */
export async function compare(name, there, plain) {
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
  assert.match(found.outlook, /円/);
  const pictures = [await picture(there), await picture(plain)];
  assert.equal(differing(name, ...pictures), 0, 'pixels that differ');
  await leave(there);
  await leave(plain);
}
