// The four ways of putting the calculator on a page: each, as the builder page writes it, computes the same.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { passes } from './axe.mjs';
import { address, close, launch, open, ready } from './browser.mjs';
import { enter, folder, host, made } from './hosting.mjs';
import { Widget } from './widget.mjs';

const SETTINGS = { edition: 'jizokuka/2026-20', mode: 'sheet', 'chamber-name': '見本<商工>"会議所"' };
const CASE = {
  answers: { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true },
  expenses: { publicity: 600_000, website: 300_000 },
};
/** Something in every field of the builder page, and the attributes that it makes. */
const ALL = {
  'chamber-name': '見本<商工>"会議所"&amp;',
  'contact-url': 'https://example.or.jp/soudan?a=1&lt=2&b="<3>"',
  'contact-tel': '＋８１（３）１２３４ー５６７８',
  edition: 'jizokuka/2026-20',
  programmes: ['jizokuka', 'it'],
  mode: 'sheet',
  lang: 'ja-x-easy',
  theme: 'light',
  prefecture: '京都府',
  industry: 'retail',
  employees: '４人',
  capital: '1,000万円',
  'as-of': '2026-11-21',
  loading: 'eager',
  emit: ['values'],
};
const GIVEN = {
  ...ALL,
  'contact-tel': '+81(3)1234-5678',
  programmes: 'jizokuka it',
  employees: '4',
  capital: '10000000',
  emit: 'values',
};
/** What an iframe cannot take, and what one file has no use for. */
const NOT_IN_FRAME = ['contact-url', 'contact-tel', 'loading', 'emit'];
const NOT_IN_FILE = ['loading', 'emit'];
const without = (names) => Object.fromEntries(Object.entries(GIVEN).filter(([name]) => !names.includes(name)));

/** A page that may show a frame of its own server. */
const FRAMES = { policy: (strict) => `${strict}; frame-src 'self'` };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** What the calculator in `place` shows for the case. */
async function shown(place) {
  const widget = new Widget(place);
  await widget.root.locator('.app').waitFor();
  await widget.root.locator('[aria-busy]').waitFor({ state: 'detached' });
  await widget.fill(CASE);
  const amount = await widget.outlook();
  assert.match(amount, /[1-9]\d{2},000円/);
  return { amount, frames: await widget.frames(), chamber: await widget.root.getAttribute('chamber-name') };
}

/** What the plain element shows, once for all. */
let plain;
async function same(found) {
  plain ??= (async () => {
    const code = `<script type="module" src="/hojokin.js"></script>
      <hojokin-calculator edition="jizokuka/2026-20" mode="sheet" chamber-name='見本&lt;商工>"会議所"'></hojokin-calculator>`;
    const opened = await host(browser, code);
    const found = await shown(opened.page);
    await close(opened);
    return found;
  })();
  assert.deepEqual(found, await plain);
}

for (const form of ['element', 'div']) {
  test(`the snippet computes the same: ${form}`, async () => {
    const opened = await host(browser, await made(browser, form, SETTINGS));
    await same(await shown(opened.page));
    await close(opened);
  });
}

test('the snippet computes the same: iframe, as high as what is in it', async () => {
  const opened = await host(browser, await made(browser, 'frame', SETTINGS), FRAMES);
  const frame = opened.page.frameLocator('iframe');
  await same(await shown(frame));
  const fits = () => opened.page.waitForFunction(() => {
    const { contentDocument, clientHeight } = document.querySelector('iframe');
    return clientHeight === Math.ceil(contentDocument.querySelector('main').getBoundingClientRect().height);
  });
  await fits();
  const wide = await opened.page.locator('iframe').evaluate((one) => one.clientHeight);
  await opened.page.setViewportSize({ width: 400, height: 700 });
  await opened.page.waitForFunction((wide) => document.querySelector('iframe').clientHeight > wide, wide);
  await fits();
  await close(opened);
});

test('the snippet computes the same: one file, from a folder and with no network', async () => {
  const here = mkdtempSync(join(tmpdir(), 'hojokin-'));
  const tag = await made(browser, 'file', { ...SETTINGS, 'contact-tel': '03-1234-5678' });
  const page = readFileSync(new URL('../../dist/hojokin.html', import.meta.url), 'utf8');
  assert.equal(page.split('\n<hojokin-calculator>\n').length, 2, 'the line that is to be changed');
  const file = join(here, '補助金.html');
  writeFileSync(file, page.replace('\n<hojokin-calculator>\n', () => `\n${tag}\n`));
  const context = await browser.newContext({ offline: true });
  const opened = await open(context, pathToFileURL(file).href);
  const requests = [];
  opened.page.on('request', (request) => requests.push(request.url()));
  await same(await shown(opened.page));
  const widget = new Widget(opened.page);
  // Whoever writes the file may say whom to turn to; the address of a page may not.
  assert.equal(await widget.root.locator('.contact a').getAttribute('href'), 'tel:0312345678');
  for (const language of ['en', 'ja-x-easy']) {
    await widget.root.locator(`[data-language=${language}]`).click();
    await widget.root.locator(`.app[data-language=${language}]`).waitFor();
  }
  assert.deepEqual(requests, []);
  await close(opened);
  await context.close();
  rmSync(here, { recursive: true });
});

