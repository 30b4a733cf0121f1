// Fills in a widget as a person does, and reads what it shows.

import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { engine } from './browser.mjs';

const words = parse(readFileSync(new URL('../../rules/vocabulary.toml', import.meta.url), 'utf8'));
const facts = new Map(words.fact.map((fact) => [fact.id, fact]));

export class Widget {
  /** The widget that `element` finds on `page`. */
  constructor(page, element = 'hojokin-calculator') {
    this.root = page.locator(element);
  }

  field(id) {
    return this.root.locator(`#${id}`);
  }

  /** Answers a fact that the edition asks for; `undefined` answers that it is not known. */
  async answer(id, value) {
    const fact = facts.get(id);
    const field = this.field(`fact-${id}`);
    if (value === undefined || (await field.count()) === 0) {
      return;
    }
    if (fact.kind === 'truth') {
      await this.field(value ? `fact-${id}` : `fact-${id}-no`).check();
    } else if (fact.kind === 'choice') {
      await field.selectOption({ index: fact.choices.indexOf(value) + 1 });
    } else {
      await write(field, String(value));
    }
  }

  /** Types an amount; a category that the edition does not have is passed over. */
  async spend(category, amount) {
    const field = this.field(`expense-${category}`);
    if ((await field.count()) > 0) {
      await write(field, String(amount));
    }
  }

  async fill({ answers = {}, expenses = {} }) {
    for (const [id, value] of Object.entries(answers)) {
      await this.answer(id, value);
    }
    for (const [category, amount] of Object.entries(expenses)) {
      await this.spend(category, amount);
    }
  }

  /** Fills in everything at once, through the same controls and events as typing. */
  async enter({ answers = {}, expenses = {}, taxIncluded = false }) {
    const chosen = Object.entries(answers).map(([id, value]) => {
      const { kind, choices } = facts.get(id);
      return { id: `fact-${id}`, kind, value: kind === 'choice' ? choices.indexOf(value) + 1 : value };
    });
    const typed = Object.entries(expenses).map(([id, value]) => ({ id: `expense-${id}`, kind: 'money', value }));
    const tax = taxIncluded ? [{ id: 'tax-included', kind: 'truth', value: true }] : [];
    await this.root.evaluate(async (root, entries) => {
      for (const { id, kind, value } of entries) {
        const field = root.shadowRoot.getElementById(kind === 'truth' && !value ? `${id}-no` : id);
        if (kind === 'truth') {
          field?.click();
        } else if (kind === 'choice' && field) {
          field.selectedIndex = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        } else if (field) {
          field.value = value;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
      }
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, [...tax, ...chosen, ...typed]);
  }

  /** What every frame shows, by its id. */
  async frames() {
    const shown = await this.root.locator('[data-frame]').evaluateAll((cards) =>
      cards.map((card) => ({
        id: card.dataset.frame,
        verdict: card.dataset.verdict,
        best: card.dataset.best === 'true',
        amount: card.querySelector('.frame-card__amount')?.textContent,
        facts: [...card.querySelectorAll('.frame-card__facts dd')].map((fact) => fact.textContent),
        figures: Object.fromEntries(
          [...card.querySelectorAll('[data-figure]')].map((one) => {
            const value = one.querySelector('.figures__value')?.textContent;
            return [one.dataset.figure, value && Number(value.replace('−', '-').replaceAll(/[^\d-]/g, ''))];
          }),
        ),
      })),
    );
    return new Map(shown.map((frame) => [frame.id, { ...frame, ...amounts(frame) }]));
  }

  /** The cards of the list of programmes, in order, with what they certainly grant. */
  async programmes() {
    const cards = await this.root.locator('[data-edition]').evaluateAll((all) =>
      all.map((card) => ({
        edition: card.dataset.edition,
        status: card.querySelector('[data-status]').dataset.status,
        amount: card.querySelector('.programme-list__amount')?.textContent ?? '',
      })),
    );
    return cards.map(({ amount, ...card }) => ({ ...card, low: Number(amount.match(/[\d,]+(?=円)/)?.[0].replaceAll(',', '') ?? 0) }));
  }

  outlook() {
    return this.root.locator('.outlook__amount').textContent();
  }
}

/** Types it in place of what is in the field. */
export async function write(field, text) {
  await field.fill(text);
  if (engine === 'firefox') {
    // What Playwright fills in counts there as a script's doing, which is not told as a change when the field is left.
    await field.dispatchEvent('change');
  }
}

/** `500,000円 〜 600,000円` as numbers. */
function amounts({ verdict, amount, facts }) {
  const yen = (text) => [...text.matchAll(/[\d,]+(?=円)/g)].map(([n]) => Number(n.replaceAll(',', '')));
  if (verdict === 'ineligible') {
    return { low: 0, high: 0 };
  }
  // Without any expense no amount is shown, and a programme without a grant has none.
  const [low, high = low] = yen(amount ?? '0円');
  const [rate, cap = '', , own = '0円'] = facts;
  return { low, high, rate, cap: yen(cap)[0] ?? null, ownFunds: yen(own).at(-1) };
}

/** The Japanese texts of a widget in English that have no tag: they would be read as English words. */
export function untagged(widget) {
  return widget.root.evaluate((one) => {
    const found = [];
    const walker = document.createTreeWalker(one.shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const japanese = /[\u3041-\u9fff]/.test(textContent.replaceAll(/\([^)]*\)|"[^"]*"/g, ''));
      if (japanese && parentElement.closest('[lang]').lang !== 'ja') {
        found.push(textContent);
      }
    }
    return found;
  });
}
