// When a calculator is loaded: near the viewport, unless its attribute says that it is at once.

/** Calls `then` once `element` is about to be seen or printed, which a browser that cannot tell always says. */
export function near(element, then, signal) {
  if (element.getAttribute('loading') === 'eager' || !globalThis.IntersectionObserver) {
    return then();
  }
  addEventListener('beforeprint', then, { signal });
  // From one screen away on.
  const observer = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) {
      observer.disconnect();
      then();
    }
  }, { rootMargin: '100%' });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
