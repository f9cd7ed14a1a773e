/*
 * What the search box does beside Material's own doings: it fetches the index's beginning as soon as a reader
 * turns to it, asks whatever way words come in, and keeps the keyboard's place when results change and when the
 * dialog is closed.
 */

/**
 * @param {HTMLElement} dialog
 * @param {HTMLInputElement} input
 * @param {EventTarget | null} before What had the focus before the box got it.
 */
export function attend(dialog, input, before) {
  void warm();
  // Material asks at the end of a key press: what is pasted, dictated or put in by a keyboard of pictures has none.
  const tell = () => input.dispatchEvent(new Event("keyup"));
  input.addEventListener("input", tell);
  tell();
  /** @type {EventTarget | null} */
  let origin = before;
  let chosen = "";
  dialog.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target === input && !(relatedTarget instanceof Node && dialog.contains(relatedTarget))) {
      origin = relatedTarget ?? origin;
    }
    chosen = target instanceof HTMLAnchorElement ? target.href : "";
  });
  const list = /** @type {HTMLElement} */ (dialog.querySelector(".md-search-result__list"));
  // The list is written anew when more has come: whoever was on a result stays on it.
  new MutationObserver(() => {
    if (chosen && document.activeElement === document.body) {
      const link = [...list.querySelectorAll("a")].find((one) => one.href === chosen);
      link?.focus({ preventScroll: true });
    }
  }).observe(list, { childList: true });
  addEventListener("keydown", ({ key }) => {
    const focused = document.activeElement;
    // Material has closed the dialog by now, and left the focus nowhere, or on a hit that is gone.
    if (key === "Escape" && (focused === document.body || dialog.contains(focused))) {
      chosen = "";
      if (origin instanceof HTMLElement && origin !== document.body) {
        origin.focus({ preventScroll: true });
      } else if (focused instanceof HTMLElement) {
        focused.blur();
      }
    }
  });
}

/**
 * Fetches what the worker will ask for first, so that it lies in the browser's cache when a word is typed.
 */
async function warm() {
  const index = new URL("../../../../data/index/", import.meta.url);
  /** @param {string} file */
  const get = (file) => fetch(new URL(file, index));
  try {
    const { shards } = await (await get("manifest.json")).json();
    const newest = shards.at(-1);
    const first = newest ? [`${newest.name}.json?${newest.version}`] : [];
    const scripts = ["answers", "search", "hits", "library", "catalogue", "question", "text"];
    await Promise.all([
      ...["pages.json", ...first].map(get),
      ...scripts.map((name) => fetch(new URL(`${name}.js`, import.meta.url))),
    ].map(async (answer) => (await answer).arrayBuffer()));
  } catch {
    // The worker will say so when it matters.
  }
}
