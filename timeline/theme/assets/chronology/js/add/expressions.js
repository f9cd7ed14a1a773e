/*
 * The grammar of `date` and `time`: moments, spans and sets. It is timeline/dates/edtf.py in the browser;
 * tests/dates/cases.yaml and refused.yaml hold the two together.
 */
import { DAY, DateError, dateOf, fault, isoDay, isoYear, pad } from "./calendar.js";
import { LONGEST, PARTS, asAscii, isAscii, isPart, parseClock, timeError } from "./clock.js";
import { EXAMPLES, dateError, oddCharacter } from "./mistakes.js";
import { at, isPlain, parseMoment } from "./moments.js";

/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("./words.js").Language} Language */
/**
 * @typedef {object} Expression
 * @property {"moment" | "span" | "set"} kind
 * @property {Moment | null} start
 * @property {Moment | null} end
 * @property {Moment[]} members
 * @property {boolean} open Of a span without an end: whether it goes on, or nobody knows.
 */

const WHOLE_DAYS = ["day", "month", "year"];

/**
 * Reads the texts of the keys `date` and `time`.
 *
 * @param {string} date
 * @param {string | null} time
 * @param {Language} language The words for what is no date.
 * @returns {Expression}
 */
export function parseDate(date, time, language) {
  try {
    return parsed(date, time, language);
  } catch (error) {
    const refusal = /** @type {DateError} */ (error);
    const [, day, clock, beside] = new RegExp(language.offer).exec(refusal.hint) ?? [];
    try {
      parsed(day ?? "2000-01-01", beside ?? clock ?? null, language);
      const [, named] = new RegExp(language.weekday, "i").exec(date) ?? [];
      const name = new Date(day).toLocaleString("en", { weekday: "long", timeZone: "UTC" });
      if (named && /^\d{4}-..-\d\d$/.test(day) && !name.match(new RegExp(named, "i"))) {
        refusal.message += `, and ${day} is a ${name}`;
      }
    } catch (next) {
      refusal.hint = /** @type {DateError} */ (next).message; // nobody is told to write what would be refused next
    }
    throw refusal;
  }
}

/** @param {string} date @param {string | null} time @param {Language} language @returns {Expression} */
function parsed(date, time, language) {
  if (date.length > LONGEST) {
    throw fault("long", "date", LONGEST, date.length, LONGEST);
  }
  const moment = parseMoment(date);
  if (moment) {
    const timed = time === null ? moment : atTime(moment, date, time, language.times);
    return { kind: "moment", start: timed, end: timed, members: [timed], open: false };
  }
  /** @param {string} piece @param {number} base @returns {Moment} */
  const part = (piece, base) => {
    const found = parseMoment(piece, base);
    if (!found) {
      throw isAscii(date) ? dateError(language, date, piece, base) : refused(date, language);
    }
    return found;
  };
  const found = date.startsWith("[") ? asSet(date, part) : date.includes("/") && !/^w/i.test(date) ? asSpan(date, part) : null;
  if (!found) {
    throw refused(date, language);
  }
  if (time !== null) {
    throw fault(`timed-${found.kind}`, "time", 0, time.length);
  }
  return found;
}

/**
 * Explains a text that is no date, as it stands or once its odd characters are replaced.
 *
 * @param {string} date
 * @param {Language} language
 */
function refused(date, language) {
  const plain = asAscii(date).trim();
  if ((date === date.trim() && isAscii(date)) || !plain) {
    return dateError(language, date);
  }
  let hint = EXAMPLES;
  const worded = isAscii(plain) ? null : dateError(language, plain);
  if (worded && worded.hint !== EXAMPLES) {
    return new DateError(worded.message.replace(plain, date.trim()), worded.hint, "date", 0, date.length);
  }
  if (isAscii(plain)) {
    try {
      parsed(plain, null, language);
      hint = `write ${plain}`;
    } catch (error) {
      hint = /** @type {DateError} */ (error).hint;
    }
  }
  return oddCharacter(date, hint, language.characters);
}

