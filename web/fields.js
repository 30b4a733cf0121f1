// What the fields of the builder page give the calculator, and what is said of what it cannot take.

import { isLegible } from './colour.js';
import { isAddress, isTelephone } from './contact.js';

/** The attributes, each with a field of its name, in their order in the code. */
const ATTRIBUTES = ['chamber-name', 'contact-url', 'contact-tel', 'edition', 'programmes', 'mode', 'lang', 'theme',
  'prefecture', 'industry', 'employees', 'capital', 'as-of', 'loading', 'emit'];

/** Custom properties with fields of their names, but for the hyphens in front. */
const PROPERTIES = ['hojokin-color-key', 'hojokin-color-key-dark'];

/** What a unit behind a number stands for. */
const UNITS = { '': 1, 万: 10_000, 億: 100_000_000 };

/** As it is written in half-width signs. */
const half = (text) => text.normalize('NFKC').replace(/[‐‑–—―−ー]/g, '-');

function whole(text) {
  const plain = half(text).replace(/\s/g, '');
  const [, digits, unit] = /^¥?(\d+|\d{1,3}(?:,\d{3})+)([万億]?)[円人名]?$/.exec(plain) ?? [];
  const number = digits?.replaceAll(',', '') * UNITS[unit];
  return number <= 1e12 ? String(number) : undefined;
}

/** The colour, as it can be read there. */
function colour(text, property, advice) {
  if (!/^#([\da-f]{3}){1,2}$/i.test(text)) {
    return [undefined, '# に続けて、0〜9 と a〜f の 6 文字で書いてください。例：#0017c1'];
  }
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.setProperty(property, text);
  const isTaken = isLegible(probe, property);
  probe.remove();
  return isTaken ? [text] : [undefined, advice];
}

/** For fields in which anything can be written: the value, else `undefined` and what to do about it. */
const READ = {
  'contact-url': (text) => isAddress(text) && /:(\/\/)?[^\s/]\S*$/.test(text) ? [text]
    : [undefined, 'https://、http://、mailto:、tel: のどれかで始めてください。空白は入れられません。'],
  'contact-tel': (text) => isTelephone(half(text)) ? [half(text)]
    : [undefined, '数字と、- + ( ) だけで書いてください。例：03-1234-5678'],
  employees: (text) => [whole(text), '人数を数字で書いてください。例：5'],
  capital: (text) => [whole(text), '金額を数字で書いてください。例：10000000、1000万'],
  'hojokin-color-key': (text) => colour(text, '--hojokin-color-key',
    '白い背景では読みにくい色なので、使われません。もっと濃い色にしてください。'),
  'hojokin-color-key-dark': (text) => colour(text, '--hojokin-color-key-dark',
    '暗い背景では読みにくい色なので、使われません。もっと明るい色にしてください。'),
  base: (text) => /^(https?:\/\/[^\s/]|\.{0,2}\/)\S*$/.test(text) ? [text]
    : [undefined, 'https:// か http:// で始まるアドレスを書いてください。直すまで、コードにはこのページと同じ場所を入れておきます。'],
};

/** The value of what is chosen or written in a field, if it can be one; else what is said of it. */
export function read(field) {
  if (field.validity.badInput) {
    return [undefined, '年、月、日をすべて入れてください。'];
  }
  const text = field.type === 'checkbox' && !field.checked ? '' : field.value.trim();
  return text ? (READ[field.name]?.(text) ?? [text]) : [];
}

/** What the fields of these names give, as pairs; those that the chosen way has no use for are disabled. */
function pairs(form, names) {
  const values = (name) => [...form.querySelectorAll(`[name="${name}"]:enabled`)].map((field) => read(field)[0]);
  return names.map((name) => [name, values(name).filter(Boolean).join(' ')]).filter(([, value]) => value);
}

export const attributes = (form) => pairs(form, ATTRIBUTES);

export const properties = (form) => pairs(form, PROPERTIES).map(([name, value]) => [`--${name}`, value]);

/** Says at a field what is wrong with it, or no longer. */
export function judge(field) {
  const [value, wrong = ''] = read(field);
  const place = document.getElementById(`${field.id}-wrong`);
  if (place) {
    place.textContent = value ? '' : wrong;
    field.setAttribute('aria-invalid', String(Boolean(place.textContent)));
  }
}

/** Whether something wrong is said of a field. */
export function isWrong(field) {
  return field.getAttribute('aria-invalid') === 'true';
}

/** The fields with something in them that does not come into the code. */
export function leftOut(form) {
  const unused = (field) => field.matches('[id]:disabled') && field.validity && read(field).length > 0;
  return [...form.elements].filter((field) => isWrong(field) || unused(field));
}
