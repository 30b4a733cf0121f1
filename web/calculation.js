// One run of the calculator: from when its element is put on a page until it is taken away.

import { says, uncover } from './host.js';
import { linked, listen } from './listen.js';
import { later, load, more } from './load.js';
import { rootIn } from './root.js';
import { failed, tell } from './tell.js';

const TOLD = ['change', 'result', 'share'];

export class Calculation {
  #ending = new AbortController();
  signal = this.#ending.signal;
  #starting;

  /** What `host` shows, with its properties. */
  constructor(host, own) {
    Object.assign(this, { host, own });
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    listen(this);
    uncover(this.shadow);
  }

  /** Starts the program unless it is started; then it is there, or the page has been told that it cannot be. */
  start() {
    return (this.#starting ??= this.#start().catch((error) => {
      // The content between the tags stays; the page around is not touched, and can try again.
      this.#starting = undefined;
      failed(this, 'start', error);
    }));
  }

  async #start() {
    const { host, shadow } = this;
    if (host.hasAttribute('edition')) {
      // The program is going to ask for it; what fails now is told then.
      later('desk').catch(() => {});
    }
    // Asked for before the look at the page, which takes a while; one that only names itself needs nothing more.
    const [[[widget], sheet], api] = await Promise.all([
      load(),
      (says(host) || Object.keys(this.own).length) && more(),
    ]);
    if (this.signal.aborted) {
      return;
    }
    const root = rootIn(shadow, this.signal);
    shadow.adoptedStyleSheets = [sheet]; // without what was taken away from an earlier start
    if (api) {
      shadow.adoptedStyleSheets = [sheet, api.legible(root)];
    }
    this.program = new widget.Calculator(root, host, linked(), (name) => this.#called(name));
    if (api) {
      this.call('check').catch((error) => failed(this, 'load', error));
    }
    tell(this, 'ready');
  }

  /** Takes over the attributes and properties after one has changed. */
  changed() {
    if (this.host.getAttribute('loading') === 'eager') {
      this.start();
    }
    if (this.program) {
      this.program.update(this.host);
      this.call('check').catch((error) => failed(this, 'load', error));
    }
  }

  /** Calls what only some pages use. It comes with the desk at the latest, and fails if the program does not run. */
  async call(name, values) {
    const [api] = await Promise.all([more(), this.start()]);
    return api[name](this, values);
  }

  /** The program tells or wants something. */
  #called(name) {
    if (TOLD.includes(name)) {
      return tell(this, name);
    }
    return name === 'print' ? this.call(name) : this.bring(name);
  }

  /** Brings the program a part of it, or tells it that it could not be loaded. */
  async bring(name) {
    const text = await later(name).catch((error) => failed(this, 'load', error));
    this.program?.take(name, text);
    if (name === 'desk' && text !== undefined) {
      await this.call('furnish');
    }
  }

  end() {
    this.#ending.abort();
    this.program?.destroy();
    this.program = undefined;
    uncover(this.shadow);
  }
}
