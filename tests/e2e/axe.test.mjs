// No violation in any state, on a phone and on a desk, light and dark.

import test, { after, before } from 'node:test';
import { passes, passesIn } from './axe.mjs';
import { close, launch, open } from './browser.mjs';
import { STATES } from './states.mjs';
import { Widget } from './widget.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [width, theme] of [[360, 'light'], [360, 'dark'], [1200, 'light'], [1200, 'dark']]) {
  for (const state of Object.keys(STATES)) {
    test(`axe finds nothing at ${width} px, ${theme}: ${state}`, () => passesIn(browser, state, { width, theme }));
  }
}

test('axe finds nothing on the page of paper', async () => {
  const opened = await open(browser, 'pages/one.html');
  const widget = new Widget(opened.page);
  await STATES['a range'](widget);
  await opened.page.emulateMedia({ media: 'print' });
  await opened.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await widget.root.locator('.paper').waitFor();
  await passes(opened.page);
  await close(opened);
});
