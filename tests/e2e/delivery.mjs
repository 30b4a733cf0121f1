// dist/ as a real host delivers it: compressed, and with what docs/hosting.md and docs/offline.md say of caches.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { address } from './browser.mjs';

/** What hosts compress; pictures are compressed already. */
const COMPRESSED = /^(text\/|application\/(wasm|json|manifest\+json)|image\/svg)/;

/** A server of the built files and of `pages`, markup by its path. */
export class Delivery {
  /** The paths that were asked for, in their order. */
  asked = [];
  #kept = new Map();
  #held = [];

  static async start(pages = {}) {
    const delivery = new Delivery();
    for (const [path, [type, text]] of Object.entries(pages)) {
      delivery.#keep(path, { 'content-type': type }, Buffer.from(text));
    }
    delivery.server = createServer((request, response) => delivery.#answer(request, response));
    await new Promise((done) => delivery.server.listen(0, '127.0.0.1', done));
    delivery.address = `http://127.0.0.1:${delivery.server.address().port}`;
    return delivery;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Keeps back what is asked for at paths that fit, until what is returned is called. */
  hold(paths) {
    const held = { paths };
    held.until = new Promise((done) => (held.release = done));
    this.#held.push(held);
    return held.release;
  }

  /** How many bytes travel for a path. */
  async weight(path) {
    return (await this.#file(path)).body.length;
  }

  async #answer(request, response) {
    const path = new URL(request.url, address).pathname;
    this.asked.push(path);
    await Promise.all(this.#held.filter(({ paths }) => paths.test(path)).map(({ until }) => until));
    const { status, headers, body } = await this.#file(path);
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  }

  async #file(path) {
    if (!this.#kept.has(path)) {
      const answer = await fetch(new URL(path, address));
      const headers = Object.fromEntries(['content-type', 'content-security-policy'].map((name) => [name, answer.headers.get(name) ?? '']));
      this.#keep(path, headers, Buffer.from(await answer.arrayBuffer()), answer.status);
    }
    return this.#kept.get(path);
  }

  #keep(path, headers, plain, status = 200) {
    const small = COMPRESSED.test(headers['content-type']);
    this.#kept.set(path, {
      status,
      body: small ? gzipSync(plain, { level: 9 }) : plain,
      headers: {
        ...headers,
        ...(small && { 'content-encoding': 'gzip' }),
        etag: `"${createHash('sha256').update(plain).digest('base64')}"`,
        'cache-control': freshness(path, headers['content-type']),
      },
    });
  }
}

/** The folder of a version never changes; a page and its worker are asked for each time; the rest can wait an hour. */
function freshness(path, type) {
  if (/^\/v\d/.test(path)) {
    return 'public, max-age=31536000, immutable';
  }
  return type.startsWith('text/html') || path === '/service-worker.js' ? 'no-cache' : 'max-age=3600';
}
