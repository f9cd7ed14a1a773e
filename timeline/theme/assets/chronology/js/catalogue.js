/*
 * The entries as columns of numbers, and the answering of questions. It knows no page, so that it can be
 * tested and measured alone.
 */
import { dayOf } from "./question.js";
import { has, terms } from "./text.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {[id: string, label?: string, parent?: number, also?: string, colour?: string]} Choice */
/** @typedef {"kind" | "status" | "place" | "actor" | "tag" | "storyline"} Facet */
/** @typedef {Record<Facet, Choice[]>} Tables */
/**
 * @typedef {object} Rows One value an entry in every column; see timeline/pages/facets.py.
 * @property {number[]} kind
 * @property {number[]} status
 * @property {number[]} place
 * @property {number[][]} actor
 * @property {number[][]} tag
 * @property {number[][]} [storyline] Of the index, it comes later.
 * @property {number[]} key
 * @property {number[]} day
 * @property {number[]} days
 */
/**
 * @typedef {object} Answer
 * @property {number[]} found The entries that fit, by their numbers.
 * @property {Record<Facet, Uint32Array>} counts How many fit with each choice, all else as it is asked.
 * @property {{ events: number, reports: number }} show
 * @property {number} key
 */

/** @type {Facet[]} */
export const FACETS = ["kind", "status", "place", "actor", "tag", "storyline"];
const OPEN_END = -1;
const OPEN_START = -2;
const SHOW = FACETS.length;
const KEY = FACETS.length + 1;

export class Catalogue {
  /**
   * @param {Tables} tables
   * @param {number} size How many entries there will be.
   */
  constructor(tables, size) {
    this.tables = tables;
    this.size = size;
    /** For each place, itself and those around it. */
    this.chains = tables.place.map((_, number) => {
      const chain = [];
      for (let step = number; step >= 0; step = tables.place[step][2] ?? -1) {
        chain.push(step);
      }
      return chain;
    });
    /** @type {number[][][]} For each facet, for each entry, the choices that it has. */
    this.choices = FACETS.map(() => new Array(size));
    this.reports = new Uint8Array(size);
    this.key = new Uint8Array(size);
    // What has not come yet lies on no day, and so fits no question.
    this.first = new Float64Array(size).fill(NaN);
    this.last = new Float64Array(size).fill(NaN);
    /** @type {string[]} The folded text of each entry. */
    this.texts = new Array(size).fill("");
    /** @type {Uint8Array | null} Which entries count at all; null for all of them. */
    this.within = null;
  }

  /**
   * Takes entries in.
   *
   * @param {Rows} rows
   * @param {number} start The number of the first of them.
   */
  add(rows, start = 0) {
    /** @param {number} one */
    const alone = (one) => (one < 0 ? [] : [one]);
    const columns = [
      rows.kind.map(alone), rows.status.map(alone), rows.place.map((one) => this.chains[one] ?? []),
      rows.actor, rows.tag, rows.storyline ?? [],
    ];
    /** @type {number[]} */
    const none = [];
    let day = 0;
    rows.day.forEach((step, number) => {
      const entry = start + number;
      const days = rows.days[number];
      day += step;
      this.first[entry] = days === OPEN_START ? -Infinity : day;
      this.last[entry] = days === OPEN_END ? Infinity : day + Math.max(days, 0);
      this.reports[entry] = rows.status[number] < 0 ? 1 : 0;
      this.key[entry] = rows.key[number];
      columns.forEach((column, facet) => (this.choices[facet][entry] = column[number] ?? none));
    });
  }

  /**
   * Counts only the entries that have a choice.
   *
   * @param {Facet} facet
   * @param {string} id
   */
  keep(facet, id) {
    const number = this.number(facet, id);
    this.within = Uint8Array.from(this.choices[FACETS.indexOf(facet)], (has) => (has.includes(number) ? 1 : 0));
  }

