// A page that makes a calculator by script, and hears what it tells.

import { address, open, ready } from './browser.mjs';
import { Widget } from './widget.mjs';

const EVENTS = ['ready', 'change', 'result', 'error', 'share', 'print'];

/** A page with nothing on it that hears every event, and in which `make` has made what it wants with `values`. */
export async function empty(browser, make = () => {}, values = {}) {
  const opened = await open(browser, 'pages/empty.html', { wait: false });
  const { page } = opened;
  await page.evaluate((kinds) => {
    window.heard = [];
    for (const kind of kinds) {
      // At the outermost place, as a tag manager does.
      addEventListener(`hojokin-${kind}`, ({ target, detail, bubbles, composed }) => {
        const shown = target.shadowRoot?.textContent ?? '';
        window.heard.push({ kind, detail, bubbles, composed, told: shown.includes('入れた答えと計算の結果を受け取ります') });
      });
    }
  }, EVENTS);
  await page.evaluate(make, values);
  return { opened, page, widget: new Widget(page), events: (kind) => events(page, kind) };
}

/** Loads the script, as pages do after their own. */
export function script(page) {
  return page.evaluate((src) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src, onload, onerror }));
  }), new URL('hojokin.js', address).href);
}

/** A page with one calculator with these attributes and properties, set before the script is there. */
export async function made(browser, attributes = {}, properties = {}) {
  const there = await empty(browser, ({ attributes, properties }) => {
    const one = Object.assign(document.createElement('hojokin-calculator'), properties);
    Object.entries(attributes).forEach(([name, value]) => one.setAttribute(name, value));
    document.querySelector('main').append(one);
  }, { attributes: { mode: 'sheet', 'as-of': '2024-05-10', ...attributes }, properties });
  await script(there.page);
  await ready(there.page);
  return there;
}

/** What was heard of one kind, or of all. */
function events(page, kind) {
  return page.evaluate((kind) => window.heard.filter((one) => !kind || one.kind === kind), kind);
}

/** Waits until an event of this kind has been heard `count` times, and gives the last. */
export async function heard({ page, events }, kind, count = 1) {
  await page.waitForFunction(([kind, count]) => window.heard.filter((one) => one.kind === kind).length >= count, [kind, count]);
  return (await events(kind)).at(-1);
}
