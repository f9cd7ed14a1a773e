/*
 * Events that look like the one that is written: timeline/checks/duplicates.py in the browser, with the same bounds,
 * so that it tells before the event is handed over what the check would tell behind it.
 */
import { DAY } from "./calendar.js";
import { likeness } from "./nearest.js";
import { eventOf } from "./relations.js";
import { workOf } from "./works.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").When} When */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {{ id: string, title: string, folded: string }} Row */

const SIMILAR = 0.75;
const COMPARED = 8;
const FEW_WORDS = 3;
const BEGINNING = 4;
const GRADES = 5;

/**
 * The events that a draft looks like, by their ids.
 *
 * @param {Draft} draft
 * @param {When} when
 * @param {Rules} rules
 * @param {Choices} choices
 * @returns {string[]}
 */
export function alike(draft, when, rules, choices) {
  const { id = "", title = "", place = "", distinct_from: distinct = [], sources = [] } = draft;
  const [own, day] = [row(String(id), String(title)), dayOf(when, rules)];
  // The days of a strike that one work tells of are not one event.
  const bare = (/** @type {string} */ text) => text.replace(new RegExp(rules.counted, "gu"), "#");
  const rows = choices.event.filter(([known]) => known !== id);
  const near = rows.filter(([, , at, where]) => at === day && where === place).map(([known, name]) => row(known, name))
    // Without a place to tell two events apart, the very same title says that they are one; the check, which has no
    // need to be small, sees the same words in other forms, too.
    .filter(({ folded }) => place || (folded === own.folded && folded.split(" ").length >= FEW_WORDS));
  const citing = /** @type {any[]} */ (sources).map(({ url }) => workOf(url, choices)?.[0] ?? [])
    .map((ids) => rows.filter(([known]) => ids.includes(known)).map(([known, name]) => row(known, name))
      .filter(({ folded }) => folded === own.folded || bare(folded) !== bare(own.folded)));
  const found = [near, ...citing].flatMap((group) => neighbours(own, group));
  const others = /** @type {any[]} */ (distinct).map((one) => eventOf(one, choices)?.[0]);
  return [...new Set(found)].filter((other) => !others.includes(other));
}

/**
 * Those of a group whose titles are like one's own. As the check does, compare neighbours by title: of very many
 * events on one day not all with all.
 *
 * @param {Row} own
 * @param {Row[]} group
 */
function neighbours(own, group) {
  const sorted = [...group, own].sort((a, b) => (a.folded < b.folded || (a.folded === b.folded && a.id < b.id) ? -1 : 1));
  const here = sorted.indexOf(own);
  return sorted.slice(Math.max(here - COMPARED + 1, 0), here + COMPARED)
    .filter((other, number) => other !== own && share(own.folded, other.folded)
      && (number < Math.min(here, COMPARED - 1) ? likeness(own.folded, other.folded) : likeness(other.folded, own.folded)) >= SIMILAR)
    .map((other) => other.id);
}

/** @param {string} id @param {string} title @returns {Row} */
const row = (id, title) => ({ id, title, folded: title.toLowerCase().replace(/ß/g, "ss") });

/**
 * The day under which an event sorts and how exact its heading is, as one number: see timeline/outputs/form_events.py.
 *
 * @param {When} when
 * @param {Rules} rules
 */
function dayOf({ expression: { kind, start, members } }, { headings }) {
  const [first, last] = [members[0], members[members.length - 1]];
  const years = last.year - first.year;
  const several = kind === "set" && (years || first.month !== last.month);
  const heading = !several ? headings[first.precision] : years <= 1 ? 2 : years < 10 ? 3 : 4;
  return Math.floor((start ? start.first : first.last) / DAY) * GRADES + heading;
}

/**
 * Whether two titles have most of the shorter one's words in common, or too few words to tell.
 *
 * @param {string} one
 * @param {string} other
 */
function share(one, other) {
  const [a, b] = [one, other].map((title) =>
    new Set(title.split(/\s+/).filter(Boolean).map((word) => [...word].slice(0, BEGINNING).join(""))));
  const fewer = Math.min(a.size, b.size);
  return fewer < FEW_WORDS || [...a].filter((word) => b.has(word)).length * 2 > fewer;
}