test('a div gives its calculator what it has, and nothing that could run', async () => {
  const body = `<script type="module" src="/hojokin.js"></script>
    <div data-hojokin data-theme="dark" data-lang="en" data-onclick="document.title='!'" data-style="color:red"><p>電話</p></div>
    <div data-hojokin></div>`;
  const opened = await host(browser, body, { answer: { '**/*.wasm': (route) => route.abort() } });
  await opened.page.waitForFunction(() => document.querySelectorAll('hojokin-calculator').length === 2);
  const one = opened.page.locator('hojokin-calculator').first();
  assert.deepEqual(await one.evaluate((one) => one.getAttributeNames().sort()), ['lang', 'theme']);
  assert.ok(await one.getByText('電話').isVisible(), 'what stood in it is shown as long as nothing runs');
  await opened.page.close();
});

test('the address of the page in a frame sets what is harmless only', async () => {
  const query = new URLSearchParams({ lang: 'en', theme: 'dark', 'contact-url': 'https://evil.test', onclick: 'alert(1)', style: 'color:red', is: 'x' });
  const opened = await open(browser, `embed.html?${query}`);
  const names = await opened.page.locator('hojokin-calculator').evaluate((one) => one.getAttributeNames().sort());
  assert.deepEqual(names, ['lang', 'theme']);
  await close(opened);
});

test('the resizer hears only the page of its own frame', async () => {
  const body = `<script type="module" src="${folder}frame.js"></script>
    <iframe id="one" data-hojokin-frame src="${folder}embed.html"></iframe>
    <iframe id="two" data-hojokin-frame src="${folder}embed.html?edition=jizokuka/2026-20"></iframe>
    <iframe id="other" src="${folder}embed.css"></iframe>`;
  const opened = await host(browser, body, FRAMES);
  const heights = () => opened.page.evaluate(() => ['one', 'two', 'other'].map((id) => document.getElementById(id).style.height));
  await opened.page.waitForFunction(() => ['one', 'two'].every((id) => {
    const { contentDocument, clientHeight } = document.getElementById(id);
    return contentDocument.querySelector('hojokin-calculator')?.shadowRoot?.querySelector('.app')
      && !contentDocument.querySelector('hojokin-calculator').shadowRoot.querySelector('[aria-busy]')
      && clientHeight === Math.ceil(contentDocument.querySelector('main').getBoundingClientRect().height);
  }));
  const before = await heights();
  assert.notEqual(before[0], before[1]);
  assert.equal(before[2], '');
  // From a frame that is not one of these, from the page itself, and in the name of one from elsewhere.
  const other = opened.page.frames().find((frame) => frame.url().endsWith('embed.css'));
  await other.evaluate(() => parent.postMessage({ hojokin: 5 }, '*'));
  await opened.page.evaluate(() => {
    postMessage({ hojokin: 6 }, '*');
    dispatchEvent(new MessageEvent('message', { source: null, origin: location.origin, data: { hojokin: 7 } }));
    const source = document.getElementById('one').contentWindow;
    dispatchEvent(new MessageEvent('message', { source, origin: 'https://elsewhere.test', data: { hojokin: 8 } }));
    // From the frame itself, but not a height.
    for (const data of [null, 'hojokin', { hojokin: -1 }, { hojokin: 'calc(9px)' }, { hojokin: Infinity }, { hojokin: 1e9 }]) {
      dispatchEvent(new MessageEvent('message', { source, origin: location.origin, data }));
    }
  });
  await opened.page.waitForTimeout(200);
  assert.deepEqual(await heights(), before);
  await close(opened);
});

test('the page in a frame tells its height to the page around that asks, and nothing else', async () => {
  const body = `<iframe src="${folder}embed.html"></iframe>`;
  const opened = await host(browser, body, {
    ...FRAMES,
    before: () => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard?.push(data));
    },
  });
  await ready(opened.page.frames()[1]);
  assert.deepEqual(await opened.page.evaluate(() => window.heard), []);
  await opened.page.evaluate(() => frames[0].postMessage('hojokin', '*'));
  await opened.page.waitForFunction(() => window.heard.length);
  const heard = await opened.page.evaluate(() => window.heard);
  assert.deepEqual(Object.keys(heard[0]), ['hojokin']);
  assert.ok(Number.isInteger(heard[0].hojokin) && heard[0].hojokin > 200);
  await close(opened);
});

