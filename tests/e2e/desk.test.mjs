// The part of the program that is loaded when one round is looked at.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, open, ready } from './browser.mjs';
import { Widget } from './widget.mjs';

const DESK = '/hojokin-desk.wasm';
const STYLES = '/hojokin-desk.css';
const EDITION = 'jizokuka/2026-20';
const FIRM = { answers: { industry: 'retail', employees: 4 }, expenses: { publicity: 1_600_000, machinery: 100_000 } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A page on which all programmes are seen, and the paths of what it requests from now on. */
async function all() {
  const opened = await open(browser, 'pages/all.html');
  const requests = [];
  opened.page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const widget = new Widget(opened.page);
  return { opened, requests, widget };
}

test('the part for one round is loaded once, when one is looked at', async () => {
  const { opened, requests, widget } = await all();
  await widget.fill(FIRM);
  assert.deepEqual(requests, [], 'for all programmes it is not needed');
  await widget.field('edition').selectOption(EDITION);
  const changes = widget.root.locator('.round-changes');
  await changes.locator('summary').click();
  assert.ok((await widget.root.locator('.frame-card').count()) > 1);
  assert.match(await changes.textContent(), /広報費の分の補助金の上限：新しくできた 300,000円/);
  assert.equal(await widget.root.locator('.waiting').count(), 0);
  await widget.field('edition').selectOption('');
  await widget.field('edition').selectOption('monodukuri/2025-20');
  await widget.root.locator('.repayment').waitFor();
  assert.deepEqual(requests, [DESK, STYLES]);
  await close(opened);
});

test('two widgets on a page share it', async () => {
  const opened = await open(browser, 'pages/two.html');
  const requests = [];
  opened.page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await opened.page.reload();
  await ready(opened.page);
  const desks = requests.filter((path) => path === DESK);
  assert.deepEqual(desks, [DESK]);
  assert.ok(await opened.page.locator('#first .round-changes').count());
  await close(opened);
});

test('while it is on its way its place says so, and everything else works', async () => {
  const { opened, widget } = await all();
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  await opened.page.route(`**${DESK}`, async (route) => {
    await gate;
    await route.continue();
  });
  await widget.field('edition').selectOption(EDITION);
  const place = widget.root.locator('.waiting');
  await place.waitFor();
  assert.equal(await place.getAttribute('aria-busy'), 'true');
  await widget.fill(FIRM);
  assert.match(await widget.outlook(), /円/);
  go();
  await widget.root.locator('.round-changes').waitFor();
  assert.equal(await place.count(), 0);
  await close(opened);
});

test('if it cannot be loaded everything else works, and a button tries again', async () => {
  const { opened, requests, widget } = await all();
  let answer = (route) => route.abort();
  await opened.page.route(`**${DESK}`, (route) => answer(route));
  await widget.field('edition').selectOption(EDITION);
  const again = widget.root.getByRole('button', { name: 'もう一度読み込む' });
  await again.waitFor();
  await widget.fill(FIRM);
  assert.match(await widget.outlook(), /円/);
  assert.deepEqual(requests, [DESK, STYLES], 'it is not asked for again with every key');

  // What a server says of a file that is not there, and a file that does not fit.
  answer = (route) => route.fulfill({ status: 404, body: '' });
  await again.click();
  await again.waitFor();
  const focused = () => widget.root.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.id);
  assert.equal(await focused(), 'waiting', 'the focus stays where the button was');
  answer = (route) => route.fulfill({ status: 200, body: '<!doctype html>' });
  await again.click();
  await again.waitFor();
  answer = (route) => route.continue();
  await again.click();
  await widget.root.locator('.round-changes').waitFor();
  assert.equal(await again.count(), 0);
  assert.equal(await focused(), 'outlook');
  assert.equal(await widget.root.locator('.hand-on').getAttribute('open'), null);
  assert.ok(opened.wrong.length >= 3 && opened.wrong.every((line) => !line.startsWith('policy')), opened.wrong.join());
  await opened.page.close();
});
