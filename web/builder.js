// The page on which a site owner makes a snippet, with the calculator as it will be.

import { snippet } from './snippets.js';

const form = document.querySelector('form');
const find = (id) => document.getElementById(id);
const [code, preview, said] = ['code', 'preview', 'said'].map(find);

/** What versions.json says of the newest version. */
let files;

async function json(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${name}: HTTP ${response.status}`);
  }
  return response.json();
}

/** The chosen attributes: those that are not as they would be anyway. */
function attributes() {
  const names = ['edition', 'lang', 'theme', 'mode', 'chamber-name'];
  return names.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value);
}

function write() {
  const { way, base } = form.elements;
  code.value = snippet(way.value, attributes(), base.value.trim().replace(/\/*$/, '/'), files);
  said.textContent = '';
  code.style.height = '';
  code.style.height = `${code.scrollHeight + code.offsetHeight - code.clientHeight}px`;
  document.querySelectorAll('[data-way]').forEach((one) => {
    one.hidden = !one.dataset.way.split(' ').includes(way.value);
  });
}

/** A calculator anew, as a visitor finds it. */
function show() {
  const one = document.createElement('hojokin-calculator');
  // At once, also where it is below the form.
  [...attributes(), ['loading', 'eager']].forEach(([name, value]) => one.setAttribute(name, value));
  preview.replaceChildren(one);
}

async function copy() {
  code.focus();
  code.select();
  try {
    await navigator.clipboard.writeText(code.value);
    said.textContent = 'コピーしました。';
  } catch {
    said.textContent = 'コードを選びました。Ctrl+C（Mac は ⌘+C）でコピーしてください。';
  }
}

/** A round by its programme and its own name, with its last day. */
function option({ id, name, round, closes }) {
  const [year, month, day] = closes?.split('-').map(Number) ?? [];
  return new Option(`${name} ${round}${closes ? `（${year}年${month}月${day}日まで）` : ''}`, id);
}

async function start() {
  const [versions, editions] = await Promise.all(['versions.json', 'editions.json'].map(json));
  const newest = Object.keys(versions).sort(new Intl.Collator('en', { numeric: true }).compare).pop();
  files = versions[newest];
  form.elements.edition.append(...editions.map(option));
  form.elements.base.value = new URL(`v${newest}/`, import.meta.url).href;
  find('save').href = `v${newest}/hojokin.html`;
  find('version').textContent = newest;
  form.addEventListener('input', write);
  form.addEventListener('change', ({ target }) => {
    if (!['way', 'base'].includes(target.name)) {
      show();
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  find('copy').addEventListener('click', copy);
  write();
  show();
}

start().catch((error) => {
  said.textContent = 'このページに要るファイルを読み込めませんでした。配布物がすべて置かれているか確かめてください。';
  console.error(error);
});