test('the builder page writes what is chosen, shows it, and copies it', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const opened = await open(context, 'builder.html');
  const { page } = opened;
  await page.locator('#theme').selectOption('dark');
  await page.locator('#lang').selectOption('en');
  await page.getByLabel('商工会議所・商工会の名前').fill('見本商工会議所');
  await page.getByRole('radio', { name: /^iframe/ }).check();
  await page.waitForFunction(() => document.querySelector('#preview > *').getAttribute('chamber-name') === '見本商工会議所');
  await ready(page);
  const code = await page.getByRole('textbox', { name: 'コード', exact: true }).inputValue();
  assert.match(code, /<iframe src="http[^"]+embed\.html\?chamber-name=[%\w]+&amp;lang=en&amp;theme=dark" .*title="/);
  assert.match(code, /frame\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"/);
  await page.getByRole('button', { name: 'コードをコピーする' }).click();
  await page.getByRole('status').filter({ hasText: 'コピーしました' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  await close(opened);
  await context.close();
});

/** The attributes of the first element that `selector` finds in a snippet, as a browser reads it. */
function parsed(page, code, selector) {
  return page.evaluate(([code, selector]) => {
    const one = new DOMParser().parseFromString(code, 'text/html').querySelector(selector);
    return Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value]));
  }, [code, selector]);
}

/** The attributes of the calculator that the builder page shows. */
function ofPreview(page) {
  return page.locator('#preview > *').evaluate((one) => Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])));
}

/** What a chosen way leaves out, as the builder page says beside the code. */
const left = (page) => page.locator('#left a').evaluateAll((all) => all.map((one) => one.hash.slice(1)).sort());

test('the builder page has a field for every attribute of the element', async () => {
  const opened = await open(browser, 'builder.html');
  const missing = await opened.page.evaluate(() => customElements.get('hojokin-calculator').observedAttributes
    .filter((name) => !document.querySelector(`form [name="${name}"]`)));
  assert.deepEqual(missing, []);
  assert.equal(await opened.page.locator('#prefecture option').count(), 48);
  const boxes = await opened.page.locator('.ticks label').allTextContents();
  assert.equal(new Set(boxes).size, boxes.length, 'no two programmes have the same name');
  await close(opened);
});

test('what is entered comes into each of the four snippets and the preview as that way can take it', async () => {
  const opened = await open(browser, 'builder.html');
  const { page } = opened;
  await enter(page, ALL);
  const code = async (form) => {
    await page.locator(`[value=${form}]`).check();
    return page.locator('#code').inputValue();
  };
  assert.deepEqual(await parsed(page, await code('element'), 'hojokin-calculator'), GIVEN);
  assert.deepEqual(await ofPreview(page), GIVEN);
  assert.deepEqual(await left(page), []);

  const div = Object.entries(GIVEN).map(([name, value]) => [`data-${name}`, value]);
  assert.deepEqual(await parsed(page, await code('div'), 'div'), { 'data-hojokin': '', ...Object.fromEntries(div) });

  const { src } = await parsed(page, await code('frame'), 'iframe');
  assert.deepEqual(Object.fromEntries(new URL(src).searchParams), without(NOT_IN_FRAME));
  assert.deepEqual(await ofPreview(page), { ...without(NOT_IN_FRAME), loading: 'eager' });
  assert.deepEqual(await left(page), [...NOT_IN_FRAME].sort());
  assert.ok(await page.getByText('iframe では、相談先は表示できません').isVisible());
  assert.ok(await page.getByLabel('相談先の電話番号').isDisabled());

  assert.deepEqual(await parsed(page, await code('file'), 'hojokin-calculator'), without(NOT_IN_FILE));
  assert.deepEqual(await left(page), [...NOT_IN_FILE].sort());
  // Nothing is lost on the way.
  assert.deepEqual(await parsed(page, await code('element'), 'hojokin-calculator'), GIVEN);
  await ready(page);
  await close(opened);
});

for (const form of ['element', 'div', 'frame']) {
  test(`the calculator takes everything that the builder page writes: ${form}`, async () => {
    // Of a value that means nothing the console would tell, and the page ends without a word.
    const opened = await host(browser, await made(browser, form, ALL), FRAMES);
    const place = form === 'frame' ? opened.page.frames()[1] : opened.page;
    await ready(place);
    const one = place.locator('hojokin-calculator');
    await one.locator('.app[data-language=ja-x-easy]').waitFor();
    assert.equal(await one.locator('#fact-employees').inputValue(), '4');
    assert.equal(await one.locator('.contact a').count(), form === 'frame' ? 0 : 2);
    await close(opened);
  });
}

