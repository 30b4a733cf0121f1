// A browser of one of the three engines, and pages that note everything that must not happen.

import assert from 'node:assert/strict';
import { chromium, firefox } from 'playwright-core';
import { Browser } from './webkit/page.mjs';

export const address = process.env.HOJOKIN_URL ?? 'http://127.0.0.1:8080/';

const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];

const ENGINES = {
  chromium: (executablePath = '/usr/bin/chromium') => chromium.launch({ executablePath, args: FLAGS }),
  // The channel stands for a Firefox as people have it, not one that was changed for Playwright.
  firefox: (executablePath = '/usr/bin/firefox-esr') => firefox.launch({ executablePath, channel: 'moz-firefox' }),
  webkit: (driver = 'WebKitWebDriver') => Browser.launch(driver),
};

/** Which engine the tests run in. */
export const engine = process.env.HOJOKIN_ENGINE ?? 'chromium';

export function launch() {
  return ENGINES[engine](process.env.HOJOKIN_BROWSER);
}

/** The option of a test that only `engines` can do. */
export function only(...engines) {
  return { skip: !engines.includes(engine) && `${engine} cannot be asked for it` };
}

/** A page at `path` with its widgets running, and the list of what went wrong on it. */
export async function open(browser, path = 'pages/one.html', options = {}) {
  const { width = 1200, height = 900, wait = true } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const wrong = [];
  // WebKit notes for itself.
  if (engine !== 'webkit') {
    await note(page, wrong);
  }
  await page.goto(new URL(path, address).href);
  if (wait) {
    await ready(page);
  }
  return { page, wrong };
}

async function note(page, wrong) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      wrong.push(message.text());
    }
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

/** Cuts the network off, where that can be done. */
export async function cutOff(page) {
  await page.context?.().setOffline(true);
}

/** What the page has asked for so far, by path: in every engine it tells so itself. */
export function requests(page) {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
}

/** Waits until every widget of the page runs and nothing is on its way. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('hojokin-calculator')];
    return widgets.length > 0 && widgets.every((one) =>
      one.shadowRoot?.querySelector('.app') && !one.shadowRoot.querySelector('[aria-busy]'));
  });
}

/** The one page that breaks the policy on purpose. */
export const BREAKS_POLICY = 'pages/one.html?breaks-policy';

/** Every report of a broken policy that the server got, from all pages so far. */
export async function reports() {
  const list = await (await fetch(new URL('csp-reports', address))).json();
  return list.map((report) => JSON.stringify(report));
}

/** What a page has noted that must not happen. */
export async function noted({ page, wrong }) {
  return engine === 'webkit' ? page.noted() : wrong;
}

/** Ends a page on which nothing must have gone wrong. */
export async function close(opened) {
  const wrong = await noted(opened);
  await opened.page.close();
  assert.deepEqual([...wrong, ...(await reports()).filter((report) => !report.includes(BREAKS_POLICY))], []);
}
