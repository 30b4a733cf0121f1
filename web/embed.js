// The page within an <iframe>: tells the page around how high it is, and nothing else. frame.js listens there.

import './address.js';

let origin;

function tell() {
  if (origin) {
    const { height } = document.querySelector('main').getBoundingClientRect();
    parent.postMessage({ hojokin: Math.ceil(height) }, origin);
  }
}

addEventListener('message', (event) => {
  // A page that is opened from a file has no origin that a message could be sent to.
  if (parent !== self && event.source === parent && event.data === 'hojokin' && event.origin !== 'null') {
    ({ origin } = event);
    tell();
  }
});
new ResizeObserver(tell).observe(document.querySelector('main'));
