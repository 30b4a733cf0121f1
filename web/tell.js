// What the page around is told.

/* global HOJOKIN_VERSION -- put in by the build. */

/** Raises an event that also reaches whoever listens further out. */
export function raise(host, kind, detail) {
  host.dispatchEvent(new CustomEvent(`hojokin-${kind}`, { bubbles: true, composed: true, detail }));
}

/** Tells what has happened, once the program has done with it. */
export function tell(run, kind) {
  const { host, shadow, signal } = run;
  setTimeout(async () => {
    const edition = shadow.getElementById('edition')?.value || null;
    const emits = host.getAttribute('emit') === 'values';
    const values = emits && (await run.call('values').catch(() => undefined));
    if (!signal.aborted) {
      raise(host, kind, { edition, version: HOJOKIN_VERSION, ...values });
    }
  });
}

/** Tells that the program could not `start`, or not `load` a part of it, unless nobody waits for it any longer. */
export function failed({ host, signal }, code, error) {
  if (!signal.aborted) {
    console.error(`<hojokin-calculator> could not ${code}.`, error);
    raise(host, 'error', { code });
  }
}
