// What a person does on a host page: types a case, reads the amount, makes mistakes, uses only the keyboard.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { close, launch, only, open, ready, requests } from './browser.mjs';
import { Widget, untagged, write } from './widget.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const RETAILER = {
  answers: {
    industry: 'retail',
    employees: '４人',
    wage_raise: true,
    deficit: false,
    invoice_new: false,
    startup_support: false,
    graduation: false,
    atotsugi_finalist: false,
  },
  expenses: { publicity: '６０万', website: '300,000円' },
};

test('numbers are understood as people type them, and the amount is read off at once', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.fill(RETAILER);
  assert.equal(await widget.outlook(), '533,333円');
  await widget.field('expense-website').blur();
  assert.equal(await widget.field('expense-publicity').inputValue(), '600,000');
  const wage = (await widget.frames()).get('wage');
  assert.deepEqual([wage.verdict, wage.best, wage.low, wage.ownFunds], ['eligible', true, 533_333, 366_667]);
  await close(opened);
});

test('an open question gives a range and names what decides', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  const { wage_raise, deficit, ...answers } = RETAILER.answers;
  await widget.fill({ answers, expenses: RETAILER.expenses });
  assert.equal(await widget.outlook(), '500,000円 〜 600,000円');
  const open_ = await widget.root.locator('.outlook__open').textContent();
  assert.equal(open_, '「賃金の引上げ」「赤字」に答えると決まります。');
  await close(opened);
});

test('the whole of it can be done with the keyboard alone', async () => {
  const opened = await open(browser, 'pages/one.html');
  const { page } = opened;
  const focused = () =>
    page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.id ?? '');
  const go = async (id) => {
    for (let n = 0; n < 60; n += 1) {
      if ((await focused()) === id) {
        return;
      }
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach #${id}`);
  };
  await go('fact-industry');
  await page.keyboard.type('小売');
  await go('fact-employees');
  await page.keyboard.type('4');
  // A group of radio buttons is one stop of Tab, on the chosen button; the arrows choose.
  await go('fact-wage_raise-unknown');
  await page.keyboard.press('ArrowLeft');
  await go('fact-invoice_new-unknown');
  await page.keyboard.press('ArrowLeft');
  await go('expense-publicity');
  await page.keyboard.type('600000');
  await page.keyboard.press('Enter');
  const normal = (await new Widget(page).frames()).get('normal');
  assert.deepEqual([normal.verdict, normal.low], ['eligible', 400_000]);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'expense-website');
  await close(opened);
});

test('what has the focus is not hidden behind the bar of a phone', async () => {
  const opened = await open(browser, 'pages/one.html', { width: 360, height: 640 });
  const { page } = opened;
  await new Widget(page).fill({ answers: { industry: 'retail', employees: 4 }, expenses: { machinery: 100_000 } });
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const root = document.querySelector('hojokin-calculator').shadowRoot;
      const field = root.activeElement.getBoundingClientRect();
      const bar = root.querySelector('.result-bar').getBoundingClientRect();
      return root.activeElement.closest('.result-bar') === null && field.bottom > bar.top && field.top < bar.bottom;
    });
    assert.equal(hidden, false);
  }
  await close(opened);
});

test('what cannot be read is said beside its field and in a summary that leads there', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  await widget.fill({ answers: { employees: '-3' }, expenses: { publicity: 'abc', website: '1.5' } });
  await widget.field('expense-website').blur();
  const links = widget.root.locator('.error-summary a');
  assert.equal(await links.count(), 3);
  const error = '従業員数は0以上の整数で入れてください（例：4）';
  assert.equal(await links.first().textContent(), error);
  const field = widget.field('fact-employees');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.equal(await widget.root.locator('#fact-employees-error').textContent(), error);
  assert.match(await field.getAttribute('aria-describedby'), /fact-employees-error/);
  assert.equal(await field.inputValue(), '-3');
  await links.first().click();
  const focus = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id);
  assert.equal(focus, 'fact-employees');
  await write(field, '3');
  await field.blur();
  assert.equal(await links.count(), 2);
  await close(opened);
});

