// Prints the calculator's page for paper alone: what stands around the calculator is not on it.

/** Prints what has the class `paper` in `shadow`, from a document of its own with the same styles. */
export function printAlone(shadow) {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // Some browsers put the empty document in place only now, others at once.
  frame.addEventListener('load', () => fill(frame, shadow), { once: true });
  shadow.append(frame);
}

function fill(frame, shadow) {
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
  const app = page.importNode(shadow.querySelector('.app'));
  app.append(page.importNode(shadow.querySelector('.paper'), true));
  body.append(app);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