  /**
   * The number of a choice.
   *
   * @param {Facet} facet
   * @param {string | undefined} id
   * @returns {number} -1 where nothing is asked, -2 where there is no such choice.
   */
  number(facet, id) {
    if (!id) {
      return -1;
    }
    const number = this.tables[facet].findIndex((choice) => choice[0] === id);
    return number < 0 ? -2 : number;
  }

  /**
   * The words by which an entry is found beside its own: its kind, place, actors and tags by name.
   *
   * @param {number} entry
   * @returns {string}
   */
  names(entry) {
    /** @type {Facet[]} */
    const named = ["kind", "place", "actor", "tag"];
    return named
      .flatMap((facet) =>
        this.choices[FACETS.indexOf(facet)][entry].map((number) => {
          const choice = this.tables[facet][number];
          return `${choice[1] ?? choice[0]} ${choice[3] ?? ""}`;
        }),
      )
      .join(" ");
  }

  /**
   * The date of an entry as digits, as exactly as it is known: `2020-01-04`, `2020-01`, `2020`.
   *
   * @param {number} entry
   * @returns {string} Empty where the years differ, or where ISO 8601 has no such date.
   */
  date(entry) {
    const first = iso(this.first[entry]);
    const last = this.last[entry] === this.first[entry] ? first : iso(this.last[entry]);
    let end = 10;
    while (end > 0 && first.slice(0, end) !== last.slice(0, end)) {
      end -= end > 4 ? 3 : 4;
    }
    return end > 0 ? first.slice(0, end) : "";
  }

  /**
   * Answers a question.
   *
   * An entry that fails in one facet alone would be found with another choice of it: it counts there. One that
   * fails in its text or date, or in two facets, counts nowhere.
   *
   * @param {Question} question
   * @returns {Answer}
   */
  answer(question) {
    const wanted = terms(question.text ?? "");
    const from = dayOf(question.from, -Infinity);
    const to = dayOf(question.to, Infinity);
    const asked = FACETS.map((facet) => this.number(facet, question[facet]));
    const counts = FACETS.map((facet) => new Uint32Array(this.tables[facet].length));
    const { choices, reports, key, first, last, texts, within } = this;
    const onlyReports = question.show === "reports";
    const onlyEvents = question.show === "events";
    const onlyKey = question.key === "1";
    /** @type {number[]} */
    const found = [];
    const show = { events: 0, reports: 0 };
    let keys = 0;
    for (let entry = 0; entry < this.size; entry++) {
      const counted = within === null || within[entry] === 1;
      if (!counted || !(last[entry] >= from && first[entry] <= to) || !has(texts[entry], wanted)) {
        continue;
      }
      let failed = -1;
      let failures = 0;
      for (let facet = 0; facet < asked.length && failures < 2; facet++) {
        if (asked[facet] !== -1 && !choices[facet][entry].includes(asked[facet])) {
          failed = facet;
          failures++;
        }
      }
      if (reports[entry] ? onlyEvents : onlyReports) {
        failed = SHOW;
        failures++;
      }
      if (onlyKey && !key[entry]) {
        failed = KEY;
        failures++;
      }
      if (failures > 1) {
        continue;
      }
      for (let facet = 0; facet < counts.length; facet++) {
        if (failures === 0 || failed === facet) {
          for (const choice of choices[facet][entry]) {
            counts[facet][choice]++;
          }
        }
      }
      if (failures === 0 || failed === SHOW) {
        show[reports[entry] ? "reports" : "events"]++;
      }
      if (key[entry] && (failures === 0 || failed === KEY)) {
        keys++;
      }
      if (failures === 0) {
        found.push(entry);
      }
    }
    return {
      found,
      counts: /** @type {Answer["counts"]} */ (Object.fromEntries(FACETS.map((facet, n) => [facet, counts[n]]))),
      show,
      key: keys,
    };
  }
}

/**
 * @param {number} day
 * @returns {string}
 */
function iso(day) {
  return Math.abs(day) < 1e8 ? new Date(day * 86_400_000).toISOString().slice(0, 10) : "";
}
