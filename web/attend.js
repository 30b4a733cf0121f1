// Printing by the browser's own menu: it has the page for paper on it too.

import { atOnce, fit } from './paper.js';

/** Has the program put the page for paper into `shadow` by `paper`, until `signal`. */
export function attend(shadow, signal, paper) {
  addEventListener('beforeprint', () => {
    atOnce(() => paper(true));
    shadow.querySelectorAll('.paper').forEach(fit);
  }, { signal });
  addEventListener('afterprint', () => paper(false), { signal });
}
