/*
 * What is written in the form, kept until the tab is closed: a page that is left or loaded again has it still. Where
 * the browser keeps nothing, or has no room, the form works all the same.
 */
import { controlIn, valueOf } from "./fields.js";
import { add } from "./items.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {{ draft: Draft, ownId: boolean, fresh: import("./fresh.js").Fresh, reasons?: Record<string, string> }} State */

// Two sites on one host do not see one another's.
const KEY = `event ${location.pathname}`;
/** What is there before anybody writes: the day, and an id that follows the title. */
const GIVEN = ["add-id", "add-added"];

/**
 * Keeps a state; null for none.
 *
 * @param {State | null} state
 */
export function keep(state) {
  try {
    state ? sessionStorage.setItem(KEY, JSON.stringify(state)) : sessionStorage.removeItem(KEY);
  } catch {
    // Not allowed, or full: then nothing is kept.
  }
}

/** @returns {State | null} */
export function kept() {
  try {
    const state = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return state?.draft && state.fresh ? state : null;
  } catch {
    return null;
  }
}

/**
 * Writes a draft into the form, in the place of what is there.
 *
 * @param {HTMLFormElement} form
 * @param {Draft} draft
 * @param {Rules} rules
 */
export function refill(form, draft, { records }) {
  form.querySelectorAll(".item").forEach((item) => item.remove());
  for (const [key, type] of Object.entries(records.event)) {
    const list = /** @type {HTMLElement | null} */ (form.querySelector(`[data-list="${key}"]`));
    const value = /** @type {any} */ (draft[key]);
    if (!list) {
      write(form, key, value);
      continue;
    }
    const way = type.replace("*", "");
    for (const one of Array.isArray(value) ? value : key === "sources" ? [{}] : []) {
      const single = typeof one === "string";
      const item = add(list, single && way === "source" ? "article" : way);
      for (const [name, inner] of Object.entries(single ? { "": one } : one)) {
        write(item, name, inner);
      }
    }
  }
  for (const fold of form.querySelectorAll("details")) {
    const controls = [...fold.querySelectorAll("input, textarea, select")];
    fold.open = controls.some((control) => !GIVEN.includes(control.id)
      && valueOf(/** @type {import("./fields.js").Control} */ (control)));
  }
}

/** @param {Element} place @param {string} key @param {any} value */
function write(place, key, value) {
  const fields = [...place.querySelectorAll(`[data-key="${key}"]`)];
  const field = fields.find((one) => one.closest(".item") === place.closest(".item"));
  const control = field && controlIn(field);
  if (control?.type === "checkbox") {
    /** @type {HTMLInputElement} */ (control).checked = Boolean(value);
  } else if (control) {
    control.value = value ?? "";
  }
}
