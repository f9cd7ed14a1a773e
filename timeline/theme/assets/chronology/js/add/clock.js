/*
 * Clock times, offsets from UTC and parts of the day, and what to answer to what people write instead of them;
 * as timeline/dates has it in clock.py, parts.py and mistaken_times.py.
 */
import { DAY, DateError, pad } from "./calendar.js";

/** @typedef {import("./calendar.js").Field} Field */
/** @typedef {{ second: number, last: number, seconds: boolean, offset: number | null, about: boolean }} Clock */

export const LONGEST = 200;
/** The parts of the day, with the hours at which they begin and end. @type {Record<string, [number, number]>} */
export const PARTS = {
  "early-hours": [0, 6], morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [20, 28],
};
const NAMES = Object.keys(PARTS).join(", ");
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?$/;
const LOOSE = /^(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?(?: ?(?:hrs?|hours|uhr|o'clock|local|local time))?$/i;
const AS_IS = "write hours and minutes as 19:45";
/** @param {string} text */
export const isPart = (text) => Object.hasOwn(PARTS, text);
export const WESTMOST = -12 * 3600;
export const EASTMOST = 14 * 3600;

/**
 * Reads `HH:MM` or `HH:MM:SS`, with an offset or without.
 *
 * @param {string} text
 * @param {Field} field
 * @param {number} base Where it begins in its key's text.
 * @param {string} [nextDay]
 * @returns {Clock}
 */
export function parseClock(text, field, base, nextDay) {
  const found = CLOCK.exec(text);
  if (!found) {
    throw misread(text, field, base);
  }
  const [, hour, minute, second, offset] = found;
  /** @type {(message: string, hint: string, from: number, to: number) => DateError} */
  const wrong = (message, hint, from, to) => new DateError(message, hint, field, base + from, base + to);
  if (hour > "23") {
    if (`${hour}:${minute}:${second ?? "00"}` === "24:00:00") {
      const day = nextDay?.[4] === "-" ? `, ${nextDay}` : ""; // the day after the last of all has too many digits
      throw wrong("24:00 is not supported", `write 00:00 of the next day${day}`, 0, 5);
    }
    throw wrong(`there is no hour ${hour}`, "hours go from 00 to 23", 0, 2);
  }
  if (minute > "59") {
    throw wrong(`there is no minute ${minute}`, "minutes go from 00 to 59", 3, 5);
  }
  if (second > "59") {
    const hint = second === "60" ? "leave out the leap second: write 59" : "seconds go up to 59";
    throw wrong(`there is no second ${second}`, hint, 6, 8);
  }
  const start = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  const east = offset === undefined ? null : parseOffset(offset, field, base + text.length - offset.length);
  return { second: start, last: second ? start : start + 59, seconds: Boolean(second), offset: east, about: false };
}

/**
 * Reads `Z`, `+03:00` or `+03` into seconds east of UTC.
 *
 * @param {string} text
 * @param {Field} field
 * @param {number} base
 */
export function parseOffset(text, field, base) {
  if (text === "Z") {
    return 0;
  }
  const end = base + text.length;
  const found = /^([+-])(\d\d)(?::(\d\d))?$/.exec(text);
  if (!found) {
    const digits = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text);
    const hint = digits && Number(digits[2]) <= 14
      ? `write ${digits[1]}${pad(digits[2])}:${digits[3] ?? "00"}` : "an offset looks like +03:00";
    throw new DateError(`'${text}' is not an offset from UTC`, hint, field, base, end);
  }
  const minutes = Number(found[3] ?? 0);
  const seconds = (Number(found[2]) * 3600 + minutes * 60) * (found[1] === "-" ? -1 : 1);
  if (!seconds && found[1] === "-") {
    const hint = "write Z or +00:00, or give 'unknown' as the time zone";
    throw new DateError(`'${text}' is not an offset in ISO 8601`, hint, field, base, end);
  }
  if (minutes > 59 || seconds < WESTMOST || seconds > EASTMOST) {
    throw new DateError(`no place has the offset ${text}`, "offsets go from -12:00 to +14:00", field, base, end);
  }
  return seconds;
}

/**
 * An offset as text: `+03:00`; `UTC` for none.
 *
 * @param {number} seconds
 */
export function offsetName(seconds) {
  return seconds ? (seconds > 0 ? "+" : "-") + clockText(Math.abs(seconds)) : "UTC";
}

/**
 * A second of the day as `19:45`.
 *
 * @param {number} second
 */
export const clockText = (second) => `${pad(Math.floor(second / 3600))}:${pad(Math.floor((second % DAY) / 60) % 60)}`;

/**
 * @param {string} text
 * @param {Field} field
 * @param {number} base
 */
function misread(text, field, base) {
  const tail = /(?:Z|[+-][0-9:]{1,6})$/.exec(text)?.[0] ?? "";
  const body = text.slice(0, text.length - tail.length);
  if (tail && CLOCK.test(body)) {
    try {
      parseOffset(tail, field, base + body.length);
    } catch (error) {
      return error;
    }
  }
  let message = `'${text}' is not a time of day`;
  let hint = meant(text, body, tail);
  if (/:\d\d[.,]\d/.test(body)) {
    message = "fractions of a second are not supported";
  } else if (isPart(text)) {
    [message, hint] = ["a part of the day is a key of its own", `write time: ${text}`];
  }
  const otherwise = field === "date" ? `${AS_IS} after the T` : `${AS_IS}, or a part of the day such as evening`;
  return new DateError(message, hint || otherwise, field, base, base + text.length);
}

/**
 * What to write instead of a clock in another form; nothing where that cannot be told.
 *
 * @param {string} text
 * @param {string} body
 * @param {string} tail
 */
function meant(text, body, tail) {
  const loose = LOOSE.exec(body);
  if (loose) {
    let hour = Number(loose[1]);
    if (loose[4] && hour >= 1 && hour <= 12) {
      hour = (hour % 12) + (/^p/i.test(loose[4]) ? 12 : 0);
    }
    const minute = loose[2] ?? "00";
    const seconds = loose[3] ? `:${loose[3]}` : "";
    return hour < 24 && minute < "60" ? `write ${pad(hour)}:${minute}${seconds}${tail}` : "";
  }
  const [, clock, sign, hours] = /^(\d\d:\d\d) *(?:utc|gmt) *([+-])(\d{1,2})$/i.exec(text) ?? [];
  if (clock) {
    return `write ${clock}${sign}${pad(hours)}:00`;
  }
  const named = /^(\d\d:\d\d(?::\d\d)?)\s*([A-Za-z][A-Za-z_/ ]*)$/.exec(text);
  if (named) {
    return /^(utc|gmt)$/i.test(named[2])
      ? `write ${named[1]}Z` : `write ${named[1]}, and the time zone under timezone`;
  }
  const close = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$/.exec(body);
  return close ? `write ${close.slice(1).filter(Boolean).join(":")}${tail}` : "";
}

/**
 * Explains what is odd about a `time` before it is read as a clock; null where nothing is.
 *
 * @param {string} text
 * @param {Record<string, string>} words What to write in place of a word that is no part of the day here.
 */
export function timeError(text, words) {
  const end = text.length;
  let hint = `${AS_IS}, or one of ${NAMES}`;
  /** @param {string} message @param {string} said @param {number} [from] */
  const wrong = (message, said, from = 0) => new DateError(message, said, "time", from, end);
  if (!text.trim()) {
    return wrong("the time is empty", "leave the key out");
  }
  if (end > LONGEST) {
    return wrong("the time is too long to be one", hint, LONGEST);
  }
  const plain = asAscii(text.trim());
  if (text !== text.trim()) {
    return wrong("spaces around the time", isTime(plain) ? `write ${plain}` : hint);
  }
  const [, start, until] = /^(\d\d:\d\d) ?(?:-|to|and) ?(\d\d:\d\d)$/.exec(plain) ?? [];
  if (text.includes("/") || start < until) {
    return wrong("a time cannot be a span",
      "write a span in the date, as in 2020-01-04T19:45/2020-01-04T21:00");
  }
  if (!isAscii(text)) {
    return wrong("the time has characters that no time has", isTime(plain) ? `write ${plain}` : hint);
  }
  const word = text.replace(/^~+|~+$/g, "").toLowerCase().replace(/[\s_]+/g, "-")
    .replace(/^(?:(?:in|at|during|the|that)-)+/, "");
  if (isPart(word)) {
    hint = `write ${word}${text.startsWith("~") ? ", which is approximate as it is" : ""}`;
    return wrong(`'${text}' is not a part of the day`, hint);
  }
  if (Object.hasOwn(words, word)) {
    return wrong(`'${text}' is not a part of the day here`, words[word]);
  }
  const body = /^(?:c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|[?%~])?\s*(.*?)\s*[?%~]?$/i.exec(text)?.[1] ?? text;
  const clock = text !== body && text !== `~${body}` && clockMeant(body);
  if (clock) {
    return wrong(`'${text}' is not how a time is marked as approximate`, `write ${isPart(clock) ? "" : "~"}${clock}`);
  }
  return /\d/.test(text) ? null : wrong(`'${text}' is not a time of day`, hint);
}

/** @param {string} text */
const isTime = (text) => clockMeant(text.replace(/^~/, "")) === text.replace(/^~/, "");

/**
 * A clock or a part of the day that a text is, or means in another form; empty where it is none.
 *
 * @param {string} text
 */
function clockMeant(text) {
  try {
    isPart(text) || parseClock(text, "time", 0);
    return text;
  } catch (error) {
    return /^write ([\d:]{5,8})$/.exec(/** @type {DateError} */ (error).hint)?.[1] ?? "";
  }
}

/** @param {string} text */
export const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

/**
 * The text with every digit and dash of any script as ASCII's, and nothing that is not seen.
 *
 * @param {string} text
 */
export function asAscii(text) {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-")
    .replace(/\p{Nd}/gu, (digit) => {
      // Unicode keeps the ten digits of a script together, the zero first.
      const code = digit.codePointAt(0) ?? 0;
      let zero = code;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
        zero--;
      }
      return String((code - zero) % 10);
    });
}
