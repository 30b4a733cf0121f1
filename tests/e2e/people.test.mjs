// Whole ways through the widget, each as one person goes it, on the page that site owners get.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { close, cutOff, launch, only, open, requests } from './browser.mjs';
import { printed } from './printed.mjs';
import { Widget, untagged, write } from './widget.mjs';

const ROUND = 'jizokuka/2026-20';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The page as it is delivered, on a day on which the round is open. */
async function delivered(attributes = {}, size = {}) {
  const opened = await open(browser, 'index.html', size);
  const widget = new Widget(opened.page);
  await widget.root.evaluate((one, all) => {
    Object.entries(all).forEach(([name, value]) => one.setAttribute(name, value));
  }, { 'as-of': '2026-11-21', ...attributes });
  await widget.root.locator('.edition-picker').waitFor();
  return { opened, widget, ...names(widget) };
}

/** Finds what people find: by role and name. */
function names({ root }) {
  const button = (name) => root.getByRole('button', { name, exact: true });
  return { button, press: (name) => button(name).click(), group: (name) => root.getByRole('group', { name }) };
}

/** Where the questions one by one stand. */
function progress({ root }) {
  return root.locator('.guide__progress').evaluate((line) => {
    const { value, max } = line.querySelector('progress');
    const [, left] = line.querySelector('span')?.textContent.match(/(\d+)/) ?? [0, 0];
    return { step: line.querySelector('b').textContent, part: value / max, left: Number(left) };
  });
}

/** Leaves the question by `go`, and holds that what is left has become less. */
async function onward(widget, go) {
  const was = await progress(widget);
  await go();
  await widget.root.locator('.guide__progress b').filter({ hasNotText: new RegExp(`^${was.step}$`) }).waitFor();
  const is = await progress(widget);
  assert.ok(is.part > was.part && is.left <= was.left, `from ${JSON.stringify(was)} to ${JSON.stringify(is)}`);
  return is;
}

/** Goes on to the end without another answer. */
async function finish(widget, unknown, next) {
  const done = widget.root.locator('.guide__next');
  while ((await done.count()) > 0) {
    const way = widget.root.getByRole('button', { name: unknown, exact: true });
    const go = (await way.count()) > 0 ? way : widget.root.getByRole('button', { name: next, exact: true });
    await onward(widget, () => go.click());
  }
}

/** What has been answered, as it is listed. */
async function past({ root }) {
  const lines = root.locator('.guide__past li');
  return new Map(await lines.evaluateAll((all) =>
    all.map((line) => [line.querySelector('span').textContent, line.querySelector('b').textContent])));
}

test('an owner goes from the first question to the page of paper on a phone', async () => {
  const { opened, widget, press, button } = await delivered({}, { width: 360, height: 740 });
  const { page } = opened;
  await widget.answer('industry', 'retail');
  await onward(widget, () => press('次へ'));
  await widget.answer('employees', '４人');
  await onward(widget, () => press('次へ'));
  await widget.root.getByRole('checkbox', { name: /販路開拓/ }).check();
  await onward(widget, () => press('次へ'));
  await write(widget.root.getByRole('textbox', { name: '費用の合計' }), '90万');
  await onward(widget, () => press('次へ'));
  await finish(widget, 'わからない', '次へ');
  await widget.root.getByText('質問はここまでです').waitFor();

  // An earlier answer is changed; the others stay, and no question comes twice.
  const before = await past(widget);
  assert.equal(before.get('従業員数'), '4人');
  await widget.root.locator('.guide__past > summary').click();
  await press('「従業員数」の答えを変える');
  const { part } = await progress(widget);
  await widget.answer('employees', 3);
  await press('次へ');
  await widget.root.getByText('質問はここまでです').waitFor();
  assert.ok((await progress(widget)).part >= part);
  const later = await past(widget);
  assert.deepEqual([...later], [...before].map(([name, answer]) => [name, name === '従業員数' ? '3人' : answer]));

  // The amount of the list is the amount of the round and of the paper.
  const card = widget.root.locator(`[data-edition="${ROUND}"]`);
  const amount = await card.locator('.programme-list__amount').textContent();
  assert.match(amount, /^[\d,]+円/);
  await card.getByRole('button', { name: 'くわしく見る' }).click();
  await widget.root.locator('.frame-card').first().waitFor();
  assert.equal(await widget.outlook(), amount);
  const seen = await widget.root.locator('.outlook__label').evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(seen, 'the result is in view');
  await widget.root.locator('.hand-on > summary').click();
  assert.ok(await button('A4 1枚に印刷する').isVisible());
  const { sizes, text } = await printed(page);
  assert.deepEqual(sizes, ['210×297']);
  for (const wanted of ['補助金の見込み(概算)', amount.replaceAll(' ', ''), '小売業', '3人', '900,000円', '第20回', '担当']) {
    assert.ok(text.includes(wanted.normalize('NFKC')), wanted);
  }
  await close(opened);
});

