/**
 * <hojokin-calculator> — 補助金シミュレーター
 *
 * Everything runs in the visitor's browser; after loading, nothing is requested but the texts
 * of a language that is chosen and the part of the program for one round, and nothing is sent.
 *
 * Attributes
 *   edition        id of the round to start with, such as "jizokuka/2025-17" (default: all programmes)
 *   as-of          day for which to answer, such as "2024-05-10" (default: today in Japan)
 *   chamber-name   name of the chamber, shown above the title
 *   lang           language to start with: "ja" (default), "ja-x-easy" (やさしい日本語) or "en"; a visitor can choose another
 *   mode           "guided" (one question after the other, default) or "sheet" (everything at once)
 *   theme          "light", "dark" or "auto" (default: as the visitor's system is set)
 *
 * What stands between the tags is shown until the calculator runs (event hojokin-ready), and stays if it cannot.
 *
 * CSS custom properties
 *   --hojokin-color-key      key colour (default: Digital Agency blue); --hojokin-color-key-dark where it is dark;
 *                            one with less than 4.5 : 1 to the surface is not taken
 *   --hojokin-font-family    font (default: Noto Sans JP and the system's)
 *
 * Files beside this one: hojokin-widget.js, hojokin-widget_bg.wasm, hojokin.css; hojokin-desk.wasm
 * and hojokin-desk.css, which are loaded when one round is looked at; hojokin-ja-x-easy.txt and
 * hojokin-en.txt, when that language is chosen.
 */

import { attend } from './attend.js';
import { legible } from './colour.js';
import { later, load } from './load.js';
import { printAlone, whenThere } from './paper.js';
import { rootIn } from './root.js';

export class HojokinCalculator extends HTMLElement {
  static observedAttributes = ['edition', 'as-of', 'chamber-name', 'lang', 'mode'];

  /** The running program, and what ends its listening to the window. */
  #calculator;
  #gone;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    // A shared link can be put into the address while the page is open.
    addEventListener('hashchange', () => this.#calculator?.follow(), { signal });
    attend(this, signal, (shown) => this.#calculator?.paper(shown));
    this.#start().catch((error) => {
      // The content between the tags stays; the page around is not touched.
      console.error('<hojokin-calculator> could not start.', error);
    });
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#calculator?.destroy();
    this.#calculator = undefined;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  attributeChangedCallback() {
    this.#calculator?.update(this);
  }

  async #start() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.replaceChildren(document.createElement('slot'));
    if (this.hasAttribute('edition')) {
      // The program is going to ask for it; what fails now is told then.
      later('desk').catch(() => {});
    }
    const [[widget], sheet] = await load();
    if (!this.isConnected || this.#calculator) {
      return;
    }
    const root = rootIn(shadow, this.#gone.signal);
    shadow.adoptedStyleSheets = [sheet]; // without what was taken away from an earlier start
    shadow.adoptedStyleSheets = [sheet, legible(root)];
    this.#calculator = new widget.Calculator(root, this, (name) => this.#fetch(name), () => {
      this.#paper((paper) => {
        printAlone(shadow, paper);
        this.#paper();
      });
    });
    // The program is on the screen before the next task.
    setTimeout(() => this.dispatchEvent(new CustomEvent('hojokin-ready', { bubbles: true, composed: true })));
  }

  /** Gives the program what it has asked for, or tells it that it could not be loaded. */
  async #fetch(name) {
    const text = await later(name).catch(console.error);
    this.#calculator?.take(name, text);
  }

  /** Makes the page for paper and gives it to `then`, or takes it away. */
  #paper(then) {
    if (then) {
      whenThere(this.shadowRoot, then);
    }
    this.#calculator?.paper(Boolean(then));
  }
}