test('what cannot be taken is said at its field, stays there, and is left out', async () => {
  const opened = await open(browser, 'builder.html');
  const { page } = opened;
  const wrong = {
    'contact-url': ['example.or.jp/soudan', /https:\/\/、http:\/\//],
    'contact-tel': ['内線12', /数字と/],
    employees: ['五人', /人数を数字で/],
    capital: ['1,2円', /金額を数字で/],
    'hojokin-color-key': ['#ffcc00', /もっと濃い色/],
    'hojokin-color-key-dark': ['navy', /# に続けて/],
    base: ['ftp://example.jp/', /https:\/\/ か http:\/\//],
  };
  await enter(page, Object.fromEntries(Object.entries(wrong).map(([name, [text]]) => [name, text])));
  await page.getByLabel('商工会議所・商工会の名前').fill('見本商工会議所');
  assert.deepEqual(await left(page), Object.keys(wrong).sort());
  for (const [name, [text, said]] of Object.entries(wrong)) {
    const field = page.locator(`#${name}`);
    assert.equal(await field.inputValue(), text);
    assert.equal(await field.getAttribute('aria-invalid'), 'true', name);
    assert.match(await page.locator(`#${name}-wrong`).textContent(), said);
    assert.ok((await field.getAttribute('aria-describedby')).includes(`${name}-wrong`));
  }
  const code = await page.locator('#code').inputValue();
  assert.deepEqual(await parsed(page, code, 'hojokin-calculator'), { 'chamber-name': '見本商工会議所' });
  assert.ok(code.includes(`src="${folder}hojokin.js"`), 'an address stands there in any case');
  assert.ok(await page.locator('#style').isHidden());
  for (const text of ['javascript:alert(1)', 'HTTPS', 'https://', 'https://a b', 'mailto:']) {
    await page.locator('#contact-url').fill(text);
    assert.equal(await page.locator('#contact-url').getAttribute('aria-invalid'), 'true', text);
    assert.ok(!(await page.locator('#code').inputValue()).includes('contact-url'), text);
  }

  await enter(page, { 'contact-url': 'mailto:soudan@example.or.jp', employees: '5', 'hojokin-color-key': '#006633', base: 'https://files.example.jp/v0.1.0' });
  assert.deepEqual(await left(page), ['capital', 'contact-tel', 'hojokin-color-key-dark']);
  assert.match(await page.locator('#code').inputValue(), /src="https:\/\/files\.example\.jp\/v0\.1\.0\/hojokin\.js"/);
  await close(opened);
});

test('a key colour becomes a rule for the style sheet of the site, where the site can reach the calculator', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const opened = await open(context, 'builder.html');
  const { page } = opened;
  await enter(page, { 'hojokin-color-key': '#006633', 'hojokin-color-key-dark': '#9fc' });
  const css = 'hojokin-calculator {\n  --hojokin-color-key: #006633;\n  --hojokin-color-key-dark: #9fc;\n}';
  await page.getByRole('button', { name: 'CSS をコピーする' }).click();
  await page.getByRole('status').filter({ hasText: 'コピーしました' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), css);
  assert.ok(!(await page.locator('#code').inputValue()).includes('color'));
  await ready(page);
  const next = page.locator('#preview [part~=button]').filter({ hasText: '次へ' });
  assert.equal(await next.evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(0, 102, 51)');
  for (const form of ['frame', 'file']) {
    await page.locator(`[value=${form}]`).check();
    assert.ok(await page.locator('#style').isHidden());
    assert.deepEqual(await left(page), ['hojokin-color-key', 'hojokin-color-key-dark']);
  }
  await close(opened);
  await context.close();
});

for (const width of [360, 1200]) {
  test(`axe finds nothing on the builder page, and nothing is cut off, at ${width} px`, async () => {
    const opened = await open(browser, 'builder.html', { width });
    const bad = { 'contact-url': 'x', capital: 'x', 'hojokin-color-key': '#eee' };
    const steps = [['element', {}], ['element', ALL], ['frame', {}], ['file', {}], ['div', bad]];
    for (const [form, settings] of steps) {
      await opened.page.locator(`[value=${form}]`).check();
      await enter(opened.page, settings);
      await ready(opened.page);
      await passes(opened.page);
      const over = await opened.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
    }
    await close(opened);
  });
}
