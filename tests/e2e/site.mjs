// The delivered page at an address of its own, which can be cut off and can get another version of its files.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { address } from './browser.mjs';

const WORKER = '/service-worker.js';

/** Passes on what the tests' server gives, until it is `cut`. */
export class Site {
  /** What is served in place of a file. */
  changed = new Map();
  /** More of the policy. */
  policy = '';
  /** The paths that were asked for, and what broke the policy. */
  asked = [];
  reports = [];

  static async start() {
    const site = new Site();
    site.server = createServer((request, response) => site.answer(request, response));
    await new Promise((done) => site.server.listen(0, '127.0.0.1', done));
    site.address = `http://127.0.0.1:${site.server.address().port}/`;
    return site;
  }

  /** From now on nothing is answered. */
  cut() {
    this.server.close();
    this.server.closeAllConnections();
  }

  async answer(request, response) {
    if (request.method === 'POST') {
      this.reports.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(204).end();
      return;
    }
    const path = new URL(request.url, address).pathname;
    this.asked.push(path);
    const { status, headers, body } = await this.original(request.url);
    const policy = headers['content-security-policy'] + this.policy;
    response.writeHead(status, { ...headers, 'content-security-policy': policy });
    response.end(this.changed.get(path) ?? body);
  }

  async original(path) {
    const answer = await fetch(new URL(path, address));
    const { 'transfer-encoding': _, 'content-length': __, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
  }

  /** What is served at a path. */
  async text(path) {
    return (this.changed.get(path) ?? (await this.original(path)).body).toString();
  }

  /** The version that the page would have. */
  async version() {
    return /name="version" content="(\w+)"/.exec(await this.text('/'))[1];
  }

  /** Puts another build in the place of this one, in which `name` is `text`; without its page if that lags `behind`. */
  async update(version, [name, text] = [], behind = false) {
    const old = await this.version();
    let worker = (await this.text(WORKER)).replaceAll(old, version);
    if (name) {
      const hash = `sha384-${createHash('sha384').update(text).digest('base64')}`;
      worker = worker.replace(new RegExp(`("${name}": ")[^"]*`), (_, before) => before + hash);
      this.changed.set(`/${name}`, text);
    }
    this.changed.set(WORKER, worker);
    for (const path of behind ? [] : ['/', '/index.html']) {
      this.changed.set(path, (await this.text(path)).replace(old, version));
    }
  }
}
