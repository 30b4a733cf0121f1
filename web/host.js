// What a page says by the element itself.

/** Whether it says more than its name and when to load: by other attributes of ours, or by a key colour. */
export function says(host) {
  const [, , ...others] = host.constructor.observedAttributes;
  const style = getComputedStyle(host);
  const key = '--hojokin-color-key';
  return others.some((name) => host.hasAttribute(name)) ||
    [key, `${key}-dark`].some((name) => style.getPropertyValue(name));
}

/** Shows what stands between the tags of the element around `shadow`. */
export function uncover(shadow) {
  shadow.replaceChildren(document.createElement('slot'));
}

/** Takes over the properties that were set before the class was known: they stand in the way of the class's own. */
export function adopt(host, names) {
  for (const name of names.filter((name) => Object.hasOwn(host, name))) {
    const value = host[name];
    delete host[name];
    host[name] = value;
  }
}
