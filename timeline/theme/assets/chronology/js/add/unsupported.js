/*
 * Texts that are good EDTF or ISO 8601 but not ours, and what to write instead: timeline/dates/unsupported.py in the
 * browser. Both are held to the same answers by tests/dates/refused.yaml.
 */
import { dateOf, dayNumber, daysIn, isoDay, isoYear, pad, said } from "./calendar.js";

/** @typedef {[message: string, hint: string]} Answer */
/** @typedef {(found: RegExpExecArray, named: Record<string, string>) => Answer | []} Answering */
/** @typedef {[pattern: string, answer: Answering]} Rule */

/**
 * The months to write instead of a season of EDTF's level 2.
 *
 * @param {string} year
 * @param {number} season
 */
export function seasonAdvice(year, season) {
  if (season <= 28) {
    return said("season", "", year, season - 4)[1];
  }
  if (season === 30) {
    return `write ${year}-12/${isoYear(Number(year) + 1)}-02`; // summer in the south
  }
  const [base, length, first] = season <= 32 ? [season, 3, [9, 12, 3, 6][season - 29]]
    : season <= 36 ? [33, 3, 1] : season <= 39 ? [37, 4, 1] : [40, 6, 1];
  const month = (season - base) * length + first;
  return `write ${year}-${pad(month)}/${year}-${pad(month + length - 1)}`;
}

/**
 * What is said of them all: whoever writes EDTF knows that it is, and all others need not hear of it.
 *
 * @param {string} text
 */
export const edtf = (text) => `'${text}' is not how a date is written here`;

/** @type {Answering} */
function longYear([text], { digits, exponent, significant }) {
  const power = Number(exponent || 0);
  const year = Number(digits) * 10 ** Math.min(power, 9);
  if (digits.length + Math.min(power, 9) > 12 || power > 9 || Math.abs(year) > 9999) {
    return said("long-year", text);
  }
  if (!significant) {
    return [edtf(text), `write ${isoYear(year)}`];
  }
  // Only the first digits are meant: 1950S2 means the years 1900 to 1999.
  const kept = Number(significant.slice(0, 2));
  const length = String(Math.abs(year)).length;
  const unit = 10 ** Math.max(length - kept, 0);
  if (unit === 1 || kept === 0) {
    return [edtf(text), `write ${isoYear(year)}`];
  }
  const first = Math.floor(Math.abs(year) / unit) * unit;
  const last = first + unit - 1;
  if (year > 0 && (unit === 10 || unit === 100) && length === 4) {
    return [edtf(text), `write ${first / unit}${unit === 10 ? "X" : "XX"}`];
  }
  return [edtf(text), `write ${year < 0 ? `${isoYear(-last)}/${isoYear(-first)}` : `${isoYear(first)}/${isoYear(last)}`}`];
}

/** @type {Answering} */
function partlyQualified([text]) {
  const marks = new Set(text.match(/[?~%]/g));
  const mark = marks.size === 1 ? [...marks][0] : "%";
  return said("mark-within", text, text.replace(/[?~%]/g, ""), mark);
}

/** @type {Answering} */
function rangeInSet([text]) {
  const ends = /^\s*([0-9-]*)\s*\.\.\s*([0-9-]*)\s*$/.exec(text.slice(1, -1));
  const [first, last] = (ends ?? []).slice(1).map((end) => {
    const [, y, m, d] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(end) ?? []).map(Number);
    return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) ? dayNumber(y, m, d) : NaN;
  });
  if (last > first && last - first < 10) {
    const days = Array.from({ length: last - first + 1 }, (_, more) => isoDay(first + more));
    return [edtf(text), `write '[${days.join(",")}]'`];
  }
  return ends && (ends[1] || ends[2])
    ? [edtf(text), `write ${ends[1] || ".."}/${ends[2] || ".."}`] : said("range-in-set", text);
}

/** @type {Answering} */
function week([text], { year, week: number, day }) {
  // ISO 8601: the first week is the one with 4 January in it, and weeks begin on Monday.
  const fourth = dayNumber(Number(year), 1, 4);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(number) - 1) * 7;
  if (number < "01" || number > "53" || dateOf(monday + 3)[0] !== Number(year)) {
    return said("week", Number(year), Number(number));
  }
  return day ? [edtf(text), `write ${isoDay(monday + Number(day) - 1)}`]
    : said("week-days", text, isoDay(monday), isoDay(monday + 6));
}

/** @type {Answering} */
function ordinal([text], { year, number }) {
  const first = dayNumber(Number(year), 1, 1);
  const day = first + Number(number) - 1;
  return day < first || dateOf(day)[0] !== Number(year)
    ? said("ordinal", Number(year), Number(number)) : [edtf(text), `write ${isoDay(day)}`];
}

/** @type {Answering} */
function basic([text], { year, month, day, clock, offset }) {
  if (month < "01" || month > "12" || day < "01" || Number(day) > daysIn(Number(year), Number(month))) {
    return ["", ""];
  }
  const time = clock ? `T${clock.match(/../g)?.join(":")}` : "";
  return [edtf(text), `write ${year}-${month}-${day}${time}${offset ?? ""}`];
}

/** @type {Answering} */
function hiddenDigits([whole]) {
  const text = whole.replace(/[xu]/g, "X");
  const [, year, rest = ""] = /^([^-]*)(?:-(.*))?$/s.exec(text) ?? ["", text];
  if (text !== whole && /^(?:\d\d[\dX]X|\d{4}-XX(?:-XX)?|\d{4}-(?:0[1-9]|1[0-2])-(?:XX|[0-2]X))$/.test(text)) {
    return said("hidden", text);
  }
  if (year.endsWith("XXXX")) {
    return said("hidden-all", whole);
  }
  if (year.endsWith("XXX")) {
    return [edtf(whole), `write ${year[0]}000/${year[0]}999`];
  }
  if (year.includes("X") && rest) {
    return [edtf(whole), `write ${year}`];
  }
  if (/^[01]X$/.test(rest)) {
    return [edtf(whole), `write ${rest === "0X" ? `${year}-01/${year}-09` : `${year}-10/${year}-12`}`];
  }
  const month = rest.slice(0, 2);
  if (/^(?:0[1-9]|1[0-2])$/.test(month)) {
    return [edtf(whole), `write ${year}-${month}-XX`];
  }
  return [edtf(whole), /^\d{4}$/.test(year) ? `write ${year}-XX` : "write 201X"];
}

/** What answers the patterns of timeline/dates/unsupported.py, in their order: those for a whole text. */
export const WHOLE = [rangeInSet];
/** Those for a piece of one. */
export const PIECES = [longYear, longYear, partlyQualified, partlyQualified, week, ordinal, basic, hiddenDigits];
