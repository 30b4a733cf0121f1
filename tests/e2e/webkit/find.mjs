// Finds elements as people name them: this runs in the page, so it stands alone and is handed over as text.

/** The elements that `steps` lead to, each step from all that the one before found. */
export function find(steps) {
  const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();
  const fits = (text, { source, flags, words, exact }) => {
    if (source !== undefined) {
      return new RegExp(source, flags).test(text);
    }
    return exact ? plain(text) === words : plain(text).toLowerCase().includes(words.toLowerCase());
  };
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const unique = (all) => [...new Set(all)];
  // What stands in shadow belongs to what stands around it.
  const within = (one, selector) => [
    ...one.querySelectorAll(selector),
    ...[one, ...one.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot, selector) : [])),
  ];
  const roles = {
    button: 'button',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    group: 'fieldset, [role=group]',
    img: 'img, [role=img]',
    radio: 'input[type=radio]',
    status: '[role=status]',
    textbox: 'textarea, input:not([type]), input[type=text]',
  };
  const text = (root, ids) => ids.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const name = (one) => {
    const by = one.getAttribute('aria-labelledby');
    const labels = [...(one.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const legend = one.localName === 'fieldset' && one.querySelector('legend')?.textContent;
    return one.getAttribute('aria-label') ?? ((by && text(one.getRootNode(), by)) || labels || legend || one.textContent);
  };
  const ways = {
    css: (from, selector) => unique(from.flatMap((one) => within(one, selector))),
    role: (from, { role, named }) =>
      ways.css(from, roles[role]).filter((one) => shown(one) && (!named || fits(name(one), named))),
    text: (from, wanted) => {
      const all = ways.css(from, '*').filter((one) => !['script', 'style'].includes(one.localName) && fits(one.textContent, wanted));
      // The innermost ones: what is around them has the text too.
      return all.filter((one) => !all.some((other) => other !== one && one.contains(other)));
    },
    has: (from, wanted) => from.filter((one) => fits(one.textContent, wanted)),
    hasNot: (from, wanted) => from.filter((one) => !fits(one.textContent, wanted)),
    nth: (from, n) => from.slice(n).slice(0, 1),
  };
  return steps.reduce((from, [way, what]) => ways[way](from, what), [document]);
}
