// Pictures of every state in three widths, light and dark, for people to look at: `cargo xtask screens`.

import { mkdirSync } from 'node:fs';
import { launch, open } from './browser.mjs';
import { left, STATES } from './states.mjs';
import { Widget } from './widget.mjs';

const folder = process.env.HOJOKIN_SCREENS;
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [width, theme] of [[360, 'light'], [360, 'dark'], [768, 'light'], [1200, 'light'], [1200, 'dark']]) {
  for (const [state, reach] of Object.entries(STATES)) {
    const opened = await open(browser, 'pages/one.html', { width });
    const widget = new Widget(opened.page);
    await widget.root.evaluate((one, theme) => one.setAttribute('theme', theme), theme);
    await reach(widget);
    await opened.page.evaluate(() => scrollTo(0, 0));
    const height = await opened.page.evaluate(() => document.documentElement.scrollHeight);
    // All of it at once, so that what sticks to an edge stands there.
    await opened.page.setViewportSize({ width, height });
    const name = `${state.replaceAll(' ', '-')}-${width}-${theme}.png`;
    await opened.page.screenshot({ path: `${folder}/${name}` });
    console.log(name);
    await left(opened, state);
  }
}
await browser.close();
