// Pages of a host, as the builder page's lines make them, for what is measured and held of the loading.

import { files, version } from './hosting.mjs';
import { snippet } from '../../web/snippets.js';

/** Where the files lie, and the ones that are loaded first. */
export const BASE = `/v${version}/`;
export const FIRST = ['hojokin-widget.js', 'hojokin-widget_bg.wasm', 'hojokin.css'];

const HTML = 'text/html; charset=utf-8';
const ROUND = [['edition', 'jizokuka/2026-20'], ['mode', 'sheet'], ['as-of', '2026-11-21']];

/** A page with something below what is measured. */
export function host(body) {
  return [HTML, `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>会議所</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css"></head>
<body><main><h1>補助金の相談</h1>${body}</main><footer><h2>お問い合わせ</h2><p>下の文</p></footer></body></html>`];
}

function element(attributes) {
  return snippet('element', [['chamber-name', '見本商工会議所'], ...attributes], BASE, files);
}

/** The pages by their paths. */
export const PAGES = { '/plain': host(element([])), '/round': host(element(ROUND)) };

/** Their style sheet, with the height that docs/offline.md tells a page to keep. */
export const SHEETS = {
  '/host.css': ['text/css', `body { margin: 0 auto; max-width: 60rem; font: 1rem/1.7 sans-serif }
hojokin-calculator { display: block; min-height: 100vh }`],
};
