// Reads rows of dates with the browser's modules, and tells what they make of each.
import { isoInstant, learn } from "./calendar.js";
import { parseDate } from "./expressions.js";
import { inWords } from "./words.js";
import { gapError, located, parseZone } from "./zones.js";

let asked = "";
for await (const part of process.stdin) {
  asked += part;
}
const { rows, languages } = JSON.parse(asked);
learn(languages.en.refusals);

function read({ date, time = null, timezone = "UTC", site = "UTC" }) {
  const { zones } = languages.en;
  try {
    const zone = parseZone(timezone, zones);
    if (date === undefined) {
      return {};
    }
    const when = located(parseDate(date, time, languages.en), zone, parseZone(site, zones));
    const gap = gapError(date, time, when.expression, when.zone);
    if (gap) {
      throw gap;
    }
    const instant = (second) => (second === null ? null : isoInstant(second));
    const words = Object.fromEntries(Object.entries(languages).map(([code, language]) => [code, inWords(when, language)]));
    const possible = Object.values(when.possible).map(instant);
    return { earliest: instant(when.bounds.earliest), latest: instant(when.bounds.latest), possible, words };
  } catch (error) {
    if (error.field === undefined) {
      return { crash: error.stack };
    }
    const { message, hint, field, start, end } = error;
    return { message, hint, field, start, end };
  }
}

console.log(JSON.stringify(rows.map(read)));
