// Prints the calculator's page for paper alone: what stands around the calculator is not on it.

/** Prints `paper`, which stands in `shadow`, from a document of its own with the same styles. */
export function printAlone(shadow, paper) {
  const app = shadow.querySelector('.app').cloneNode();
  app.append(paper.cloneNode(true));
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // Some browsers put the empty document in place only now, others at once.
  frame.addEventListener('load', () => fill(frame, shadow, app), { once: true });
  shadow.append(frame);
}

function fill(frame, shadow, app) {
  const { contentDocument: page, contentWindow: view } = frame;
  const sheet = (text) => {
    const made = new view.CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const rules = shadow.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  const body = page.body.attachShadow({ mode: 'open' });
  body.adoptedStyleSheets = [sheet(rules.map(({ cssText }) => cssText).join(''))];
  page.adoptedStyleSheets = [sheet('@page{size:A4;margin:10mm}body{margin:0}')];
  body.append(app);
  fit(app.lastChild);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** Does with `act` also what it puts off to the end of the turn: Firefox prints before that comes. */
export function atOnce(act) {
  const tasks = [];
  const { queueMicrotask } = window;
  window.queueMicrotask = (task) => tasks.push(task);
  try {
    act();
  } finally {
    window.queueMicrotask = queueMicrotask;
  }
  tasks.forEach((task) => task());
}

/** Calls `then` with the page for paper as soon as the program has put it there. */
export function whenThere(shadow, then) {
  const look = (changes, observer) => {
    const paper = shadow.querySelector('.paper');
    if (paper) {
      observer.disconnect();
      then(paper);
    }
  };
  new MutationObserver(look).observe(shadow, { childList: true, subtree: true });
}

/** What a sheet of A4 has room for within its margins (millimetres), less a little for rounding. */
const ROOM = { width: 190, height: 272 };
const PIXELS = 96 / 25.4;

/** Makes the letters of `paper` as small as one sheet needs: how much a page holds depends on the fonts of the device. */
export function fit(paper) {
  const { style } = paper;
  Object.assign(style, { display: 'block', position: 'absolute', visibility: 'hidden', width: `${ROOM.width}mm` });
  let size = parseFloat(getComputedStyle(paper).fontSize);
  while (size > 5 && paper.getBoundingClientRect().height > ROOM.height * PIXELS) {
    size *= 0.97;
    style.fontSize = `${size}px`;
  }
  for (const name of ['display', 'position', 'visibility', 'width']) {
    style[name] = '';
  }
}
