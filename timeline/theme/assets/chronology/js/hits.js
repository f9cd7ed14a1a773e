/*
 * What was found, as Material's dialog shows it: HTML in which the words that were looked for are marked.
 */
import { fold } from "./text.js";

/** @typedef {import("./search.js").Hit} Hit */
/** @typedef {import("./search.js").Search} Search */
/**
 * @typedef {object} Item One result, by the names that Material gives them.
 * @property {string} location The page's address below the site's root.
 * @property {string} title HTML.
 * @property {string} text HTML.
 * @property {number} score The highest is opened by Enter.
 * @property {Record<string, boolean>} terms
 */

const WORDS = /[\p{L}\p{N}\p{M}'’ʼ]+/gu;
const LONGEST = 180;
/** So much of a text stands before the first word that was looked for. */
const BEFORE = 40;
/** A word within so much of the beginning is in view without cutting. */
const IN_VIEW = 80;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * @param {Hit} hit
 * @param {Search} search
 * @param {string[]} wanted What was looked for, as terms.
 * @returns {Omit<Item, "score">[]} The page, and its sections behind it.
 */
export function item(hit, search, wanted) {
  const terms = Object.fromEntries(wanted.map((term) => [term.trim(), true]));
  if ("page" in hit) {
    return [hit.page, ...hit.sections].map(([location, title, type, about, , lang, dir]) => {
      const line = type ? `<p class="hit__line">${mark(type, wanted)}</p>` : "";
      return { location, title: inside(mark(title, wanted), lang, dir), text: line + quoted(about, wanted), terms };
    });
  }
  const { library } = search;
  const entry = library.entries[hit.entry];
  const { summary } = search.shelfOf(hit.entry).texts ?? {};
  const text = summary?.[hit.entry - search.shelfOf(hit.entry).first];
  const line = told(hit.entry, library).map((part) => `<bdi>${mark(part, wanted)}</bdi>`).join(" · ");
  const found = {
    location: entry.id,
    title: inside(mark(entry.title, wanted), entry.lang, entry.dir),
    // An excerpt that is still to come has its place already, so that nothing moves under a finger.
    text: `<p class="hit__line">${line}</p>${inside(quoted(text ?? "", wanted, text !== ""), entry.lang, entry.dir, "div")}`,
    terms,
  };
  return [found];
}

/**
 * What is told of an entry beside its title: what it is, when and where.
 *
 * @param {number} number
 * @param {import("./library.js").Library} library
 * @returns {string[]}
 */
function told(number, { entries, catalogue, words }) {
  const { when, dated, day, year } = entries[number];
  const { tables, choices, reports } = catalogue;
  const kind = tables.kind[choices[0][number][0]];
  const place = tables.place[choices[2][number][0]];
  const label = reports[number] ? words.report : (kind?.[1] ?? words.event);
  const date = dated ? [words.dated.replace("{day}", day).replace("{year}", year)] : [];
  return [label, ...date, when === words.timeless ? "" : when, place?.[1] ?? place?.[0] ?? ""].filter(Boolean);
}

/**
 * Marks the words that were looked for.
 *
 * @param {string} text
 * @param {string[]} wanted
 * @returns {string} HTML.
 */
export function mark(text, wanted) {
  let html = "";
  let end = 0;
  for (const [start, stop] of matches(text, wanted)) {
    html += `${escape(text.slice(end, start))}<mark>${escape(text.slice(start, stop))}</mark>`;
    end = stop;
  }
  return html + escape(text.slice(end));
}

/**
 * Where a text has what was looked for.
 *
 * @param {string} text
 * @param {string[]} wanted
 * @returns {Generator<[start: number, end: number]>}
 */
function* matches(text, wanted) {
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const folded = fold(word);
    for (const term of wanted) {
      if (folded.includes(term)) {
        // Where words are not parted by blanks, only what was typed is marked.
        const within = term.startsWith(" ") ? -1 : word.toLowerCase().indexOf(term);
        yield within < 0 ? [index, index + word.length] : [index + within, index + within + term.length];
        break;
      }
    }
  }
}

/**
 * An excerpt around the first word that was looked for.
 *
 * @param {string} text
 * @param {string[]} wanted
 * @param {boolean} [kept] Whether its place is kept where there is no text.
 * @returns {string} HTML.
 */
function quoted(text, wanted, kept = false) {
  if (!text && !kept) {
    return "";
  }
  const [at] = matches(text, wanted).next().value ?? [0];
  let start = at > IN_VIEW ? text.indexOf(" ", at - BEFORE) + 1 : 0;
  start = start > at ? at : start;
  let end = text.length;
  if (end - start > LONGEST) {
    const blank = text.lastIndexOf(" ", start + LONGEST);
    end = blank > at ? blank : start + LONGEST;
  }
  const cut = `${start > 0 ? "… " : ""}${mark(text.slice(start, end), wanted)}${end < text.length ? " …" : ""}`;
  return `<p class="hit__excerpt">${cut}</p>`;
}

/**
 * HTML in a language of its own.
 *
 * @param {string} html
 * @param {string} [lang]
 * @param {string} [dir]
 * @param {string} [tag]
 */
function inside(html, lang, dir, tag = "span") {
  const attributes = `${lang ? ` lang="${escape(lang)}"` : ""}${dir ? ` dir="${escape(dir)}"` : ""}`;
  return attributes && html ? `<${tag}${attributes}>${html}</${tag}>` : html;
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