test('an absurd amount is refused and everything else stays', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.fill(RETAILER);
  await write(widget.field('expense-travel'), '9999兆');
  await widget.field('expense-travel').blur();
  const error = await widget.root.locator('#expense-travel-error').textContent();
  assert.equal(error, '旅費は1兆円までで入れてください');
  assert.equal(await widget.outlook(), '533,333円');
  await close(opened);
});

test('text is never changed while an input method composes it', only('chromium'), async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  const field = widget.field('expense-publicity');
  await field.focus();
  const session = await page.context().newCDPSession(page);
  const compose = (text) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ['７', '７５', '７５ま', '７５万']) {
    await compose(text);
    assert.equal(await field.inputValue(), text);
  }
  await session.send('Input.insertText', { text: '７５万' });
  assert.equal(await field.inputValue(), '７５万');
  await field.blur();
  assert.equal(await field.inputValue(), '750,000');
  await close(opened);
});

test('an ended round says so beside every amount, and answers stay when the round is changed', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  await widget.fill(RETAILER);
  await page.locator('hojokin-calculator').evaluate((one) => one.setAttribute('as-of', '2024-05-28'));
  await widget.root.locator('.notice__text').first().waitFor();
  const [notice, next] = await widget.root.locator('.notice__text').allTextContents();
  assert.match(notice, /2024年5月27日 に締め切られました。いまは申請できません/);
  assert.match(next, /次の公募/);
  assert.equal(await widget.root.locator('.outlook__status').textContent(), '受付終了・参考の計算');
  await widget.field('edition').selectOption('jizokuka/2025-17');
  assert.equal(await widget.field('expense-publicity').inputValue(), '600,000');
  assert.ok((await widget.frames()).has('invoice_wage'));
  await close(opened);
});

test('one sheet serves all programmes: the list is ordered by what is certain, and leads to each and back', async () => {
  const opened = await open(browser, 'pages/all.html');
  const widget = new Widget(opened.page);
  await widget.fill({
    answers: { industry: 'manufacturing', legal_form: 'company', employees: 10 },
    expenses: { machinery: '900万', product: '300万', website: '30万' },
  });
  const shown = await widget.programmes();
  const amounts = (status) => shown.filter((one) => one.status === status && one.low > 0).map((one) => one.low);
  for (const status of ['open', 'upcoming', 'undated']) {
    assert.deepEqual(amounts(status), amounts(status).toSorted((a, b) => b - a));
  }
  assert.ok(shown.every((one) => one.status !== 'ended'), 'no ended round is among them');
  assert.equal(shown.find((one) => one.edition === 'shoryokuka-catalog/2026').low, 1_500_000);
  await widget.root.locator('[data-edition="shoryokuka-catalog/2026"] button').click();
  await widget.root.locator('.frame-card').first().waitFor();
  assert.equal((await widget.frames()).get('catalog').low, 1_500_000);
  assert.equal(await widget.field('expense-product').inputValue(), '3,000,000');
  await widget.root.locator('.edition-picker__all').click();
  assert.equal(await widget.field('expense-machinery').inputValue(), '9,000,000');
  assert.equal((await widget.programmes()).length, shown.length);
  await close(opened);
});

