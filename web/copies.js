// The texts of the builder page that are made to be copied.

/** Says something beside the first button, or nothing any longer. */
export function say(text) {
  const [first, ...others] = document.querySelectorAll('.act [role=status]');
  first.textContent = text;
  others.forEach((one) => (one.textContent = ''));
}

/** Shows a text in a field as high as it is. */
export function fill(area, text) {
  area.value = text;
  area.style.height = '';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

/** Copies the text of the field that a button names. */
export async function copy({ target }) {
  const said = target.nextElementSibling;
  const area = document.getElementById(target.dataset.copies);
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    said.textContent = 'コピーしました。';
  } catch {
    said.textContent = 'コードを選びました。Ctrl+C（Mac は ⌘+C）でコピーしてください。';
  }
}
