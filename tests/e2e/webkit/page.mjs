// A page and what is on it, in the words of Playwright that the journeys use, so that each is written only once.

import { setTimeout as wait } from 'node:timers/promises';
import { Driver, until } from './driver.mjs';
import { find } from './find.mjs';

/** The keys that are not letters. */
const KEYS = {
  ArrowDown: '\uE015', ArrowLeft: '\uE012', ArrowRight: '\uE014', ArrowUp: '\uE013', Backspace: '\uE003', Control: '\uE009',
  Enter: '\uE007', Escape: '\uE00C', Shift: '\uE008', Space: ' ', Tab: '\uE004',
};

/** A text or a pattern, as the page can be told of it. */
function wanted(text, exact = false) {
  return text instanceof RegExp ? { source: text.source, flags: text.flags } : { words: text, exact };
}

/** Notes what must not happen from now on; what happens before the page is loaded the server's reports tell. */
function watch() {
  window.noted = [];
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => {
      window.noted.push(words.join(' '));
      say.apply(console, words);
    };
  }
  addEventListener('error', ({ message }) => window.noted.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.noted.push(String(reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    window.noted.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** What Playwright calls a browser. */
export class Browser {
  #driver;

  static async launch(program) {
    const made = new Browser();
    made.#driver = await Driver.start(program);
    return made;
  }

  async newPage({ viewport }) {
    const page = new Page(this.#driver, await this.#driver.open());
    await page.resize(viewport);
    return page;
  }

  close() {
    return this.#driver.end();
  }
}

class Page {
  #driver;
  #window;

  constructor(driver, window) {
    this.#driver = driver;
    this.#window = window;
    const press = async (key) => {
      const keys = key.split('+').map((one) => KEYS[one] ?? one);
      await this.#keys([...keys.map((value) => ['keyDown', value]), ...keys.reverse().map((value) => ['keyUp', value])]);
    };
    const type = (text) => this.#keys([...text].flatMap((value) => [['keyDown', value], ['keyUp', value]]));
    this.keyboard = { press, type };
  }

  #ask(method, path, body) {
    return this.#driver.in(this.#window, method, path, body);
  }

  #keys(presses) {
    const actions = presses.map(([type, value]) => ({ type, value }));
    return this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async press({ x, y }) {
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
    const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /** Gives the page this much room, or as little as the window can be made. */
  async resize({ width, height }) {
    await this.#ask('POST', '/window/rect', { width, height });
    const frame = await this.evaluate(() => outerHeight - innerHeight);
    await this.#ask('POST', '/window/rect', { width, height: height + frame });
  }

  async goto(url) {
    await this.#ask('POST', '/url', { url });
    await this.evaluate(watch);
  }

  async reload() {
    await this.#ask('POST', '/refresh', {});
    await this.evaluate(watch);
  }

  url() {
    return this.evaluate(() => location.href);
  }

  evaluate(act, value) {
    return this.run(`(${act})(value)`, value);
  }

  /** What this expression gives in the page, where `value` is known. */
  async run(expression, value) {
    const script = `const [text, done] = arguments;
      const run = async (value) => ${expression};
      run(text && JSON.parse(text)).then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
    const answer = JSON.parse(await this.#ask('POST', '/execute/async', { script, args: [JSON.stringify(value) ?? null] }));
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer.value;
  }

  waitForFunction(act, value) {
    return until(() => this.evaluate(act, value), act);
  }

  waitForTimeout(time) {
    return wait(time);
  }

  locator(selector) {
    return new Locator(this, [['css', selector]]);
  }

  /** What must not have happened, and did. */
  noted() {
    return this.evaluate(() => window.noted);
  }

  async close() {
    // Windows share their storage, pages must not.
    await this.evaluate(() => localStorage.clear());
    await this.#ask('DELETE', '/window');
  }
}

class Locator {
  #page;
  #steps;

  constructor(page, steps) {
    this.#page = page;
    this.#steps = steps;
  }

  #then(...step) {
    return new Locator(this.#page, [...this.#steps, step]);
  }

  page() {
    return this.#page;
  }

  locator(selector) {
    return this.#then('css', selector);
  }

  getByRole(role, { name, exact } = {}) {
    return this.#then('role', { role, named: name === undefined ? undefined : wanted(name, exact) });
  }

  getByText(text, { exact } = {}) {
    return this.#then('text', wanted(text, exact));
  }

  filter({ hasText, hasNotText }) {
    return hasText === undefined ? this.#then('hasNot', wanted(hasNotText)) : this.#then('has', wanted(hasText));
  }

  nth(n) {
    return this.#then('nth', n);
  }

  first() {
    return this.nth(0);
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, n) => this.nth(n));
  }

  evaluateAll(act, given) {
    return this.#page.run(`(${act})((${find})(value.steps), value.given)`, { steps: this.#steps, given });
  }

  /** Waits until there is one, and asks it. */
  async evaluate(act, given) {
    const ask = `(async ([one]) => one && { value: await (${act})(one, value.given) })((${find})(value.steps))`;
    const { value } = await until(() => this.#page.run(ask, { steps: this.#steps, given }), JSON.stringify(this.#steps));
    return value;
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  isVisible() {
    return this.evaluateAll(([one]) => one?.checkVisibility({ visibilityProperty: true }) ?? false);
  }

  async waitFor({ state = 'visible' } = {}) {
    const is = {
      visible: () => this.isVisible(),
      attached: () => this.count(),
      detached: async () => (await this.count()) === 0,
    };
    await until(is[state], `${JSON.stringify(this.#steps)} to be ${state}`);
  }

  textContent() {
    return this.evaluate((one) => one.textContent);
  }

  innerText() {
    return this.evaluate((one) => one.innerText);
  }

  allTextContents() {
    return this.evaluateAll((all) => all.map((one) => one.textContent));
  }

  inputValue() {
    return this.evaluate((one) => one.value);
  }

  isChecked() {
    return this.evaluate((one) => one.checked);
  }

  getAttribute(name) {
    return this.evaluate((one, name) => one.getAttribute(name), name);
  }

  focus() {
    return this.evaluate((one) => one.focus());
  }

  blur() {
    return this.evaluate((one) => one.blur());
  }

  /** Presses the button of the mouse over the middle of it, once it is there and nothing is over it. */
  async click() {
    const place = await until(() => this.evaluateAll(([one]) => {
      if (!one?.checkVisibility({ visibilityProperty: true }) || one.disabled) {
        return undefined;
      }
      one.scrollIntoView({ block: 'center', inline: 'center' });
      // Of a link or a name that goes on in the next line, the first part.
      const { left, top, width, height } = one.getClientRects()[0];
      const [x, y] = [left + width / 2, top + height / 2];
      const over = one.getRootNode().elementFromPoint(x, y);
      return one.contains(over) || over?.closest('label')?.control === one ? { x, y } : undefined;
    }), `${JSON.stringify(this.#steps)} to press`);
    await this.#page.press(place);
  }

  async #set(checked) {
    if ((await this.isChecked()) !== checked) {
      await this.click();
    }
  }

  check() {
    return this.#set(true);
  }

  uncheck() {
    return this.#set(false);
  }

  /** Types it in place of what is there. */
  async fill(text) {
    await this.evaluate((one) => {
      one.focus();
      one.select();
    });
    await (text === '' ? this.#page.keyboard.press('Backspace') : this.#page.keyboard.type(text));
  }

  async pressSequentially(text) {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  /** Chooses from a list, by value, place or name. */
  selectOption(choice) {
    return this.evaluate((one, choice) => {
      const { index, label, value = choice } = typeof choice === 'string' ? {} : choice;
      const options = [...one.options];
      one.selectedIndex = index ?? options.findIndex((option) => (label === undefined ? option.value === value : option.label === label));
      for (const type of ['input', 'change']) {
        one.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
    }, choice);
  }
}
