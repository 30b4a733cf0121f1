// What pages, browsers and links do to a widget: it goes on, and the page around it is left alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { parse } from 'smol-toml';
import { close, open, ready } from './browser.mjs';
import { fuzzAttributes, fuzzFragments, fuzzProperties, prepare } from './fuzz.mjs';
import { Widget } from './widget.mjs';

const FIRM = {
  answers: { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true },
  expenses: { publicity: 600_000, website: 300_000 },
};
/** How often something is tried; a failure is repeated with the seed that the test has said. */
const ROUNDS = 10_000;
const SEED = Number(process.env.HOJOKIN_SEED ?? Date.now() % 2 ** 31);
const MEGABYTE = 2 ** 20;

let browser;
let expected;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.HOJOKIN_BROWSER ?? '/usr/bin/chromium',
    // Addresses may change more often than by hand, and pages are kept to go back to them, as for people.
    args: ['--no-sandbox', '--disable-ipc-flooding-protection'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const opened = await open(browser);
  expected = await estimate(new Widget(opened.page));
  await close(opened);
});
after(() => browser.close());

/** What a widget grants to the firm. */
async function estimate(widget) {
  await widget.fill(FIRM);
  return { outlook: await widget.outlook(), frames: await widget.frames() };
}

test('with the storage full it says so and goes on', async () => {
  const opened = await open(browser);
  const { page } = opened;
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      try {
        for (let part = 0; ; part += 1) {
          localStorage.setItem(`${size}.${part}`, 'x'.repeat(size));
        }
      } catch {
        // No more of this size.
      }
    }
  });
  const widget = new Widget(page);
  await widget.root.locator('.hand-on > summary').click();
  await widget.root.getByText('この端末に保存する', { exact: true }).click();
  await widget.root.getByText('この端末には保存できませんでした').waitFor();
  assert.deepEqual(await estimate(widget), expected);
  await page.evaluate(() => localStorage.clear());
  await close(opened);
});

test('without any storage, clipboard, or timing of the page it works', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const denied = { get() { throw new DOMException('denied', 'SecurityError'); } };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, denied);
    }
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'cookie', denied);
  });
  const opened = await open(context);
  assert.deepEqual(await estimate(new Widget(opened.page)), expected);
  await close(opened);
  await context.close();
});

test('whoever goes away and back finds what was entered', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  await estimate(widget);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (globalThis.persisted = persisted)));
  await page.goto(new URL('all.html', page.url()).href);
  await page.goBack({ waitUntil: 'commit' });
  await ready(page);
  assert.equal(await page.evaluate(() => globalThis.persisted), true, 'the browser kept the page');
  assert.equal(await widget.outlook(), expected.outlook);
  await widget.spend('publicity', 1);
  assert.notEqual(await widget.outlook(), expected.outlook);
  assert.deepEqual(await estimate(widget), expected);
  await close(opened);
});

test('moved within the page it works', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  await widget.fill(FIRM);
  await page.evaluate(() => {
    const [aside, one] = [document.createElement('aside'), document.querySelector('hojokin-calculator')];
    document.body.prepend(aside);
    aside.append(one);
    document.querySelector('main').append(one);
    aside.append(one);
  });
  await ready(page);
  assert.equal(await widget.root.locator('.app').count(), 1);
  assert.deepEqual(await estimate(widget), expected);
  await close(opened);
});

test('removed while it loads, it stays away and can come back', async () => {
  const opened = await open(browser, 'pages/one.html', { wait: false });
  const { page } = opened;
  await page.evaluate(async () => {
    const one = document.createElement('hojokin-calculator');
    for (const name of document.querySelector('hojokin-calculator').getAttributeNames()) {
      one.setAttribute(name, document.querySelector('hojokin-calculator').getAttribute(name));
    }
    document.querySelector('hojokin-calculator').replaceWith(one);
    one.remove();
    document.querySelector('main').append(one);
    one.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.querySelector('main').append(one);
  });
  await ready(page);
  assert.deepEqual(await estimate(new Widget(page)), expected);
  await close(opened);
});

