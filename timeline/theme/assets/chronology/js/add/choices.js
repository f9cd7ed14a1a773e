/*
 * What can be chosen in a field: as somebody types, the browser's own list proposes what has the typed words in it.
 * Of thousands of choices only the first that fit are put into the page.
 */
import { fold, has, terms } from "../text.js";
import { nearestId } from "./nearest.js";
import { slug } from "./values.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {[value: string, name: string, about?: string, others?: string[]]} Choice The others are names, too. */

const SHOWN = 30;
const OFFERED = 3;
const LONGEST = 80; // letters of an id
const TOGETHER = 900; // milliseconds from one key to the next of a word
/** What was typed last, and when. */
let [keys, struck] = ["", 0];
/** @type {WeakMap<Choice[], string[]>} */
const FOLDED = new WeakMap();

/**
 * The rows that a field can be filled from.
 *
 * @param {string} noun
 * @param {Rules} rules
 * @param {Choices | null} choices
 * @param {Draft} draft
 * @returns {Choice[]}
 */
export function rowsOf(noun, rules, choices, draft) {
  if (noun === "timezone") {
    return Object.entries(rules.language.zones);
  }
  if (noun === "cited") {
    const own = /** @type {any[]} */ (draft.sources ?? []);
    const titles = own.flatMap((source) => (source.title ? [/** @type {Choice} */ ([source.title, ""])] : []));
    return [...titles, ...rowsOf("article", rules, choices, draft).filter(([id]) => own.includes(id))];
  }
  const rows = choices?.[/** @type {import("./values.js").Noun} */ (noun)] ?? [];
  if (noun === "tag") {
    return (choices?.tag ?? []).map(([, tag]) => [tag, ""]);
  }
  // A place has its zone and what it lies in before its other names; what is new has none.
  return rows.map(([id, name, ...more]) => /** @type {Choice} */ (
    noun === "place" ? [id, name, more[1], more[2]] : noun === "actor" ? [id, name, "", more[0]] : [id, name]));
}

/**
 * The first rows that have the typed words in them.
 *
 * @param {Choice[]} rows
 * @param {string} typed
 */
function fitting(rows, typed) {
  let folded = FOLDED.get(rows);
  if (!folded) {
    folded = rows.map((row) => fold(row.join(" ")));
    FOLDED.set(rows, folded);
  }
  const wanted = terms(typed);
  /** @type {Choice[]} */
  const found = [];
  for (let number = 0; number < rows.length && found.length < SHOWN; number++) {
    if (has(folded[number], wanted)) {
      found.push(rows[number]);
    }
  }
  return found;
}

/**
 * Fills the list of proposals for what is typed.
 *
 * @param {HTMLElement} list
 * @param {Choice[]} rows
 * @param {string} typed
 * @param {string} comma
 */
export function propose(list, rows, typed, comma) {
  list.replaceChildren(...fitting(rows, typed).map(([value, name, about, others = []]) => {
    const option = document.createElement("option");
    // The browser, too, looks for what is typed, and sees these alone.
    [option.value, option.label] = [value, [name, about, ...others].filter(Boolean).join(comma)];
    return option;
  }));
}

/**
 * The choice that is meant by what is typed, where that is none yet; where it fits several, what is typed.
 *
 * @param {Choice[]} rows
 * @param {import("./fields.js").Control} control
 */
export function meant(rows, { value, dataset: { choices = "" } }) {
  const [row, other] = value.trim() ? fitting(rows, value) : [];
  // A tag or a publisher may well be new.
  return row && !/tag|publisher/.test(choices) && !named(rows, value) ? (other ? value : row[0]) : "";
}

/**
 * What is asked of a text that is no choice and may mean one: that or those that it fits, else the one whose id is
 * nearly the same; null where there is none.
 *
 * @param {Choice[]} rows
 * @param {string} typed
 * @param {Record<string, string>} words
 * @param {string} comma
 */
export function mayMean(rows, typed, words, comma) {
  const found = terms(typed)[0] ? fitting(rows, typed) : []; // a mark alone fits all
  const near = found[0] ? "" : nearestId(slug(typed, LONGEST), rows.map(([id]) => id));
  const few = (near ? rows.filter(([id]) => id === near) : found).slice(0, OFFERED);
  return few[0] ? {
    message: words[few[1] ? "several" : "one"],
    hint: "",
    offers: few.map(([id, name, about]) => /** @type {[string, string]} */ ([id, [name || id, about].filter(Boolean).join(comma)])),
  } : null;
}

/**
 * What is known of a choice, beside its id.
 *
 * @param {Choice[]} rows
 * @param {string} value
 * @param {string} comma
 */
export const about = (rows, value, comma) =>
  rows.find(([id]) => id === value.trim())?.slice(1, 3).filter(Boolean).join(comma) ?? "";

/**
 * The row that a value names: by its id, or by a whole name.
 *
 * @param {Choice[]} rows
 * @param {string} value
 */
export function named(rows, value) {
  const folded = fold(value);
  return rows.find(([id]) => id === value) ?? rows.find(([, name, , others = []]) => [name, ...others].some((one) => fold(one) === folded));
}

/**
 * Chooses in a list that opens what begins in the file with what is typed: browsers look at the words that they show.
 *
 * @param {KeyboardEvent} event
 */
export function pick({ key, target, timeStamp }) {
  const select = /** @type {HTMLSelectElement} */ (target);
  const options = [...(select.options ?? [])];
  keys = key.length > 1 ? "" : (timeStamp - struck < TOGETHER ? keys : "") + key.toLowerCase();
  struck = timeStamp;
  const found = keys && options.find(({ value }) => value.startsWith(keys));
  if (found && !options.some(({ label }) => label.toLowerCase().startsWith(keys))) {
    found.selected = true;
    select.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
