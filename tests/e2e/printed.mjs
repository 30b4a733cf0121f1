// What a page prints, as sizes and words.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MILLIMETRE = 72 / 25.4;

/** What is printed: the size of each page (mm), and the words on it without their spaces. */
export async function printed(page) {
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

/** Letters as they are typed: a printed 入 comes back as the radical of the same shape. */
export function plain(text) {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
