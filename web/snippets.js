// The lines that a site owner pastes into a page, for each way of putting the calculator there.

/** What is shown where the calculator cannot run. */
function fallback(attributes) {
  const { 'chamber-name': chamber = 'お近くの商工会議所・商工会' } = Object.fromEntries(attributes);
  return `計算を表示できないときは、${escaped(chamber)}に相談してください。`;
}

/** `text` as HTML can hold it. */
function escaped(text) {
  const signs = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&"<>]/g, (sign) => signs[sign]);
}

function quoted(text) {
  return `"${escaped(text)}"`;
}

/** Pairs as attributes, each after a space. */
function listed(pairs, prefix = '') {
  return pairs.map(([name, value]) => ` ${prefix}${name}=${quoted(value)}`).join('');
}

function script(base, files, name) {
  const src = quoted(base + name);
  return `<script type="module" src=${src} integrity="${files[name].integrity}" crossorigin="anonymous"></script>`;
}

/**
 * The snippet of a `form`: "element", "div", "frame" or "file".
 *
 * `attributes` are those of the calculator, as pairs; `base` is the address of the folder of the version, `files` what
 * versions.json says of it.
 */
export function snippet(form, attributes, base, files) {
  const around = (tag, start) => `<${tag}${start}>\n  <p>${fallback(attributes)}</p>\n</${tag}>`;
  switch (form) {
    case 'element':
      return `${script(base, files, 'hojokin.js')}\n${around('hojokin-calculator', listed(attributes))}`;
    case 'div':
      return `${script(base, files, 'hojokin.js')}\n${around('div', ` data-hojokin${listed(attributes, 'data-')}`)}`;
    case 'frame': {
      const query = new URLSearchParams(attributes).toString();
      const src = quoted(`${base}embed.html${query && `?${query}`}`);
      return `<iframe src=${src} data-hojokin-frame title="補助金シミュレーター" width="100%" height="900"></iframe>
${script(base, files, 'frame.js')}`;
    }
    default:
      return `<hojokin-calculator${listed(attributes)}>`;
  }
}

/** The rule that gives the calculators of a site these custom properties, for its own style sheet. */
export function sheet(properties) {
  return `hojokin-calculator {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`;
}
