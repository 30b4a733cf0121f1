// A page's own script, as TypeScript sees it: it compiles, and every line marked as a mistake is one.

import type { HojokinAttributes, HojokinEstimate } from '../../dist/hojokin';

const one = document.querySelector('hojokin-calculator')!;
one.answers = { industry: 'retail', prefecture: '東京都', employees: 4, wage_raise: true, deficit: null };
one.expenses = { publicity: 600_000, website: '30万円' };
// @ts-expect-error: no such fact
one.answers = { staff: 4 };
// @ts-expect-error: no such choice
one.answers = { industry: 'mining' };
// @ts-expect-error: no such category
one.expenses = { fun: 1 };

one.addEventListener('hojokin-result', ({ detail }) => {
  const edition: string | null = detail.edition;
  // @ts-expect-error: only where the page asks for it
  detail.result.length;
  console.log(edition, detail.result);
});
document.addEventListener('hojokin-error', ({ detail }) => {
  if (detail.code === 'start') {
    console.log(detail.name);
  }
  // @ts-expect-error: no such code
  console.log(detail.code === 'fire');
});

export async function greatest(): Promise<number> {
  await one.setAnswers({ employees: 5 }, { publicity: 1 });
  await one.reset();
  await one.print();
  const result = await one.getResult();
  const estimates: HojokinEstimate[] = Array.isArray(result) ? result : [result];
  const frames = estimates.flatMap(({ frames }) => frames);
  return Math.max(...frames.map((frame) => ('grant' in frame ? frame.grant.low : 0)));
}

export const attributes: HojokinAttributes = { lang: 'ja-x-easy', mode: 'sheet', employees: 4, 'contact-tel': '03-1234-5678' };
// @ts-expect-error: no such language
export const wrong: HojokinAttributes = { lang: 'fr' };
