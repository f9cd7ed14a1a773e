/*
 * What a reader asks of a timeline, as it stands in the page's address.
 */

/** The names in the address, which are those of the form's fields. */
export const NAMES = /** @type {const} */ ([
  "text", "kind", "status", "place", "actor", "tag", "storyline", "show", "from", "to", "key",
]);

const DAY = 86_400_000; // milliseconds

/** @typedef {Partial<Record<typeof NAMES[number], string>>} Question What is asked; what is not, is left out. */

/**
 * Reads a question.
 *
 * @param {string} query `place=green-zone&key=1`, with or without a question mark.
 * @returns {Question}
 */
export function readQuestion(query) {
  const given = new URLSearchParams(query);
  /** @type {Question} */
  const question = {};
  for (const name of NAMES) {
    const value = given.get(name)?.trim();
    if (value && (isDay(value) || (name !== "from" && name !== "to"))) {
      question[name] = value;
    }
  }
  return question;
}

/**
 * Whether a text is a day that a field for dates takes.
 *
 * @param {string} text
 */
function isDay(text) {
  const day = dayOf(text, NaN);
  return text > "0001" && !Number.isNaN(day) && new Date(day * DAY).toISOString().startsWith(text);
}

/**
 * Whether nothing is asked.
 *
 * @param {Question} question
 * @returns {boolean}
 */
export function isEmpty(question) {
  return Object.keys(question).length === 0;
}

/**
 * The address of a page with a question; what else stands in the address stays.
 *
 * @param {Question} question
 * @param {string} href The page's address.
 * @returns {string}
 */
export function writeQuestion(question, href) {
  const url = new URL(href);
  for (const name of NAMES) {
    url.searchParams.delete(name);
    const value = question[name];
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url.href;
}

/**
 * A day counted from 1970-01-01, as the columns count it.
 *
 * @param {string | undefined} date `2020-01-04`.
 * @param {number} nothing What stands for no date.
 * @returns {number}
 */
export function dayOf(date, nothing) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date ?? "") ? Date.parse(`${date}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? nothing : Math.round(time / DAY);
}
