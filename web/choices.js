// The lists of the builder page: rounds, programmes, prefectures, industries.

/** What is offered of a programme: its id, its rounds, the latest first, and a name that no other one has. */
function programmes(editions) {
  const rounds = {};
  for (const one of editions) {
    (rounds[one.id.split('/')[0]] ??= []).unshift(one);
  }
  const all = Object.entries(rounds).map(([id, rounds]) => ({ id, rounds, name: rounds[0].name }));
  const same = ({ name }) => all.filter((other) => other.name === name);
  const named = all.map((one) => {
    // 「一般型・通常枠 第20回」 is one of the kind 「一般型・通常枠」.
    const [kind] = one.rounds[0].round.split(/[ （]/);
    return { ...one, label: same(one).length > 1 ? `${one.name}（${kind}）` : one.name, place: all.indexOf(same(one)[0]) };
  });
  return named.sort((one, other) => one.place - other.place);
}

/** The year with which the name of its latest round begins. */
const year = ({ rounds }) => Number(rounds[0].id.split('/')[1].slice(0, 4));

/** A round by its programme and its own name, with its last day. */
function option({ id, name, round, closes }) {
  const [year, month, day] = closes?.split('-').map(Number) ?? [];
  return new Option(`${name} ${round}${closes ? `（${year}年${month}月${day}日まで）` : ''}`, id);
}

function tick({ id, label }) {
  const [whole, box, text] = ['label', 'input', 'span'].map((tag) => document.createElement(tag));
  Object.assign(box, { type: 'checkbox', name: 'programmes', value: id });
  text.textContent = label;
  whole.append(box, text);
  return whole;
}

/** Puts into `form` what can be chosen there. */
export function offer(form, editions, { prefecture, industry }) {
  const all = programmes(editions);
  // Those whose calls go on, by what is known of them, come first.
  const since = Math.max(...all.map(year)) - 1;
  const groups = [all.filter((one) => year(one) >= since), all.filter((one) => year(one) < since)];
  const { elements } = form;
  elements.edition.append(...groups.flat().flatMap(({ rounds }) => rounds).map(option));
  form.querySelector('#since').textContent = since;
  ['recent', 'earlier'].forEach((id, n) => form.querySelector(`#${id}`).append(...groups[n].map(tick)));
  elements.prefecture.append(...prefecture.map(({ name }) => new Option(name, name)));
  elements.industry.append(...industry.map(({ id, name }) => new Option(name, id)));
}
