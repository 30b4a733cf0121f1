// What pages do with the element: attributes, properties, methods and events.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test, { after, before } from 'node:test';
import { close, launch, noted, only } from './browser.mjs';
import { empty, heard, made, script } from './page.mjs';
import { write } from './widget.mjs';

const ROUND = 'jizokuka/2024-16';
const ANSWERS = { industry: 'retail', employees: 4, wage_raise: true, invoice_new: true, deficit: null };
const EXPENSES = { publicity: 600_000, website: '30万円' };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Sets properties or attributes of the calculator. */
function set(page, how, values) {
  return page.evaluate(([how, values]) => {
    const one = document.querySelector('hojokin-calculator');
    Object.entries(values).forEach(([name, value]) => {
      how === 'property' ? (one[name] = value) : value === null ? one.removeAttribute(name) : one.setAttribute(name, value);
    });
  }, [how, values]);
}

/** Calls a method, and gives what it gives. */
function call(page, name, ...values) {
  return page.evaluate(([name, values]) => document.querySelector('hojokin-calculator')[name](...values), [name, values]);
}

/** Waits until a field shows this content. */
function has({ root }, id, content) {
  return root.evaluate(async (one, [id, content]) => {
    const shown = () => {
      const field = one.shadowRoot.getElementById(id);
      return field?.selectedOptions?.[0].textContent ?? field?.value;
    };
    for (let left = 250; shown() !== content; left -= 1) {
      if (left === 0) {
        throw new Error(`${id} shows ${shown()}, not ${content}`);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  }, [id, content]);
}

/** Leaves a page whose author was told nothing but `said`. */
async function leave({ opened, page }, ...said) {
  if (said.length === 0) {
    return close(opened);
  }
  const told = await noted(opened);
  await page.close();
  assert.deepEqual(told.map((one) => one.split(':')[0]), said);
}

test('properties that were set before the script is there are read', async () => {
  const there = await made(browser, { edition: ROUND }, { answers: ANSWERS, expenses: EXPENSES });
  const { widget } = there;
  await has(widget, 'fact-employees', '4');
  assert.equal(await widget.field('fact-wage_raise').isChecked(), true);
  assert.equal(await widget.field('expense-website').inputValue(), '300,000');
  // 賃金引上げ枠 and インボイス特例 with 900,000 yen of which 150,000 is the website's limit.
  assert.equal((await widget.frames()).size, 5);
  assert.match(await widget.outlook(), /円/);
  const own = await widget.root.evaluate((one) => [one.answers.employees, one.expenses.website, Object.keys(one)]);
  assert.deepEqual(own, [4, '30万円', []]);
  await leave(there);
});

test('what a page gives later counts, and what a person has entered since stays', async () => {
  const there = await made(browser, { edition: ROUND });
  const { page, widget } = there;
  await set(page, 'property', { answers: { employees: 4, industry: 'retail' }, expenses: { publicity: 500_000 } });
  await has(widget, 'expense-publicity', '500,000');
  await write(widget.field('fact-employees'), '7');
  await set(page, 'property', { answers: { employees: 5, industry: 'service' } });
  await has(widget, 'fact-industry', 'サービス業');
  assert.equal(await widget.field('fact-employees').inputValue(), '7');
  // What is given no longer is taken back, but for what a person has entered.
  await set(page, 'property', { answers: {}, expenses: {} });
  await has(widget, 'expense-publicity', '');
  assert.equal(await widget.field('fact-employees').inputValue(), '7');
  await leave(there);
});

test('attributes answer, by id or in Japanese, now and later', async () => {
  const there = await made(browser, {
    edition: 'gyomu-kaizen/2026', 'as-of': '2026-11-21', prefecture: '東京都', industry: '小売業', employees: '４人', capital: '1000万円',
  });
  const { page, widget } = there;
  const result = async () => (await call(page, 'getResult')).edition;
  assert.equal(await result(), 'gyomu-kaizen/2026');
  await has(widget, 'fact-prefecture', '東京都');
  await set(page, 'attribute', { prefecture: '27', edition: ROUND });
  await has(widget, 'fact-employees', '4');
  await has(widget, 'fact-industry', '小売業');
  await set(page, 'attribute', { employees: null });
  await has(widget, 'fact-employees', '');
  await leave(there);
});

test('a page offers only the programmes that it names', async () => {
  const there = await made(browser, { 'as-of': '2026-11-21', programmes: 'jizokuka, it/2026' });
  const { page, widget } = there;
  const offered = () => widget.root.locator('#edition option').evaluateAll((all) => all.map(({ value }) => value.split('/')[0]));
  assert.deepEqual([...new Set(await offered())].sort(), ['', 'it', 'jizokuka']);
  const cards = await widget.programmes();
  assert.ok(cards.length > 0 && cards.every(({ edition }) => /^jizokuka\/|^it\/2026$/.test(edition)), JSON.stringify(cards));
  const result = await call(page, 'getResult');
  assert.deepEqual(result.map(({ edition }) => edition).sort(), cards.map(({ edition }) => edition).sort());
  await set(page, 'attribute', { programmes: null });
  await widget.root.locator('[data-edition]').nth(cards.length).waitFor();
  await leave(there);
});

test('it says where the chamber can be asked, on paper too', async () => {
  const asked = { 'contact-url': 'https://example.or.jp/soudan?a=1&b=2', 'contact-tel': '03-1234-5678' };
  const there = await made(browser, { edition: ROUND, ...asked });
  const { page, widget } = there;
  const links = widget.root.locator('[part=contact] a');
  await links.first().waitFor();
  const read = await links.evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.rel]));
  assert.deepEqual(read, [[asked['contact-url'], 'noopener'], ['tel:0312345678', '']]);
  const paper = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const text = document.querySelector('hojokin-calculator').shadowRoot.querySelector('.paper').textContent;
    dispatchEvent(new Event('afterprint'));
    return text;
  });
  assert.ok(Object.values(asked).every((one) => paper.includes(one)), paper);
  await set(page, 'attribute', { 'contact-url': null, 'contact-tel': null });
  await links.first().waitFor({ state: 'detached' });
  await leave(there);
});

