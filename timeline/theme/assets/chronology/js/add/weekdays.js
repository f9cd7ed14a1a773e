/*
 * Weekdays in a text that the date beside them is not: timeline/checks/weekdays.py in the browser, in the event's language
 * and in English.
 */
import { pad } from "./calendar.js";
import { withDigits } from "./clock.js";
import { namesIn } from "./languages.js";

/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {[language: string, pattern: string, months: string[], names: string[]]} Weekdays Sunday is the first. */

/**
 * @param {string} text
 * @param {import("./checks.js").Draft} draft Whose date has the year where the text gives none.
 * @param {import("./values.js").Values} values
 * @returns {Complaint[]}
 */
export function weekdayProblems(text, { date = "", language }, values) {
  const { weekdays } = values.rules;
  const [usual, english = usual] = weekdays;
  const own = weekdays.find(([code]) => code === (language ?? usual[0])) ?? (/^en-/.test(String(language)) ? english : inLanguage(String(language), english));
  return [...new Set([own, english])].flatMap(([, pattern, months, names]) => [...withDigits(text).matchAll(new RegExp(pattern, "giu"))].flatMap((found) => {
    const { weekday, ...given } = found.groups ?? {};
    // Of the ways to write a date, one was found.
    const [month, number, year] = ["month", "day", "year"].map((part) => [1, 2, 3].map((way) => given[part + way]).find(Boolean));
    const named = months.findIndex((name) => new RegExp(`^(?:${name})$`, "iu").test(month ?? "")) + 1;
    const behind = `-${pad(named || (month ?? ""))}-${pad(Number.parseInt(number ?? "", 10))}`;
    const day = (year ?? String(date).replace(behind, "")) + behind;
    const at = new Date(day).getUTCDay();
    // Until 1923 some country had the Julian calendar, with the same dates on other days.
    const century = Math.floor(Number.parseInt(day, 10) / 100);
    const old = day < "1924" ? (at + century - Math.floor(century / 4) - 2) % 7 : at;
    const right = [names[at], names[old]].some((name) => name?.toLowerCase() === weekday.toLowerCase());
    return values.check(day, "day") || right ? []
      : [values.say("wrong-weekday", { words: text.slice(found.index, found.index + found[0].length).split(/\s+/).join(" "), weekday: usual[3][at], name: names[at] })];
  }));
}

/**
 * The same in another language: the pattern with its names in it.
 *
 * @param {string} language
 * @param {Weekdays} english
 * @returns {Weekdays}
 */
function inLanguage(language, [, pattern, named]) {
  const { months, weekdays } = namesIn(language);
  const put = pattern.replaceAll(named.join("|"), months.filter(Boolean).join("|") || "(?!)")
    .replace(/(?<=<weekday>)[^)]*/, weekdays.join("|") || "(?!)");
  return [language, put, months, weekdays];
}
