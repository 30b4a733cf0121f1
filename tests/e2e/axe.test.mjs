// No violation in any state, on a phone and on a desk, light and dark.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { close, launch, open } from './browser.mjs';
import { Widget } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ANSWERS = { industry: 'retail', employees: 4 };
const EXPENSES = { publicity: 600_000, website: 300_000, disposal: 2_000_000 };

/** Each state, and how it is reached. */
const STATES = {
  'nothing entered': async () => {},
  'a range': (widget) => widget.fill({ answers: ANSWERS, expenses: EXPENSES }),
  'all answered': (widget) =>
    widget.fill({
      answers: { ...ANSWERS, wage_raise: true, deficit: true, invoice_new: true, startup_support: false,
        graduation: false, atotsugi_finalist: false },
      expenses: EXPENSES,
    }),
  'no frame': (widget) => widget.fill({ answers: { industry: 'retail', employees: 21 }, expenses: EXPENSES }),
  'errors': async (widget) => {
    await widget.fill({ answers: { employees: 'x' }, expenses: { publicity: '-1' } });
    await widget.field('expense-publicity').blur();
  },
  'all programmes': async (widget) => {
    await widget.field('edition').selectOption('');
    await widget.fill({ answers: { ...ANSWERS, legal_form: 'company' }, expenses: { machinery: 9_000_000 } });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
  'what is open in 2026': async (widget) => {
    await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
    await widget.field('edition').selectOption('');
    await widget.fill({ answers: { ...ANSWERS, prefecture: '13' }, expenses: { ...EXPENSES, equipment: 2_000_000 } });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
  'an open round with its changes': async (widget) => {
    await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
    await widget.field('edition').selectOption('jizokuka/2026-20');
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
  'English': async (widget) => {
    await widget.root.locator('[data-language=en]').click();
    await widget.root.getByText('Subsidy calculator').waitFor();
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
  'やさしい日本語': async (widget) => {
    await widget.root.locator('[data-language=ja-x-easy]').click();
    await widget.root.locator('ruby').first().waitFor();
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
  'a frame without figures': async (widget) => {
    await widget.field('edition').selectOption('ma/2026-16');
    await widget.fill({ answers: { ...ANSWERS, due_diligence_cost: 3_000_000 }, expenses: { main: 3_000_000 } });
  },
  'figures': async (widget) => {
    await widget.field('edition').selectOption('shokibo-kyosai/2024');
    await widget.fill({ answers: { ...ANSWERS, premium: 50_000, taxable_income: 7_200_000 } });
  },
  'an ended round': (widget) => widget.field('edition').selectOption('jizokuka/2014'),
  'everything unfolded': async (widget) => {
    await widget.fill({ answers: { ...ANSWERS, wage_raise: false }, expenses: EXPENSES });
    await widget.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [width, theme] of [[360, 'light'], [360, 'dark'], [1200, 'light'], [1200, 'dark']]) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`axe finds nothing at ${width} px, ${theme}: ${state}`, async () => {
      const opened = await open(browser, 'pages/one.html', { width });
      const widget = new Widget(opened.page);
      await widget.root.evaluate((one, theme) => one.setAttribute('theme', theme), theme);
      await reach(widget);
      // All of the page at once, so that no control lies half behind the bar at the foot.
      const height = await opened.page.evaluate(() => document.documentElement.scrollHeight);
      await opened.page.setViewportSize({ width, height: height + 200 });
      await opened.page.evaluate(axe);
      const { violations, passes } = await opened.page.evaluate(() =>
        window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      );
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      assert.deepEqual(told, []);
      assert.ok(passes.length > 15, 'axe looked at the widget');
      await close(opened);
    });
  }
}
