// Narrow windows and large text: everything stays in view without scrolling sideways.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { launch, open } from './browser.mjs';
import { left, STATES } from './states.mjs';
import { Widget } from './widget.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** How a window is narrow: in pixels, or by text twice as large. */
const NARROW = { '320 px': { width: 320 }, '640 px with text of 200 %': { width: 640, size: '200%' } };

for (const [how, { width, size = '100%' }] of Object.entries(NARROW)) {
  test(`nothing sticks out sideways at ${how}`, async () => {
    for (const [state, reach] of Object.entries(STATES)) {
      const opened = await open(browser, 'pages/one.html', { width });
      const { page } = opened;
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
      await reach(new Widget(page));
      const out = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('hojokin-calculator');
        const edge = document.documentElement.clientWidth;
        const wide = [...shadowRoot.querySelectorAll('.app *')].filter((one) => {
          const { left, right, width } = one.getBoundingClientRect();
          return width > 1 && (right > edge + 1 || left < -1);
        });
        return wide.map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`);
      });
      assert.deepEqual(out, [], state);
      await left(opened, state);
    }
  });
}
