/*
 * How sure an event is: who tells of it, and whether they bear out the status that is stated. It is
 * timeline/merging/weighing.py and timeline/checks/status.py in the browser.
 */
import { identityOf, publisherOf } from "./publishers.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").Item} Item */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Values} Values */

/**
 * Who tells of an event: the origins, else the publishers, of its sources, each voice once.
 *
 * @param {Draft} draft
 * @param {Choices | null} choices
 * @returns {string[]}
 */
const voicesOf = (draft, choices) => [...namesOf(draft, choices).keys()];

/**
 * The same, each with its name as it is written.
 *
 * @param {Draft} draft
 * @param {Choices | null} choices
 * @returns {Map<string, string>}
 */
function namesOf({ sources = [] }, choices) {
  /** @type {Map<string, string>} */
  const names = new Map();
  const voices = /** @type {Item[]} */ (sources).map((source) => {
    if (typeof source !== "object") {
      return choices?.article.find(([id]) => id === source)?.[2];
    }
    const given = String(source.origin ?? source.publisher ?? "");
    const voice = identityOf(given, choices);
    names.has(voice) || names.set(voice, publisherOf(given, choices)?.[1] ?? given);
    return voice;
  });
  for (const voice of voices) {
    if (voice && !names.has(voice)) {
      names.set(voice, choices?.publisher.find(([id]) => id === voice)?.[1] ?? voice);
    }
  }
  names.delete("");
  return names;
}

/**
 * The status that counts: the stated one, else what the sources bear out.
 *
 * @param {Draft} draft
 * @param {Choices | null} choices
 */
export const statusOf = (draft, choices) =>
  String(draft.status ?? (voicesOf(draft, choices).length > 1 ? "corroborated" : "single-source"));

/**
 * What is wrong with a status; null where its sources bear it out.
 *
 * @param {Draft} draft
 * @param {Values} values
 * @returns {Complaint | null}
 */
export function statusProblem(draft, values) {
  const { status, confirmed_by: by, accounts } = draft;
  if (status === "confirmed" && !by) {
    return values.say("confirmed-by-nobody");
  }
  const says = /** @type {any[]} */ (accounts ?? []).map(({ says: said = "" }) => said.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? said);
  const differ = new Set(says).size > 1;
  if (status === "disputed") {
    return differ ? null : values.say(says.length < 2 ? "disputed-by-nobody" : "same-accounts");
  }
  const found = namesOf(draft, values.choices);
  const [voices, names] = [[...found.keys()], [...found.values()].sort().join(", ")];
  if (status === "single-source" && voices.length > 1) {
    return values.say("several-voices", { number: voices.length, names });
  }
  if (status === "corroborated" && voices.length < 2) {
    return values.say(voices.length ? "one-voice" : "no-voice", { names });
  }
  return differ ? values.say("undisputed-accounts", { status: statusOf(draft, values.choices) }) : null;
}
