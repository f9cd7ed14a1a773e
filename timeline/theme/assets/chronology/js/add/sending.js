/*
 * Where a finished event goes: into a new file on the project's host, by its address, or to the clipboard.
 */
import { slug } from "./values.js";

/** @typedef {import("./checks.js").Draft} Draft */

const WORDS_IN_ID = 6;
const LONGEST_ID = 50;
/** GitHub answers longer addresses with an error. */
export const LONGEST_ADDRESS = 8000;

/**
 * An id made of a title's first words, that nothing else has.
 *
 * @param {string} title
 * @param {string} otherwise Of what it is made where the title has no letters for it.
 * @param {Set<string>} taken
 */
export function proposeId(title, otherwise, taken) {
  const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]|'/g, "");
  const words = slug(plain, 80).split("-").slice(0, WORDS_IN_ID);
  while (words.length > 1 && words.join("-").length > LONGEST_ID) {
    words.pop();
  }
  const base = words.join("-") || slug(otherwise, 80);
  let [id, number] = [base, 1];
  while (id && taken.has(id)) {
    id = `${base}-${++number}`;
  }
  return id;
}

/**
 * The name of the file for an event: its month, else its year, and its id.
 *
 * @param {Draft} draft
 */
export function fileName({ id = "event", date = "" }) {
  const [month] = /\d{4}(?:-(?:0[1-9]|1[0-2]))?/.exec(String(date)) ?? [];
  return `${[month, id].filter(Boolean).join("-")}.yaml`;
}

/**
 * The address at which the file can be made.
 *
 * @param {string} pattern With {folder}, {name} and {value} in it.
 * @param {string} folder
 * @param {string} name
 * @param {string} value
 */
export const addressOf = (pattern, folder, name, value) =>
  pattern.replace("{folder}", () => folder)
    .replace("{name}", () => encodeURIComponent(name))
    .replace("{value}", () => encodeURIComponent(value));

/**
 * Copies a text; where the browser does not let a page do that, selects it.
 *
 * @param {HTMLElement} place Where the text stands.
 * @returns {Promise<boolean>} Whether it was copied.
 */
export async function copy(place) {
  try {
    await navigator.clipboard.writeText(place.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(place);
    place.parentElement?.focus();
    return false;
  }
}
