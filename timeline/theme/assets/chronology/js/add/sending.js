/*
 * Where a finished event goes: into a new file on the project's host, by its address, or to the clipboard.
 */
import { slug } from "./values.js";
import { fileOf } from "./yaml.js";

/** @typedef {import("./checks.js").Draft} Draft */

const WORDS_IN_ID = 6;
/** English words with which no name ends: what they lead on to was cut off. */
const LEADING_ON = /(?:-(?:a|an|and|as|at|by|for|from|in|into|near|of|on|or|the|to|with))+$/;
const LONGEST_ID = 50;
/** GitHub answers longer addresses with an error. */
const LONGEST_ADDRESS = 8000;

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
  const said = words.join("-").replace(LEADING_ON, "");
  const base = (!/[a-z]/.test(said) && slug(otherwise, 80)) || said; // numbers alone say nothing
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
function fileName({ id = "event", date = "" }) {
  const [month] = /\d{4}(?:-(?:0[1-9]|1[0-2]))?/.exec(String(date)) ?? [];
  return `${[month, id].filter(Boolean).join("-")}.yaml`;
}

/**
 * The address at which the file can be made.
 *
 * @param {string} pattern With {name} and {value} in it.
 * @param {string} name
 * @param {string} value
 */
const addressOf = (pattern, name, value) =>
  pattern.replace("{name}", () => encodeURIComponent(name)).replace("{value}", () => encodeURIComponent(value));

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

/** The file that is shown and handed over. */
export class NewFile {
  #place;
  #data;
  #code;
  #name = "";

  /** @param {HTMLElement} place @param {import("./form.js").Data} data */
  constructor(place, data) {
    this.#place = place;
    this.#data = data;
    this.#code = /** @type {HTMLElement} */ (place.querySelector(".adding__yaml code"));
  }

  /** @param {Draft} draft */
  write(draft) {
    this.#name = fileName(draft);
    this.#code.textContent = fileOf(draft);
    const path = this.#place.querySelector(".adding__path");
    path && (path.textContent = `${this.#data.folder}/${this.#name}`);
    const long = /** @type {HTMLElement} */ (this.#place.querySelector(".adding__long"));
    long.hidden = this.#address().length <= LONGEST_ADDRESS;
  }

  /**
   * Opens the project's host with the file filled in; what is too long for an address, or has no host, is copied.
   *
   * @returns {Promise<string>} What has happened, by the name of its words.
   */
  async send() {
    const [address, empty] = [this.#address(), this.#address("")];
    if (address && address.length <= LONGEST_ADDRESS) {
      open(address, "_blank", "noopener");
      return "opened";
    }
    const done = await copy(this.#code);
    empty && open(empty, "_blank", "noopener");
    return done ? (empty ? "pasted" : "copied") : "select";
  }

  /** @param {string | null} [text] @returns {string} Empty where the project has no host. */
  #address(text = this.#code.textContent) {
    return this.#data.new && addressOf(this.#data.new, this.#name, text ?? "");
  }
}
