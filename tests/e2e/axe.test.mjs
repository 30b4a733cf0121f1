// No violation in any state, on a phone and on a desk, light and dark.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { close, launch, open } from './browser.mjs';
import { STATES } from './states.mjs';
import { Widget } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [width, theme] of [[360, 'light'], [360, 'dark'], [1200, 'light'], [1200, 'dark']]) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`axe finds nothing at ${width} px, ${theme}: ${state}`, async () => {
      const opened = await open(browser, 'pages/one.html', { width });
      const widget = new Widget(opened.page);
      await widget.root.evaluate((one, theme) => one.setAttribute('theme', theme), theme);
      await reach(widget);
      // All of the page at once, so that no control lies half behind the bar at the foot.
      const height = await opened.page.evaluate(() => document.documentElement.scrollHeight);
      await opened.page.setViewportSize({ width, height: height + 200 });
      await opened.page.evaluate(axe);
      const { violations, passes } = await opened.page.evaluate(() =>
        window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      );
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      assert.deepEqual(told, []);
      assert.ok(passes.length > 15, 'axe looked at the widget');
      await close(opened);
    });
  }
}