test('the list shows exactly what is open, to the hour, and moves with the date', async () => {
  const opened = await open(browser, 'pages/all.html');
  const widget = new Widget(opened.page);
  const catalog = 'shoryokuka-catalog/2026';
  const all_year = [catalog, 'career-up/2026'];
  const december = ['jizokuka-startup/2026-4', 'jizokuka/2026-20', ...all_year];
  const open_at = {
    '2026-11-21': ['gyomu-kaizen/2026', ...december],
    '2026-12-04T17:01': december,
    '2026-12-15T17:00': december,
    '2026-12-15T17:01': all_year,
    '2027-04-01': all_year,
  };
  for (const [moment, expected] of Object.entries(open_at)) {
    await opened.page.locator('hojokin-calculator').evaluate(async (one, as_of) => {
      one.setAttribute('as-of', as_of);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, moment);
    const found = (await widget.programmes()).filter((one) => one.status === 'open').map((one) => one.edition);
    assert.deepEqual(found.toSorted(), expected.toSorted(), moment);
  }
  const ended = await widget.root.locator('[data-ended]').evaluateAll((all) => all.map((one) => one.dataset.ended));
  assert.ok(ended.includes('jizokuka/2026-20') && !ended.includes('jizokuka/2026-19'), 'the last round of each is named');
  await close(opened);
});

test('a call that ends with the minimum wage is open only where it still is', async () => {
  const opened = await open(browser, 'pages/all.html');
  const widget = new Widget(opened.page);
  await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
  const card = widget.root.locator('[data-edition="gyomu-kaizen/2026"]');
  assert.match(await card.textContent(), /遅くとも2026年11月30日まで.*岩手県・熊本県・沖縄県/);
  await widget.answer('prefecture', '03');
  assert.match(await card.textContent(), /岩手県の受付は 2026年11月30日 まで（あと9日）/);
  await widget.answer('prefecture', '13');
  await widget.root.locator('[data-ended="gyomu-kaizen/2026"]').waitFor({ state: 'attached' });
  assert.equal(await card.count(), 0, 'in Tokyo it is over');
  await widget.answer('prefecture', '03');
  await card.waitFor();
  await widget.answer('prefecture', '13');
  await widget.field('edition').selectOption('gyomu-kaizen/2026');
  const notice = await widget.root.locator('.notice').textContent();
  assert.match(notice, /いまは申請できません.*東京都の受付は 2026年9月30日 に終わりました/);
  await close(opened);
});

test('what changed since the round before is told in words, and in money once something is entered', async () => {
  const opened = await open(browser, 'pages/one.html');
  const widget = new Widget(opened.page);
  await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
  await widget.field('edition').selectOption('jizokuka/2026-20');
  const changes = widget.root.locator('.round-changes');
  await changes.locator('summary').click();
  const rules = await changes.locator('.round-changes__rules').textContent();
  assert.match(rules, /ウェブサイト関連費の分の補助金の上限：補助金全体の1\/4・500,000円 → 300,000円/);
  assert.match(rules, /広報費の分の補助金の上限：新しくできた 300,000円/);
  assert.match(rules, /50円以上高い.* → .*3%以上高い/);
  assert.equal(await changes.locator('dd').count(), 0);
  await widget.fill({ answers: { industry: 'retail', employees: 4 }, expenses: { publicity: 1_600_000, machinery: 100_000 } });
  const amounts = await changes.locator('dd').allTextContents();
  assert.equal(amounts[0], '500,000円 → 366,666円（133,334円減る）');
  await close(opened);
});

test('an English speaker chooses English, and keeps what was entered', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  const loaded = await requests(page);
  await widget.fill(RETAILER);
  assert.deepEqual(await requests(page), loaded, 'nothing is loaded before it is wanted');
  await widget.root.locator('[data-language=en]').click();
  await widget.root.getByText('Subsidy calculator').waitFor();
  assert.deepEqual((await requests(page)).slice(loaded.length), ['/hojokin-en.txt']);
  assert.equal(await widget.root.locator('.app').getAttribute('lang'), 'en');
  assert.equal(await widget.field('expense-publicity').inputValue(), '600,000');
  assert.match(await widget.outlook(), /^533,333 yen/);
  assert.equal(await widget.root.locator('[data-frame=wage] .frame-card__name').textContent(), 'Wage raise frame');
  // Without their tags, Japanese words would be read as English ones.
  assert.deepEqual(await untagged(widget), []);
  await widget.root.locator('[data-language=ja]').click();
  await widget.root.getByText('補助金シミュレーター').waitFor();
  await close(opened);
});

test('やさしい日本語 has readings above its kanji, and none where only text can stand', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.fill(RETAILER);
  await widget.root.locator('[data-language=ja-x-easy]').click();
  await widget.root.locator('ruby').first().waitFor();
  const [base, reading] = await widget.root.locator('.bar__title ruby').first().evaluate((ruby) =>
    [ruby.firstChild.textContent, ruby.querySelector('rt').textContent]);
  assert.deepEqual([base, reading], ['補助金', 'ほじょきん']);
  const marks = await widget.root.evaluate((one) => {
    const all = [...one.shadowRoot.querySelectorAll('*')];
    const values = all.flatMap((element) => [...element.attributes].map((attribute) => attribute.value));
    return [...values, one.shadowRoot.textContent].filter((text) => /[｜《》]/.test(text));
  });
  assert.deepEqual(marks, []);
  await opened.page.waitForFunction(() => {
    const root = document.querySelector('hojokin-calculator').shadowRoot;
    return root.querySelector('[role=status]').textContent.includes('533,333円');
  });
  await close(opened);
});

