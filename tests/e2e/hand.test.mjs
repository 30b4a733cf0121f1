// Handing on and keeping: the link, the copies, the storage of the device, the cases.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test, { after, before } from 'node:test';
import { address, close, cutOff, launch, only, open, ready } from './browser.mjs';
import { Widget, write } from './widget.mjs';

const ANSWERS = { industry: 'retail', employees: 4, wage_raise: true, deficit: false, invoice_new: false };
const EXPENSES = { publicity: 600_000, website: 300_000 };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A page with a firm filled in and everything for handing on unfolded. */
async function filled(path) {
  const opened = await open(browser, path);
  const widget = new Widget(opened.page);
  await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
  // The result is told once the typing has paused, and would take the place of what is told before that.
  await heard(widget, '円');
  await widget.root.locator('.hand-on > summary').click();
  return { opened, widget };
}

/** The button of this name in what is for handing on: the expense sheet above has buttons of its own. */
const press = (widget, name) => widget.root.locator('.hand-on').getByRole('button', { name, exact: true }).click();
const field = (widget, id) => widget.root.locator(`#${id}`);
const notice = (widget) => widget.root.locator('.opened');
const heard = (widget, text) => widget.root.getByRole('status').filter({ hasText: text }).waitFor();

/** The link that a widget makes. */
async function link(widget) {
  await press(widget, '共有リンクを作る');
  return field(widget, 'share-link').inputValue();
}

test('a link opens the same entries after a reload, and nothing is written into the address', async () => {
  const { opened, widget } = await filled();
  const shown = await widget.outlook();
  const made = await link(widget);
  assert.match(made, /pages\/one\.html#hojokin=1\.v=[0-9a-f]{8};e=jizokuka\/2024-16;d=2024-05-10;.*x\.publicity=600000/);
  assert.ok(await widget.root.getByRole('img', { name: '共有リンクのQRコード' }).isVisible());
  assert.equal(new URL(await opened.page.url()).hash, '');

  const other = await open(browser, new URL(made).pathname.slice(1) + new URL(made).hash);
  const there = new Widget(other.page);
  await notice(there).getByText('共有リンクの内容を開きました').waitFor();
  assert.equal(await there.outlook(), shown);
  assert.equal(await there.field('expense-publicity').inputValue(), '600,000');
  assert.equal(await there.field('fact-industry').inputValue(), await widget.field('fact-industry').inputValue());
  await heard(there, '共有リンクの内容を開きました');
  assert.equal(await other.page.evaluate(() => localStorage.length), 0);
  await close(other);

  // A changed answer makes the link an old one, which is no longer shown.
  await widget.spend('publicity', 1);
  assert.equal(await field(widget, 'share-link').count(), 0);
  // A link that comes into the address of an open page is followed, any other fragment is the page's own.
  await opened.page.evaluate((hash) => (location.hash = hash), new URL(made).hash);
  await notice(widget).waitFor();
  assert.equal(await widget.outlook(), shown);
  await opened.page.evaluate(() => (location.hash = '#contact'));
  assert.equal(await widget.outlook(), shown);
  await close(opened);
});

test('a link that was changed or cut says so and changes nothing', async () => {
  const { opened, widget } = await filled();
  const made = new URL(await link(widget)).hash;
  await close(opened);
  for (const [hash, said] of [
    [made.replace('publicity=600000', 'publicity=900000'), '途中で切れているか、変わっている'],
    [made.slice(0, 60), '途中で切れているか、変わっている'],
    [made.replace('#hojokin=1.', '#hojokin=2.'), '新しい版'],
    [`${made}${'x'.repeat(6_000)}`, '長すぎる'],
    ['#hojokin=%E0%A4%A', '途中で切れているか、変わっている'],
  ]) {
    const other = await open(browser, `pages/one.html${hash}`);
    const there = new Widget(other.page);
    await notice(there).getByText(said).waitFor();
    assert.equal(await there.field('expense-publicity').inputValue(), '');
    await close(other);
  }
});

test('a link written with percent signs is read all the same', async () => {
  const { opened, widget } = await filled();
  const { pathname, hash } = new URL(await link(widget));
  const other = await open(browser, `${pathname.slice(1)}${hash.replaceAll(';', '%3B').replaceAll('/', '%2F')}`);
  await notice(new Widget(other.page)).getByText('共有リンクの内容を開きました').waitFor();
  await close(other);
  await close(opened);
});

test('link, text, table and case are copied, and the command reckons the same from the case', only('chromium'), async () => {
  const { opened, widget } = await filled();
  const { page } = opened;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (name) => {
    await press(widget, name);
    await heard(widget, 'コピーしました');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const made = await link(widget);
  assert.equal(await copied('リンクをコピー'), made);
  assert.match(await copied('文章でコピー'), /・業種：小売業\n[^]*■ 申請枠ごとの見込み\n・通常枠：/);
  assert.match(await copied('CSVでコピー'), /^制度,公募回,申請枠,判定,/);
  const json = await copied('JSONでコピー');
  const frames = await widget.frames();
  const command = new URL('../../target/debug/hojokin', import.meta.url).pathname;
  const { frames: reckoned } = JSON.parse(execFileSync(command, ['estimate'], { input: json }));
  assert.equal(reckoned.length, 5);
  for (const { id, grant } of reckoned) {
    assert.deepEqual([id, grant.low, grant.high], [id, frames.get(id).low, frames.get(id).high]);
  }
  await close(opened);
});

test('where nothing may be copied the text is shown and selected', async () => {
  const { opened, widget } = await filled();
  await opened.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
  });
  const selected = () =>
    widget.root.evaluate(({ shadowRoot: { activeElement: field } }) => [
      field.id,
      field.value.slice(field.selectionStart, field.selectionEnd),
    ]);
  await press(widget, '文章でコピー');
  await field(widget, 'copy-by-hand').waitFor();
  const [id, text] = await selected();
  assert.equal(id, 'copy-by-hand');
  assert.match(text, /■ 申請枠ごとの見込み/);
  const made = await link(widget);
  await opened.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await press(widget, 'リンクをコピー');
  await heard(widget, '自動でコピーできませんでした');
  assert.deepEqual(await selected(), ['share-link', made]);
  await close(opened);
});

