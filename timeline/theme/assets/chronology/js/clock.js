/*
 * The reader's own time of an event, on demand; the event's own day and time stay first and as they are.
 */

/**
 * Fills in the reader's time and shows the offer, unless the clocks there show the same.
 *
 * @param {HTMLElement} place
 */
export function offerLocalTime(place) {
  const written = place.dataset.instant ?? "";
  const instant = new Date(written);
  const said = place.querySelector("p");
  if (!said || Number.isNaN(instant.getTime()) || offsetIn(written) === -instant.getTimezoneOffset()) {
    return;
  }
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(
    // Plain 'en' is the United States' to browsers; the site writes 4 January 2020.
    language === "en" ? "en-GB" : language,
    { dateStyle: "long", timeStyle: "short", hourCycle: "h23", numberingSystem: "latn" },
  );
  const zone = format.resolvedOptions().timeZone;
  const words = { time: format.format(instant), zone: zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ") };
  said.textContent = (place.dataset.said ?? "{time}").replace(
    /\{(time|zone)\}/g,
    (_, name) => words[/** @type {"time" | "zone"} */ (name)],
  );
  place.hidden = false;
}

/**
 * The minutes by which a written time is ahead of UTC.
 *
 * @param {string} written `2020-01-04T19:45+03:00`, or with `Z` at the end.
 */
function offsetIn(written) {
  const found = /([+-])(\d\d):(\d\d)$/.exec(written);
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}