/** @param {Moment} day @param {string} date @param {string} time @param {Record<string, string>} words */
function atTime(day, date, time, words) {
  const wrong = day.clock ? "timed" : day.precision !== "day" && "several-days";
  if (wrong) {
    throw fault(wrong, "time", 0, time.length, date);
  }
  if (isPart(time)) {
    const [start, end] = PARTS[time];
    return { ...day, precision: "part", part: time, first: day.first + start * 3600, last: day.first + end * 3600 - 1 };
  }
  const problem = timeError(time, words);
  if (problem) {
    throw problem;
  }
  const mark = time.startsWith("~") ? 1 : 0;
  const clock = parseClock(time.slice(mark), "time", mark, isoDay(day.first / DAY + 1));
  return at(day, { ...clock, about: mark > 0 });
}

/**
 * Reads `start/end`, either of which may be open (`..`) or unknown (nothing).
 *
 * @param {string} text
 * @param {(piece: string, base: number) => Moment} part
 * @returns {Expression | null}
 */
function asSpan(text, part) {
  const sides = text.split("/");
  if (sides.length !== 2) {
    return null;
  }
  if (sides.every((side) => side === "" || side === "..")) {
    throw fault("endless", "date", 0, text.length);
  }
  const endAt = sides[0].length + 1;
  const [start, end] = sides.map((side, number) => {
    if (side === "" || side === "..") {
      return null;
    }
    const base = number * endAt;
    const found = part(side, base);
    if (found.precision !== "season" && !side.includes("X")) {
      return found;
    }
    const what = found.precision === "season" ? "a season" : "X";
    const [year, month, day] = dateOf(Math.floor((base ? found.last : found.first) / DAY));
    const whole = ["year", "decade", "century"].includes(found.precision);
    const plain = isoYear(year) + (whole ? "" : `-${pad(month)}`) + (found.precision === "days" ? `-${pad(day)}` : "");
    throw fault("in-span", "date", base, base + side.length, what, plain);
  });
  if (start && end) {
    checkOrder(start, end, text, endAt);
  }
  const members = [start, end].flatMap((side) => side ?? []);
  return { kind: "span", start, end, members, open: sides.includes("..") };
}

/** @param {Moment} start @param {Moment} end @param {string} text @param {number} endAt */
function checkOrder(start, end, text, endAt) {
  let [first, last] = [start.first, end.last];
  if (start.clock && end.clock) {
    const [one, two] = [start.clock.offset, end.clock.offset];
    if ((one === null) !== (two === null)) {
      const [bare, behind] = one === null ? [0, endAt - 1] : [endAt, text.length];
      throw fault("one-offset", "date", bare, behind);
    }
    first -= one ?? 0;
    last -= two ?? 0;
  }
  if (last < first) {
    throw fault("turned", "date", endAt, text.length, text.slice(endAt), text.slice(0, endAt - 1));
  }
}

/**
 * Reads `[one,or,other]`: whole days, months or years of which one is the date.
 *
 * @param {string} text
 * @param {(piece: string, base: number) => Moment} part
 * @returns {Expression | null}
 */
function asSet(text, part) {
  if (!text.endsWith("]") || text.includes("..")) {
    return null;
  }
  const pieces = text.slice(1, -1).split(",");
  /** @type {Moment[]} */
  const members = [];
  let base = 1;
  for (const piece of pieces) {
    const [found, end] = [part(piece, base), base + piece.length];
    if (!isPlain(found)) {
      throw fault("qualified", "date", end - 1, end, piece.slice(0, -1));
    }
    if (!WHOLE_DAYS.includes(found.precision) || found.hidden) {
      throw fault("in-set", "date", base, end, piece);
    }
    if (members.some((other) => other.first === found.first && other.last === found.last)) {
      throw fault("twice", "date", base, end, piece);
    }
    members.push(found);
    base = end + 1;
  }
  if (members.length === 1) {
    throw fault("alone", "date", 0, text.length, pieces[0]);
  }
  members.sort((a, b) => a.first - b.first || a.last - b.last);
  const end = members.reduce((last, member) => (member.last > last.last ? member : last));
  return { kind: "set", start: members[0], end, members, open: false };
}
