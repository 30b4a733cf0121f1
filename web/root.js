// The element that the program runs in.

/** Puts it into `shadow`. Yew never takes back its listeners on it, nor what they hold: they go with `signal`. */
export function rootIn(shadow, signal) {
  const root = document.createElement('div');
  root.addEventListener = (type, listener, options) => {
    EventTarget.prototype.addEventListener.call(root, type, listener, Object.assign(options, { signal }));
    // How the glue of wasm-bindgen lets go of a closure; a test of a thousand starts holds us to it.
    signal.addEventListener('abort', () => listener._wbg_cb_unref?.());
  };
  shadow.replaceChildren(root);
  return root;
}
