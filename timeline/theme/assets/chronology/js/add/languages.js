/*
 * What a language calls its months and weekdays, as the browser knows it: from CLDR, like timeline/checks/titles.py and
 * weekdays.py. The page's data has them of the site's language and of English alone.
 */

/** @typedef {{ months: string[], weekdays: string[] }} Names Of each month a pattern; the first weekday is Sunday. */

/** @type {Map<string, Names>} */
const KNOWN = new Map();

/**
 * The names in a language; none of one that the browser does not know.
 *
 * @param {string} language
 * @returns {Names}
 */
export function namesIn(language) {
  const found = KNOWN.get(language) ?? { months: [], weekdays: [] };
  if (!KNOWN.has(language)) {
    KNOWN.set(language, found);
    /** @param {"month" | "weekday"} type @param {number} month @param {number} day @param {Intl.DateTimeFormatOptions} style */
    const part = (type, month, day, style) => new Intl.DateTimeFormat(language, { calendar: "gregory", timeZone: "UTC", ...style })
      .formatToParts(Date.UTC(2000, month, day)).find((one) => one.type === type)?.value.replace(/\.$/, "") ?? "";
    try {
      if (Intl.DateTimeFormat.supportedLocalesOf(language)[0]) {
        const styles = /** @type {const} */ (["long", "short"]).flatMap((month) => [{ month }, { month, day: /** @type {const} */ ("numeric") }]);
        for (let month = 0; month < 12; month++) {
          const names = new Set(styles.map((style) => part("month", month, 1, style)).filter((name) => /\P{Nd}/u.test(name)));
          found.months.push([...names].sort((one, other) => other.length - one.length)
            .map((name) => name.replace(/[.()]/g, "\\$&")).join("|"));
        }
        for (let day = 2; day < 9; day++) {
          found.weekdays.push(part("weekday", 0, day, { weekday: "long", month: "long", day: "numeric" }));
        }
      }
    } catch {
      // What is no language has no names.
    }
  }
  return found;
}
