// A WebKit that is driven by W3C WebDriver: its processes, and the few commands that the tests need of it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a WebDriver server says once nothing more has to be waited for. */
const PATIENCE = 30_000;

/** A process that is ended with the tests. */
function start(program, words, options = {}) {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], ...options });
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** Starts a screen that nobody sees, and tells its name. */
async function screen() {
  // It takes the first number that is free, and writes it to the fourth channel.
  const child = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']);
  const [number] = await once(child.stdio[3], 'data');
  return { child, name: `:${String(number).trim()}` };
}

/** Waits until `ask` gives something, and gives it. */
export async function until(ask, what) {
  const end = Date.now() + PATIENCE;
  let problem;
  while (Date.now() < end) {
    try {
      const found = await ask();
      if (found) {
        return found;
      }
    } catch (error) {
      problem = error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain for ${what}`, { cause: problem });
}

export class Driver {
  /** Commands are done one after the other: each is for the window that is chosen at the time. */
  #last = Promise.resolve();
  #window;

  /** Starts `program` with the browser that it knows, on a screen of its own. */
  static async start(program) {
    const driver = new Driver();
    driver.screen = await screen();
    const port = 20_000 + (process.pid % 20_000);
    driver.child = start(program, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: driver.screen.name, GDK_BACKEND: 'x11' },
    });
    driver.address = `http://127.0.0.1:${port}`;
    await until(() => driver.ask('GET', '/status'), program);
    const { sessionId } = await driver.ask('POST', '/session', { capabilities: {} });
    driver.address += `/session/${sessionId}`;
    // It stays open while the others come and go.
    driver.first = await driver.ask('GET', '/window');
    return driver;
  }

  async ask(method, path, body) {
    const answer = await fetch(this.address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) {
      throw new Error(`${path}: ${value.error} ${value.message}`);
    }
    return value;
  }

  /** Opens a window, and tells its handle. */
  async open() {
    const { handle } = await this.in(this.first, 'POST', '/window/new', { type: 'window' });
    return handle;
  }

  /** Does a command in `window`. */
  in(window, method, path, body) {
    const done = this.#last.then(async () => {
      if (this.#window !== window) {
        await this.ask('POST', '/window', { handle: window });
        this.#window = window;
      }
      return this.ask(method, path, body);
    });
    this.#last = done.catch(() => {});
    return done;
  }

  async end() {
    await this.ask('DELETE', '').catch(() => {});
    this.child.kill();
    this.screen.child.kill();
  }
}
