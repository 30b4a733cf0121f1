// Makes <hojokin-calculator> known to the page. Loading this file twice, or a second version of it, does no harm.

import { HojokinCalculator } from './element.js';

const NAME = 'hojokin-calculator';
if (customElements.get(NAME)) {
  console.warn(`<${NAME}> is already defined on this page; this copy is not used.`);
} else {
  customElements.define(NAME, HojokinCalculator);
  fill();
  // For a page that loads this file without waiting for its own end.
  addEventListener('DOMContentLoaded', fill);
}

/** Puts a calculator into each `<div data-hojokin>`, which stays where editors take unknown tags away. */
function fill() {
  for (const place of document.querySelectorAll('[data-hojokin]')) {
    if (place.querySelector(NAME)) {
      continue;
    }
    const one = document.createElement(NAME);
    // No others: where people may write no scripts, data-onclick must not become one.
    for (const name of HojokinCalculator.observedAttributes) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null) {
        one.setAttribute(name, value);
      }
    }
    one.append(...place.childNodes);
    place.append(one);
  }
}
