// Pages of a host, made by a test: any markup, under the strict policy or one that a test asks for.

import { readFileSync } from 'node:fs';
import { address } from './browser.mjs';

const read = (path) => readFileSync(new URL(`../../dist/${path}`, import.meta.url));

const versions = JSON.parse(read('versions.json'));

/** The version that is built, its files, and where they lie. */
export const version = Object.keys(versions).sort(new Intl.Collator('en', { numeric: true }).compare).at(-1);
export const files = versions[version];
export const folder = new URL(`v${version}/`, address).href;

/** What the builder page writes for a `form` and these settings. */
export async function made(browser, form, settings = {}) {
  const page = await browser.newPage();
  await page.goto(new URL('builder.html', address).href);
  await page.waitForFunction(() => document.getElementById('code').value);
  await enter(page, settings);
  await page.locator(`[name=way][value=${form}]`).check();
  const code = await page.locator('#code').inputValue();
  await page.close();
  return code;
}

/** Fills in fields of the builder page by their names; a list ticks those boxes. */
export async function enter(page, settings) {
  await page.evaluate(() => document.querySelectorAll('form details').forEach((one) => (one.open = true)));
  for (const [name, value] of Object.entries(settings)) {
    const field = page.locator(`form [name="${name}"]`);
    if (Array.isArray(value)) {
      for (const one of value) {
        await field.and(page.locator(`[value="${one}"]`)).check();
      }
    } else {
      await (await field.evaluate((one) => one.localName) === 'select' ? field.selectOption(value) : field.fill(value));
    }
  }
}

/**
 * A page of a host with `body`, and what goes wrong on it.
 *
 * `policy` changes the strict policy, `answer` what comes for addresses of the given pattern.
 */
export async function host(browser, body, { policy = (strict) => strict, answer = {}, before } = {}) {
  const strict = (await fetch(new URL('pages/one.html', address))).headers.get('content-security-policy');
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const wrong = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      wrong.push(message.text());
    }
  });
  page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  if (before) {
    await page.addInitScript(before);
  }
  const at = new URL('host.html', address).href;
  await page.route(at, (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': policy(strict) },
    body: `<!doctype html><html lang="ja"><meta charset="utf-8"><title>会議所</title><link rel="icon" href="data:,"><body><main>${body}</main>`,
  }));
  for (const [pattern, reply] of Object.entries(answer)) {
    await page.route(pattern, reply);
  }
  await page.goto(at);
  return { page, wrong };
}

/** Answers with the file of the server, but with one bit changed. */
export async function tampered(route) {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
}

/** Answers with a file of the folder as a server elsewhere does. */
export function from(headers) {
  return (route) => route.fulfill({
    headers: { ...headers, 'Content-Type': route.request().url().endsWith('.js') ? 'text/javascript' : headers['Content-Type'] ?? 'text/plain' },
    body: read(`v${version}/${new URL(route.request().url()).pathname.split('/').pop()}`),
  });
}
