/*
 * What to answer when a text is not in the grammar of `date`: timeline/dates/mistakes.py in the browser. Both are held
 * to the same answers by tests/dates/refused.yaml.
 */
import { DateError, MONTHS, daysIn, isoYear, pad } from "./calendar.js";
import { parseClock } from "./clock.js";
import { PIECES as PIECES_OF_OTHERS, WHOLE as WHOLE_OF_OTHERS, seasonAdvice } from "./unsupported.js";

/** @typedef {import("./unsupported.js").Answer} Answer */
/** @typedef {import("./unsupported.js").Rule} Rule */

export const EXAMPLES = "write a date such as 2020-01-04, 2020-01 or 2020";
const FOUR = "a year has four digits";

/**
 * Explains a text that is no date.
 *
 * @param {string} text The whole of it.
 * @param {string | null} [piece] The side of a span or the member of a set that is at fault.
 * @param {number} [base] Where the piece begins.
 */
export function dateError(text, piece = null, base = 0) {
  if (!text.trim()) {
    return new DateError("the date is empty", EXAMPLES, "date", 0, text.length);
  }
  const found = firstRule(WHOLE, text, 0) ?? firstRule(PIECES, piece || text, base);
  if (found) {
    return found;
  }
  const end = piece === null ? text.length : base + piece.length;
  if (piece === "") {
    return new DateError("a date is missing in the set", EXAMPLES, "date", Math.max(base - 1, 0), end);
  }
  return new DateError(`'${piece ?? text}' is not a date`, EXAMPLES, "date", piece === null ? 0 : base, end);
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
  /** @param {string} message @param {string} hint */
  const wrong = (message, hint) => new DateError(message, hint, "date", at, at + 2);
  const months = "months go from 01 to 12";
  if (day === undefined && number >= 25 && number <= 41) {
    return wrong(`'${year}-${month}' is valid EDTF but not supported here`, seasonAdvice(year, number));
  }
  if (day !== undefined && number >= 21 && number <= 41) {
    return wrong("a season has no days", number <= 24 ? `write ${year}-${month}` : months);
  }
  if (!number) {
    return wrong("there is no month 00", `write ${year} where the month is not known`);
  }
  const swapped = Number(day) >= 1 && Number(day) <= 12 && number <= daysIn(Number(year), Number(day));
  return wrong(`there is no month ${month}`, swapped ? `did you mean ${year}-${day}-${month}?` : months);
}

/**
 * Explains blanks around a text, and characters that only look like ASCII's.
 *
 * @param {string} text
 * @param {string} hint
 * @param {Record<string, string>} names The names of characters, by Unicode.
 */
export function oddCharacter(text, hint, names) {
  if (text !== text.trim()) {
    const front = text.trimStart() !== text;
    const [start, end] = front ? [0, text.length - text.trimStart().length] : [text.trimEnd().length, text.length];
    return new DateError("blanks around the date", hint, "date", start, end);
  }
  const at = text.search(/[^\x00-\x7f]/);
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return new DateError(`${names[char] ?? `'${char}'`} has no place in a date`, hint, "date", at, at + char.length);
}

/**
 * @param {Rule[]} rules
 * @param {string} text
 * @param {number} base
 */
function firstRule(rules, text, base) {
  for (const [pattern, answer] of rules) {
    const found = new RegExp(`^(?:${pattern})$`, "i").exec(text);
    const [message, hint] = found ? answer(found, found.groups ?? {}) : [];
    if (message) {
      return new DateError(message, hint ?? "", "date", base, base + text.length);
    }
  }
  return null;
}

/** @param {string} text */
const no = (text) => `'${text}' is not how a date is written here`;
/** @param {string} found */
const write = (found) => (found ? `write ${found}` : EXAMPLES);

/**
 * A date in the right form, or nothing where there is none such.
 *
 * @param {string} year
 * @param {string | number} month
 * @param {string} [day]
 */
function date(year, month, day) {
  const [y, m, d] = [year, month, day].map(Number);
  if (m < 1 || m > 12) {
    return "";
  }
  const text = `${y < 0 ? "-" + pad(-y, 3) : pad(y, 4)}-${pad(m)}`; // as Python pads a sign
  return day === undefined ? text : d >= 1 && d <= daysIn(y, m) ? `${text}-${pad(d)}` : "";
}

