/*
 * The sources of an event beside one another, and what accounts and figures cite of them: timeline/checks/cited_twice.py
 * and timeline/merging/references.py in the browser.
 */
import { otherwise } from "./works.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").Item} Item */
/** @typedef {import("./checks.js").Tell} Tell */
/** @typedef {import("./values.js").Values} Values */

/**
 * Accounts and figures name an article, or a source of this event by its title or address.
 *
 * @param {Draft} draft
 * @param {Values} values
 * @param {Tell} tell
 */
export function citedSources(draft, values, tell) {
  if (!values.choices) {
    return;
  }
  const own = /** @type {Item[]} */ (draft.sources ?? [])
    .flatMap((source) => (typeof source === "object" ? [source.url, source.title] : []))
    .filter((name) => typeof name === "string");
  for (const list of ["accounts", "figures"]) {
    /** @type {any[]} */ (draft[list] ?? []).forEach(({ source: cited }, number) => {
      if (cited && !own.includes(cited) && !values.choices?.article.some(([id]) => id === cited)) {
        const unknown = values.check(cited, "article");
        tell([list, number, "source"], unknown?.code === "bad-id" ? values.unknownSource(cited, own) : unknown);
      }
    });
  }
}

/**
 * One source that stands in two places.
 *
 * @param {Draft} draft
 * @param {Values} values
 * @param {Tell} tell
 */
export function sourcesTwice(draft, values, tell) {
  const sources = /** @type {any[]} */ (draft.sources ?? []);
  const urls = sources.map(({ url = "" }, number) => (sources.findIndex((other) => other.url === url) < number ? ""
    : url.replace(/^\w+:\/\/(?:www\.)?|#.*|\/+(?=#|$)/g, "")));
  urls.forEach((url, number) => {
    const [id] = values.choices?.article.find((article) => article[5] === url) ?? [];
    const name = id ? (sources.includes(id) ? "article-twice" : "article-in-place")
      : urls.indexOf(url) < number ? "source-twice" : "";
    url && name && tell(["sources", number, "url"], values.say(name, { id: /** @type {string} */ (id) }));
    const other = url && values.choices && otherwise(sources[number], values.choices);
    other && tell(["sources", number, other.key], values.say("described-otherwise", other));
  });
}

