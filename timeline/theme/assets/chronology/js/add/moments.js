/*
 * One date as EDTF writes it, with or without a time, in the seconds of a wall clock: timeline/dates/moments.py in the
 * browser. tests/dates/cases.yaml holds the two together.
 */
import { DAY, MONTHS, dayNumber, daysIn, fault, isoDay, pad } from "./calendar.js";
import { parseClock } from "./clock.js";
import { monthError } from "./mistakes.js";

/** @typedef {import("./clock.js").Clock} Clock */
/**
 * @typedef {object} Moment One date, with or without a time.
 * @property {string} precision second, minute, part, day, days, month, season, year, decade or century
 * @property {number} year
 * @property {number} month 1 to 12, 21 to 24 for a season, 0 where it is not given
 * @property {number} day
 * @property {number} first
 * @property {number} last
 * @property {boolean} about
 * @property {boolean} uncertain
 * @property {"" | "day" | "month"} hidden
 * @property {Clock | null} clock
 * @property {string} part
 */

const PLAIN = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([^?~%/]+))?)?)?([?~%])?$/;

/**
 * @param {string} text
 * @param {number} [base]
 * @returns {Moment | null}
 */
export function parseMoment(text, base = 0) {
  const found = PLAIN.exec(text);
  if (!found) {
    return text.includes("X") ? parseHidden(text, base) : null;
  }
  const [, yearText, monthText, dayText, clock, mark = ""] = found;
  const year = yearOf(yearText, base);
  if (monthText === undefined) {
    return moment("year", year, 0, 0, dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1), mark);
  }
  const month = Number(monthText);
  if (dayText === undefined && month >= 21 && month <= 24) {
    const first = (month - 20) * 3;
    return moment("season", year, month, 0, dayNumber(year, first, 1), dayNumber(year, first + 3, 1), mark);
  }
  const monthAt = base + yearText.length + 1;
  if (month < 1 || month > 12) {
    throw monthError(yearText, monthText, dayText, monthAt);
  }
  if (dayText === undefined) {
    return moment("month", year, month, 0, dayNumber(year, month, 1), dayNumber(year, month + 1, 1), mark);
  }
  const day = dayOf(yearText, month, dayText, monthAt);
  const number = dayNumber(year, month, day);
  const whole = moment("day", year, month, day, number, number + 1, mark);
  if (clock === undefined) {
    return whole;
  }
  if (mark) {
    const end = base + text.length;
    throw fault("mark-behind", "date", end - 1, end, mark, text.slice(0, text.indexOf("T")), clock);
  }
  return at(whole, parseClock(clock, "date", base + text.indexOf("T") + 1, isoDay(number + 1)));
}

/**
 * Reads a date in which X stands for digits that nobody knows.
 *
 * @param {string} text
 * @param {number} base
 * @returns {Moment | null}
 */
function parseHidden(text, base) {
  let found = /^(-?\d{4})-XX(?:-XX)?([?~%])?$/.exec(text);
  if (found) {
    const year = yearOf(found[1], base);
    const whole = moment("year", year, 0, 0, dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1), found[2]);
    return { ...whole, hidden: "month" };
  }
  found = /^(-?)(\d\d)(\d|X)X([?~%])?$/.exec(text);
  if (found) {
    const width = found[3] === "X" ? 100 : 10;
    let first = Number(found[2]) * 100 + (width === 10 ? Number(found[3]) * 10 : 0);
    if (found[1]) {
      if (first === 0) {
        throw fault("years-00", "date", base, base + text.length);
      }
      first = -first - width + 1; // before the year 0 the digits count away from it
    }
    const days = /** @type {const} */ ([dayNumber(first, 1, 1), dayNumber(first + width, 1, 1)]);
    return moment(width === 10 ? "decade" : "century", first, 0, 0, ...days, found[4]);
  }
  found = /^(-?\d{4})-(\d\d)-([0-3]|X)X([?~%])?$/.exec(text);
  if (!found) {
    return null;
  }
  const [, yearText, monthText, tens, mark] = found;
  const [year, month, monthAt] = [yearOf(yearText, base), Number(monthText), base + yearText.length + 1];
  if (month < 1 || month > 12) {
    throw monthError(yearText, monthText, "XX", monthAt);
  }
  const length = daysIn(year, month);
  const first = tens === "X" ? 1 : Math.max(Number(tens) * 10, 1);
  const last = tens === "X" ? length : Math.min(Number(tens) * 10 + 9, length);
  if (first > last) {
    throw fault("tens", "date", monthAt + 3, monthAt + 5, MONTHS[month - 1], yearText, length);
  }
  const days = /** @type {const} */ ([dayNumber(year, month, first), dayNumber(year, month, last) + 1]);
  return tens === "X"
    ? { ...moment("month", year, month, 0, ...days, mark), hidden: "day" }
    : moment("days", year, month, first, ...days, mark);
}

/**
 * A moment from its first day and the day after its last.
 *
 * @param {string} precision
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @param {number} first
 * @param {number} end
 * @param {string} [mark]
 * @returns {Moment}
 */
export function moment(precision, year, month, day, first, end, mark = "") {
  const [about, uncertain] = [/[~%]/.test(mark), /[?%]/.test(mark)];
  const span = { first: first * DAY, last: end * DAY - 1 };
  return { precision, year, month, day, ...span, about, uncertain, hidden: "", clock: null, part: "" };
}

/** @param {Moment} moment */
export const isPlain = (moment) => !(moment.about || moment.uncertain || moment.clock?.about);

/** @param {Moment} day @param {Clock} clock @returns {Moment} */
export function at(day, clock) {
  const [first, last] = [day.first + clock.second, day.first + clock.last];
  return { ...day, precision: clock.seconds ? "second" : "minute", clock, first, last };
}

/** @param {string} text @param {number} base */
function yearOf(text, base) {
  if (text === "-0000") {
    throw fault("year-00", "date", base, base + 5);
  }
  return Number(text);
}

/** @param {string} yearText @param {number} month @param {string} dayText @param {number} at */
function dayOf(yearText, month, dayText, at) {
  const [day, length, name] = [Number(dayText), daysIn(Number(yearText), month), MONTHS[month - 1]];
  if (day >= 1 && day <= length) {
    return day;
  }
  if (day === 0) {
    throw fault("day-00", "date", at + 3, at + 5, yearText, pad(month));
  }
  const [what, start] = day > 31 ? ["day", at + 3] : ["day-of-month", at];
  throw fault(what, "date", start, at + 5, day, name, length, yearText);
}
