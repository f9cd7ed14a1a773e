/*
 * Works that events cite already, by their addresses: timeline/outputs/form_works.py spreads them over files.
 */
import { identityOf } from "./publishers.js";

/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {[events: string[], said: string[]]} Work The events that cite it, and what the first of them says of it. */

/** What is compared of two descriptions. */
const KEYS = ["publisher", "origin", "published", "title", "language"];

/**
 * The file in which an address would stand.
 *
 * @param {string} url
 * @param {Choices} choices
 */
export const shelfOf = (url, { works }) =>
  `works/${[...url].reduce((number, char) => (number * 31 + (char.codePointAt(0) ?? 0)) % 65_521, 7) % works}`;

/**
 * What is known of the work at an address.
 *
 * @param {string} url
 * @param {Choices} choices
 */
export const workOf = (url, { work = {} }) => (Object.hasOwn(work, url) ? work[url] : undefined);

/**
 * What a source says otherwise than the event that cites the same address: timeline/checks/cited_twice.py.
 *
 * @param {Record<string, any>} source
 * @param {Choices} choices
 * @returns {{ key: string, other: string, id: string } | null}
 */
export function otherwise(source, choices) {
  const [events, said] = workOf(source.url, choices) ?? [[], []];
  const key = KEYS.find((name, number) => {
    const [here, there] = [source[name], said[number]];
    return here && there && (/^(publisher|origin)$/.test(name) ? identityOf(here, choices) !== identityOf(there, choices)
      // One date may be more exact than the other.
      : name === "published" ? !here.startsWith(there) && !there.startsWith(here)
      : here.toLowerCase() !== there.toLowerCase());
  });
  // The front page of a site may be cited for many things.
  return key && /\/\/.*\/[^/#]/.test(source.url) ? { key, other: said[KEYS.indexOf(key)], id: events[0] } : null;
}
