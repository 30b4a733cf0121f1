// How long a phone on a slow line waits for the calculator: `cargo xtask loading`.

import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { launch } from './browser.mjs';
import { Delivery } from './delivery.mjs';
import { BASE, FIRST, PAGES, SHEETS, host } from './loading_pages.mjs';

const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const ROUNDS = 9;
const OUTLOOK = '#outlook';

/** What is measured: its path, what must be painted, and, where there is more to come, what is painted at last. */
const CASES = {
  'files alone': ['/floor', '[data-there]'],
  'host page': ['/plain', OUTLOOK],
  'host page, one round': ['/round', OUTLOOK, '.frame-card'],
  'stand-alone page': ['/index.html', OUTLOOK],
};

const loader = readFileSync(new URL('../../dist/hojokin.js', import.meta.url), 'utf8');
const delivery = await Delivery.start({
  ...PAGES,
  ...SHEETS,
  '/floor': host('<script type="module" src="/floor.js"></script><p id="floor">…</p>'),
  // As many bytes as the loader has, which then loads what it would load, and nothing more.
  '/floor.js': ['text/javascript', `const loader = ${JSON.stringify(loader)};
    await Promise.all(${JSON.stringify(FIRST)}.map(async (name) => (await fetch('${BASE}' + name)).arrayBuffer()));
    document.getElementById('floor').dataset.there = '';`],
});

const measured = new Map();
const browser = await launch();
// The first round is for the machine: a browser that has just been started is slower.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, [path, ...signs]] of Object.entries(CASES)) {
    await visit(name, path, signs, round);
  }
}
for (const name of Object.keys(CASES)) {
  for (const state of ['cold', 'warm']) {
    say(name, state);
  }
}
console.log(`${LINE.downloadThroughput * 8 / 1e6} Mbps, ${LINE.latency} ms, processor ${SLOWER} times as slow; load of the machine ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
await browser.close();
delivery.stop();

/** Opens a page as somebody who has never been there, then once more. */
async function visit(name, path, signs, round) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch, signs);
  for (const state of ['cold', 'warm']) {
    await (state === 'cold' ? page.goto(delivery.address + path) : page.reload());
    await page.waitForFunction((many) => window.seen?.painted.length === many, signs.length, { timeout: 60_000 });
    await page.waitForTimeout(1000);
    const found = await page.evaluate(() => window.told());
    const key = `${name}, ${state}`;
    if (round > 0) {
      measured.set(key, [...measured.get(key) ?? [], found]);
    }
    if (round === ROUNDS) {
      waterfall(key, found);
    }
    if (path === '/index.html' && state === 'cold') {
      // From its second visit on the page comes from the device.
      await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, { timeout: 60_000 });
    }
  }
  await context.close();
}

/** In the page: notes when what each of `signs` finds has been painted, one after the other, and what moved. */
function watch(signs) {
  window.seen = { painted: [], shifts: [] };
  let found = 0;
  const look = new MutationObserver(([{ target }]) => {
    if (found === signs.length || !target.getRootNode().querySelector(signs[found])) {
      return;
    }
    found += 1;
    // A message that is posted in a frame comes once the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.seen.painted.push(performance.now());
      port2.postMessage('');
    });
  });
  const changes = { childList: true, subtree: true, attributes: true };
  look.observe(document, changes);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    look.observe(root, changes);
    return root;
  };
  new PerformanceObserver((list) => window.seen.shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });
  window.told = () => {
    const [navigation] = performance.getEntriesByType('navigation');
    const requests = [navigation, ...performance.getEntriesByType('resource')]
      .map(({ name, startTime, responseStart, responseEnd, transferSize }) => [new URL(name).pathname, startTime, responseStart, responseEnd, transferSize]);
    return { ...window.seen, load: navigation.loadEventStart, requests };
  };
}

function waterfall(key, { requests, painted, load }) {
  console.log(`\n${key}: load event ${load.toFixed(0)}, painted ${painted.map((time) => time.toFixed(0)).join(' and ')} ms`);
  for (const [path, ...times] of requests) {
    const [start, first, end, size] = times.map((time) => time.toFixed(0).padStart(6));
    console.log(`${start} –${first} –${end} ms ${size} B  ${path}`);
  }
}

function say(name, state) {
  const all = measured.get(`${name}, ${state}`);
  const floor = middle(measured.get(`files alone, ${state}`).map(({ painted }) => painted[0]));
  const shift = Math.max(...all.map(({ shifts }) => shifts.reduce((sum, value) => sum + value, 0)));
  CASES[name].slice(1).forEach((sign, place) => {
    const painted = all.map(({ painted }) => painted[place]);
    const times = `p50 ${middle(painted).toFixed(0)} ms, worst ${Math.max(...painted).toFixed(0)} ms`;
    console.log(`${name}, ${state}: ${sign} painted ${times}, ${(middle(painted) / floor).toFixed(2)} × the files alone`);
  });
  console.log(`  load event p50 ${middle(all.map(({ load }) => load)).toFixed(0)} ms; moved ${shift.toFixed(4)}; n ${all.length}`);
}

function middle(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
