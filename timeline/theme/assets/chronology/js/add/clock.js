/*
 * Clock times, offsets from UTC and parts of the day, and what to answer to what people write instead of them;
 * as timeline/dates has it in clock.py, parts.py and mistaken_times.py.
 */
import { DAY, DateError, fault, pad, said } from "./calendar.js";

/** @typedef {import("./calendar.js").Field} Field */
/** @typedef {{ second: number, last: number, seconds: boolean, offset: number | null, about: boolean }} Clock */

export const LONGEST = 200;
/** The parts of the day, with the hours at which they begin and end. @type {Record<string, [number, number]>} */
export const PARTS = {
  "early-hours": [0, 6], morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [20, 28],
};
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?$/;
const LOOSE = /^(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?(?: ?(?:hrs?|hours|uhr|o'clock|local|local time))?$/i;
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
  /** @param {string} name @param {number} from @param {string} value */
  const wrong = (name, from, value) => fault(name, field, base + from, base + from + 2, value);
  if (hour > "23") {
    if (`${hour}:${minute}:${second ?? "00"}` === "24:00:00") {
      const day = nextDay?.[4] === "-" ? `, ${nextDay}` : ""; // the day after the last of all has too many digits
      throw fault("24", field, base, base + 5, day);
    }
    throw wrong("hour", 0, hour);
  }
  if (minute > "59") {
    throw wrong("minute", 3, minute);
  }
  if (second > "59") {
    throw wrong(second === "60" ? "leap" : "second", 6, second);
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
    const [, sign, hours = 99, minutes = "00"] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text) ?? [];
    throw fault(Number(hours) <= 14 ? "offset-as" : "offset", field, base, end, text, sign, pad(hours), minutes);
  }
  const minutes = Number(found[3] ?? 0);
  const seconds = (Number(found[2]) * 3600 + minutes * 60) * (found[1] === "-" ? -1 : 1);
  if (!seconds && found[1] === "-") {
    throw fault("minus", field, base, end, text);
  }
  if (minutes > 59 || seconds < WESTMOST || seconds > EASTMOST) {
    throw fault("nowhere", field, base, end, text);
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
  const [message, usual] = said(isPart(text) ? "part" : field === "date" ? "clock-behind" : "clock", text);
  const hint = meant(text, body, tail) || usual;
  return new DateError(/:\d\d[.,]\d/.test(body) ? said("fraction")[0] : message, hint, field, base, base + text.length);
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
  /** @param {string} name @param {string[]} values */
  const wrong = (name, ...values) => fault(name, "time", 0, end, ...values);
  if (!text.trim()) {
    return wrong("empty-time");
  }
  const [long, hint] = said("long-time");
  if (end > LONGEST) {
    return new DateError(long, hint, "time", LONGEST, end);
  }
  /** @param {DateError} told @param {boolean} isKnown Whether what to write is. */
  const hinted = (told, isKnown) => isKnown ? told : new DateError(told.message, hint, "time", 0, end);
  const plain = asAscii(text.trim());
  if (text !== text.trim()) {
    return hinted(wrong("spaces", plain), isTime(plain));
  }
  const [, start, until] = /^(\d\d:\d\d) ?(?:-|to|and) ?(\d\d:\d\d)$/.exec(plain) ?? [];
  if (text.includes("/") || start < until) {
    return wrong("span-time");
  }
  const word = text.replace(/^~+|~+$/g, "").toLowerCase().replace(/[\s_]+/g, "-")
    .replace(/^(?:(?:in|at|during|the|that)-)+/, "");
  if (Object.hasOwn(words, word)) {
    return wrong("no-part-here", text, words[word]);
  }
  if (!isAscii(text)) {
    return hinted(wrong("odd-time", plain), isTime(plain));
  }
  if (isPart(word)) {
    return wrong(text.startsWith("~") ? "no-part-about" : "no-part", text, word);
  }
  const body = /^(?:c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|[?%~])?\s*(.*?)\s*[?%~]?$/i.exec(text)?.[1] ?? text;
  const clock = text !== body && text !== `~${body}` && clockMeant(body);
  if (clock) {
    return wrong("about-time", text, (isPart(clock) ? "" : "~") + clock);
  }
  return /\d/.test(text) ? null : hinted(wrong("clock", text), false);
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
export const asAscii = (text) => withDigits(text.replace(/\p{Cf}/gu, "").replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-"));

/**
 * The text with every digit of any script as ASCII's, each in its place.
 *
 * @param {string} text
 */
export const withDigits = (text) => text.replace(/\p{Nd}/gu, (digit) => {
  // Unicode keeps the ten digits of a script together, the zero first.
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero--;
  }
  return String((code - zero) % 10);
});
