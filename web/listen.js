// What a calculator listens to beside what happens in it.

/** Whether the address has a link in it, as far as can be told; some programs write = as %3D. */
export const linked = () => /[#&]hojokin(=|%3d)/i.test(location.hash);

/** Listens until the run ends. */
export function listen(run) {
  const { host, shadow, signal } = run;
  // A shared link can be put into the address while the page is open.
  addEventListener('hashchange', () => linked() && run.program?.follow(), { signal });
  host.addEventListener('keyup', ({ key }) => {
    if (key === 'Tab') {
      // Safari leaves what Tab leads to behind the bar at the foot.
      shadow.activeElement?.scrollIntoView({ block: 'nearest' });
    }
  }, { signal });
}
