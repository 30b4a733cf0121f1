// Holds the key colours of the page to a contrast of 4.5 : 1 with the widget's surface.

const NAME = '--hojokin-color-key';
// Luminances at that contrast: the most beside white, the least beside the dark surface (#1a1a1a).
const [MOST, LEAST] = [0.183, 0.223];

/** Whether the key colour of this name that `probe` has can be read; one that is not given within sRGB cannot. */
export function isLegible(probe, name) {
  probe.style.color = `var(${name})`;
  const [, ...rgb] = /^rgb\D+(\d+), (\d+), (\d+)/.exec(getComputedStyle(probe).color) ?? [];
  probe.style.color = '';
  const [r, g, b] = rgb.map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return name === NAME ? light < MOST : light > LEAST;
}

/** A sheet without the page's key colours that cannot be read. */
export function legible(probe) {
  const sheet = new CSSStyleSheet();
  for (const name of [NAME, `${NAME}-dark`]) {
    if (!isLegible(probe, name)) {
      // What a page sets yields only to what is important; without it, the built-in colour is taken.
      sheet.insertRule(`:host{${name}:initial!important}`);
    }
  }
  return sheet;
}
