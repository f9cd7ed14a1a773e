/*
 * Time zones, and from what their clocks show to instants: timeline/dates/zones.py and bounds.py in the browser, which
 * knows the rules of the zones itself. The names are those of the program's own data.
 */
import { DAY, MONTHS, dateOf, dayNumber, fault, isoYear, pad } from "./calendar.js";
import { EASTMOST, WESTMOST, clockText, offsetName, parseOffset } from "./clock.js";
import { nearest } from "./nearest.js";

/** @typedef {import("./expressions.js").Expression} Expression */
/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {{ name: string, offset: number | null }} Zone A fixed offset, or null for a place's zone. */
/** @typedef {{ earliest: number | null, latest: number | null }} Bounds */

const LONGEST = 64;
/** @type {Map<string, Intl.DateTimeFormat>} */
const FORMATS = new Map();

/**
 * Reads a time zone as an editor writes it.
 *
 * @param {string} text
 * @param {Record<string, string>} names Every zone there is, with what it is called.
 * @returns {Zone}
 */
export function parseZone(text, names) {
  if (text === "UTC" || text === "unknown") {
    return { name: text, offset: 0 };
  }
  if (/^[+-]/.test(text) && text.length <= LONGEST) {
    return fixed(parseOffset(text, "timezone", 0));
  }
  if (Object.hasOwn(names, text)) {
    return { name: text, offset: null };
  }
  /** @param {string} name @param {string[]} values */
  const wrong = (name, ...values) => fault(name, "timezone", 0, text.length, text, ...values);
  if (!text.trim()) {
    throw wrong("empty-zone");
  }
  if (text.length > LONGEST) {
    throw wrong("long-zone");
  }
  const [, sign, hours, minutes = "00"] = /^(?:utc|gmt)\s?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(text) ?? [];
  if (sign) {
    throw wrong("zone-as", sign, pad(hours), minutes);
  }
  const isShort = /^[A-Z]{2,5}$/.test(text); // 'AST' is nearly 'East', and no misspelling of it
  const meant = /^(?:z|gmt|utc)$/i.test(text) ? "UTC" : nearestZone(text, Object.keys(names), isShort ? 1 : 0.8);
  throw meant ? wrong("zone-near", meant) : wrong(isShort ? "zone-short" : "zone");
}

/**
 * The zone that a misspelt one means: by its whole name, or by its city alone.
 *
 * @param {string} text
 * @param {string[]} names
 * @param {number} cutoff
 */
function nearestZone(text, names, cutoff) {
  const wanted = text.trim().replace(/ time$/i, "").replaceAll(" ", "_").toLowerCase();
  const whole = new Map([...names.sort(), "unknown"].map((name) => [name.toLowerCase(), name]));
  const cities = new Map([...whole].filter(([name]) => name.includes("/"))
    .map(([name, zone]) => [name.slice(name.lastIndexOf("/") + 1), zone]));
  const exact = whole.get(wanted) ?? cities.get(wanted);
  return exact ?? whole.get(nearest(wanted, whole.keys(), cutoff)) ?? cities.get(nearest(wanted, cities.keys(), cutoff));
}

/** @param {number} offset @returns {Zone} */
export const fixed = (offset) => ({ name: offsetName(offset), offset });

/**
 * The zone of a moment: the offset in its text, else the zone given.
 *
 * @param {Moment} moment
 * @param {Zone} zone
 */
const zoneOf = ({ clock }, zone) => (clock?.offset == null ? zone : fixed(clock.offset));

/**
 * The first and the last second that an expression covers.
 *
 * @param {Expression} expression
 * @param {Zone} zone
 * @returns {Bounds}
 */
function boundsOf({ start, end }, zone) {
  const earliest = start && instants(zoneOf(start, zone), start.first)[0];
  const latest = end && instants(zoneOf(end, zone), end.last)[1];
  // A time that never was is the instant at which the clocks went forward.
  return { earliest, latest: earliest !== null && latest !== null ? Math.max(earliest, latest) : latest };
}