test('the page can start the widget in English', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.root.evaluate((one) => one.setAttribute('lang', 'en-GB'));
  await widget.root.getByText('Subsidy calculator').waitFor();
  await close(opened);
});

test('a programme without a grant gives its figures', async () => {
  const opened = await open(browser, 'pages/all.html');
  const widget = new Widget(opened.page);
  await widget.field('edition').selectOption('shokibo-kyosai/2024');
  await widget.fill({ answers: { industry: 'retail', employees: 2, premium: '5万', taxable_income: '720万' } });
  const { figures } = (await widget.frames()).get('main');
  assert.equal(figures.yearly_premium, 600_000);
  assert.equal(figures.tax_saving, 190_200);
  assert.equal(figures.payout, undefined);
  await close(opened);
});

test('lists show what is chosen, whoever chose it', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  const list = widget.field('edition');
  const set = (id) => widget.root.evaluate((one, id) => one.setAttribute('edition', id), id);
  await list.selectOption('jizokuka/2025-17');
  await set('jizokuka/2014');
  await opened.page.waitForTimeout(50);
  assert.equal(await list.inputValue(), 'jizokuka/2014');
  await set('jizokuka/2025-17');
  await opened.page.waitForTimeout(50);
  assert.equal(await list.inputValue(), 'jizokuka/2025-17');
  await close(opened);
});

test('the result is said once to those who hear the page', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  const region = widget.root.locator('[role=status]');
  assert.equal(await region.count(), 1);
  await widget.fill(RETAILER);
  await opened.page.waitForFunction(() => {
    const root = document.querySelector('hojokin-calculator').shadowRoot;
    return root.querySelector('[role=status]').textContent.includes('533,333円');
  });
  await close(opened);
});

test('the working, the requirements and their sources can be unfolded', async () => {
  const opened = await open(browser);
  const widget = new Widget(opened.page);
  await widget.fill(RETAILER);
  const card = widget.root.locator('[data-frame=wage]');
  assert.equal(await card.locator('.working__step').count(), 4);
  await card.locator('.requirement-list summary').click();
  const shown = card.locator('.requirement-list__item').first();
  assert.ok(await shown.isVisible());
  assert.match(await card.locator('.working__sentence').nth(2).textContent(), /1\/4までなので 133,333円/);
  assert.match(await card.locator('.frame-card__reach').textContent(), /使うと、上限の2,000,000円に届きます/);
  await close(opened);
});

test('two widgets on a page do not know of each other', async () => {
  const opened = await open(browser, 'pages/two.html');
  const first = new Widget(opened.page, '#first');
  const second = new Widget(opened.page, '#second');
  await first.fill(RETAILER);
  await second.fill({ answers: { industry: 'retail', employees: 4 }, expenses: { publicity: '75万' } });
  assert.equal(await first.outlook(), '533,333円');
  assert.equal((await second.frames()).get('normal').low, 500_000);
  await first.root.evaluate((one) => one.remove());
  await second.spend('publicity', '30万');
  assert.equal((await second.frames()).get('normal').low, 200_000);
  await close(opened);
});

test('a widget that is moved goes on, and one that is removed while loading does not start', async () => {
  const opened = await open(browser);
  const { page } = opened;
  await new Widget(page).fill(RETAILER);
  await page.evaluate(() => document.body.append(document.querySelector('hojokin-calculator')));
  await ready(page);
  assert.equal(await new Widget(page).field('expense-publicity').inputValue(), '600,000');
  await page.evaluate(() => {
    const brief = document.createElement('hojokin-calculator');
    document.body.append(brief);
    brief.remove();
  });
  await close(opened);
});
