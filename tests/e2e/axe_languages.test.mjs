// No violation in any state in the other languages: their words are longer and tagged, the colours are the same.

import test, { after, before } from 'node:test';
import { passesIn } from './axe.mjs';
import { launch } from './browser.mjs';
import { STATES } from './states.mjs';

/** The states that choose a language themselves. */
const LANGUAGES = ['English', 'やさしい日本語'];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const language of ['ja-x-easy', 'en']) {
  for (const state of Object.keys(STATES).filter((state) => !LANGUAGES.includes(state))) {
    test(`axe finds nothing in ${language}: ${state}`, () =>
      passesIn(browser, state, { width: 360, theme: 'light', language }));
  }
}
