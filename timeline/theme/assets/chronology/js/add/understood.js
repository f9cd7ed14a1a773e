/*
 * What is understood of a draft's dates, in the words in which readers will see them.
 */
import { whenOf } from "./checks.js";
import { inWords } from "./words.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */

/**
 * The event's own date, and that of each of its sources; empty where there is none that can be read.
 *
 * @param {Draft} draft
 * @param {Rules} rules
 * @param {Choices | null} choices
 */
export function understood(draft, rules, choices) {
  /** @param {Draft} dated */
  const said = (dated) => {
    const when = dated.date && whenOf(dated, rules, choices);
    return when ? inWords(when, rules.language) : "";
  };
  const dates = /** @type {any[]} */ (draft.sources ?? []).map((source) => {
    const [date, timezone] = typeof source === "object" ? [source.published, source.timezone]
      : [choices?.article.find(([id]) => id === source)?.[3], undefined];
    return said({ date, ...(timezone && { timezone }) });
  });
  // A time that is wrong does not make the date less plain.
  const day = { ...draft };
  delete day.time;
  return { when: said(draft) || said(day), dates };
}

/**
 * What is understood of one field.
 *
 * @param {string} path
 * @param {string} when
 * @param {string[]} dates Those of the sources.
 */
export const saidOf = (path, when, dates) =>
  (path === "date" ? when : dates[Number(/^sources,(\d+),published$/.exec(path)?.[1])]);
