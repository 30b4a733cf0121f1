/**
 * <hojokin-calculator> — 補助金シミュレーター
 *
 * Everything runs in the visitor's browser; after loading, nothing is requested but the texts
 * of a language that is chosen, and nothing is sent.
 *
 * Attributes
 *   edition        id of the round to start with, such as "jizokuka/2025-17" (default: all programmes)
 *   as-of          day for which to answer, such as "2024-05-10" (default: today in Japan)
 *   chamber-name   name of the chamber, shown above the title
 *   lang           language to start with: "ja" (default), "ja-x-easy" (やさしい日本語) or "en"; a visitor can choose another
 *   theme          "light", "dark" or "auto" (default: as the visitor's system is set)
 *
 * What stands between the tags is shown until the calculator runs, and stays if it cannot.
 *
 * CSS custom properties
 *   --hojokin-color-key      key colour (default: Digital Agency blue); --hojokin-color-key-dark where it is dark
 *   --hojokin-font-family    font (default: Noto Sans JP and the system's)
 *
 * Files beside this one: hojokin-widget.js, hojokin-widget_bg.wasm, hojokin.css, hojokin-{ja-x-easy,en}.txt.
 */

/** The program and its style sheet, loaded once for all calculators of a page. */
let parts;

function load() {
  parts ??= Promise.all([program(), styles()]).catch((error) => {
    // A failed load is tried again by the next calculator that is put on the page.
    parts = undefined;
    throw error;
  });
  return parts;
}

async function program() {
  // Asked for at once, not one after the other.
  const [widget, wasm] = await Promise.all([
    import('./hojokin-widget.js'),
    fetch(new URL('hojokin-widget_bg.wasm', import.meta.url)),
  ]);
  await widget.default({ module_or_path: wasm });
  return widget;
}

async function styles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await file('hojokin.css'));
  return sheet;
}

async function file(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${name}: HTTP ${response.status}`);
  }
  return response.text();
}

export class HojokinCalculator extends HTMLElement {
  static observedAttributes = ['edition', 'as-of', 'chamber-name', 'lang'];

  /** The running program. */
  #calculator;
  /** Opens a shared link that is put into the address while the page is open. */
  #follow = () => this.#calculator?.follow();

  connectedCallback() {
    addEventListener('hashchange', this.#follow);
    this.#start().catch((error) => {
      // The content between the tags stays; the page around is not touched.
      console.error('<hojokin-calculator> could not start.', error);
    });
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#follow);
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
    const [widget, sheet] = await load();
    if (!this.isConnected || this.#calculator) {
      return;
    }
    shadow.adoptedStyleSheets = [sheet];
    const root = document.createElement('div');
    shadow.replaceChildren(root);
    this.#calculator = new widget.Calculator(root, this, (lang) => {
      file(`hojokin-${lang}.txt`).then((texts) => this.#calculator?.speak(lang, texts), console.error);
    });
  }
}
