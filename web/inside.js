// The files of the calculator within a page of one file, instead of files.js: nothing is fetched.

import * as api from 'hojokin-api.js';
import * as widget from 'hojokin-widget.js';
import program from 'hojokin-widget_bg.wasm';
import desk from 'hojokin-desk.wasm';
import styles from 'hojokin.css';
import deskStyles from 'hojokin-desk.css';
import easy from 'hojokin-ja-x-easy.txt';
import english from 'hojokin-en.txt';

const FILES = {
  'hojokin-widget_bg.wasm': program,
  'hojokin-desk.wasm': desk,
  'hojokin.css': styles,
  'hojokin-desk.css': deskStyles,
  'hojokin-ja-x-easy.txt': easy,
  'hojokin-en.txt': english,
};

/** Like a file that is fetched. */
export async function file(name) {
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/plain';
  return new Response(FILES[name], { headers: { 'Content-Type': type } });
}

/** A module, as if it was loaded. */
export async function code(name) {
  return name === 'hojokin-api.js' ? api : widget;
}
