// What the page around gives the program, and what it gets.

import { furnished } from './print.js';
import { complain, mistakes, ofAttributes, ofObjects } from './values.js';

/** For each run what its page has given last, and when what the page has wanted so far is done. */
const records = new WeakMap();

/** Does `act` after what was wanted before: what a page says first counts first. */
function inTurn(run, act) {
  const record = records.get(run) ?? { keys: [], lines: '', contact: '\n', emits: false, turn: Promise.resolve() };
  records.set(run, record);
  const done = record.turn.then(() => act(record));
  record.turn = done.catch(() => {});
  return done;
}

/** Says what of attributes and properties means nothing, and gives the program what they answer. */
export function check(run) {
  return inTurn(run, (record) => checked(run, record));
}

async function checked(run, record) {
  complain(run, mistakes(run.host));
  const contact = ['contact-url', 'contact-tel'].map((name) => run.host.getAttribute(name)?.trim() ?? '').join('\n');
  if (contact !== record.contact) {
    await ask(run, 'contact', contact);
    record.contact = contact;
  }
  await tellOfEmitting(run, record);
  await give(run, record, 'give');
}

/** Gives the program everything that the page gives, if it is not what it was; what is no longer given is taken back. */
async function give(run, record, how) {
  const wrong = [];
  const entries = new Map([...ofAttributes(run.host), ...ofObjects(run.own, wrong)]);
  const lines = written(entries);
  complain(run, wrong.map(([key]) => key));
  if (how === 'reset' || lines !== record.lines) {
    const gone = record.keys.filter((key) => !entries.has(key)).map((key) => [key, '']);
    await ask(run, how, written([...gone, ...entries]));
    Object.assign(record, { keys: [...entries.keys()], lines });
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

export function setAnswers(run, [answers, expenses]) {
  return inTurn(run, () => {
    const wrong = [];
    const entries = ofObjects({ answers, expenses }, wrong);
    complain(run, wrong.map(([key]) => key));
    return ask(run, 'set', written(entries));
  });
}

export function reset(run) {
  return inTurn(run, (record) => give(run, record, 'reset'));
}

/** Tells the person that the page gets what is entered, or no longer. */
async function tellOfEmitting(run, record) {
  const emits = run.host.getAttribute('emit') === 'values';
  if (emits !== record.emits) {
    await ask(run, 'emits', emits ? '' : undefined);
    record.emits = emits;
  }
}

/** The case and what it comes to, for an event: not before the person has been told. */
export function values(run) {
  return inTurn(run, async (record) => {
    await tellOfEmitting(run, record);
    return both(run);
  });
}

/** What is on the screen, with what the page has just given. */
export function getResult(run) {
  return inTurn(run, async (record) => {
    await checked(run, record);
    return (await both(run)).result;
  });
}

async function both(run) {
  await furnished(run);
  return JSON.parse(run.program.take('result'));
}
