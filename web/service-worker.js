// Keeps one version of the stand-alone page on the device, so that it works without a network.
//
// The build writes two lines above this: VERSION, and FILES, the files of that version with their hashes. A
// development build has no files, so that everything comes from the server.

const PREFIX = `hojokin ${registration.scope} `;
const NAME = PREFIX + VERSION;
const PAGE = 'index.html';

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(tidy()));

addEventListener('message', (event) => {
  if (event.data === 'update') {
    skipWaiting();
  } else if (event.data === VERSION) {
    event.waitUntil(mark(event.source.id).then(() => clients.claim()));
  }
});

// Whatever else lies beside the page, such as pages with a calculator in them, is left to the network.
addEventListener('fetch', (event) => {
  const { method, url, destination, mode } = event.request;
  const name = method === 'GET' && nameOf(url);
  if (name === PAGE && destination === 'document') {
    event.waitUntil(tidy());
    event.respondWith(page(event));
  } else if (name && mode !== 'navigate') {
    event.respondWith(part(event, name));
  }
});

/** The name of a file that is kept, by its address. */
function nameOf(address) {
  const [path] = address.split(/[?#]/);
  const name = path.startsWith(registration.scope) ? path.slice(registration.scope.length) || PAGE : '';
  return Object.hasOwn(FILES, name) ? name : undefined;
}

/** Fetches all files. If one is missing or of another version, the browser stays with the worker it had. */
async function keep() {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(Object.entries(FILES).map(([name, integrity]) => keepOne(cache, name, integrity)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function keepOne(cache, name, integrity) {
  const response = await fetch(name, { cache: 'no-cache', integrity });
  // The page has no hash, so that a site owner can write the own name into it.
  const other = name === PAGE && !(await response.clone().text()).includes(VERSION);
  if (!response.ok || other) {
    throw new Error(`${name} is not of version ${VERSION} (HTTP ${response.status})`);
  }
  // Without the mark of a redirection, with which a browser takes no page.
  await cache.put(name, new Response(response.body, response));
}

async function page({ request, resultingClientId }) {
  const kept = await (await caches.open(NAME)).match(PAGE);
  await (kept && mark(resultingClientId));
  return kept ?? fetch(request);
}

/** A file for a page: of that page's version, which is not this one's where the page was open before the update. */
async function part({ request, clientId }, name) {
  for (const key of await versions()) {
    const cache = await caches.open(key);
    if (await cache.match(`client/${clientId}`)) {
      return (await cache.match(name)) ?? fetch(request);
    }
  }
  return fetch(request);
}

/** Notes that this window shows the page of this version. */
async function mark(id) {
  await (await caches.open(NAME)).put(`client/${id}`, new Response());
}

async function versions() {
  return (await caches.keys()).filter((key) => key.startsWith(PREFIX));
}

/** Removes other versions that no window shows, unless one of them is about to come. */
async function tidy() {
  for (const key of registration.installing ?? registration.waiting ? [] : await versions()) {
    const marks = (await (await caches.open(key)).keys()).map(({ url }) => url.split('/client/').pop());
    const shown = await Promise.all(marks.map((id) => clients.get(id)));
    if (key !== NAME && !shown.some(Boolean)) {
      await caches.delete(key);
    }
  }
}
