// Colours that the visitor's system forces, and motion that it does not want.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { close, launch, open } from './browser.mjs';
import { STATES } from './states.mjs';
import { Widget } from './widget.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function forced(state) {
  const opened = await open(browser, 'pages/one.html');
  await opened.page.emulateMedia({ forcedColors: 'active' });
  const widget = new Widget(opened.page);
  await STATES[state](widget);
  return { opened, widget };
}

/** How the first element that this finds looks. */
function look(widget, found, names) {
  return widget.root.locator(found).first().evaluate((one, names) => {
    const style = getComputedStyle(one);
    return Object.fromEntries(names.map((name) => [name, style[name]]));
  }, names);
}

test('with forced colours every control has an edge, and what is pressed or chosen another', async () => {
  const { opened, widget } = await forced('everything unfolded');
  const bare = await widget.root.evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('button, select, input:not([type=radio], [type=checkbox]), textarea')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(one);
        return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
      })
      .map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(bare, []);
  const names = ['backgroundColor', 'color', 'borderTopColor', 'borderTopWidth'];
  for (const group of ['.modes__mode', '.bar__language', '.frame-table__frame']) {
    const pressed = await look(widget, `${group}[aria-pressed=true]`, names);
    const other = await look(widget, `${group}[aria-pressed=false]`, names);
    assert.notDeepEqual(pressed, other, `${group}: what is pressed looks otherwise`);
    assert.notEqual(pressed.color, pressed.backgroundColor, group);
  }
  const edge = await look(widget, '.truth-field__choice', ['borderTopStyle', 'borderTopColor', 'backgroundColor']);
  assert.ok(edge.borderTopStyle === 'solid' && edge.borderTopColor !== edge.backgroundColor);
  await close(opened);
});

test('with forced colours the focus has an outline', async () => {
  const { opened, widget } = await forced('a range');
  for (let key = 0; key < 12; key += 1) {
    await opened.page.keyboard.press('Tab');
    const { outline, around } = await widget.root.evaluate(({ shadowRoot: { activeElement: one } }) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const around = getComputedStyle(one.getRootNode().host).backgroundColor;
      return { outline: { outlineStyle, outlineWidth, outlineColor }, around };
    });
    assert.notEqual(outline.outlineStyle, 'none');
    assert.ok(parseFloat(outline.outlineWidth) >= 3 && outline.outlineColor !== around, JSON.stringify(outline));
  }
  await close(opened);
});

test('with forced colours the meter and the line of the chart are seen', async () => {
  const { opened, widget } = await forced('the chart and its table');
  const surface = (await look(widget, '.frame-card', ['backgroundColor'])).backgroundColor;
  const low = (await look(widget, '.meter__low', ['fill'])).fill;
  const track = (await look(widget, '.meter__track', ['fill'])).fill;
  const bar = await look(widget, '.meter__bar', ['borderTopStyle', 'borderTopColor']);
  assert.notEqual(low, track);
  assert.ok(bar.borderTopStyle === 'solid' && bar.borderTopColor !== surface);
  const { stroke } = await look(widget, '.plot__line', ['stroke']);
  const now = await look(widget, '.plot__now', ['fill']);
  assert.notEqual(stroke, surface);
  assert.notEqual(now.fill, surface);
  await close(opened);
});

test('nothing moves, whether motion is wanted or not', async () => {
  const opened = await open(browser, 'pages/one.html');
  const widget = new Widget(opened.page);
  await STATES['everything unfolded'](widget);
  for (const reducedMotion of ['reduce', 'no-preference']) {
    await opened.page.emulateMedia({ reducedMotion });
    const moving = await widget.root.evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('*')]
        .filter((one) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
          return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior !== 'auto';
        })
        .map((one) => one.className));
    assert.deepEqual(moving, []);
  }
  await close(opened);
});
