// Makes <hojokin-calculator> known to the page. Loading this file twice, or a second version of it, does no harm.

import { HojokinCalculator } from './element.js';

const NAME = 'hojokin-calculator';
if (customElements.get(NAME)) {
  console.warn(`<${NAME}> is already defined on this page; this copy is not used.`);
} else {
  customElements.define(NAME, HojokinCalculator);
}
