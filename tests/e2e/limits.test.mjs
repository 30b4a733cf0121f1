// How far the limit of an expense category is filled, at its field while typing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, open } from './browser.mjs';
import { Widget } from './widget.mjs';

const FIRM = { answers: { industry: 'retail', employees: 4, invoice_new: false, wage_raise: false, startup_support: false, deficit: false } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function round(edition, firm, options) {
  const opened = await open(browser, 'pages/all.html', options);
  const widget = new Widget(opened.page);
  await widget.field('edition').selectOption(edition);
  await widget.root.locator('.frame-list').waitFor();
  await widget.fill(firm);
  return { opened, widget };
}

/** What stands at the field of a category. */
function limit(widget, category) {
  return widget.root.locator(`.number-field:has(#expense-${category}) .limits`);
}

test('a category that may be half of all expenses says when it is full and what is beyond', async () => {
  const { opened, widget } = await round('jizokuka/2024-16', { ...FIRM, expenses: { machinery: 300_000 } });
  const disposal = limit(widget, 'disposal');
  assert.equal(await disposal.count(), 0, 'nothing is typed');
  const check = async (amount, text) => {
    await widget.spend('disposal', amount);
    assert.equal(await disposal.locator('p').textContent(), text);
  };
  await check(250_000, '数えられる額 250,000円（上限 300,000円、あと50,000円）');
  await check(300_000, '数えられる額 300,000円（上限 300,000円、あと0円）');
  await check(300_001, '数えられる額の上限 300,000円を1円超えました。超えた分は数えません。');
  await check(500_000, '数えられる額の上限 300,000円を200,000円超えました。超えた分は数えません。');
  await widget.field('tax-included').check();
  assert.match(await disposal.textContent(), /金額は税抜です。$/);
  await close(opened);
});

test('the grant of a category fills its limit, with each key and without taking the focus', async () => {
  const { opened, widget } = await round('jizokuka/2026-20', { ...FIRM, expenses: { machinery: 900_000 } });
  const website = limit(widget, 'website');
  const field = widget.field('expense-website');
  await field.focus();
  await field.evaluate((one) => (one.mine = true));
  const order = () => widget.root.locator('.expense-sheet input').evaluateAll((all) => all.map((one) => one.id));
  const before = await order();
  await opened.page.keyboard.type('450000');
  assert.equal(await website.locator('p').textContent(), 'この区分の補助金 300,000円（上限 300,000円、あと0円）');
  await opened.page.keyboard.press('Backspace');
  await opened.page.keyboard.type('2');
  // 450,002 × 2/3 = 300,001.33…
  assert.equal(
    await website.locator('p').textContent(),
    'この区分の補助金の上限 300,000円を1円超えました。超えた分は数えません。',
  );
  assert.equal(await website.getAttribute('data-kind'), 'over');
  assert.ok(await field.evaluate((one) => one.mine && one.getRootNode().activeElement === one), 'it is the same field');
  assert.deepEqual(await order(), before);
  await opened.page.keyboard.press('Control+a');
  await opened.page.keyboard.press('Delete');
  assert.equal(await website.count(), 0);
  await close(opened);
});

test('it stands within its field on a phone and on a desk', async () => {
  for (const width of [320, 1200]) {
    const firm = { ...FIRM, expenses: { machinery: 900_000, website: 700_000, publicity: 200_000 } };
    const { opened, widget } = await round('jizokuka/2026-20', firm, { width });
    for (const category of ['website', 'publicity']) {
      const [own, input] = [limit(widget, category), widget.field(`expense-${category}`)];
      const [below, above] = [await own.boundingBox(), await input.boundingBox()];
      assert.ok(above.y + above.height <= below.y, `${category} at ${width}`);
      assert.ok(0 <= below.x && below.x + below.width <= width, `${category} at ${width}`);
    }
    await close(opened);
  }
});
