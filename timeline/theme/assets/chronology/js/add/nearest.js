/*
 * The word that a wrong one most likely means: Python's difflib, which `timeline check` asks, so that both give the
 * same answer.
 */

const COMPARED = 40;
const LONG = 8; // letters

/**
 * @param {string} wanted
 * @param {Iterable<string>} known
 * @param {number} cutoff How alike the two must be, from 0 to 1.
 * @returns {string} Empty where none is.
 */
export function nearest(wanted, known, cutoff) {
  let [best, found] = [cutoff, ""];
  for (const word of known) {
    const total = word.length + wanted.length;
    const most = (2 * Math.min(word.length, wanted.length)) / total;
    if (most >= best) {
      const ratio = likeness(word, wanted);
      if (ratio > best || (ratio === best && word > found)) {
        [best, found] = [ratio, word];
      }
    }
  }
  return found;
}

/**
 * As `nearest`, among the many ids of a chronology: only those that share a part with it are compared.
 *
 * @param {string} id
 * @param {Iterable<string>} ids
 */
export function nearestId(id, ids) {
  const wanted = parts(id);
  const likely = [...ids]
    .map((known) => /** @type {const} */ ([[...parts(known)].filter((part) => wanted.has(part)).length, known]))
    .filter(([shared]) => shared)
    .sort(([a, one], [b, two]) => b - a || (one < two ? -1 : 1))
    .slice(0, COMPARED);
  return nearest(id, likely.map(([, known]) => known), 0.6);
}

/**
 * How alike two texts are, from 0 to 1; the order of the two can matter.
 *
 * @param {string} a
 * @param {string} b
 */
export const likeness = (a, b) => (2 * matches(a, b)) / (a.length + b.length);

/**
 * Whether two long words differ in one letter, or in whether one is doubled.
 *
 * @param {string} a
 * @param {string} b
 */
export function isSlip(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const longer = long.length - short.length;
  let at = 0;
  while (at < short.length && short[at] === long[at]) {
    at++;
  }
  return long.length >= LONG && !/\p{N}/u.test(a + b) && short.slice(longer ? at : at + 1) === long.slice(at + 1)
    && (!longer || long[at] === long[at - 1]);
}

/** @param {string} id */
const parts = (id) => new Set([...id.toLowerCase().split(/[-./]/), `${id.slice(0, 2)}…`, `…${id.slice(-3)}`]);

/**
 * How many letters the longest common pieces of two words have (Ratcliff and Obershelp).
 *
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
function matches(a, b) {
  let [size, startA, startB] = [0, 0, 0];
  /** @type {number[]} */
  let before = [];
  for (let i = 0; i < a.length; i++) {
    /** @type {number[]} */
    const lengths = [];
    for (let j = 0; j < b.length; j++) {
      if (a[i] === b[j]) {
        const length = (lengths[j] = (before[j - 1] ?? 0) + 1);
        if (length > size) {
          [size, startA, startB] = [length, i - length + 1, j - length + 1];
        }
      }
    }
    before = lengths;
  }
  return size && size
    + matches(a.slice(0, startA), b.slice(0, startB)) + matches(a.slice(startA + size), b.slice(startB + size));
}