test('an officer compares three cases without a network', async () => {
  const { opened, widget, press } = await delivered({ mode: 'sheet' });
  const { page } = opened;
  await widget.field('edition').selectOption(ROUND);
  await widget.root.locator('.frame-card').first().waitFor();
  await cutOff(page);
  const loaded = await requests(page);
  await widget.root.locator('.hand-on > summary').click();
  const shown = [];
  for (const [employees, wage_raise, machinery] of [[4, false, 600_000], [4, true, 600_000], [20, true, 3_000_000]]) {
    await widget.fill({ answers: { industry: 'manufacturing', employees, wage_raise, invoice_new: false }, expenses: { machinery } });
    shown.push(await widget.outlook());
    await press('この内容をケースとして残す');
  }
  assert.equal(new Set(shown).size, 3, shown.join());
  const cases = widget.root.locator('.cases__case');
  assert.deepEqual(await cases.locator('dd').evaluateAll((all) => all.map((one) => one.textContent).filter((_, n) => n % 4 === 0)), shown);
  const tops = await cases.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  assert.equal(tops[0], tops[1], 'they stand side by side');

  // Each is opened again with its own answers, its working and its page of paper.
  await press('ケース1を開く');
  await widget.root.getByText('ケースの内容を開きました').first().waitFor();
  assert.equal(await widget.outlook(), shown[0]);
  assert.equal(await widget.field('fact-employees').inputValue(), '4');
  assert.ok(await widget.root.locator('[data-best=true] .working__step').first().isVisible());
  const { sizes, text } = await printed(page);
  assert.deepEqual(sizes, ['210×297']);
  assert.ok(text.includes(shown[0].replaceAll(' ', '').normalize('NFKC')));
  assert.deepEqual(await requests(page), loaded);
  await close(opened);
});

test('an English speaker goes from the first question to the working', async () => {
  const { opened, widget, press } = await delivered();
  await press('English');
  const { root } = widget;
  await root.getByText('Subsidy calculator').waitFor();
  await root.getByRole('combobox', { name: /industry|business/i }).selectOption({ label: 'Retail' });
  await onward(widget, () => press('Next'));
  await write(root.getByRole('textbox', { name: /employees/ }), '4');
  await onward(widget, () => press('Next'));
  await root.getByRole('checkbox', { name: /Find customers/ }).check();
  await onward(widget, () => press('Next'));
  await write(root.getByRole('textbox', { name: 'Total costs' }), '900,000');
  await onward(widget, () => press('Next'));
  await finish(widget, "Don't know", 'Next');
  await root.getByText('That was the last question.').waitFor();
  await root.locator(`[data-edition="${ROUND}"]`).getByRole('button', { name: 'See details' }).click();
  const card = root.locator('.frame-card').filter({ hasText: 'How it is calculated' }).first();
  await card.waitFor();
  assert.match(await widget.outlook(), /^[\d,]+ yen/);
  const steps = card.locator('.working__step');
  if (!(await steps.first().isVisible())) {
    await card.getByText('How it is calculated').click();
  }
  assert.match(await card.locator('.working__steps').innerText(), /900,000 yen × 2\/3 = [^]*600,000 yen/);
  assert.deepEqual(await untagged(widget), [], 'no Japanese is read as English');
  await close(opened);
});