test('getResult gives what the command prints', async () => {
  const there = await made(browser, { edition: ROUND, emit: 'values' }, { answers: ANSWERS, expenses: EXPENSES });
  const command = new URL('../../target/debug/hojokin', import.meta.url).pathname;
  const reckon = (input) => JSON.parse(execFileSync(command, ['estimate'], { input: JSON.stringify(input) }));
  const result = await call(there.page, 'getResult');
  assert.deepEqual(result, reckon({
    edition: ROUND, as_of: '2024-05-10', answers: ANSWERS, expenses: { publicity: 600_000, website: 300_000 },
  }));
  // An event has the case as well.
  await call(there.page, 'setAnswers', { employees: 6 });
  const { detail } = await heard(there, 'change', 1);
  assert.deepEqual(detail.result, reckon(detail.case));
  assert.equal(detail.case.answers.employees, 6);
  await leave(there);
});

test('setAnswers answers for the person, reset goes back to what the page gives', async () => {
  const there = await made(browser, { edition: ROUND, employees: '4' });
  const { page, widget } = there;
  await has(widget, 'fact-employees', '4');
  await write(widget.field('fact-employees'), '9');
  await widget.spend('publicity', 750_000);
  await call(page, 'setAnswers', { employees: 12, wage_raise: false }, { website: 200_000 });
  await has(widget, 'fact-employees', '12');
  assert.equal(await widget.field('fact-wage_raise-no').isChecked(), true);
  await call(page, 'setAnswers', { wage_raise: null });
  await page.waitForFunction(() => !document.querySelector('hojokin-calculator').shadowRoot.getElementById('fact-wage_raise-no').checked);
  await call(page, 'reset');
  await has(widget, 'fact-employees', '4');
  assert.equal(await widget.field('expense-publicity').inputValue(), '');
  assert.equal(await widget.field('expense-website').inputValue(), '');
  await leave(there);
});

