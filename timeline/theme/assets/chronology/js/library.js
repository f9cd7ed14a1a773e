/*
 * The index of the whole chronology, for pages that do not hold all entries: a list of what there is
 * (manifest.json), and for every few years one file with the entries and one with their longer texts.
 */
import { Catalogue } from "./catalogue.js";
import { foldAll } from "./text.js";

/** @typedef {{ name: string, entries: number, version: string }} Shard */
/** @typedef {{ format: number, tables: import("./catalogue.js").Tables, shards: Shard[], words: Record<string, string> }} Manifest */
/**
 * @typedef {object} Part A file of entries.
 * @property {string} version
 * @property {import("./catalogue.js").Rows} rows
 * @property {string[]} id
 * @property {string[]} title
 * @property {number[]} when
 * @property {string[]} whens
 * @property {Record<string, [lang: string, dir: string]>} languages
 * @property {[month: string, days: [day: string, entries: number][]][]} headings
 */
/**
 * @typedef {object} Entry What a list shows of an entry.
 * @property {string} id
 * @property {string} title
 * @property {string} when
 * @property {string} month
 * @property {string} day
 * @property {string} lang
 * @property {string} dir
 */

class Outdated extends Error {}

export class Library {
  /** @param {string} base The address of the index, with a slash at the end. */
  constructor(base) {
    this.base = base;
    /** @type {Shard[]} */
    this.shards = [];
    this.catalogue = new Catalogue({ kind: [], status: [], place: [], actor: [], tag: [], storyline: [] }, 0);
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Record<string, string>} */
    this.words = {};
  }

  /**
   * Loads everything but the longer texts.
   *
   * @param {() => void} [each] Called after the list of what there is, and after each part.
   */
  async load(each = () => {}) {
    try {
      await this.#loadAll("default", each);
    } catch (error) {
      if (!(error instanceof Outdated)) {
        throw error;
      }
      // The site was published anew between the two: what the browser keeps of the list is too old.
      await this.#loadAll("reload", each);
    }
  }

  /**
   * @param {RequestCache} cache
   * @param {() => void} each
   */
  async #loadAll(cache, each) {
    const manifest = /** @type {Manifest} */ (await this.#fetch("manifest.json", cache));
    const size = manifest.shards.reduce((sum, shard) => sum + shard.entries, 0);
    this.shards = manifest.shards;
    this.words = manifest.words;
    this.catalogue = new Catalogue(manifest.tables, size);
    this.entries = new Array(size);
    each();
    let start = size;
    // The newest first: it is what readers come for.
    const parts = [...manifest.shards].reverse().map(async (shard) => {
      start -= shard.entries;
      const from = start;
      this.#take(/** @type {Part} */ (await this.#part(shard, ".json")), from);
      each();
    });
    await Promise.all(parts);
  }

  /**
   * Loads the longer texts: summaries and sources.
   *
   * @param {() => void} [each] Called after each part.
   */
  async loadTexts(each = () => {}) {
    let start = 0;
    const parts = this.shards.map(async (shard) => {
      const from = start;
      start += shard.entries;
      const { texts } = /** @type {{ texts: string[] }} */ (await this.#part(shard, ".text.json"));
      foldAll(texts).forEach((text, number) => (this.catalogue.texts[from + number] += text));
      each();
    });
    await Promise.all(parts);
  }

  /**
   * @param {Shard} shard
   * @param {string} ending
   */
  async #part(shard, ending) {
    const part = await this.#fetch(`${shard.name}${ending}?${shard.version}`, "default");
    if (part.version !== shard.version) {
      throw new Outdated();
    }
    return part;
  }

  /**
   * @param {string} file
   * @param {RequestCache} cache
   */
  async #fetch(file, cache) {
    const answer = await fetch(new URL(file, this.base), { cache });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${file}`);
    }
    return answer.json();
  }

  /**
   * @param {Part} part
   * @param {number} start
   */
  #take(part, start) {
    this.catalogue.add(part.rows, start);
    let number = 0;
    for (const [month, days] of part.headings) {
      for (const [day, entries] of days) {
        for (const end = number + entries; number < end; number++) {
          const [lang, dir] = part.languages[number] ?? ["", ""];
          const folder = this.catalogue.reports[start + number] ? "articles" : "events";
          this.entries[start + number] = {
            id: `${folder}/${part.id[number]}/`, title: part.title[number], when: part.whens[part.when[number]],
            month, day, lang, dir,
          };
        }
      }
    }
    const texts = part.title.map((title, n) => {
      const { when, month, day } = this.entries[start + n];
      return `${title} ${when} ${day} ${month} ${this.catalogue.names(start + n)}`;
    });
    foldAll(texts).forEach((text, n) => (this.catalogue.texts[start + n] = text));
  }
}
