// The stand-alone page: keeps itself on the device, and says when there is a newer version. No other page loads this.

const { serviceWorker } = navigator;
const notice = document.querySelector('.update');
const { content: version } = document.querySelector('meta[name="version"]');

let told;

/** Shows the one sentence that is for this state. */
function say(state) {
  told = state;
  // For the style sheet: what has the focus is not to hide behind the sentence.
  document.documentElement.dataset.update = state;
  for (const line of notice.children) {
    line.hidden = line.dataset.when !== state;
  }
}

async function start() {
  const registration = await serviceWorker.register(script(new URL('service-worker.js', import.meta.url)));
  // A page from the network, of the version that is kept, goes on from there.
  const { active } = await serviceWorker.ready;
  if (!serviceWorker.controller) {
    active.postMessage(version);
  }
  follow(registration);
}

/** The address of a script as a page with Trusted Types wants it. */
function script(address) {
  const policy = globalThis.trustedTypes?.createPolicy('hojokin-page', { createScriptURL: (url) => url });
  return policy?.createScriptURL(address.href) ?? address.href;
}

/** Tells of every newer version, from the moment on at which the server has one. It waits until a person wants it. */
function follow(registration) {
  // One that replaces the page's own version behind its back was asked for in another window.
  let asked = false;
  let behind = Boolean(serviceWorker.controller);
  const tell = (worker) => {
    if (!worker || !serviceWorker.controller) {
      return;
    }
    const now = () => {
      if (worker.state === 'installing') {
        say('coming');
      } else if (worker.state === 'installed') {
        say('there');
      } else if (worker.state === 'redundant' && told === 'coming') {
        say('failed');
      }
    };
    worker.addEventListener('statechange', now);
    now();
  };
  tell(registration.waiting ?? registration.installing);
  registration.addEventListener('updatefound', () => tell(registration.installing));
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) {
      location.reload();
    } else if (behind) {
      say('there');
    }
    behind = true;
  });
  const [update, later] = notice.querySelectorAll('button');
  later.addEventListener('click', () => say('later'));
  update.addEventListener('click', () => {
    asked = true;
    if (registration.waiting) {
      registration.waiting.postMessage('update');
    } else {
      location.reload();
    }
  });
  const look = () => document.visibilityState === 'visible' && registration.update().catch(() => {});
  look();
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
}

/** What a page in development finds kept from a release at the same address is taken away. */
async function clear() {
  await (await serviceWorker.getRegistration())?.unregister();
}

/** Waits until the calculator has what it needs, or cannot start, and there is a network to fetch from. */
async function calm() {
  const ready = new Promise((done) => addEventListener('hojokin-ready', done, { once: true }));
  await Promise.race([ready, new Promise((done) => setTimeout(done, 5_000))]);
  await (navigator.onLine || new Promise((done) => addEventListener('online', done, { once: true })));
}

// In a frame of somebody's page nothing is kept. A page that comes from the device has all it needs.
if (serviceWorker && parent === window) {
  Promise.resolve(serviceWorker.controller ?? calm())
    .then(RELEASE ? start : clear)
    .catch((error) => console.warn('The page is not kept.', error));
}