test('print prints the page for paper alone', async () => {
  const there = await made(browser, {}, { expenses: EXPENSES });
  const { page, widget } = there;
  // Headless browsers print nothing: what stands in the frame is kept instead.
  const paper = await page.evaluate(async () => {
    const one = document.querySelector('hojokin-calculator');
    let text;
    const { append } = one.shadowRoot;
    one.shadowRoot.append = (frame) => {
      frame.addEventListener('load', () => {
        frame.contentWindow.print = () => (text = frame.contentDocument.body.shadowRoot.textContent);
      }, { once: true, capture: true });
      append.call(one.shadowRoot, frame);
    };
    await one.print();
    return text;
  });
  assert.match(paper, /小規模事業者持続化補助金/);
  assert.deepEqual((await heard(there, 'print')).detail, { edition: null, version: await version(page) });
  assert.equal(await widget.root.locator('.paper').count(), 0);
  await leave(there);
});

/** The version that is built. */
function version(page) {
  return page.evaluate(async () => Object.keys(await (await fetch('/versions.json')).json()).pop());
}

test('events reach the page, and tell nothing of what is entered', async () => {
  const there = await made(browser, { edition: ROUND, employees: '4' });
  const { page, widget, events } = there;
  await heard(there, 'ready');
  await widget.spend('publicity', 600_000);
  await heard(there, 'change');
  await heard(there, 'result');
  await widget.root.locator('.hand-on > summary').click();
  await widget.root.getByRole('button', { name: '共有リンクを作る' }).click();
  await heard(there, 'share');
  const all = await events();
  assert.deepEqual([...new Set(all.map(({ kind }) => kind))], ['ready', 'change', 'result', 'share']);
  for (const { kind, detail, bubbles, composed, told } of all) {
    assert.deepEqual(detail, { edition: ROUND, version: await version(page) }, kind);
    assert.deepEqual([bubbles, composed, told], [true, true, false], kind);
  }
  // The page looks at another round, or at all.
  await widget.field('edition').selectOption('');
  await page.waitForFunction(() => window.heard.at(-1).detail.edition === null);
  await leave(there);
});

test('a page that gets what is entered says so first', async () => {
  const there = await made(browser, { emit: 'values' }, { answers: { employees: 4 } });
  const { page, widget, events } = there;
  await heard(there, 'ready');
  await widget.spend('publicity', 600_000).catch(() => {});
  await call(page, 'setAnswers', {}, { publicity: 600_000 });
  await heard(there, 'change');
  for (const { kind, detail, told } of await events()) {
    assert.ok(Array.isArray(detail.result) && detail.case.as_of === '2024-05-10', kind);
    assert.equal(told, true, `the person is told before ${kind}`);
  }
  assert.match(await widget.root.locator('.foot').textContent(), /入れた答えと計算の結果を受け取ります/);
  await set(page, 'attribute', { emit: null });
  await widget.root.locator('.emits').waitFor({ state: 'detached' });
  await call(page, 'setAnswers', { employees: 5 });
  const last = await heard(there, 'change', 2);
  assert.equal(last.detail.case, undefined);
  await leave(there);
});

test('values that mean nothing are told once each, and left out', async () => {
  const wrong = {
    programmes: 'jizokuka nonsense', edition: 'jizokuka/1999', 'as-of': '2024-02-30', lang: 'fr', theme: 'pink', mode: 'both',
    loading: 'soon', emit: 'all', prefecture: '江戸', industry: 'mining', employees: 'many', capital: '-1',
    'contact-url': 'javascript:alert(1)', 'contact-tel': 'alert(1)',
  };
  const there = await made(browser, wrong);
  const { page, widget, events } = there;
  const names = Object.keys(wrong).sort();
  await heard(there, 'error', names.length);
  await set(page, 'attribute', wrong);
  await call(page, 'getResult');
  const told = await events('error');
  assert.deepEqual(told.map(({ detail }) => detail.name).sort(), names);
  assert.ok(told.every(({ detail }) => detail.code === 'attribute'));
  assert.equal(await widget.root.locator('[part=contact]').count(), 0);
  assert.match(await widget.root.locator('.bar').textContent(), /補助金/);
  await leave(there, ...told.map(({ detail }) => `<hojokin-calculator> leaves out the attribute ${detail.name}`));
});