/** Where the focus is: its element, how it is called, and whether that can be seen. */
function focus({ root }) {
  return root.evaluate(({ shadowRoot }) => {
    const one = shadowRoot.activeElement;
    if (!one) {
      return { lost: document.activeElement.tagName };
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const { top, bottom, width } = one.getBoundingClientRect();
    const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
    const visible = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && top < innerHeight && bottom > 0;
    return { id: one.id, tag: one.localName, name: name.trim(), visible };
  });
}

/** A keyboard, and nothing else: every key has to leave the focus where it can be seen. */
function keyboard({ page }, widget) {
  let keys = 0;
  const press = async (key, wait = () => {}) => {
    keys += 1;
    await page.keyboard.press(key);
    await wait();
    const at = await focus(widget);
    assert.ok(at.visible, `after ${keys} keys, the last ${key}: ${JSON.stringify(at)}`);
    return at;
  };
  /** Presses Tab, or Shift+Tab, until `found` is reached. */
  const go = async (found, key = 'Tab') => {
    for (let n = 0; n < 80; n += 1) {
      const at = await press(key);
      if (found(at)) {
        return at;
      }
    }
    return assert.fail(`${key} does not reach ${found}`);
  };
  return { press, go, type: (text) => page.keyboard.type(text) };
}

test('with the keyboard alone one gets from the first question to the working and back', async () => {
  const { opened, widget } = await delivered();
  const { root } = widget;
  const { press, go, type } = keyboard(opened, widget);
  const named = (name) => (at) => at.name === name;
  const asked = (step) => () => root.locator('#guide').filter({ hasText: `質問${step}` }).waitFor();

  await opened.page.keyboard.press('Tab');
  await go((at) => at.id === 'fact-industry');
  await type('小売');
  await go(named('次へ'));
  await press('Enter', asked(2));
  assert.equal((await focus(widget)).id, 'guide', 'the next question is where one reads on');
  await go((at) => at.id === 'fact-employees');
  await type('4');
  await press('Enter', asked(3));
  await go((at) => at.id === 'purpose-0');
  await press('Space');
  assert.ok(await widget.field('purpose-0').isChecked());
  await press('Enter', asked(4));
  await go(named('費用の合計'));
  await type('90万');
  await press('Enter', asked(5));
  // Radio buttons are one stop; the arrows choose.
  await go((at) => at.tag === 'input');
  await press('ArrowLeft');
  assert.equal((await focus(widget)).name, 'いいえ');
  await press('Enter', asked(6));
  // Back to the question before, which still has its answer, and on again.
  await go(named('もどる'));
  await press('Space', asked(5));
  await go((at) => at.tag === 'input');
  assert.equal((await focus(widget)).name, 'いいえ');
  await press('Enter', asked(6));
  for (let step = 6; (await root.locator('.guide__next').count()) > 0; step += 1) {
    await asked(step)();
    await go((at) => at.tag === 'button' && ['わからない', '次へ'].includes(at.name));
    await press('Enter', () => root.locator('#guide').filter({ hasNotText: new RegExp(`^質問${step}$`) }).waitFor());
  }

  await go(named('くわしく見る'));
  await press('Enter', () => root.locator('.frame-card').first().waitFor());
  assert.equal((await focus(widget)).id, 'outlook', 'the focus goes with the result');
  const working = root.locator('.frame-card[data-best=true] .working');
  const isOpen = () => working.evaluate((one) => one.open);
  await go(named('計算の内訳'));
  const was = await isOpen();
  await press('Enter');
  assert.equal(await isOpen(), !was);
  await press('Space');
  assert.equal(await isOpen(), was);
  await go((at) => at.id === 'edition', 'Shift+Tab');
  await go((at) => at.name === 'すべての制度をまとめて見る' && at.tag === 'button');
  await press('Enter', () => root.locator('.programme-list').waitFor());
  assert.equal((await focus(widget)).id, 'outlook', 'and so it does on the way back');
  await close(opened);
});

test('what is asked for before it is loaded takes the focus once it is there', async () => {
  const { opened, widget } = await delivered();
  const { root } = widget;
  await widget.root.locator('.waiting__offer').focus();
  await opened.page.keyboard.press('Enter');
  await root.locator('.hand-on').waitFor();
  await opened.page.waitForFunction(() => document.querySelector('hojokin-calculator').shadowRoot.activeElement);
  assert.equal((await focus(widget)).id, 'hand-on');
  await close(opened);
});

test('a person who hears the page hears questions, buttons and the result by role and name', only('chromium', 'firefox'), async () => {
  const { opened, widget, press } = await delivered();
  const { page } = opened;
  const { root } = widget;
  const tree = async (part) => (await root.locator(part).ariaSnapshot()).replaceAll(/^ *- \/(url|children).*\n?/gm, '');
  // All that is said, in its order; the region for it was there before anything was.
  await root.evaluate(({ shadowRoot }) => {
    const region = shadowRoot.querySelector('[role=status]');
    window.said = [];
    window.region = region;
    new MutationObserver(() => window.said.push(region.textContent)).observe(region, { characterData: true, childList: true, subtree: true });
  });
  const heard = (text) => page.waitForFunction((text) => window.said.some((one) => one.includes(text)), text);

  assert.equal(await root.locator('[role=status], [aria-live], [role=alert]').count(), 1);
  assert.equal(await root.locator('[role=status]').textContent(), '');
  const first = await tree('.app__ask');
  for (const line of [
    '- region "質問":',
    'group "入力のしかた":',
    'button "かんたん" [pressed]',
    'button "一覧入力"',
    'combobox "おもな業種は何ですか":',
    'button "わからない"',
    'button "次へ"',
    'combobox "制度と公募回":',
  ]) {
    assert.ok(first.includes(line), `${line} in\n${first}`);
  }
  const whole = await tree('.app');
  for (const line of ['heading "補助金シミュレーター" [level=2]', 'group "言語":', 'button "English"', '- status']) {
    assert.ok(whole.includes(line), `${line} in\n${whole.slice(0, 500)}`);
  }

  await widget.answer('industry', 'retail');
  await press('次へ');
  const second = await tree('.guide');
  assert.match(second, /textbox "常時使用する従業員は何人ですか"/);
  assert.equal(await root.locator('#fact-employees').evaluate((one) => {
    const described = one.getAttribute('aria-describedby').split(' ');
    return described.map((id) => one.getRootNode().getElementById(id).textContent).join().slice(0, 12);
  }), '役員、個人事業主本人と同');
  // What cannot be read is a list of links, which has the focus.
  await widget.answer('employees', 'たくさん');
  await press('次へ');
  await root.locator('.error-summary a').waitFor();
  const invalid = await tree('.guide');
  assert.match(invalid, /textbox "常時使用する従業員は何人ですか"[^\n]*\[invalid\]|textbox "常時使用する従業員は何人ですか"/);
  assert.equal(await root.locator('#fact-employees').getAttribute('aria-invalid'), 'true');
  assert.equal((await focus(widget)).id, 'error-summary');
  await widget.answer('employees', '4');
  await press('次へ');
  assert.match(await tree('.guide'), /group "やりたいことは何ですか（いくつでも）"[^]*checkbox "IT・デジタル化"/);
  await root.getByRole('checkbox', { name: /販路開拓/ }).check();
  await press('次へ');
  assert.match(await tree('.guide'), /heading "使う予定の経費（税抜）" \[level=3\][^]*radio "税抜" \[checked\][^]*textbox "費用の合計"/);
  await write(root.getByRole('textbox', { name: '費用の合計' }), '90万');
  await heard('600,000円');
  await press('次へ');
  assert.match(await tree('.guide'), /group "[^"]+か":[^]*radio "はい"[^]*radio "いいえ"[^]*radio "わからない" \[checked\]/);

  const results = await tree('.app__results');
  assert.match(results, /^- region "制度ごとの見込み（多い順）":\n *- heading "制度ごとの見込み（多い順）" \[level=3\]/);
  assert.match(results, /listitem:\n *- heading "小規模事業者持続化補助金" \[level=4\]/);
  await root.locator(`[data-edition="${ROUND}"]`).getByRole('button', { name: 'くわしく見る' }).click();
  await root.locator('.frame-card').first().waitFor();
  const round = await tree('.app__results');
  assert.match(round, /^- region "いまの答えでの見込み（最も多い枠）"/);
  assert.match(round, /table "申請枠をくらべる":[^]*columnheader "[^]*rowheader[^]*button "通常枠[^"]*"/);
  assert.match(round, /img "[^"]*円[^"]*"/, 'the chart tells what it shows');
  assert.match(round, /article:[^]*heading "[^"]*" \[level=4\]/);

  // Typing is told once it pauses, not with each key.
  const told = await page.evaluate(() => window.said.length);
  await press('一覧入力');
  await root.getByRole('textbox', { name: '費用の合計' }).pressSequentially('0', { delay: 30 });
  await heard('円');
  const region = await root.evaluate(({ shadowRoot }) => shadowRoot.querySelector('[role=status]') === window.region);
  assert.ok(region, 'it is the same region from the start');
  assert.ok((await page.evaluate(() => window.said.length)) - told <= 2);
  await close(opened);
});
