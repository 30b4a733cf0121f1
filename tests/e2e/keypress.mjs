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
for (const [name, [path, edition]] of Object.entries(PAGES)) {
  const { page } = await open(browser, path);
  const widget = new Widget(page);
  await widget.field('edition').selectOption(edition);
  await widget.fill(FIRM);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await widget.root.evaluate(({ shadowRoot }) => {
    window.times = [];
    shadowRoot.addEventListener('keydown', ({ timeStamp }) => {
      const begun = performance.now();
      // A message that is posted in a frame comes once the frame has been painted.
      requestAnimationFrame((frame) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.times.push({ waited: begun - timeStamp, whole: performance.now() - timeStamp });
        port2.postMessage('');
        void frame;
      });
      // Without the wait for the next frame: what the widget itself does, then style and layout.
      queueMicrotask(() => {});
    });
    shadowRoot.addEventListener('input', () => {
      const begun = performance.now();
      queueMicrotask(() => setTimeout(() => {
        shadowRoot.host.getBoundingClientRect();
        window.work = [...(window.work ?? []), performance.now() - begun];
      }));
    });
  });
  const field = widget.field('expense-publicity');
  await field.focus();
  for (let key = 0; key < KEYS; key += 1) {
    // Six digits, then from the start again.
    await page.keyboard.press(key % 7 === 6 ? 'Control+a' : `Digit${1 + (key % 9)}`);
    await page.waitForTimeout(120);
  }
  const { times, work } = await page.evaluate(() => ({ times: window.times, work: window.work }));
  const say = (what, all) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
    console.log(`${name}: ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${all.length}`);
  };
  say('key press to painted frame', times.map(({ whole }) => whole));
  say('estimate, markup and layout', work);
  await page.close();
}
console.log(`processor ${SLOWER} times as slow; load of the machine ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
await browser.close();