test('objects of any kind do no harm, and what is right in them counts', async () => {
  const there = await made(browser, { edition: ROUND });
  const { page, widget } = there;
  await page.evaluate(() => {
    const one = document.querySelector('hojokin-calculator');
    const round = {};
    round.self = round;
    for (const value of [
      1, 'text', [], null, Symbol('s'), 1n, () => {}, round, new Proxy({}, { ownKeys() { throw new Error('no'); } }),
      { get employees() { throw new Error('no'); } }, { employees: { toString() { throw new Error('no'); } } },
      { employees: Symbol('s') }, { employees: 10n }, { employees: [4] }, { 'a=b\nwage_raise': 'y' }, JSON.parse('{"__proto__": 1}'),
    ]) {
      one.answers = value;
      one.expenses = value;
    }
    one.answers = { employees: 4, nonsense: 1, wage_raise: 'perhaps', industry: 'mining' };
    one.expenses = { publicity: 1, nonsense: 1, website: -1 };
  });
  await has(widget, 'fact-employees', '4');
  await has(widget, 'expense-publicity', '1');
  const errors = (await there.events('error')).map(({ detail }) => `${detail.code} ${detail.name}`);
  for (const one of ['answers nonsense', 'answers wage_raise', 'answers industry', 'expenses nonsense', 'expenses website']) {
    assert.ok(errors.includes(one), `${one} is among ${errors}`);
  }
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  await page.close();
});

test('a method waits for the program, and says when there is no page', async () => {
  const there = await empty(browser);
  const { page } = there;
  await script(page);
  const failed = await page.evaluate(() => document.createElement('hojokin-calculator').getResult().catch(({ message }) => message));
  assert.equal(failed, 'The calculator is on no page.');
  const result = await page.evaluate((edition) => {
    const one = document.createElement('hojokin-calculator');
    one.setAttribute('edition', edition);
    one.answers = { employees: 4 };
    document.querySelector('main').append(one);
    return one.getResult();
  }, ROUND);
  assert.deepEqual([result.edition, result.frames.length], [ROUND, 5]);
  assert.ok(result.frames.every(({ unanswered }) => !unanswered.includes('employees')));
  await leave(there);
});

test('it is loaded when it comes near the window, unless it is to be at once', async () => {
  const there = await empty(browser, () => {
    const main = document.querySelector('main');
    for (const loading of ['lazy', 'eager']) {
      const space = document.createElement('div');
      space.style.height = '5000px';
      main.append(space);
      const one = document.createElement('hojokin-calculator');
      one.setAttribute('loading', loading);
      main.append(one);
    }
  });
  const { page } = there;
  await script(page);
  const runs = (loading) => page.locator(`[loading=${loading}]`).evaluate((one) => one.shadowRoot?.querySelector('.app') !== null);
  await page.locator('[loading=eager]').locator('.app').waitFor({ state: 'attached' });
  assert.equal(await runs('lazy'), false);
  await page.evaluate(() => scrollTo(0, 4000));
  await page.locator('[loading=lazy]').locator('.app').waitFor({ state: 'attached' });
  await leave(there);
});

test('what is far away is there when the page is printed, or once a method asks', async () => {
  const there = await empty(browser, () => {
    const main = document.querySelector('main');
    main.style.paddingTop = '9000px';
    main.append(document.createElement('hojokin-calculator'));
  });
  const { page } = there;
  await script(page);
  const asked = await page.evaluate(async () => {
    const before = performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'));
    const result = await document.querySelector('hojokin-calculator').getResult();
    return [before, Array.isArray(result)];
  });
  assert.deepEqual(asked, [false, true]);
  await page.evaluate(() => {
    document.querySelector('main').append(Object.assign(document.createElement('hojokin-calculator'), { id: 'second' }));
  });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.locator('#second').locator('.app').waitFor({ state: 'attached' });
  await leave(there);
});

test('it is told when the program cannot be loaded, and a method says why', only('chromium', 'firefox'), async () => {
  const there = await empty(browser);
  const { page } = there;
  await page.route('**/*.wasm', (route) => route.abort());
  await script(page);
  const failed = await page.evaluate(() => {
    const one = document.createElement('hojokin-calculator');
    document.querySelector('main').append(one);
    return one.getResult().then(() => 'a result', ({ name }) => name);
  });
  assert.notEqual(failed, 'a result');
  assert.deepEqual((await heard(there, 'error')).detail, { code: 'start' });
  await page.close();
});
