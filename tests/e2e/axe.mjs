// What axe finds on a page.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { open } from './browser.mjs';
import { left, STATES } from './states.mjs';
import { Widget } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds that axe finds nothing on the page. */
export async function passes(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), RULES);
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  assert.deepEqual(told, []);
  assert.ok(passes.length > 15, 'axe looked at the widget');
}

/** Holds that axe finds nothing in a state. */
export async function passesIn(browser, state, { width, theme, language = 'ja' }) {
  const opened = await open(browser, 'pages/one.html', { width });
  const widget = new Widget(opened.page);
  await widget.root.evaluate((one, theme) => one.setAttribute('theme', theme), theme);
  if (language !== 'ja') {
    await widget.root.locator(`[data-language=${language}]`).click();
    await widget.root.locator(`.app[data-language=${language}]`).waitFor();
  }
  await STATES[state](widget);
  // All of the page at once, so that no control lies half behind the bar at the foot.
  const height = await opened.page.evaluate(() => document.documentElement.scrollHeight);
  await opened.page.setViewportSize({ width, height: height + 200 });
  await passes(opened.page);
  await left(opened, state);
}
