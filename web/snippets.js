// The lines that a site owner pastes into a page, for each way of putting the calculator there.

const FALLBACK = '計算を表示できないときは、お近くの商工会議所・商工会に相談してください。';

/** `text` as an attribute can hold it. */
function quoted(text) {
  const signs = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
  return `"${text.replace(/[&"<>]/g, (sign) => signs[sign])}"`;
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
  const [element, div, frame] = ['hojokin-calculator', 'div', 'iframe'];
  if (form === 'element' || form === 'div') {
    const [tag, start] = form === 'element' ? [element, listed(attributes)] : [div, ` data-hojokin${listed(attributes, 'data-')}`];
    return `${script(base, files, 'hojokin.js')}\n<${tag}${start}>\n  <p>${FALLBACK}</p>\n</${tag}>`;
  }
  if (form === 'frame') {
    const query = new URLSearchParams(attributes).toString();
    const src = quoted(`${base}embed.html${query && `?${query}`}`);
    return `<${frame} src=${src} data-hojokin-frame title="補助金シミュレーター" width="100%" height="900" loading="lazy"></${frame}>
${script(base, files, 'frame.js')}`;
  }
  return `<${element}${listed(attributes)}>`;
}
