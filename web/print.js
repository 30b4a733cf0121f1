// Printing, and the part of the program for one round, which has the page for paper.

import { attend } from './attend.js';
import { printAlone, whenThere } from './paper.js';
import { tell } from './tell.js';

/** Where the page for paper is made when something is printed. */
const attending = new WeakSet();

/** Makes the page for paper also when the browser's own menu prints. */
export function furnish(run) {
  if (!attending.has(run)) {
    attending.add(run);
    attend(run.shadow, run.signal, (shown) => run.program?.paper(shown));
  }
}

export async function print(run) {
  await furnished(run);
  const { program, shadow } = run;
  await new Promise((done) => {
    whenThere(shadow, (paper) => {
      printAlone(shadow, paper);
      program.paper(false);
      done();
    });
    program.paper(true);
  });
  tell(run, 'print');
}

/** Sees to it that the part of the program for one round is there, if the program has not asked for it yet. */
export async function furnished(run) {
  if (!run.program) {
    throw new Error('The calculator could not be loaded.');
  }
  await run.bring('desk');
  if (!attending.has(run)) {
    throw new Error('A part of the calculator could not be loaded.');
  }
}
