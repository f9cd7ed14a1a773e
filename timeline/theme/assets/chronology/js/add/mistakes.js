/*
 * What to answer when a text is not in the grammar of `date`: timeline/dates/mistakes.py in the browser. Both are held
 * to the same answers by tests/dates/refused.yaml.
 */
import { DateError, daysIn, fault, isoYear, pad, said } from "./calendar.js";
import { parseClock } from "./clock.js";
import { PIECES as PIECES_OF_OTHERS, WHOLE as WHOLE_OF_OTHERS, edtf, seasonAdvice } from "./unsupported.js";

/** @typedef {import("./unsupported.js").Answering} Answering */
/** @typedef {import("./unsupported.js").Rule} Rule */
/**
 * @typedef {object} Spoken What timeline/dates has on dates written otherwise, in mistakes.py, notations.py and spoken.py.
 * @property {string[][]} computed The patterns whose answers are computed here: of whole texts, and of pieces.
 * @property {[pattern: string, put: string][]} rewritten
 * @property {[pattern: string, message: string, hint: string][]} whole
 * @property {[pattern: string, message: string, hint: string][]} answered
 * @property {[pattern: string, message: string, hint: string][]} remaining
 */

export const EXAMPLES = "write a date such as 2020-01-04, 2020-01 or 2020";

/**
 * Explains a text that is no date.
 *
 * @param {Spoken} spoken The tables of what people say.
 * @param {string} text The whole of it.
 * @param {string | null} [piece] The side of a span or the member of a set that is at fault.
 * @param {number} [base] Where the piece begins.
 */
export function dateError({ computed, rewritten, whole, answered, remaining }, text, piece = null, base = 0) {
  if (!text.trim()) {
    return fault("empty", "date", 0, text.length, EXAMPLES);
  }
  /** @param {string} said */
  const reworded = (said) =>
    rewritten.reduce((all, [pattern, put]) => all.replace(new RegExp(pattern, "gi"), put), said);
  const [part, from] = piece ? [piece, base] : [text, 0];
  const [all, rules] = [WHOLE, PIECES].map((answers, number) => [
    ...computed[number].map((pattern, at) => /** @type {Rule} */ ([pattern, answers[at]])),
    ...[whole, answered][number].map(asRule),
  ]);
  const found = firstRule(all, text, text, 0)
    ?? firstRule(all, text.startsWith("[") ? text : reworded(text), text, 0)
    ?? firstRule(rules, part, part, from)
    ?? firstRule([...rules, ...remaining.map(asRule)], reworded(part), part, from);
  if (found) {
    return found;
  }
  const end = piece === null ? text.length : base + piece.length;
  if (piece === "") {
    return fault("missing", "date", Math.max(base - 1, 0), end, EXAMPLES);
  }
  return fault("no-date", "date", piece === null ? 0 : base, end, EXAMPLES, piece ?? text);
}

/**
 * Explains a month outside 1 to 12.
 *
 * @param {string} year
 * @param {string} month
 * @param {string | undefined} day
 * @param {number} at Where the month stands.
 */
export function monthError(year, month, day, at) {
  const number = Number(month);
  /** @param {string} name @param {string[]} values */
  const wrong = (name, ...values) => fault(name, "date", at, at + 2, ...values);
  if (day === undefined && number >= 25 && number <= 41) {
    return new DateError(edtf(`${year}-${month}`), seasonAdvice(year, number), "date", at, at + 2);
  }
  if (!number) {
    return wrong("month-00", year);
  }
  if (day && Number(day) >= 1 && Number(day) <= 12 && number <= daysIn(Number(year), Number(day))) {
    return wrong("swapped", month, year, day);
  }
  return day && number >= 21 && number <= 24 ? wrong("season-day", year, month) : wrong("month", month);
}

/**
 * Explains spaces around a text, and characters that only look like ASCII's.
 *
 * @param {string} text
 * @param {string} hint
 * @param {Record<string, string>} names The names of characters, by Unicode.
 */
export function oddCharacter(text, hint, names) {
  if (text !== text.trim()) {
    const front = text.trimStart() !== text;
    const [start, end] = front ? [0, text.length - text.trimStart().length] : [text.trimEnd().length, text.length];
    return fault("around", "date", start, end, hint);
  }
  const at = text.search(/[^\x00-\x7f]/);
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return fault("character", "date", at, at + char.length, hint, names[char] ?? `'${char}'`);
}

/**
 * A rule that is data: its message and hint name the pattern's groups.
 *
 * @param {[pattern: string, message: string, hint: string]} row
 * @returns {Rule}
 */
const asRule = ([pattern, ...said]) => [pattern, ([text], named) => {
  const [message, hint] = said.map((words) => words.replace(/\{(\w+)\}/g, (_, key) => named[key] ?? text));
  return [message, hint];
}];

/**
 * What the first rule that a text follows says of it, as it stands or reworded.
 *
 * @param {Rule[]} rules
 * @param {string} plain
 * @param {string} text
 * @param {number} base
 */
function firstRule(rules, plain, text, base) {
  for (const [pattern, answer] of rules) {
    const found = new RegExp(`^(?:${pattern})$`, "i").exec(plain);
    const [message, hint] = found ? answer(found, found.groups ?? {}) : [];
    if (message) {
      return new DateError(message.replace(`'${plain}'`, `'${text}'`), hint ?? "", "date", base, base + text.length);
    }
  }
  return null;
}

/**
 * A date in the right form, or nothing where there is none such.
 *
 * @param {string[]} given Year, month and day.
 */
function date(...given) {
  const [y, m, d] = given.map(Number);
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
    ? `${isoYear(y)}-${pad(m)}-${pad(d)}` : "";
}

/** @type {Answering} */
function yearLast([text], { one, two, year }) {
  const readings = [...new Set([date(year, two, one), date(year, one, two)])].filter(Boolean);
  const message = readings.length === 2 ? said("two-ways", text)[0] : edtf(text);
  return readings.length ? [message, `write ${readings.join(" or ")}`] : [];
}

/** @type {Answering} */
function numbers([text], { year, month, day }) {
  const found = date(year, month, day);
  return found ? [edtf(text), `write ${found}`] : [];
}

/** @type {Answering} */
function dayAndTime(_, { date: day, clock }) {
  try {
    parseClock(clock, "date", 0);
    return said("two-keys", day, clock);
  } catch (error) {
    const meant = /^write (\d\d:[^\s,]+(?:, and the time zone under timezone)?)$/.exec(/** @type {DateError} */ (error).hint);
    return meant ? said("two-keys-as", day, meant[1]) : said("two-keys-apart", day);
  }
}

/** @type {Answering} */
function list([text]) {
  const dates = [...new Set(text.match(/-?\d{4}(?:-\d\d){0,2}/g))];
  return said("choice", dates[1] ? `'[${dates}]'` : dates[0]);
}

/** @type {Answering} */
const era = ([text], { year }) => [edtf(text), Number(year) ? `write ${isoYear(1 - Number(year))}` : EXAMPLES];

/** What answers the patterns of timeline/dates/mistakes.py, in their order. */
const WHOLE = [...WHOLE_OF_OTHERS, yearLast, numbers, list, list, list];
const PIECES = [...PIECES_OF_OTHERS, numbers, dayAndTime, era];
