/*
 * Names that are here already in another spelling: timeline/checks/spellings.py in the browser.
 */
import { isSlip, likeness } from "./nearest.js";
import { publisherOf } from "./publishers.js";

/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Values} Values */
/** @typedef {"tag" | "voice" | "places" | "actors"} Noun Of places and actors their names, for one that is new. */

/**
 * What is wrong with a name that the site, or the event itself, has in another spelling.
 *
 * @param {string} text
 * @param {Noun} noun
 * @param {Values} values
 * @param {string[]} own The names that the event has, those that count most first.
 * @returns {Complaint | null}
 */
export function spelt(text, noun, values, own = []) {
  const { choices, rules } = values;
  /** @param {string} name */
  const fold = (name) => [...(noun === "tag" ? name : name.replace(/^the\s+/i, "")).toLowerCase()]
    .map((char) => rules.spelt[char] ?? char).join("").normalize("NFKD").replace(/ß/g, "ss").replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}_+#]+/u).map((word) => (word.length > 5 ? word.replace(/s$/, "") : word)).join("");
  const folded = fold(text);
  const known = choices?.[noun] ?? [];
  const rows = [...known, ...own.map((name) => [fold(name), name])];
  const alike = /tag|voice/.test(noun) ? isSlip
    : (/** @type {string} */ one, /** @type {string} */ other) => likeness(one, other) > (one[8] ? 0.88 : 0.85);
  const at = rows.findIndex(([, name]) => name === text);
  const before = at < 0 ? rows : rows.slice(0, at);
  const [, tag] = before.find(([key]) => key === folded) ?? before.find(([key]) => alike(key, folded)) ?? [];
  const isRight = known.some(([, name]) => name === text)
    || (noun === "voice" && (tag?.toLowerCase() === text.toLowerCase() || publisherOf(text, choices)));
  return tag && !isRight ? values.say(`spelt-${noun}`, { text, tag }) : null;
}

/**
 * Names, of which each stands where it is used most, and then first.
 *
 * @param {string[]} names
 */
export function byUse(names) {
  /** @param {string} name */
  const uses = (name) => names.filter((one) => one === name).length;
  return [...new Set(names)].sort((one, other) => uses(other) - uses(one));
}
