// What the page around gives the program, and what it gets.

import { furnished } from './print.js';
import { complain, mistakes, ofAttributes, ofObjects } from './values.js';

/** For each run what its page has given last: the keys, and all of it as lines. */
const given = new WeakMap();
/** For each run whether the person is told that the page gets what is entered, and when that is on the screen. */
const emitting = new WeakMap();
/** For each run where its page says that the chamber can be asked. */
const contacts = new WeakMap();

/** Says what of attributes and properties means nothing, and gives the program what they answer. */
export async function check(run) {
  complain(run, mistakes(run.host));
  const contact = ['contact-url', 'contact-tel'].map((name) => run.host.getAttribute(name)?.trim() ?? '').join('\n');
  if (contact !== (contacts.get(run) ?? '\n')) {
    contacts.set(run, contact);
    await ask(run, 'contact', contact);
  }
  await tellOfEmitting(run);
  await give(run, 'give');
}

/** Gives the program everything that the page gives, if it is not what it was; what is no longer given is taken back. */
async function give(run, how) {
  const { keys = [], lines = '' } = given.get(run) ?? {};
  const wrong = [];
  const entries = new Map([...ofAttributes(run.host), ...ofObjects(run.own, wrong)]);
  const now = { keys: [...entries.keys()], lines: written(entries) };
  given.set(run, now);
  complain(run, wrong.map(([key]) => key));
  if (how === 'reset' || now.lines !== lines) {
    const gone = keys.filter((key) => !entries.has(key)).map((key) => [key, '']);
    await ask(run, how, written([...gone, ...entries]));
  }
}

function written(entries) {
  return [...entries].map(([key, text]) => `${key}=${text.replaceAll(/[\r\n]/g, ' ')}`).join('\n');
}

/** Has the desk do something, and waits until that is on the screen; what of the entries means nothing is said. */
async function ask(run, name, text) {
  await furnished(run);
  const wrong = run.program.take(name, text);
  complain(run, (wrong ?? '').split(' ').filter(Boolean));
  await new Promise((done) => setTimeout(done));
}

export async function setAnswers(run, [answers, expenses]) {
  const wrong = [];
  const entries = ofObjects({ answers, expenses }, wrong);
  complain(run, wrong.map(([key]) => key));
  await ask(run, 'set', written(entries));
}

export function reset(run) {
  return give(run, 'reset');
}

/** Tells the person that the page gets what is entered, or no longer. */
function tellOfEmitting(run) {
  const emits = run.host.getAttribute('emit') === 'values';
  const was = emitting.get(run) ?? { emits: false };
  if (emits !== was.emits) {
    emitting.set(run, { emits, shown: ask(run, 'emits', emits ? '' : undefined) });
  }
  return emitting.get(run)?.shown;
}

/** The case and what it comes to, for an event: not before the person has been told. */
export async function values(run) {
  await tellOfEmitting(run);
  return both(run);
}

async function both(run) {
  await furnished(run);
  return JSON.parse(run.program.take('result'));
}

export async function getResult(run) {
  // With what the page has just given.
  await check(run);
  return (await both(run)).result;
}
