// What only some pages use: answers from attributes and properties, methods, events with values, key colours; and
// printing. It is a file of its own, loaded when it is needed, at the latest with the part of the program for one round.

export { legible } from './colour.js';
export { check, getResult, reset, setAnswers, values } from './give.js';
export { HASHES } from './hashes.js';
export { furnish, print } from './print.js';
