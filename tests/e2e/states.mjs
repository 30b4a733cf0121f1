// Every state of the screen: axe looks at each, and `cargo xtask screens` takes its picture.

import { close } from './browser.mjs';

const ANSWERS = { industry: 'retail', employees: 4 };
const EXPENSES = { publicity: 600_000, website: 300_000, disposal: 2_000_000 };

/** Goes on in the guide, without answers, until `there` is on the screen. */
async function skip(widget, there) {
  await widget.root.locator('.modes__mode').first().click();
  const step = widget.root.locator('#guide');
  while ((await there.count()) === 0) {
    const was = await step.textContent();
    // 「わからない」 stands before the way on; on the last question there is only that.
    await widget.root.locator('.guide__ways button').nth(-2).or(widget.root.locator('.guide__next')).last().click();
    await step.filter({ hasNotText: new RegExp(`^${was}$`) }).waitFor();
  }
}

/** Loads the page anew where the part for one round comes as `route` lets it. */
async function furnish(widget, route) {
  const page = widget.root.page();
  const attributes = await widget.root.evaluate((one) => [one.getAttribute('theme') ?? '', one.shadowRoot.querySelector('.app').lang]);
  await page.route('**/hojokin-desk.wasm', route);
  await page.reload();
  await widget.root.evaluate((one, [theme, lang]) => {
    one.setAttribute('theme', theme);
    one.setAttribute('lang', lang);
  }, attributes);
  await widget.root.locator('.waiting').waitFor();
}

/** Unfolds what this finds. */
function unfold(widget, found = 'details') {
  return widget.root.locator(found).evaluateAll((all) => all.forEach((one) => (one.open = true)));
}

/** Leaves a state in which nothing must have gone wrong; that a part could not be loaded the browser itself reports. */
export async function left(opened, state) {
  if (state === 'a part that could not be loaded') {
    opened.wrong.length = 0;
  }
  await close(opened);
}

/** What the screen can look like, and how each state is reached from a round that has just been opened. */
export const STATES = {
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
    await unfold(widget);
  },
  'what is open in 2026': async (widget) => {
    await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
    await widget.field('edition').selectOption('');
    await widget.fill({ answers: { ...ANSWERS, prefecture: '13' }, expenses: { ...EXPENSES, equipment: 2_000_000 } });
    await unfold(widget);
  },
  'an open round with its changes': async (widget) => {
    await widget.root.evaluate((one) => one.setAttribute('as-of', '2026-11-21'));
    await widget.field('edition').selectOption('jizokuka/2026-20');
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await unfold(widget);
  },
  'English': async (widget) => {
    await widget.root.locator('[data-language=en]').click();
    await widget.root.getByText('Subsidy calculator').waitFor();
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await unfold(widget);
  },
  'やさしい日本語': async (widget) => {
    await widget.root.locator('[data-language=ja-x-easy]').click();
    await widget.root.locator('ruby').first().waitFor();
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await unfold(widget);
  },
  'handed on and kept': async (widget) => {
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await widget.root.locator('.hand-on > summary').click();
    await widget.root.locator('.cases > button').click();
    await widget.spend('publicity', 900_000);
    await widget.root.locator('.cases > button').click();
    await widget.root.locator('.share > button').click();
    await widget.root.locator('.copies button').first().click();
  },
  'a link that cannot be read': async (widget) => {
    await widget.root.evaluate(() => (location.hash = '#hojokin=1.cut'));
    await widget.root.locator('.opened').waitFor();
  },
  'a page that gets what is entered': async (widget) => {
    await widget.root.evaluate((one) => {
      const said = { 'contact-url': 'https://example.or.jp/', 'contact-tel': '03-1234-5678', emit: 'values' };
      Object.entries(said).forEach(([name, value]) => one.setAttribute(name, value));
    });
    await widget.root.locator('.emits').waitFor();
    await widget.root.locator('.contact').waitFor();
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
    await unfold(widget);
  },
  'a guided question': async (widget) => {
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await skip(widget, widget.root.locator('.guide__worth'));
  },
  'the guided costs': async (widget) => {
    await widget.field('edition').selectOption('');
    await skip(widget, widget.root.locator('.expense-sheet'));
    await unfold(widget, '.expense-sheet details');
  },
  'the end of the guide': async (widget) => {
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await skip(widget, widget.root.locator('.guide__ways:not(:has(.guide__next))'));
    await unfold(widget, '.guide__past');
  },
  'near misses': async (widget) => {
    await widget.field('edition').selectOption('jizokuka/2026-20');
    await widget.fill({ answers: { ...ANSWERS, wage_raise: false, invoice_new: false }, expenses: { machinery: 1_500_000 } });
    await widget.root.locator('.near-misses').waitFor();
  },
  'the chart and its table': async (widget) => {
    await widget.fill({ answers: { ...ANSWERS, wage_raise: true }, expenses: EXPENSES });
    await widget.root.locator('.chart').waitFor();
    await unfold(widget, '.chart details');
  },
  'money and time': async (widget) => {
    await widget.field('edition').selectOption('jizokuka/2026-20');
    await widget.fill({ answers: { ...ANSWERS, wage_raise: true }, expenses: EXPENSES });
    await widget.root.locator('.cash').waitFor();
    await unfold(widget, '.cash, .cash details');
  },
  'a part on its way': (widget) => furnish(widget, () => {}),
  'a part that could not be loaded': async (widget) => {
    await furnish(widget, (route) => route.abort());
    await widget.root.locator('.waiting button').waitFor();
  },
};
