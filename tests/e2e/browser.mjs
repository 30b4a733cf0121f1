// A Chromium, and pages that note everything that must not happen.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const address = process.env.HOJOKIN_URL ?? 'http://127.0.0.1:8080/';

const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];

export function launch() {
  const executablePath = process.env.HOJOKIN_BROWSER ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page at `path` with its widgets running, and the list of what went wrong on it. */
export async function open(browser, path = 'pages/one.html', options = {}) {
  const { width = 1200, height = 900, wait = true } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const wrong = [];
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
  await page.goto(new URL(path, address).href);
  if (wait) {
    await ready(page);
  }
  return { page, wrong };
}

/** Waits until every widget of the page runs and nothing is on its way. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('hojokin-calculator')];
    return widgets.length > 0 && widgets.every((one) =>
      one.shadowRoot?.querySelector('.app') && !one.shadowRoot.querySelector('[aria-busy]'));
  });
}

/** Ends a page on which nothing must have gone wrong. */
export async function close({ page, wrong }) {
  await page.close();
  assert.deepEqual(wrong, []);
}
