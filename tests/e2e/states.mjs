// Every state of the screen: axe looks at each, and `cargo xtask screens` takes its picture.

const ANSWERS = { industry: 'retail', employees: 4 };
const EXPENSES = { publicity: 600_000, website: 300_000, disposal: 2_000_000 };

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
  'handed on and kept': async (widget) => {
    await widget.fill({ answers: ANSWERS, expenses: EXPENSES });
    await widget.root.locator('.hand-on > summary').click();
    await widget.root.locator('.cases > button').click();
    await widget.root.locator('.share > button').click();
    await widget.root.locator('.copies button').first().click();
  },
  'a link that cannot be read': async (widget) => {
    await widget.root.evaluate(() => (location.hash = '#hojokin=1.cut'));
    await widget.root.locator('.opened').waitFor();
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
