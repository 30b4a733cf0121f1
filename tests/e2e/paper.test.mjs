// What is printed is one A4 page, whatever is chosen and in every language, and nothing of the page around it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { close, launch, open } from './browser.mjs';
import { plain, printed } from './printed.mjs';
import { Widget } from './widget.mjs';

const FIRM = {
  answers: { industry: 'retail', legal_form: 'company', employees: 4, capital: 3_000_000, wage_raise: true, deficit: true,
    invoice_new: true, startup_support: false, graduation: false, prefecture: '13', site_minimum_wage: 1_250 },
  expenses: { machinery: 900_000, publicity: 600_000, website: 300_000, disposal: 400_000, software: 500_000,
    expert: 200_000, travel: 100_000, outsourcing: 300_000, main: 2_000_000, building: 700_000, development: 200_000 },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** What each language prints, whatever is chosen. */
const KEY = {
  ja: ['補助金の見込み（概算）', '2026年11月21日現在', '担当', '入力した内容', '次にすること', '概算です'],
  'ja-x-easy': ['担当', 'メモ', '2026', '商工会'],
  en: ['Subsidy estimate', 'Adviser', 'What was entered', 'What to do next'],
};

for (const language of ['ja', 'ja-x-easy', 'en']) {
  test(`every round prints on one A4 page (${language})`, async () => {
    const opened = await open(browser, 'index.html');
    const { page } = opened;
    const widget = new Widget(page);
    await widget.root.evaluate((one) => {
      one.setAttribute('mode', 'sheet');
      one.setAttribute('as-of', '2026-11-21');
    });
    if (language !== 'ja') {
      await widget.root.locator(`[data-language=${language}]`).click();
      await widget.root.locator(`.app[data-language=${language}]`).waitFor();
    }
    // What makes the page is loaded when one round is looked at, or when it is asked for.
    await widget.root.locator('.waiting__offer').click();
    await widget.root.locator('.hand-on').waitFor();
    const rounds = await widget.field('edition').locator('option').evaluateAll((all) => all.map((one) => one.value));
    assert.ok(rounds.length > 60);
    const wrong = [];
    // やさしい日本語 is the longest; of the others the last round of each programme stands for all.
    const programmes = new Set();
    for (const round of rounds) {
      const [programme] = round.split('/');
      if (language !== 'ja-x-easy' && programmes.has(programme)) {
        continue;
      }
      programmes.add(programme);
      await widget.field('edition').selectOption(round);
      await widget.enter(FIRM);
      const { sizes, text } = await printed(page);
      const missing = KEY[language].filter((words) => !text.includes(plain(words)));
      if (sizes.join() !== '210×297' || missing.length > 0) {
        wrong.push([round, sizes, missing]);
      }
    }
    assert.deepEqual(wrong, []);
    await close(opened);
  });
}

test('the button prints the page alone, also where the page around is long', async () => {
  const opened = await open(browser);
  const { page } = opened;
  const widget = new Widget(page);
  await page.evaluate(() => {
    document.body.append(...Array.from({ length: 200 }, () => document.createElement('p')));
  });
  await widget.enter(FIRM);
  const attached = page.waitForEvent('frameattached');
  await page.evaluate(() => {
    // Headless browsers print nothing: the frame is kept instead, as it would be printed.
    const { shadowRoot } = document.querySelector('hojokin-calculator');
    new MutationObserver(([{ addedNodes }]) => {
      addedNodes[0].contentWindow.print = () => {};
    }).observe(shadowRoot, { childList: true });
  });
  await widget.root.locator('.hand-on > summary').click();
  await widget.root.locator('.paper-button').click();
  await attached;
  const { text, height } = await widget.root.locator('iframe').evaluate(async (frame) => {
    const { body } = frame.contentDocument;
    while (!body.shadowRoot) {
      await new Promise((done) => setTimeout(done));
    }
    const paper = body.shadowRoot.querySelector('.paper');
    // As it is laid out on the sheet, within its margins.
    Object.assign(paper.style, { display: 'block', width: '190mm' });
    return { text: body.shadowRoot.textContent, height: (paper.offsetHeight / 96) * 25.4 };
  });
  assert.ok(height > 200 && height <= 277, `${height} mm`);
  for (const wanted of ['見本商工会議所', '補助金の見込み（概算）', '担当', '小売業', '広報費600,000円', '計算の内訳', '概算です']) {
    assert.ok(text.includes(wanted), wanted);
  }
  assert.equal(await widget.root.locator('.paper').count(), 0, 'the page for paper does not stay');
  await close(opened);
});
