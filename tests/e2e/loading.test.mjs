// How the calculator loads, as far as no clock is needed to tell: `cargo xtask loading` measures how long it takes.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { launch, only, ready, requests } from './browser.mjs';
import { Delivery } from './delivery.mjs';
import { PAGES, FIRST, SHEETS } from './loading_pages.mjs';

const FILES = /\/(hojokin-widget\.js|hojokin-widget_bg\.wasm|hojokin\.css)$/;

let browser;
let delivery;
before(async () => {
  browser = await launch();
  delivery = await Delivery.start({ ...PAGES, ...SHEETS });
});
after(async () => {
  await browser.close();
  delivery.stop();
});

/** Whether all of `names` have been asked for since `from`, waiting a while. */
async function asked(names, from) {
  const missing = () => names.filter((name) => !delivery.asked.slice(from).some((path) => path.endsWith(`/${name}`)));
  for (let turn = 0; turn < 100 && missing().length; turn += 1) {
    await new Promise((done) => setTimeout(done, 100));
  }
  return missing();
}

for (const path of [...Object.keys(PAGES), '/index.html']) {
  test(`everything is asked for before anything has come: ${path}`, async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const from = delivery.asked.length;
    const release = delivery.hold(FILES);
    const gone = page.goto(delivery.address + path);
    assert.deepEqual(await asked(FIRST, from), []);
    release();
    await gone;
    await ready(page);
    // By the page itself: what keeps the stand-alone page on the device asks for all of it once more.
    const own = (await requests(page)).filter((one) => FILES.test(one)).map((one) => one.split('/').at(-1));
    assert.deepEqual(own.sort(), ['hojokin-widget.js', 'hojokin-widget_bg.wasm', 'hojokin.css']);
    await page.close();
  });

  test(`the page's load event does not wait for the program: ${path}`, async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const release = delivery.hold(/\.(wasm|txt)$|hojokin(-desk)?\.css$/);
    // This waits for the event.
    await page.goto(delivery.address + path);
    assert.equal(await page.evaluate(() => document.querySelector('hojokin-calculator').shadowRoot.querySelector('.app')), null);
    release();
    await ready(page);
    await page.close();
  });

  test(`nothing moves while it comes: ${path}`, only('chromium'), async () => {
    for (const width of [360, 1200]) {
      assert.deepEqual(await shifts(delivery, path, width), [], `${width} px`);
    }
  });
}

test('what a page without the height of docs/hosting.md sees move is noticed', only('chromium'), async () => {
  const [type, style] = SHEETS['/host.css'];
  const loose = await Delivery.start({ ...PAGES, '/host.css': [type, style.replace('min-height: 100vh', '')] });
  assert.notDeepEqual(await shifts(loose, '/plain', 360), []);
  loose.stop();
});

/** How much moves, each time that something does, while the program comes late. */
async function shifts(delivery, path, width) {
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true });
  });
  const release = delivery.hold(FILES);
  await page.goto(delivery.address + path, { waitUntil: 'commit' });
  await page.locator('hojokin-calculator p').first().waitFor();
  await page.waitForTimeout(300);
  release();
  await ready(page);
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => globalThis.shifts);
  await page.close();
  return found;
}
