/*
 * Archived copies of another page than the one beside which they stand: timeline/checks/copies.py in the browser, with
 * its patterns.
 */

/** @typedef {import("./values.js").Complaint} Complaint */
/** @typedef {import("./values.js").Values} Values */
/** @typedef {{ copy: string, aside: string, ending: string, archive: string, keys: string }} Copies See timeline/outputs/form_copies.py. */

const TELLING = 12; // letters of a path that is one page's, under whatever host
const SHOWN = 100;

/**
 * What is wrong with the copy of a source.
 *
 * @param {Record<string, any>} source
 * @param {Values} values
 * @returns {Complaint | null}
 */
export function otherPage({ url, archived }, values) {
  const { copy, aside, ending, archive, keys } = values.rules.copies;
  const { whole = "", bare } = new RegExp(copy, "iu").exec(archived ?? "")?.groups ?? {};
  const original = bare ? `http://${bare}` : whole.replace(/^(https?):\/+/i, "$1://");
  /** @param {string} address Without what differs between addresses of one page. */
  const page = (address) => {
    const { hostname, pathname, searchParams } = new URL(address);
    return [
      hostname.replace(new RegExp(aside, "g"), ""),
      decodeURIComponent(pathname).toLowerCase().replace(new RegExp(ending), ""),
      [...searchParams].filter(([key, value]) => value && !new RegExp(keys, "i").test(key)).map(String).sort().join("\n"),
    ];
  };
  try {
    const [[host, path, query], [here, way, asked]] = [original, url].map(page);
    const isOne = path === way && (host === here || path.length >= TELLING) && (query === asked || !query || !asked);
    return isOne || new RegExp(archive, "i").test(url) ? null : values.say("copy-of-another-page", {
      shown: [...original].length > SHOWN ? `${[...original].slice(0, SHOWN).join("")}…` : original,
    });
  } catch {
    return null; // one of them is missing, or is no address
  }
}