/** @type {Rule[1]} */
function yearLast([text], { one, two, year }) {
  const readings = [...new Set([date(year, two, one), date(year, one, two)])].filter(Boolean);
  const message = readings.length === 2 ? `'${text}' can be read in two ways` : no(text);
  return [message, readings.length ? `write ${readings.join(" or ")}` : EXAMPLES];
}

/** @type {Rule[1]} */
const numbers = ([text], { year, month, day }) => [no(text), write(date(year, month, day))];

/** @type {Rule[1]} */
function named([text], { year, month, day }) {
  const name = month.toLowerCase();
  const number = 1 + MONTHS.findIndex((known) => known.toLowerCase().startsWith(name === "sept" ? "sep" : name));
  return number ? [no(text), write(date(year, number, day))] : ["", ""];
}

/** @type {Rule[1]} */
function dayAndTime(_, { date: day, clock }) {
  const message = "a date and a time are two keys";
  try {
    parseClock(clock, "date", 0);
    return [message, `write date: ${day} and time: ${clock}, or ${day}T${clock}`];
  } catch {
    return [message, `write date: ${day} and time: such as 19:45`];
  }
}

/** @type {Rule[1]} */
const list = ([text]) => [
  "a choice of dates stands in brackets and quotes",
  `write '[${(text.match(/-?\d{4}(?:-\d\d){0,2}/g) ?? []).join(",")}]'`,
];

/** @type {Rule[1]} */
function third([text], { third: word, year }) {
  const first = { e: 1, m: 5, l: 9 }[word[0].toLowerCase()] ?? 1;
  return [no(text), `write ${year}-${pad(first)}/${year}-${pad(first + 3)}, or a season such as ${year}-21`];
}

/** @type {Rule[1]} */
function cutEnd(_, { start, end }) {
  return ["the end of a span is written in full", `write ${start}/${start.slice(0, start.length - end.length)}${end}`];
}

/** @type {Rule[1]} */
const stroke = (_, { a, b }) => ["a span is written with a stroke", `write ${a}/${b}`];

/** @type {Rule[1]} */
function oneMark(_, { date: day, marks }) {
  return ["one mark is enough", `write ${day}${new Set(marks).size === 1 ? marks[0] : "%"}`];
}

const D = "-?\\d{4}(?:-\\d\\d){0,2}";
const DAY = "-?\\d{4}-\\d\\d-\\d\\d";
const MONTH = "(?<month>[A-Za-z]{3,9})\\.?";
const YEAR = "(?<year>\\d{4})";
const TH = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";

/** @type {Rule[]} */
const WHOLE = [
  ...WHOLE_OF_OTHERS,
  [`(?<a>\\d{4}|${DAY})-(?<b>\\d{4}|${DAY})`, stroke],
  [`(?<one>\\d{1,2})[/.-](?<two>\\d{1,2})[/.-]${YEAR}`, yearLast],
  [`${YEAR}[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})`, numbers],
  [`${YEAR}[/.](?<month>0?[1-9]|1[0-2])`, numbers],
  [`(?<start>${DAY}|\\d{4}-\\d\\d)/(?<end>(?:\\d\\d-)?\\d\\d)`, cutEnd],
  [`(?<start>${DAY}T\\d\\d:\\d\\d)/(?<end>\\d\\d:\\d\\d)`, cutEnd],
  [`(?<a>${D})\\s*(?:/|to|until|till|through|--)\\s*(?<b>${D})`, stroke],
  [`${D}(?:\\s*(?:,|or|\\|)\\s*${D})+`, list],
  [`\\[\\s*${D}(?:\\s*,\\s*${D})*\\s*\\]?`, list],
  [`${D}(?:\\s*,\\s*${D})*\\s*\\]`, list],
  [".*/.*/.*", () => ["a span has one stroke", "write start/end, as in 2020-01-03/2020-01-05"]],
];

