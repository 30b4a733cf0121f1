// What a careless or hostile page and link give to a calculator. All of this runs in the page, from one seed.

/** Fuzzes the attributes of the page's first calculator; gives what has happened that must not. */
export function fuzzAttributes({ seed, count }) {
  const { below, pick, payload, watch } = globalThis.fuzz(seed);
  const one = document.querySelector('hojokin-calculator');
  const names = [...customElements.get('hojokin-calculator').observedAttributes, 'theme', 'hidden', 'dir', 'nonce'];
  const seen = watch(one);
  return seen.during(count, () => {
    const name = pick(names);
    below(5) === 0 ? one.removeAttribute(name) : one.setAttribute(name, payload());
  });
}

/** Fuzzes the fragment of the address: texts of every kind, and links whose checksum is right. */
export function fuzzFragments({ seed, count, keys }) {
  const { below, pick, payload, watch } = globalThis.fuzz(seed);
  const checksum = (text) => {
    let rest = new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
    let sum = '';
    for (; rest !== 0; rest = Math.floor(rest / 36)) {
      sum += (rest % 36).toString(36);
    }
    return sum;
  };
  const value = () => pick([payload(), 'y', 'n', String(below(1e9)), `${below(1e6)}-${below(1e6)}`, 'jizokuka/2026-20', '2024-05-10']);
  const link = () => {
    const entries = Array.from({ length: 1 + below(8) }, () => `${pick(keys)}=${value()}`).join(';');
    return `hojokin=${pick(['1', '1', '1', '2', '', '-1'])}.${entries}.${below(8) === 0 ? payload() : checksum(entries)}`;
  };
  const seen = watch(document.querySelector('hojokin-calculator'));
  return seen.during(count, () => {
    location.hash = below(3) === 0 ? payload() : `${below(4) === 0 ? `${payload()}&` : ''}${link()}`;
    // At once, so that each is read; the browser's own, later, is kept back.
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** Fuzzes the properties and the methods that take objects: known and unknown keys, values of every kind. */
export function fuzzProperties({ seed, count, facts, categories }) {
  const { below, pick, payload, watch } = globalThis.fuzz(seed);
  const one = document.querySelector('hojokin-calculator');
  const hostile = () => { throw new Error('no'); };
  const value = (depth = 0) => pick([
    payload, () => below(1e13), () => -below(10), () => below(100) / 7, () => below(2) === 0, () => null, () => undefined,
    () => NaN, () => Infinity, () => 10n ** 30n, () => Symbol('s'), () => hostile, () => new Date(NaN), () => [value(depth + 1)],
    () => (depth < 3 ? object(depth + 1) : {}), () => ({ toString: hostile, valueOf: hostile, toJSON: hostile }),
  ])();
  const key = () => pick([() => pick(facts), () => pick(categories), () => payload(), () => '__proto__'])();
  const object = (depth = 0) => {
    const made = below(4) === 0 ? Object.create(null) : {};
    for (let left = below(6); left > 0; left -= 1) {
      const name = key();
      if (below(20) === 0) {
        Object.defineProperty(made, name, { enumerable: true, configurable: true, get: hostile });
      } else {
        Object.defineProperty(made, name, { enumerable: true, configurable: true, writable: true, value: value(depth) });
      }
    }
    return below(20) === 0 ? new Proxy(made, { ownKeys: hostile }) : made;
  };
  const ignore = () => {};
  const seen = watch(one);
  return seen.during(count, () => {
    pick([
      () => (one.answers = below(8) === 0 ? value() : object()),
      () => (one.expenses = below(8) === 0 ? value() : object()),
      () => one.setAnswers(object(), object()).catch(ignore),
      () => one.setAnswers(value(), value()).catch(ignore),
      () => below(20) === 0 && one.reset().catch(ignore),
      () => below(20) === 0 && one.getResult().catch(ignore),
    ])();
  });
}

/** Puts the tools of all into the page; runs before everything else there. */
export function prepare() {
  addEventListener('hashchange', (event) => event.isTrusted && event.stopImmediatePropagation());
  const PAYLOADS = [
    '<script>globalThis.ran = true</script>', '"><img src=x onerror="globalThis.ran = true">',
    '<svg onload="globalThis.ran = true">', 'javascript:globalThis.ran = true', 'JaVaScRiPt:globalThis.ran=true//',
    'data:text/html,<script>opener.ran=true</script>', "');globalThis.ran=true;('", '${globalThis.ran=true}',
    '{{constructor.constructor("globalThis.ran=true")()}}', '</style><script>globalThis.ran=true</script>',
    '__proto__', 'constructor', '__proto__=y', '', ' ', '\0', '\uD800', '\u202e\u2066', '👩‍👩‍👧‍👦', 'ﷺ'.repeat(500), '一二三', '％０',
    '%', '%E0%A4%A', '%00', '%3B%3D', 'a'.repeat(10_000), '(('.repeat(2_000), '-1', '1e309', 'NaN', '18446744073709551616',
    '9'.repeat(400), '2024-02-30', '0000-00-00', '99999-12-31', '2024-05-10T25:61', '-2024-05-10', '2024-05-10', '2026-11-21',
    'jizokuka/2024-16', 'jizokuka/2014', 'jizokuka/', '/', '../../etc/passwd', 'ja', 'en', 'ja-x-easy', 'sheet', 'guided', 'dark',
    'auto', 'true', 'null', 'undefined', '[object Object]', '{"a":1}', '13', 'retail', 'values', 'lazy', 'eager', '#', '?', '&',
  ];
  globalThis.fuzz = (seed) => {
    const random = () => {
      // mulberry32
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const below = (count) => Math.floor(random() * count);
    const pick = (list) => list[below(list.length)];
    const payload = () => {
      const text = pick(PAYLOADS);
      const at = below(text.length + 1);
      return pick([
        () => text,
        () => text + pick(PAYLOADS),
        () => text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(at + below(3)),
      ])();
    };
    return { below, pick, payload, watch };
  };

  /** Watches what must not change. */
  function watch(one) {
    const wrong = [];
    const note = (what) => wrong.push(what);
    addEventListener('error', ({ message }) => note(`error: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) => note(`rejection: ${reason}`));
    const observer = new MutationObserver((changes) => {
      for (const { target, type, attributeName } of changes) {
        if (target !== one || type !== 'attributes') {
          note(`${type} of ${target.nodeName} ${attributeName ?? ''}`);
        }
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const outside = () => [document.title, document.cookie, localStorage.length, sessionStorage.length, window.length,
      location.pathname, ...Object.keys(window).sort()].join();
    const before = outside();

    /** A script, a handler or an address that would run one, within the calculator. */
    const look = () => {
      for (const node of one.shadowRoot.querySelectorAll('*')) {
        const handler = node.getAttributeNames().find((name) => name.startsWith('on') || name === 'srcdoc');
        const target = ['href', 'src', 'action', 'formaction', 'xlink:href'].map((name) => node.getAttribute(name)).find((value) =>
          value && !/^(https:|#|tel:[\d+-]+$)/.test(value) && new URL(value, location.href).origin !== location.origin);
        if (node.localName === 'script' || handler || target) {
          note(`${node.localName} ${handler ?? ''} ${target ?? ''}`);
        }
      }
    };
    const pause = () => new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage('');
    });
    return {
      async during(count, act) {
        for (let round = 1; round <= count && wrong.length === 0; round += 1) {
          act();
          await pause();
          if (round % 250 === 0) {
            look();
          }
        }
        await new Promise((done) => setTimeout(done, 300));
        look();
        observer.takeRecords();
        observer.disconnect();
        if (globalThis.ran !== undefined) {
          note('a script ran');
        }
        if (outside() !== before) {
          note(`outside: ${before} became ${outside()}`);
        }
        return wrong.slice(0, 10);
      },
    };
  }
}
