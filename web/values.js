// What the values of attributes and properties can be, and what is said of those that mean nothing.

import { isAddress, isTelephone } from './contact.js';
import { raise } from './tell.js';

/* global EDITIONS -- put in by the build. */

/** The ids of all rounds. */
const ROUNDS = EDITIONS;

/** Attributes that answer a question. */
const ANSWERS = ['prefecture', 'industry', 'employees', 'capital'];

const one = (...known) => (value) => known.includes(value);

/** Whether there is a day of the calendar in front. */
function isDay(value) {
  const [day] = value.split('T');
  const date = new Date(`${day}T00:00Z`);
  // Some browsers take the 30th of February for the 1st of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** For each attribute whether a value means something, and what to do if not. */
const ATTRIBUTES = {
  programmes: [(value) => value.split(/[,\s]+/).every((id) => ROUNDS.some((round) => !id || `${round}/`.startsWith(`${id}/`))),
    'take ids of programmes ("jizokuka") or rounds ("jizokuka/2026-20"), with spaces or commas between them'],
  edition: [one(...ROUNDS), 'take the id of a round, such as "jizokuka/2026-20"'],
  'as-of': [(value) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(value) && isDay(value),
    'write a day as 2026-11-21'],
  lang: [(value) => /^(ja|en)(-|$)/i.test(value), 'take ja, ja-x-easy or en'],
  mode: [one('guided', 'sheet'), 'take guided or sheet'],
  theme: [one('light', 'dark', 'auto'), 'take light, dark or auto'],
  loading: [one('lazy', 'eager'), 'take lazy or eager'],
  emit: [one('values'), 'take values, or leave it out'],
  'contact-url': [isAddress, 'write an address that begins with https://, http://, mailto: or tel:'],
  'contact-tel': [isTelephone, 'write digits, +, -, spaces and brackets'],
};

/** The attributes of `host` with values that mean nothing. */
export function mistakes(host) {
  return Object.keys(ATTRIBUTES).filter((name) => {
    const value = host.getAttribute(name);
    return value && !ATTRIBUTES[name][0](value);
  });
}

/** What the attributes of `host` answer. */
export function ofAttributes(host) {
  return ANSWERS.filter((name) => host.hasAttribute(name)).map((name) => [name, host.getAttribute(name)]);
}

/** What `answers` and `expenses` hold, by key; `null` takes back. What cannot be a value is put into `wrong`. */
export function ofObjects(objects, wrong) {
  const found = [];
  for (const [name, head] of [['answers', ''], ['expenses', 'x.']]) {
    try {
      const object = objects[name] ?? {};
      if (typeof object !== 'object') {
        throw new TypeError(name);
      }
      for (const [key, value] of Object.entries(object)) {
        const text = typeof value === 'boolean' ? 'ny'[Number(value)] : String(value ?? '');
        (/^[\w.-]+$/.test(key) && typeof value !== 'object' || value === null ? found : wrong).push([head + key, text]);
      }
    } catch {
      // An object of a page can do anything when it is read.
      wrong.push([name]);
    }
  }
  return found;
}

/** For each element what has been said, by name. */
const said = new WeakMap();

/** Says once of each of these names, until it changes, that its value means nothing. */
export function complain({ host }, names) {
  const told = said.get(host) ?? said.set(host, new Map()).get(host);
  for (const key of names) {
    const name = key.replace('x.', '');
    const value = host.getAttribute(name);
    const code = value !== null ? 'attribute' : key.startsWith('x.') || key === 'expenses' ? 'expenses' : 'answers';
    if (told.get(key) !== value || !told.has(key)) {
      told.set(key, value);
      const what = ATTRIBUTES[name]?.[1] ?? 'its values are listed in docs/embedding.md';
      console.warn(`<hojokin-calculator> leaves out ${code === 'attribute' ? `the attribute ${name}` : `${code}: ${name}`}: ${what}.`);
      raise(host, 'error', { code, name });
    }
  }
}
