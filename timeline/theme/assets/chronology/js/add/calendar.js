/*
 * Days, and what is wrong with a date: the ground that the other modules of dates stand on. Days are counted from
 * 1970-01-01 in the proleptic Gregorian calendar, as timeline/dates/calendar.py counts them.
 */

export const DAY = 86_400; // seconds
/** English, for messages about mistakes; what readers see comes from CLDR. */
export const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(2000, month).toLocaleString("en", { month: "long" }));

/** @typedef {"date" | "time" | "timezone"} Field The key whose text is at fault. */

/** What is wrong with a text, and which part of it: from `start` to before `end`. */
export class DateError extends Error {
  /**
   * @param {string} message
   * @param {string} hint What to write instead; empty where nothing useful can be said.
   * @param {Field} field
   * @param {number} start
   * @param {number} end
   */
  constructor(message, hint, field, start, end) {
    super(message);
    this.hint = hint;
    this.field = field;
    this.start = start;
    this.end = end;
  }
}

/** @type {Record<string, [message: string, hint: string]>} What is said of dates that are refused, by name. */
const WORDS = {};

/**
 * Takes over what is said of dates that are refused, which the build has put into a file: timeline/dates/refusals.py.
 *
 * @param {typeof WORDS} words
 */
export const learn = (words) => Object.assign(WORDS, words);

/**
 * The message and the hint of a mistake.
 *
 * @param {string} name
 * @param {(string | number)[]} values What fills the fields in, in their order.
 */
export const said = (name, ...values) => /** @type {[message: string, hint: string]} */ (
  WORDS[name].map((words) => words.replace(/\{(\d)\}/g, (_, number) => String(values[number]))));

/**
 * The mistake itself.
 *
 * @param {string} name
 * @param {Field} field
 * @param {number} start
 * @param {number} end
 * @param {(string | number)[]} values
 */
export const fault = (name, field, start, end, ...values) => new DateError(...said(name, ...values), field, start, end);

/**
 * The days from 1970-01-01; the year 0 is 1 BC, and the month 13 the next year's January.
 *
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export const dayNumber = (year, month, day) => new Date(0).setUTCFullYear(year, month - 1, day) / 1000 / DAY;

/**
 * @param {number} number
 * @returns {[year: number, month: number, day: number]}
 */
export function dateOf(number) {
  const date = new Date(number * DAY * 1000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/**
 * @param {number} year
 * @param {number} month
 */
export const daysIn = (year, month) => dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/**
 * A count of seconds since 1970 as ISO 8601 text.
 *
 * @param {number} instant
 */
export const isoInstant = (instant) => new Date(instant * 1000).toISOString().replace(".000Z", "Z");

/**
 * A day number as ISO 8601 text; years outside 0 to 9999 have a sign and six digits.
 *
 * @param {number} number
 */
export const isoDay = (number) => isoInstant(number * DAY).split("T")[0];

/**
 * @param {number | string} number
 * @param {number} [width]
 */
export const pad = (number, width = 2) => String(number).padStart(width, "0");

/**
 * A year as EDTF writes it.
 *
 * @param {number} year
 */
export const isoYear = (year) => (year < 0 ? "-" : "") + pad(Math.abs(year), 4);
