/*
 * What an event names and the site does not have yet: a place, a person. It gets an id of its name, can be chosen like
 * any other, and its lines for the file of such things are shown below the event's.
 */
import { proposeId } from "./sending.js";
import { clean, fileOf } from "./yaml.js";

/** @typedef {import("./fields.js").Control} Control */
/** @typedef {Record<string, [id: string, name: string][]>} Fresh What is new, by what it is. */

/**
 * Makes something new of the name in a control, which then holds its id.
 *
 * @param {Control} control
 * @param {Fresh} fresh
 * @param {import("./choices.js").Choice[]} rows What there is already.
 */
export function invent(control, fresh, rows) {
  const noun = control.dataset.choices ?? "";
  const typed = clean(control.value, false);
  const name = /^[a-z0-9-]+$/.test(typed)
    ? typed.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase()) : typed;
  // A name in another script than Latin gives no letters for an id.
  control.value = proposeId(name, `${noun}-${rows.length + 1}`, new Set(rows.map(([id]) => id)));
  (fresh[noun] ??= []).push([control.value, name]);
}

/**
 * Shows the lines of what is new and in use.
 *
 * @param {HTMLElement} place
 * @param {Fresh} fresh
 * @param {unknown[]} used The ids that the event names.
 */
export function showFresh(place, fresh, used) {
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-also]"))) {
    const rows = (fresh[section.dataset.also ?? ""] ?? []).filter(([id]) => used.includes(id));
    section.hidden = !rows.length;
    codeIn(section).textContent = rows.map(([id, name]) => fileOf({ id, name })).join("");
  }
}

/** @param {HTMLElement} section */
export const codeIn = (section) => /** @type {HTMLElement} */ (section.querySelector("code"));
