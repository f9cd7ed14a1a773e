/*
 * Days that have not come yet: timeline/checks/days_ahead.py in the browser, which knows what day it is.
 */
import { DAY, isoDay } from "./calendar.js";

/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Values} Values */

/** The day that it is here, as ISO 8601 text: Swedes write a date so. */
export const today = () => new Date().toLocaleDateString("sv");

/**
 * Whether a date certainly lies so many days ahead, and more; what is tomorrow here is today elsewhere.
 *
 * @param {string} text
 * @param {number | null | undefined} earliest The first second that it covers.
 * @param {number} [days]
 */
export function isAhead(text, earliest, days = 1) {
  const last = Date.parse(today()) / 1000 / DAY + days;
  return text.slice(0, 10) > isoDay(last) && (earliest ?? 0) >= (last + 1) * DAY;
}

/**
 * What to say of a day of our own work, or of others', that has not come yet.
 *
 * @param {string} day
 * @param {string} key Under which it stands.
 * @param {number | null | undefined} earliest
 * @param {Values} values
 * @returns {Complaint | null}
 */
export function ahead(day, key, earliest, values) {
  if (!isAhead(day, earliest)) {
    return null;
  }
  const told = values.say(`ahead-${key}`, { day, today: today() });
  // What is written of a day in the next two months is not likely to be off by a year.
  const meant = isAhead(day, earliest, 60) && !day.includes("/") && dayMeant(day, values);
  return meant ? { ...told, hint: values.say("ahead", { hint: told.hint, meant }).hint } : told;
}

/**
 * The day that was meant: with the year's last digits swapped, or in this year or the last.
 *
 * @param {string} day
 * @param {Values} values
 */
function dayMeant(day, values) {
  const now = Number(today().slice(0, 4));
  const swapped = Number(day.replace(/^(..)(.)(.).*/s, "$1$3$2"));
  const [meant] = [swapped, now, now - 1].filter((year) => year >= now - 1)
    .map((year) => year + day.slice(4)).filter((one) => one.slice(0, 10) <= today());
  return meant && !values.check(meant.slice(0, 10), "day") ? meant : "";
}
