// Gives the calculator of a page of its own the attributes that the page's address has.

/** Not `contact-url` and the like: somebody else's link must not tell people whom to turn to. */
const NAMES = [
  'as-of', 'capital', 'chamber-name', 'edition', 'employees', 'industry', 'lang', 'mode', 'prefecture', 'programmes', 'theme',
];

const calculator = document.querySelector('hojokin-calculator');
for (const [name, value] of new URLSearchParams(location.search)) {
  if (NAMES.includes(name)) {
    calculator.setAttribute(name, value);
  }
}
