/*
 * The index of the whole chronology, for the search and for pages that do not hold all entries: a list of what
 * there is (manifest.json), and for every few years one file that entries are found by, one that says where
 * they lead, and some with their longer texts.
 */
import { Catalogue, FACETS } from "./catalogue.js";
import { foldAll } from "./text.js";

/** @typedef {{ name: string, entries: number, version: string }} Shard */
/** @typedef {{ format: number, texts: number, tables: import("./catalogue.js").Tables, shards: Shard[], words: Record<string, string> }} Manifest */
/** @typedef {{ summary: string[], voices: string[] }} Texts The longer texts of some entries. */
/**
 * @typedef {object} Part A file of entries.
 * @property {string} version
 * @property {import("./catalogue.js").Rows} rows
 * @property {string[]} title
 * @property {number[]} when Twice the number of the words, and one more where they are of the hour alone.
 * @property {string[]} whens
 * @property {Record<string, [lang: string, dir: string]>} languages
 * @property {[month: string, year: string, ending: string, days: string[], entries: number[]][]} headings What
 *   the days of a month end in stands once.
 */
/**
 * @typedef {object} Entry What a list shows of an entry.
 * @property {string} id The address of its page below the site's root; empty until it has come.
 * @property {string} title
 * @property {string} when
 * @property {boolean} dated Whether the day over it is its own, and so is missing in `when`.
 * @property {string} month
 * @property {string} day
 * @property {string} year
 * @property {string} lang
 * @property {string} dir
 */

const STORYLINE = FACETS.indexOf("storyline");
/** So many parts are on their way together. */
const AT_ONCE = 4;

class Outdated extends Error {}

export class Library {
  /** @param {string} base The address of the index, with a slash at the end. */
  constructor(base) {
    this.base = base;
    /** @type {Shard[]} */
    this.shards = [];
    /** @type {number[]} For each part, the number of its first entry. */
    this.starts = [];
    /** How many entries share a file of texts. */
    this.perTexts = 0;
    this.catalogue = new Catalogue({ kind: [], status: [], place: [], actor: [], tag: [], storyline: [] }, 0);
    /** @type {Entry[]} */
    this.entries = [];
    /** How long each entry's folded title is, at the beginning of its text. */
    this.titled = new Uint16Array(0);
    /** @type {Record<string, string>} */
    this.words = {};
  }

  /**
   * Loads everything but the longer texts.
   *
   * @param {(shard?: number) => void} [each] Called after the list of what there is, and after each part.
   * @param {boolean} [linked] Whether to load where the entries lead, too.
   */
  async load(each = () => {}, linked = true) {
    try {
      await this.#loadAll("default", each, linked);
    } catch (error) {
      if (!(error instanceof Outdated)) {
        throw error;
      }
      // The site was published anew between the two: what the browser keeps of the list is too old.
      await this.#loadAll("reload", each, linked);
    }
  }

  /**
   * @param {RequestCache} cache
   * @param {(shard?: number) => void} each
   * @param {boolean} linked
   */
  async #loadAll(cache, each, linked) {
    const manifest = /** @type {Manifest} */ (await this.#fetch("manifest.json", cache));
    let size = 0;
    this.starts = manifest.shards.map((shard) => (size += shard.entries) - shard.entries);
    this.shards = manifest.shards;
    this.words = manifest.words;
    this.perTexts = manifest.texts;
    this.catalogue = new Catalogue(manifest.tables, size);
    this.entries = new Array(size);
    this.titled = new Uint16Array(size);
    each();
    // The newest first, a few at a time: it is what readers come for.
    const left = [...this.shards.keys()];
    const work = async () => {
      for (let number = left.pop(); number !== undefined; number = left.pop()) {
        const part = this.#part(this.shards[number], ".json");
        const more = linked ? this.#more(number, part) : undefined;
        this.#take(await part, this.starts[number]);
        await more;
        each(number);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /**
   * Loads where the entries of a part lead, and what else filters ask.
   *
   * @param {number} shard
   */
  async loadMore(shard) {
    await this.#more(shard, Promise.resolve());
  }

  /**
   * @param {number} shard
   * @param {Promise<unknown>} taken When the entries are there.
   */
  async #more(shard, taken) {
    const more = this.#part(this.shards[shard], ".more.json");
    await taken;
    const { id, storyline } = /** @type {{ id: string[], storyline: number[][] }} */ (await more);
    const start = this.starts[shard];
    id.forEach((one, n) => {
      this.entries[start + n].id = `${this.catalogue.reports[start + n] ? "articles" : "events"}/${one}/`;
      this.catalogue.choices[STORYLINE][start + n] = storyline[n];
    });
  }

  /**
   * The longer texts of some entries of a part.
   *
   * @param {number} shard
   * @param {number} file The number of the file among the part's.
   * @returns {Promise<Texts>}
   */
  texts(shard, file) {
    return /** @type {Promise<any>} */ (this.#part(this.shards[shard], `.text${file}.json`));
  }

  /**
   * Loads all longer texts, and lets words be found in them.
   *
   * @param {() => void} [each] Called after each part.
   */
  async loadTexts(each = () => {}) {
    const parts = this.shards.map(async ({ entries }, shard) => {
      const files = Math.ceil(entries / this.perTexts);
      const come = await Promise.all([...Array(files).keys()].map((file) => this.texts(shard, file)));
      const said = come.flatMap(({ summary, voices }) => summary.map((text, n) => `${text} ${voices[n]}`));
      foldAll(said).forEach((text, n) => (this.catalogue.texts[this.starts[shard] + n] += text));
      each();
    });
    await Promise.all(parts);
  }

  /**
   * @param {Shard} shard
   * @param {string} ending
   * @returns {Promise<any>}
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
   * @returns {Promise<any>}
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
    for (const [month, year, ending, days, entries] of part.headings) {
      days.forEach((beginning, of) => {
        const day = beginning + ending;
        for (const end = number + entries[of]; number < end; number++) {
          const [lang, dir] = part.languages[number] ?? ["", ""];
          const when = part.when[number];
          this.entries[start + number] = {
            id: "", title: part.title[number], when: part.whens[when >> 1], dated: when % 2 === 1, month, day, year, lang, dir,
          };
        }
      });
    }
    const shown = part.title.map((_, n) => {
      const { when, month, day } = this.entries[start + n];
      return `${when} ${day} ${month} ${this.catalogue.date(start + n)} ${this.catalogue.names(start + n)}`;
    });
    // Titles are folded apart, so that how long they are is known: a word in them counts for more.
    const titles = foldAll(part.title);
    foldAll(shown).forEach((text, n) => {
      this.catalogue.texts[start + n] = titles[n] + text;
      this.titled[start + n] = titles[n].length;
    });
  }
}
