// Makes each <iframe data-hojokin-frame> of a page as high as the calculator in it.

const frames = [...document.querySelectorAll('iframe[data-hojokin-frame]')];

addEventListener('message', ({ source, origin, data }) => {
  for (const frame of frames) {
    const height = data?.hojokin;
    if (source === frame.contentWindow && origin === new URL(frame.src).origin && height > 0 && height < 1e5) {
      frame.style.height = `${height}px`;
      // And what is missing where the page counts a border in.
      frame.style.height = `${2 * height - frame.clientHeight}px`;
    }
  }
});

for (const frame of frames) {
  // The question holds nothing that anybody else must not read; the answer is for this page only.
  const ask = () => frame.contentWindow.postMessage('hojokin', '*');
  frame.addEventListener('load', ask);
  ask();
}
