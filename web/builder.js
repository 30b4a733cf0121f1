// The page on which a site owner makes a snippet, with the calculator as it will be.

import { offer } from './choices.js';
import { copy, fill, say } from './copies.js';
import { attributes, isWrong, judge, leftOut, properties, read } from './fields.js';
import { sheet, snippet } from './snippets.js';

const form = document.querySelector('form');
const find = (id) => document.getElementById(id);

/** What versions.json says of the newest version, and the address of its folder beside this page. */
let files;
let here;

/** What the preview shows, as text. */
let shown;

async function json(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${name}: HTTP ${response.status}`);
  }
  return response.json();
}

function write() {
  const { way, base } = form.elements;
  const has = (ways) => ways.split(' ').includes(way.value);
  document.querySelectorAll('[data-way]').forEach((one) => (one.hidden = !has(one.dataset.way)));
  // What has been entered there stays, and is seen.
  form.querySelectorAll('[data-only]').forEach((one) => (one.disabled = !has(one.dataset.only)));
  const [address = here] = read(base);
  fill(find('code'), snippet(way.value, attributes(form), address.replace(/\/*$/, '/'), files));
  find('style').hidden = !properties(form).length;
  fill(find('css'), sheet(properties(form)));
  const chosen = form.querySelectorAll('[name=programmes]:checked').length;
  find('chosen').textContent = chosen ? `${chosen}つにしぼっています` : 'いまは、すべて見せます';
  warn(leftOut(form));
  say('');
}

/** Says beside the code which fields it leaves out. */
function warn(fields) {
  const links = fields.map((field) => {
    const link = document.createElement('a');
    link.href = `#${field.id}`;
    link.textContent = field.labels[0].textContent;
    return link;
  });
  find('left').hidden = !links.length;
  find('left-list').replaceChildren(...links.flatMap((link, n) => (n ? ['、', link] : [link])));
}

/** A calculator anew, as a visitor finds it, unless it is there already. */
function show() {
  const [given, styles] = [attributes(form), properties(form)];
  if (shown === JSON.stringify([given, styles])) {
    return;
  }
  shown = JSON.stringify([given, styles]);
  const one = document.createElement('hojokin-calculator');
  // At once, also where it is below the form.
  [...given, ['loading', 'eager']].forEach(([name, value]) => one.setAttribute(name, value));
  styles.forEach(([name, value]) => one.style.setProperty(name, value));
  find('preview').replaceChildren(one);
}

async function start() {
  const [versions, editions, choices] = await Promise.all(['versions.json', 'editions.json', 'choices.json'].map(json));
  const newest = Object.keys(versions).sort(new Intl.Collator('en', { numeric: true }).compare).pop();
  files = versions[newest];
  here = new URL(`v${newest}/`, import.meta.url).href;
  offer(form, editions, choices);
  form.elements.base.value = here;
  find('save').href = `v${newest}/hojokin.html`;
  find('version').textContent = newest;
  form.addEventListener('input', ({ target }) => {
    // What is wrong is said once the field is left; that it is right, at once.
    if (isWrong(target)) {
      judge(target);
    }
    write();
  });
  form.addEventListener('change', ({ target }) => {
    judge(target);
    write();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelectorAll('[data-copies]').forEach((one) => one.addEventListener('click', copy));
  write();
  show();
}

start().catch((error) => {
  say('このページに要るファイルを読み込めませんでした。配布物がすべて置かれているか確かめてください。');
  console.error(error);
});
