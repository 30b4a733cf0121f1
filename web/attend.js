// What a calculator attends to beside what happens in it: printing by the browser's own menu, and where Tab leads.

import { atOnce, fit } from './paper.js';

/** Has the program put the page for paper there by `paper`, and keeps what has the focus in view, until `signal`. */
export function attend(element, signal, paper) {
  addEventListener('beforeprint', () => {
    atOnce(() => paper(true));
    element.shadowRoot.querySelectorAll('.paper').forEach(fit);
  }, { signal });
  addEventListener('afterprint', () => paper(false), { signal });
  // Safari leaves what Tab leads to behind the bar at the foot.
  element.addEventListener('keyup', ({ key }) => {
    if (key === 'Tab') {
      element.shadowRoot.activeElement?.scrollIntoView({ block: 'nearest' });
    }
  }, { signal });
}
