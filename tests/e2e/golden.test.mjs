// Worked examples (計算例), entered into the widget and read off its cards: the official ones typed key by key as
// a person does; of the thousands of others, which the command reproduces all, some of every edition, spread
// evenly over its file, through the same fields and events at once. Reckoning is the same in all engines, so the
// others than Chromium enter only two for each programme: one typed, one at once.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after, before } from 'node:test';
import { parse } from 'smol-toml';
import { close, engine, launch, open, ready } from './browser.mjs';
import { Widget } from './widget.mjs';

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.toml'));

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** How many examples of an edition are entered. */
const MOST = engine === 'chromium' ? 60 : 2;

/** Those that are always among them. */
const official = (example) => engine === 'chromium' && /公式|マニュアル/.test(example.from);

assert.ok(files.length >= 37, 'every edition has its worked examples');
files.sort();
const programme = (file) => dirname(file);
for (const [n, file] of files.entries()) {
  // The other engines take the last edition of each.
  if (engine !== 'chromium' && files[n + 1] && programme(files[n + 1]) === programme(file)) {
    continue;
  }
  const edition = file.replace(/\.toml$/, '');
  const text = readFileSync(join(folder, file), 'utf8');
  const { base = {}, case: all } = parse(text, { integersAsBigInt: 'asNeeded' });
  // The widget asks back at more than 10^12, so an example beyond that is for the command alone.
  const possible = all.filter((example) => Object.values(example.answers ?? {}).every((one) => !(one > 1e12)));
  const step = Math.max(1, possible.length / MOST);
  const cases = possible.filter((example, n) => official(example) || Math.floor(n / step) !== Math.floor((n - 1) / step));

  test(`the widget shows ${cases.length} of the ${all.length} worked examples of ${edition}`, async (t) => {
    const opened = await open(browser);
    const wrong = [];
    let typed = 0;
    for (const example of cases) {
      await fresh(opened.page, edition, example);
      const widget = new Widget(opened.page);
      const answers = { ...base, ...example.answers };
      for (const id of example.open ?? []) {
        delete answers[id];
      }
      const { expenses, tax_included: taxIncluded } = example;
      // In the other engines all are typed.
      const typing = official(example) || (engine !== 'chromium' && typed === 0 && !taxIncluded);
      await (typing ? widget.fill({ answers, expenses }) : widget.enter({ answers, expenses, taxIncluded }));
      typed += typing;
      const frames = await widget.frames();
      for (const [id, expected] of Object.entries(example.expect)) {
        wrong.push(...differences(`${edition} ${example.name} ${id}`, frames.get(id), expected));
      }
    }
    assert.deepEqual(wrong, []);
    t.diagnostic(`${cases.length} of ${cases.length} reproduced, ${typed} of them typed`);
    await close(opened);
  });
}

/** A new widget for `edition` in place of the old one. */
async function fresh(page, edition, { as_of }) {
  await page.evaluate(
    ([edition, day]) => {
      const old = document.querySelector('hojokin-calculator');
      const widget = document.createElement('hojokin-calculator');
      widget.setAttribute('mode', 'sheet');
      widget.setAttribute('edition', edition);
      widget.setAttribute('as-of', day);
      old.replaceWith(widget);
    },
    [edition, as_of ? as_of.toISOString().slice(0, 10) : '2026-01-01'],
  );
  await ready(page);
}

function differences(where, shown, expected) {
  const found = [];
  const compare = (what, got, wanted) => {
    if (got !== wanted) {
      found.push(`${where}: ${what} is ${got}, not ${wanted}`);
    }
  };
  const implied = expected.unmet ? 'ineligible' : 'eligible';
  compare('verdict', shown.verdict, expected.verdict ?? implied);
  if (expected.grant !== undefined) {
    const [low, high = low] = [expected.grant].flat();
    compare('low', shown.low, low);
    compare('high', shown.high, high);
  }
  for (const [id, wanted] of Object.entries(expected.figures ?? {})) {
    if (shown.verdict !== 'ineligible') {
      compare(id, shown.figures[id] ?? null, wanted === 'null' ? null : Number(wanted));
    }
  }
  if (shown.verdict !== 'ineligible' && !expected.figures) {
    compare('rate', shown.rate, expected.rate ?? shown.rate);
    compare('cap', shown.cap, expected.cap ?? shown.cap);
    compare('own funds', shown.ownFunds, expected.own_funds ?? shown.ownFunds);
  }
  return found;
}
