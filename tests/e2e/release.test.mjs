// The files of a version: only those that the build made are used, from whatever server.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { close, launch, ready } from './browser.mjs';
import { files, folder, from, host, made, tampered, version } from './hosting.mjs';
import { Widget } from './widget.mjs';

const FIRST = ['hojokin-widget.js', 'hojokin-widget_bg.wasm', 'hojokin.css'];
const ELSEWHERE = 'https://files.test';

let browser;
let snippet;
before(async () => {
  browser = await launch();
  snippet = await made(browser, 'element');
});
after(() => browser.close());

test('the list holds every file of the folder', () => {
  const here = new URL(`../../dist/v${version}/`, import.meta.url);
  assert.deepEqual(readdirSync(here).sort(), Object.keys(files).sort());
  for (const [name, { integrity, bytes }] of Object.entries(files)) {
    const file = readFileSync(new URL(name, here));
    assert.equal(integrity, `sha384-${createHash('sha384').update(file).digest('base64')}`, name);
    assert.equal(bytes, file.length, name);
  }
});

for (const name of FIRST) {
  test(`a changed file is not used, the fallback stays: ${name}`, async () => {
    const opened = await host(browser, snippet, { answer: { [`**/${name}`]: tampered } });
    await opened.page.waitForTimeout(1000);
    assert.ok(await opened.page.getByText('計算を表示できないときは').isVisible());
    assert.equal(await opened.page.locator('hojokin-calculator .app').count(), 0);
    const ours = opened.wrong.filter((line) => line.startsWith('<hojokin-calculator>'));
    assert.equal(ours.length, 1);
    assert.match(ours[0], new RegExp(`could not start.*${name} could not be loaded, or is not the file of this version`));
    // The other one is the browser's own, which names the hashes.
    assert.ok(opened.wrong.every((line) => line.startsWith('<hojokin') || /integrity/.test(line)), opened.wrong.join('\n'));
    await opened.page.close();
  });
}

test('a changed loader is not run', async () => {
  const opened = await host(browser, snippet, { answer: { '**/hojokin.js': tampered } });
  await opened.page.waitForTimeout(500);
  assert.ok(await opened.page.getByText('計算を表示できないときは').isVisible());
  assert.equal(await opened.page.evaluate(() => customElements.get('hojokin-calculator')), undefined);
  assert.equal(opened.wrong.length, 1);
  assert.match(opened.wrong[0], /integrity/);
  await opened.page.close();
});

test('what is loaded later is held to its hash too', async () => {
  const opened = await host(browser, snippet, { answer: { '**/hojokin-desk.wasm': tampered, '**/hojokin-en.txt': tampered } });
  await ready(opened.page);
  const widget = new Widget(opened.page);
  await widget.root.locator('[data-language=en]').click();
  await widget.field('edition').selectOption('jizokuka/2026-20');
  await widget.root.getByRole('button', { name: 'もう一度読み込む' }).waitFor();
  assert.equal(await widget.root.locator('.app[data-language=en]').count(), 0);
  for (const name of ['hojokin-desk.wasm', 'hojokin-en.txt']) {
    assert.ok(opened.wrong.some((line) => line.includes(`${name} could not be loaded`)), opened.wrong.join('\n'));
  }
  await opened.page.close();
});

test('it runs where the server does not know the type of wasm', async () => {
  for (const type of ['application/octet-stream', 'text/plain']) {
    const opened = await host(browser, snippet, { answer: { '**/*.wasm': from({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }) } });
    await ready(opened.page);
    await close(opened);
  }
});

test('it runs from another server that lets pages read its files, and nothing breaks where that does not', async () => {
  const body = snippet.replaceAll(folder, `${ELSEWHERE}/v${version}/`);
  const policy = (strict) => strict.replace("script-src 'self'", `script-src ${ELSEWHERE}`).replace("connect-src 'self'", `connect-src ${ELSEWHERE}`);
  const answer = (headers) => ({ [`${ELSEWHERE}/**`]: from(headers) });
  const opened = await host(browser, body, { policy, answer: answer({ 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/wasm' }) });
  await ready(opened.page);
  await new Widget(opened.page).field('edition').selectOption('jizokuka/2026-20');
  await opened.page.locator('hojokin-calculator .round-changes').waitFor();
  await close(opened);

  const closed = await host(browser, body, { policy, answer: answer({ 'Access-Control-Allow-Origin': 'https://somebody.test' }) });
  await closed.page.waitForTimeout(500);
  assert.ok(await closed.page.getByText('計算を表示できないときは').isVisible());
  assert.ok(closed.wrong.every((line) => !line.startsWith('uncaught')), closed.wrong.join('\n'));
  await closed.page.close();
});

test('it runs under Trusted Types', async () => {
  const policy = (strict) => `${strict}; require-trusted-types-for 'script'; trusted-types hojokin`;
  const opened = await host(browser, snippet, { policy });
  await ready(opened.page);
  await close(opened);
});

test('it runs where only a nonce lets scripts in', async () => {
  const policy = (strict) => strict.replace("script-src 'self'", "script-src 'nonce-once' 'strict-dynamic'");
  const opened = await host(browser, snippet.replace('<script ', '<script nonce="once" '), { policy });
  await ready(opened.page);
  await close(opened);
});

test('two versions on one page: the first serves, the second says so and does nothing', async () => {
  const body = `${snippet}<script type="module" src="/hojokin.js"></script><hojokin-calculator></hojokin-calculator>`;
  const opened = await host(browser, body);
  await ready(opened.page);
  assert.equal(await opened.page.locator('hojokin-calculator .app').count(), 2);
  assert.deepEqual(opened.wrong, ['<hojokin-calculator> is already defined on this page; this copy is not used.']);
  await opened.page.close();
});

test('the page around has loaded before the program has', async () => {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  const late = async (route) => {
    await gate;
    await route.continue();
  };
  // `goto` waits for the load event.
  const opened = await host(browser, snippet, { answer: { '**/*.wasm': late, '**/hojokin.css': late } });
  assert.equal(await opened.page.evaluate(() => document.readyState), 'complete');
  go();
  await ready(opened.page);
  await close(opened);
});