/** @type {Rule[]} */
const PIECES = [
  ...PIECES_OF_OTHERS,
  ["(?<year>-?\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})", numbers],
  ["(?<year>-?\\d{4})-(?<month>\\d)", numbers],
  [`(?<date>${DAY})(?:\\s+|,\\s*|\\s+at\\s+|t|T\\s+|\\s+T)(?<clock>~?\\d.*)`, dayAndTime],
  [`${TH}[\\s-]+(?:of\\s+)?${MONTH}[\\s,-]+${YEAR}`, named],
  [`${MONTH}[\\s-]+${TH}[\\s,-]+${YEAR}`, named],
  [`${YEAR}[\\s,-]+${MONTH}[\\s-]+(?<day>\\d{1,2})`, named],
  [`${MONTH}[\\s,-]+${YEAR}`, named],
  [`${YEAR}[\\s,-]+${MONTH}`, named],
  [
    `(?:c|ca|circa|about|around|approx|approximately|roughly|~)\\.?\\s*(?<d>${D})`,
    ([text], { d }) => [no(text), `write ${d}~`],
  ],
  ["(?:the\\s+)?(?<d>-?\\d{3})0'?s", ([text], { d }) => [no(text), `write ${d}X`]],
  ["(?:the\\s+)?(?<c>1\\d|20|21)(?:st|th) century", ([text], { c }) => [no(text), `write ${Number(c) - 1}XX`]],
  [`(?:before|until|till|by)\\s+(?<d>${D})`, ([text], { d }) => [no(text), `write ../${d}`]],
  [`(?:after|since|from)\\s+(?<d>${D})`, ([text], { d }) => [no(text), `write ${d}/..`]],
  [`between\\s+(?<a>${D})\\s+and\\s+(?<b>${D})`, ([text], { a, b }) => [no(text), `write ${a}/${b}`]],
  [
    `(?<season>spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?${YEAR}`,
    ([text], { season, year }) => [no(text), `write ${year}-${{ p: 21, u: 22, i: 24 }[season[1].toLowerCase()] ?? 23}`],
  ],
  [
    "(?<year>\\d{1,4})\\s*(?:B\\.?C\\.?(?:E\\.?)?)",
    ([text], { year }) => [no(text), Number(year) ? `write ${isoYear(1 - Number(year))}` : EXAMPLES],
  ],
  ["(?:today|yesterday|tomorrow|now)", () => ["the date would change every day", EXAMPLES]],
  [
    "(?:unknown|n/?a|none|null|\\?+|-+|tbd|tba|undated)",
    () => ["an entry needs a date", "write the year at least, such as 2020, or 201X or 20XX"],
  ],
  [`(?<date>${D})(?<marks>[?~%]{2,})`, oneMark],
  [
    "A\\.?D\\.?\\s*(?<before>\\d{1,4})|(?<after>\\d{1,4})\\s*(?:A\\.?D\\.?|C\\.?E\\.?)",
    ([text], { before, after }) => [no(text), `write ${isoYear(Number(before ?? after))}`],
  ],
  [`(?<third>early|mid|late)(?:\\s+|-|\\s+in\\s+)${YEAR}`, third],
  [`${YEAR}(?<month>0[1-9]|1[0-2])`, numbers],
  ["[0-9-]{4,8}T.*", () => ["a time needs the day", "write the whole date before the T"]],
  [`${DAY}[Tt]`, () => ["the time after the T is missing", "write it as T19:45, or leave out the T"]],
  [
    `(?<d>${DAY})(?<mark>[?~%])T(?<clock>[0-9:]+)`,
    (_, { d, mark, clock }) => [`'${mark}' cannot stand before a time`, `write date: ${d}${mark} and time: ${clock}`],
  ],
  ["\\+(?<d>\\d{4}.*)", (_, { d }) => ["a year has no plus sign", `write ${d}`]],
  ["-?\\d{5,}(?:-\\d\\d){0,2}", () => [FOUR, EXAMPLES]],
  [
    "-?\\d{1,3}(?:-\\d\\d){0,2}",
    () => [FOUR, "write it in full, such as 1998, or 0079 for the year 79"],
  ],
];
