// Holds the key colours of the page to a contrast of 4.5 : 1 with the widget's surface.

const NAME = '--hojokin-color-key';
// Luminances at that contrast: the most beside white, the least beside the dark surface (#1a1a1a).
const [MOST, LEAST] = [0.183, 0.223];

/** A sheet without the page's key colours that cannot be read; nor can one that is not given within sRGB. */
export function legible(probe) {
  const sheet = new CSSStyleSheet();
  for (const dark of ['', '-dark']) {
    probe.style.color = `var(${NAME}${dark})`;
    const [, ...rgb] = /^rgb\D+(\d+), (\d+), (\d+)/.exec(getComputedStyle(probe).color) ?? [];
    const [r, g, b] = rgb.map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
    const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if (!(dark ? light > LEAST : light < MOST)) {
      // What a page sets yields only to what is important; without it, the built-in colour is taken.
      sheet.insertRule(`:host{${NAME}${dark}:initial!important}`);
    }
  }
  probe.style.color = '';
  return sheet;
}
