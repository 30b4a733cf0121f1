// What a page prints, as sizes and words.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { engine } from './browser.mjs';

const MILLIMETRE = 72 / 25.4;

/** What is printed: the size of each page (mm), and the words on it without their spaces. */
export async function printed(page) {
  if (engine === 'webkit') {
    return laidOut(page);
  }
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const sizes = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const one = await document.getPage(number);
    const [left, bottom, right, top] = one.view;
    sizes.push([right - left, top - bottom].map((length) => Math.round(length / MILLIMETRE)).join('×'));
    text += (await one.getTextContent()).items.map((item) => item.str).join('');
  }
  await document.destroy();
  return { sizes, text: plain(text) };
}

/** The same from what WebKit would print, which cannot be had of it as a file. */
async function laidOut(page) {
  const { heights, text } = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const papers = [...document.querySelector('hojokin-calculator').shadowRoot.querySelectorAll('.paper')];
    // As it is laid out on the sheet, within its margins.
    papers.forEach(({ style }) => Object.assign(style, { display: 'block', width: '190mm' }));
    const heights = papers.map((paper) => (paper.offsetHeight / 96) * 25.4);
    const text = papers.map(({ innerText }) => innerText).join('');
    dispatchEvent(new Event('afterprint'));
    return { heights, text };
  });
  return { sizes: heights.map((height) => (height <= 277 ? '210×297' : `190×${height}`)), text: plain(text) };
}

/** Letters as they are typed: a printed 入 comes back as the radical of the same shape. */
export function plain(text) {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