test('saving is off until it is asked for, comes back, and is deleted when it is unticked', async () => {
  const { opened, widget } = await filled();
  const { page } = opened;
  const stored = () => page.evaluate(() => Object.entries(localStorage));
  const box = (one) => one.getByRole('checkbox', { name: 'この端末に保存する' });
  assert.equal(await box(widget.root).isChecked(), false);
  await box(widget.root).check();
  await press(widget, 'この内容をケースとして残す');
  await widget.spend('publicity', 750_000);
  await page.waitForFunction(() => localStorage.getItem('hojokin').includes('publicity=750000'));
  assert.equal((await stored()).length, 1);
  const shown = await widget.outlook();

  await page.reload();
  await ready(page);
  await notice(widget).getByText('この端末に保存した内容を開きました').waitFor();
  assert.equal(await widget.outlook(), shown);
  assert.equal(await widget.field('expense-publicity').inputValue(), '750,000');
  await widget.root.locator('.hand-on > summary').click();
  assert.equal(await widget.root.locator('.cases__name').inputValue(), 'ケース1');

  // A link wins, and what is saved stays as it is.
  const saved = await stored();
  const { hash } = new URL(await link(widget));
  await page.goto('about:blank');
  await page.goto(new URL(`pages/one.html${hash}`, address).href);
  await ready(page);
  await notice(widget).getByText('共有リンクの内容を開きました').waitFor();
  await widget.root.locator('.hand-on > summary').click();
  assert.equal(await box(widget.root).isChecked(), false);
  await widget.root.getByText('前に保存した内容は、そのまま残っています').waitFor();
  await widget.spend('publicity', 1);
  await page.waitForTimeout(800);
  assert.deepEqual(await stored(), saved);

  await page.goto('about:blank');
  await page.goto(new URL('pages/one.html', address).href);
  await ready(page);
  await widget.root.locator('.hand-on > summary').click();
  await box(widget.root).uncheck();
  await widget.spend('publicity', 2);
  await page.waitForTimeout(800);
  assert.deepEqual(await stored(), []);
  await close(opened);
});

test('a browser that forbids storage only says so', only('chromium', 'firefox'), async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(new URL('pages/one.html', address).href);
  await ready(page);
  const widget = new Widget(page);
  await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
  // The result is told once the typing has paused, and would take the place of what is told before that.
  await heard(widget, '円');
  await widget.root.locator('.hand-on > summary').click();
  await widget.root.getByText('この端末に保存する', { exact: true }).click();
  await widget.root.getByText('この端末には保存できませんでした').waitFor();
  assert.equal(await widget.root.getByRole('checkbox', { name: 'この端末に保存する' }).isChecked(), false);
  await widget.spend('publicity', 750_000);
  assert.match(await widget.outlook(), /円/);
  assert.deepEqual(errors, []);
  await context.close();
});

test('three cases stand side by side, are named, opened and removed, with no network', async () => {
  const { opened, widget } = await filled();
  await cutOff(opened.page);
  const rows = widget.root.locator('.cases__case');
  const amounts = [];
  for (const amount of [150_000, 450_000, 900_000]) {
    await widget.spend('publicity', amount);
    amounts.push(await widget.outlook());
    await press(widget, 'この内容をケースとして残す');
    await rows.nth(amounts.length - 1).waitFor();
  }
  assert.equal(await rows.count(), 3);
  assert.deepEqual(await rows.locator('dd:first-of-type').evaluateAll((all) => all.filter((_, n) => n % 4 === 0).map((one) => one.textContent)), amounts);
  await write(rows.nth(1).locator('input'), '広告を増やす');
  await rows.nth(1).locator('input').blur();
  await press(widget, '広告を増やすを開く');
  await notice(widget).getByText('ケースの内容を開きました').waitFor();
  assert.equal(await widget.field('expense-publicity').inputValue(), '450,000');
  assert.equal(await widget.outlook(), amounts[1]);
  await press(widget, 'ケース1を消す');
  await rows.nth(2).waitFor({ state: 'detached' });
  assert.deepEqual(await rows.locator('input').evaluateAll((all) => all.map((one) => one.value)), ['広告を増やす', 'ケース3']);
  const focused = () => widget.root.evaluate((one) => one.shadowRoot.activeElement?.id);
  assert.equal(await focused(), 'cases');
  for (let more = 0; more < 4; more += 1) {
    await press(widget, 'この内容をケースとして残す');
  }
  await widget.root.getByText('ケースは6件までです').waitFor();
  assert.equal(await widget.root.getByRole('button', { name: 'この内容をケースとして残す' }).count(), 0);
  assert.equal(await focused(), 'cases');
  await close(opened);
});