/**
 * A date in a zone: its own zone, and the bounds that it has there and that it may have at all.
 *
 * @param {Expression} expression
 * @param {Zone} zone
 * @param {Zone} site The zone that stands in for one that is unknown.
 * @returns {{ expression: Expression, zone: Zone, bounds: Bounds, possible: Bounds }}
 */
export function located(expression, zone, site) {
  // An offset beside one side of a span holds for the other too (ISO 8601-1, 5.5.2).
  const own = expression.members.reduce((found, moment) => (found === zone ? zoneOf(moment, zone) : found), zone);
  const unknown = own.name === "unknown";
  const bounds = boundsOf(expression, unknown ? site : own);
  const { start, end } = expression;
  const { earliest, latest } = bounds;
  const possible = unknown ? {
    earliest: start && earliest !== null ? Math.min(earliest, start.first - EASTMOST) : null,
    latest: end && latest !== null ? Math.max(latest, end.last - WESTMOST) : null,
  } : bounds;
  return { expression, zone: own, bounds, possible };
}

/**
 * Says that a moment never was, because the zone's clocks went forward over the whole of it.
 *
 * @param {string} date
 * @param {string | null} time
 * @param {Expression} expression
 * @param {Zone} zone
 */
export function gapError(date, time, expression, zone) {
  for (const moment of expression.members) {
    const own = zoneOf(moment, zone);
    if (own.offset !== null || instants(own, moment.first)[0] <= instants(own, moment.last)[1]) {
      continue;
    }
    const [year, month, day] = dateOf(Math.floor(moment.first / DAY));
    const shown = `${day} ${MONTHS[month - 1]} ${isoYear(year)}`;
    const second = moment.first - dayNumber(year, month, day) * DAY;
    const stroke = date.indexOf("/");
    const [start, end] = time !== null ? [0, time.length] : stroke < 0 || expression.kind !== "span" ? [0, date.length]
      : moment === expression.start ? [0, stroke] : [stroke + 1, date.length];
    return fault(moment.clock ? "gap-of-clocks" : "gap", time !== null ? "time" : "date", start, end, shown, own.name, clockText(second));
  }
  return null;
}

/**
 * The first instant at which a zone's clocks show a time or a later one, and the last at which they show it or an
 * earlier one; they differ only where the clocks are put forward or back.
 *
 * @param {Zone} zone
 * @param {number} local
 * @returns {[first: number, last: number]}
 */
function instants(zone, local) {
  const [before, after] = [offsetAt(zone, local - DAY), offsetAt(zone, local + DAY)];
  if (before === after) {
    return [local - before, local - before];
  }
  let [low, high] = [local - DAY, local + DAY];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    offsetAt(zone, middle) === before ? (low = middle) : (high = middle);
  }
  const [early, late] = [local < high + before, local < high + after];
  if (after > before) {
    return early ? [local - before, local - before] : late ? [high, high - 1] : [local - after, local - after];
  }
  return [local - (early ? before : after), local - (late ? before : after)];
}

/**
 * The seconds east of UTC at an instant.
 *
 * @param {Zone} zone
 * @param {number} instant
 */
function offsetAt({ name, offset }, instant) {
  if (offset !== null) {
    return offset;
  }
  let format = FORMATS.get(name);
  if (!format) {
    const numeric = /** @type {const} */ ("numeric");
    format = new Intl.DateTimeFormat("en", {
      timeZone: name, hourCycle: "h23", era: "short", year: numeric, month: numeric, day: numeric, hour: numeric,
      minute: numeric, second: numeric,
    });
    FORMATS.set(name, format);
  }
  /** @type {Record<string, string>} */
  const shown = {};
  for (const { type, value } of format.formatToParts(instant * 1000)) {
    shown[type] = value;
  }
  const [year, hour] = [Number(shown.year), Number(shown.hour)];
  const day = dayNumber(shown.era.startsWith("B") ? 1 - year : year, Number(shown.month), Number(shown.day));
  return day * DAY + hour * 3600 + Number(shown.minute) * 60 + Number(shown.second) - instant;
}
