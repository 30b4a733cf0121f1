// What pages see of the calculator. The tags below are what web/custom-elements.json and web/hojokin.d.ts are made of.

import { Calculation } from './calculation.js';
import { adopt } from './host.js';
import { near } from './near.js';

/**
 * 補助金シミュレーター: what Japan's programmes for small firms grant, worked out in the visitor's browser.
 *
 * After loading, nothing is requested but what is chosen (a round, a language), and nothing is sent.
 * docs/embedding.md says more of each of these.
 *
 * @tag hojokin-calculator
 * @slot - What is shown until the calculator runs, and stays if it cannot.
 *
 * @attr {string} programmes - Ids of the programmes and rounds that are offered, such as "jizokuka it/2025" (default: all).
 * @attr {string} edition - Id of the round to start with, such as "jizokuka/2026-20" (default: all programmes).
 * @attr {string} as-of - Day or moment in Japan for which to answer, such as "2026-12-15T17:00" (default: now).
 * @attr {'ja'|'ja-x-easy'|'en'} lang - Language to start with (default: ja).
 * @attr {'auto'|'light'|'dark'} theme - Colours (default: auto, as the visitor's system is set).
 * @attr {'guided'|'sheet'} mode - One question after the other, or everything at once (default: guided).
 * @attr {'lazy'|'eager'} loading - Loads when it is about to be seen, or at once (default: lazy).
 * @attr {string} prefecture - Answer to start with: the prefecture (都道府県), as "13" or "東京都".
 * @attr {string} industry - Answer to start with: the industry (業種), by its id or its Japanese name.
 * @attr {number} employees - Answer to start with: regular employees (従業員数), in people.
 * @attr {number} capital - Answer to start with: capital (資本金), in yen.
 * @attr {string} chamber-name - Name of the chamber (商工会議所・商工会), shown above the title.
 * @attr {string} contact-url - Where the chamber can be asked: an address with https:, http:, mailto: or tel:.
 * @attr {string} contact-tel - Telephone number of the chamber.
 * @attr {'values'} emit - Puts what is entered and what comes of it into events, and tells the visitor so.
 *
 * @fires {CustomEvent<HojokinDetail>} hojokin-ready - The calculator is on the screen.
 * @fires {CustomEvent<HojokinDetail>} hojokin-change - Something was entered or chosen.
 * @fires {CustomEvent<HojokinDetail>} hojokin-result - Another result is shown, and the typing has paused.
 * @fires {CustomEvent<HojokinDetail>} hojokin-share - A link was made.
 * @fires {CustomEvent<HojokinDetail>} hojokin-print - The page for paper has been given to the browser.
 * @fires {CustomEvent<HojokinFailure>} hojokin-error - Something could not be loaded, or a value means nothing.
 *
 * @cssprop [--hojokin-color-key=#0017c1] - Key colour; one with less than 4.5 : 1 to the surface is not taken.
 * @cssprop [--hojokin-color-key-dark=#9db7f9] - The same where it is dark.
 * @cssprop [--hojokin-font-family="Noto Sans JP", sans-serif] - Font.
 * @cssprop [--hojokin-font-size=1rem] - Size of letters, never under 16px.
 * @cssprop [--hojokin-radius=8px] - Radius of corners.
 * @cssprop [--hojokin-border=0] - Border around the calculator.
 * @cssprop [--hojokin-max-width=none] - Greatest width.
 * @cssprop [--hojokin-top=0] - What covers the top of the window, such as a fixed menu of the page.
 * @cssprop [--hojokin-bottom=0] - What covers the foot of the window.
 *
 * @csspart bar - The head with the names and the languages.
 * @csspart questions - Everything that is asked.
 * @csspart results - Everything that comes of it.
 * @csspart amount - The amount of the result.
 * @csspart card - A frame, or a programme in the list.
 * @csspart table - The frames side by side.
 * @csspart contact - Where the chamber can be asked.
 * @csspart button - Every button.
 */
export class HojokinCalculator extends HTMLElement {
  // The first two are what a page can say without needing more than the program (see host.js).
  static observedAttributes = ['chamber-name', 'loading', 'contact-url', 'contact-tel', 'programmes', 'edition', 'as-of',
    'lang', 'theme', 'mode', 'prefecture', 'industry', 'employees', 'capital', 'emit'];

  /** What runs while the element is on a page. */
  #run;
  /** The properties. */
  #own = {};

  /** @type {HojokinAnswers | undefined} Answers to start with, also when set before the script is there. */
  get answers() { return this.#own.answers; }
  set answers(value) { this.#set({ answers: value }); }

  /** @type {HojokinExpenses | undefined} Expenses (経費) to start with, in yen; also when set before the script. */
  get expenses() { return this.#own.expenses; }
  set expenses(value) { this.#set({ expenses: value }); }

  /**
   * What the calculator shows: of a chosen round one estimate, else a list.
   * @returns {Promise<HojokinResult>}
   */
  getResult() { return this.#ask('getResult'); }

  /**
   * Answers as if the visitor did; `null` takes an answer back.
   * @param {HojokinAnswers} [answers]
   * @param {HojokinExpenses} [expenses]
   * @returns {Promise<void>}
   */
  setAnswers(answers, expenses) { return this.#ask('setAnswers', answers, expenses); }

  /**
   * Empties everything but what the page gives.
   * @returns {Promise<void>}
   */
  reset() { return this.#ask('reset'); }

  /**
   * Prints the result on one A4 page.
   * @returns {Promise<void>}
   */
  print() { return this.#ask('print'); }

  connectedCallback() {
    adopt(this, ['answers', 'expenses']);
    if (!this.#run) {
      this.#run = new Calculation(this, this.#own);
      near(this, () => this.#run?.start(), this.#run.signal);
    }
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      // An element that was only moved is in its new place by now.
      if (!this.isConnected) {
        this.#run?.end();
        this.#run = undefined;
      }
    });
  }

  attributeChangedCallback() {
    this.#run?.changed();
  }

  #set(property) {
    Object.assign(this.#own, property);
    this.#run?.changed();
  }

  async #ask(name, ...values) {
    if (!this.#run) {
      throw new Error('The calculator is on no page.');
    }
    return this.#run.call(name, values);
  }
}