test('removed and put back 1,000 times it leaves nothing behind', async (t) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    // The memories of all programs on the page.
    globalThis.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...args) => {
        const made = await real.apply(WebAssembly, args);
        const exports = Object.values((made.instance ?? made).exports);
        globalThis.memories.push(...exports.filter((one) => one instanceof WebAssembly.Memory));
        return made;
      };
    }
  });
  const opened = await open(context, 'pages/all.html');
  const { page } = opened;
  const devtools = await context.newCDPSession(page);
  const again = (count) => page.evaluate(async (count) => {
    const one = document.querySelector('hojokin-calculator');
    const around = one.parentElement;
    for (let round = 0; round < count; round += 1) {
      one.remove();
      // It takes its leave in a task of its own.
      await new Promise((done) => setTimeout(done));
      around.append(one);
      while (!one.shadowRoot.querySelector('.app')) {
        await new Promise((done) => setTimeout(done));
      }
    }
  }, count);
  const measure = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const [{ usedSize }, { nodes, jsEventListeners }] = await Promise.all(
      ['Runtime.getHeapUsage', 'Memory.getDOMCounters'].map((what) => devtools.send(what)));
    const wasm = await page.evaluate(() => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
    return { heap: usedSize, nodes, jsEventListeners, wasm };
  };
  // What is made only once, and what the program's memory takes at the most, is there after a few.
  await again(20);
  const before = await measure();
  await again(1_000);
  const after = await measure();
  t.diagnostic(`before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
  assert.ok(before.wasm > 0);
  assert.ok(after.heap - before.heap < MEGABYTE, `heap: ${after.heap - before.heap} more bytes`);
  // It grows by whole pages, so what was just under one may take one more.
  assert.ok(after.wasm - before.wasm <= 2 ** 16, `the memory of the program: ${after.wasm - before.wasm} more bytes`);
  assert.ok(after.nodes - before.nodes < 100, `${after.nodes - before.nodes} more nodes`);
  assert.ok(after.jsEventListeners - before.jsEventListeners < 100, `${after.jsEventListeners - before.jsEventListeners} more listeners`);
  await ready(page);
  await close(opened);
  await context.close();
});

test('ten on a page work, each for itself', async () => {
  const opened = await open(browser);
  const { page } = opened;
  await page.evaluate(() => {
    const one = document.querySelector('hojokin-calculator');
    one.setAttribute('loading', 'eager');
    for (let more = 1; more < 10; more += 1) {
      one.after(one.cloneNode(true));
    }
  });
  await ready(page);
  const widgets = Array.from({ length: 10 }, (_, place) => new Widget(page, `hojokin-calculator >> nth=${place}`));
  assert.deepEqual(await estimate(widgets[9]), expected);
  assert.deepEqual(await estimate(widgets[4]), expected);
  assert.equal(await widgets[0].root.locator('.outlook__amount').count(), 0);
  await close(opened);
});

/** A page on which scripts that got in would run: without a policy that stops them. */
async function unguarded() {
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript(prepare);
  return { context, opened: await open(context, 'pages/all.html') };
}

/** Leaves it; the widget that has seen all of that still knows what it is about. */
async function stillWorks({ context, opened }) {
  const { page } = opened;
  await page.evaluate(() => {
    const one = document.querySelector('hojokin-calculator');
    one.getAttributeNames().forEach((name) => one.removeAttribute(name));
    const attributes = { mode: 'sheet', edition: 'jizokuka/2024-16', 'as-of': '2024-05-10' };
    Object.entries(attributes).forEach(([name, value]) => one.setAttribute(name, value));
    // Without the answers that a link brought.
    const around = one.parentElement;
    one.remove();
    setTimeout(() => around.append(one));
  });
  await page.waitForFunction(() => document.querySelector('hojokin-calculator')?.shadowRoot.querySelector('.frame-card'));
  await ready(page);
  // It has told the page's author what means nothing.
  opened.wrong = opened.wrong.filter((said) => !said.startsWith('<hojokin-calculator> leaves out '));
  assert.deepEqual(await estimate(new Widget(page)), expected);
  await close(opened);
  await context.close();
}

test(`${ROUNDS} attributes of every kind do nothing but what they are for`, async (t) => {
  t.diagnostic(`HOJOKIN_SEED=${SEED}`);
  const visited = await unguarded();
  assert.deepEqual(await visited.opened.page.evaluate(fuzzAttributes, { seed: SEED, count: ROUNDS }), []);
  await stillWorks(visited);
});

const { fact, categories } = parse(readFileSync(new URL('../../rules/vocabulary.toml', import.meta.url), 'utf8'));
const facts = fact.map(({ id }) => id);

test(`${ROUNDS} properties of every kind do nothing but what they are for`, async (t) => {
  t.diagnostic(`HOJOKIN_SEED=${SEED}`);
  const visited = await unguarded();
  const values = { seed: SEED, count: ROUNDS, facts, categories };
  assert.deepEqual(await visited.opened.page.evaluate(fuzzProperties, values), []);
  await visited.opened.page.evaluate(() => {
    const one = document.querySelector('hojokin-calculator');
    one.answers = one.expenses = undefined;
  });
  await stillWorks(visited);
});

test(`${ROUNDS} fragments of every kind do nothing but what they are for`, async (t) => {
  t.diagnostic(`HOJOKIN_SEED=${SEED}`);
  const keys = [...facts, 'v', 'e', 'd', 't', 'f', 'p', 'g', 'x.publicity', 'x.website', 'o.jizokuka/2024-16', 's.total', 's.wanted',
    'm.', 'x.', '.', '', '__proto__'];
  const visited = await unguarded();
  assert.deepEqual(await visited.opened.page.evaluate(fuzzFragments, { seed: SEED, count: ROUNDS, keys }), []);
  await visited.opened.page.evaluate(() => (location.hash = ''));
  await stillWorks(visited);
});
