// What a widget does to the page around it: nothing.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { BREAKS_POLICY, address, close, launch, noted, only, open, ready, reports, requests } from './browser.mjs';
import { Widget } from './widget.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test('every page is served under the strict policy', async () => {
  const response = await fetch(new URL('pages/one.html', address));
  const policy = response.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|blob:|worker-src/);
});

test('the policy is really in force', async () => {
  const opened = await open(browser, BREAKS_POLICY);
  await opened.page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/' }));
  });
  await opened.page.waitForTimeout(300);
  assert.match((await noted(opened)).join(), /policy: img-src/);
  await opened.page.close();
  const asked = (await reports()).filter((report) => report.includes(BREAKS_POLICY));
  assert.ok(asked.length > 0, 'the report arrived');
});

test('after loading, nothing is requested', async () => {
  const opened = await open(browser);
  const loaded = await requests(opened.page);
  const widget = new Widget(opened.page);
  await widget.fill({
    answers: { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true },
    expenses: { publicity: 600_000, website: 300_000 },
  });
  await widget.field('edition').selectOption('jizokuka/2023-14');
  for (const summary of await widget.root.locator('summary').all()) {
    await summary.click();
  }
  await opened.page.waitForTimeout(1000);
  assert.deepEqual(await requests(opened.page), loaded);
  await close(opened);
});

test('nothing is stored', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.fill({ answers: { industry: 'retail' }, expenses: { publicity: 1 } });
  const stored = await opened.page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    location.hash,
  ]);
  assert.deepEqual(stored, [0, 0, '', 0, '']);
  await close(opened);
});

test('without the program the content between the tags stays and the page goes on', only('chromium', 'firefox'), async () => {
  const page = await browser.newPage();
  await page.route('**/*.wasm', (route) => route.abort());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(new URL('pages/one.html', address).href);
  await page.waitForTimeout(500);
  assert.ok(await page.locator('#fallback').isVisible());
  assert.deepEqual(errors, []);
  await page.close();
});

test('the page is told once it runs', async () => {
  const opened = await open(browser);
  const told = await opened.page.evaluate(() => new Promise((done) => {
    addEventListener('hojokin-ready', ({ target }) => done(target.shadowRoot.querySelector('.app') !== null), { once: true });
    const one = document.createElement('hojokin-calculator');
    // Below the other, which is higher than the window.
    one.setAttribute('loading', 'eager');
    document.querySelector('main').append(one);
  }));
  assert.equal(told, true);
  await close(opened);
});

test('loading the script twice does no harm', async () => {
  const opened = await open(browser);
  await opened.page.evaluate(() => import('/hojokin.js?again').then(() => {}));
  const said = await noted(opened);
  assert.deepEqual(said, ['<hojokin-calculator> is already defined on this page; this copy is not used.']);
  await opened.page.close();
});

test('nothing overflows at 320 px, and a narrow column on a wide page stays one column', async () => {
  for (const width of [320, 360, 1200]) {
    const opened = await open(browser, 'pages/one.html', { width });
    const overflow = await opened.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
    await close(opened);
  }
  const opened = await open(browser);
  const columns = async () => {
    const [ask, results] = await Promise.all(
      ['.app__ask', '.app__results'].map((part) =>
        new Widget(opened.page).root.locator(part).evaluate((one) => one.getBoundingClientRect().toJSON())),
    );
    // Edges that touch can differ by a rounding.
    return results.y < ask.y + ask.height - 1 ? 2 : 1;
  };
  assert.equal(await columns(), 2);
  await opened.page.locator('main').evaluate((main) => main.style.setProperty('width', '600px'));
  assert.equal(await columns(), 1);
  await close(opened);
});

test('sizes keep a floor of 16 px on a page with a small root font', async () => {
  const opened = await open(browser);
  await opened.page.evaluate(() => document.documentElement.style.setProperty('font-size', '62.5%'));
  const size = await new Widget(opened.page).root
    .locator('.truth-field__legend')
    .first()
    .evaluate((legend) => getComputedStyle(legend).fontSize);
  assert.equal(size, '16px');
  await close(opened);
});

test('the tokens are those of the design system', () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const official = read('../../node_modules/@digital-go-jp/design-tokens/dist/tokens.css');
  const ours = [...read('../../styles/tokens.css').matchAll(/(--color-(?:primitive|neutral)[\w-]+): ([^;]+);/g)];
  assert.ok(ours.length > 10);
  for (const [, name, value] of ours) {
    assert.match(official, new RegExp(`${name}: ${value};`), name);
  }
});

test('it is dark the same way, whether the page or the system says so', only('chromium'), async () => {
  const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
  const [byPage, bySystem] = tokens.split('color-scheme: dark;').slice(1).map((block) => block.split('}')[0].replaceAll(/\s+/g, ' '));
  assert.equal(byPage, bySystem);
  const opened = await open(browser);
  const background = () =>
    opened.page.locator('hojokin-calculator .app').evaluate((app) => getComputedStyle(app).backgroundColor);
  const [white, black] = ['rgb(255, 255, 255)', 'rgb(26, 26, 26)'];
  const set = (theme) => opened.page.locator('hojokin-calculator').evaluate((one, theme) => one.setAttribute('theme', theme), theme);
  assert.equal(await background(), white);
  await set('dark');
  assert.equal(await background(), black);
  await opened.page.emulateMedia({ colorScheme: 'dark' });
  await set('light');
  assert.equal(await background(), white);
  await set('auto');
  assert.equal(await background(), black);
  await close(opened);
});

test('a key colour that cannot be read is not taken, whatever the theme', async () => {
  // The built-in ones, as the browser gives them.
  const [LIGHT, DARK] = ['rgb(0, 23, 193)', 'rgb(157, 183, 249)'];
  for (const [key, dark, inLight, inDark] of [
    ['#ffff00', '#000080', LIGHT, DARK],
    ['#006400', '#ffff00', 'rgb(0, 100, 0)', 'rgb(255, 255, 0)'],
    // 4.54 : 1 on white, and 4.48 : 1.
    ['#767676', '#808080', 'rgb(118, 118, 118)', DARK],
    ['#777777', 'no colour', LIGHT, DARK],
    ['', '', LIGHT, DARK],
  ]) {
    const opened = await open(browser);
    const { page } = opened;
    await page.evaluate(([key, dark]) => {
      // It counts as it is when the calculator starts.
      const one = document.querySelector('hojokin-calculator');
      one.remove();
      one.style.setProperty('--hojokin-color-key', key);
      one.style.setProperty('--hojokin-color-key-dark', dark);
      setTimeout(() => document.querySelector('main').append(one));
    }, [key, dark]);
    await page.waitForFunction(() => document.querySelector('hojokin-calculator'));
    await ready(page);
    const shown = (theme) => page.locator('hojokin-calculator').evaluate((one, theme) => {
      one.setAttribute('theme', theme);
      return getComputedStyle(one.shadowRoot.querySelector('.bar')).borderBottomColor;
    }, theme);
    assert.deepEqual([await shown('light'), await shown('dark')], [inLight, inDark], key);
    await close(opened);
  }
});
