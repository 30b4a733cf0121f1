// What a person sees before the program runs, and where it cannot: a table made from the rules, and nothing that jumps.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { passes } from './axe.mjs';
import { address, launch, ready } from './browser.mjs';
import { Site } from './site.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The rows of the table. */
function rows(page) {
  return page.locator('.hojokin-facade tbody tr').evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.innerText)));
}

test('without JavaScript a table of the open calls is there, and fits on a phone', async () => {
  for (const width of [360, 1200]) {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 740 } });
    await page.goto(address);
    assert.ok(await page.locator('.hojokin-facade').isVisible());
    for (const table of await page.locator('.hojokin-facade table').all()) {
      const { width: wide } = await table.boundingBox();
      assert.ok(wide <= width - 32, `${wide} px at ${width}`);
    }
    const shown = await rows(page);
    assert.ok(shown.length >= 5, JSON.stringify(shown));
    for (const [, cap, rate] of shown) {
      assert.match(cap, /円|資料に記載なし/);
      assert.match(rate, /\d\/\d|資料に記載なし/);
    }
    await page.close();
  }
});

test('where the program cannot be loaded, the table stays, can be read by all, and the page goes on', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.route('**/*.wasm', (route) => route.abort());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  await page.waitForTimeout(500);
  assert.ok(await page.locator('.hojokin-facade').isVisible());
  await passes(page);
  assert.deepEqual(errors, []);
  await page.close();
});

test('the table speaks of days, not of today', async () => {
  const text = await (await fetch(new URL('facade.html', address))).text();
  const page = await (await fetch(address)).text();
  assert.ok(page.includes(text.trim()), 'host pages get what the page has');
  assert.match(text, /\d{4}年\d+月\d+日に確かめた規則/);
  assert.doesNotMatch(text, /あと\d+日|受付中・/);
});

/** Loads the page slowly and returns what moved, until the calculator has run for a while. */
async function shifts(site, width, scrolled) {
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value, sources }) =>
      [value, ...sources.map(({ node }) => node?.nodeName)]))).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/*.wasm', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await page.goto(site.address);
  await page.locator('hojokin-calculator p').first().waitFor();
  await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), scrolled);
  await ready(page);
  await page.waitForTimeout(700);
  const found = await page.evaluate(() => globalThis.shifts);
  await page.close();
  return found;
}

/** The page as a host page is: with something below the calculator. */
async function hosted() {
  const site = await Site.start();
  site.changed.set('/', (await site.text('/')).replace('</main>', '</main><footer><h2>お問い合わせ</h2><p>下の文</p></footer>'));
  return site;
}

test('nothing jumps as the calculator takes the place of the table, nor does what stands below it', async () => {
  const site = await hosted();
  for (const width of [360, 1200]) {
    for (const scrolled of [0, 0.2, 1]) {
      assert.deepEqual(await shifts(site, width, scrolled), [], `at ${width}, scrolled ${scrolled}`);
    }
  }
  assert.deepEqual(site.reports, []);
  site.cut();
});

test('the measure notices what jumps where no height is kept', async () => {
  const site = await hosted();
  site.changed.set('/page.css', (await site.text('/page.css')).replace('min-height: 100vh', 'min-height: 0'));
  site.changed.set('/', (await site.text('/')).replace(/<section class="hojokin-facade">.*<\/section>/s, '<p>計算の準備をしています。</p>'));
  assert.notDeepEqual(await shifts(site, 360, 0), []);
  site.cut();
});
