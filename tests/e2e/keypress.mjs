// How long it takes from a key press to the painted result, with a processor four times as slow: `cargo xtask keypress`.

import { loadavg } from 'node:os';
import { launch, open } from './browser.mjs';
import { Widget } from './widget.mjs';

const SLOWER = 4;
const KEYS = 60;
const FIRM = { answers: { industry: 'retail', employees: 4, legal_form: 'company' }, expenses: { machinery: 900_000, website: 300_000 } };
const PAGES = {
  'all programmes': ['pages/all.html', ''],
  'one round': ['pages/all.html', 'jizokuka/2026-20'],
};

const browser = await launch();
await floor();
for (const [name, [path, edition]] of Object.entries(PAGES)) {
  const { page } = await open(browser, path);
  const widget = new Widget(page);
  await widget.field('edition').selectOption(edition);
  await widget.fill(FIRM);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await widget.root.evaluate(watch);
  await widget.root.evaluate(({ shadowRoot }) => {
    Object.assign(window, { program: [], layout: [] });
    // Before the widget's own listener; its work is done in the tasks right after the event.
    shadowRoot.addEventListener('input', () => {
      const begun = performance.now();
      setTimeout(() => {
        const done = performance.now();
        shadowRoot.querySelector('.app').getBoundingClientRect();
        window.program.push(done - begun);
        window.layout.push(performance.now() - done);
      });
    }, { capture: true });
  });
  await press(page, widget.field('expense-publicity'));
  const { times, program, layout } = await page.evaluate(() => ({ times: window.times, program: window.program, layout: window.layout }));
  say(name, 'key press to painted frame', times);
  say(name, 'the program until the page is changed', program);
  say(name, 'layout after it', layout);
  await page.close();
}
console.log(`processor ${SLOWER} times as slow; load of the machine ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
await browser.close();

/** The same on a page with nothing but a field and its text: what the machine and the browser take by themselves. */
async function floor() {
  const page = await browser.newPage();
  await page.setContent('<div></div>');
  await page.locator('div').evaluate((one) => {
    one.attachShadow({ mode: 'open' }).innerHTML = '<input><p></p>';
    const [field, text] = one.shadowRoot.children;
    field.addEventListener('input', () => (text.textContent = field.value));
  });
  await page.locator('div').evaluate(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await press(page, page.locator('input'));
  say('a bare field', 'key press to painted frame', await page.evaluate(() => window.times));
  await page.close();
}

/** Notes in `times` how long each key press takes until its frame is painted. */
function watch({ shadowRoot }) {
  window.times = [];
  shadowRoot.addEventListener('keydown', ({ timeStamp }) => {
    // A message that is posted in a frame comes once the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.times.push(performance.now() - timeStamp);
      port2.postMessage('');
    });
  });
}

async function press(page, field) {
  await field.focus();
  for (let key = 0; key < KEYS; key += 1) {
    // Six digits, then from the start again.
    await page.keyboard.press(key % 7 === 6 ? 'Control+a' : `Digit${1 + (key % 9)}`);
    await page.waitForTimeout(120);
  }
}

function say(name, what, all) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
  console.log(`${name}: ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${all.length}`);
}
