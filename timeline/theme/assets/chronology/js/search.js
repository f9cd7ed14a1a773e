/*
 * The search: which pages and entries have the words that a reader typed, and in which order they are told. It
 * is apart because it knows neither Material's dialog nor the worker that it runs in.
 *
 * Every word must be found, in any order, where a word begins with it. First come pages of that very name, then
 * pages whose name begins so, pages with the words in their name, entries with them in their title, entries with
 * them in what a list shows (date, place, kind, actors, tags), and pages with them in what is said of them. Where
 * all these are few, there follow entries with them in summary, accounts or sources, the newest first, until there
 * are enough (of a long chronology only the newest thousand, if there are any hits at all: the timeline's own
 * filters look through the rest), and if there are not, sections of pages such as the handbook. Among equals the newest entry is first, and pages keep their order.
 */
import { Library } from "./library.js";
import { fold, foldAll, has, terms } from "./text.js";

/** Fewer hits than this, and the longer texts are looked through. */
export const FEW = 10;
/** Where there are hits already, so many files of longer texts are looked through for more: the newest. */
const LOOKED = 8;
/** So many sections of one page are told. */
const SECTIONS = 6;

/**
 * A page, or a section of the page before it, which an anchor in its path tells.
 *
 * @typedef {[path: string, title: string, type: string, about: string, also?: string, lang?: string, dir?: string]} PageRow
 */
/** @typedef {{ page: PageRow, sections: PageRow[] } | { entry: number }} Hit */
/** @typedef {{ shard: number, file: number, first: number, texts: import("./library.js").Texts | null, folded: string[] }} Shelf */
/**
 * @typedef {object} Found
 * @property {Hit[]} hits
 * @property {(Shelf | null)[]} wanted The longer texts that must be looked through for more, the first of them
 *   first; null stands for the sections of pages.
 * @property {boolean} partly Whether older entries were not looked through.
 */

/** What was found, by how well it fits. */
class Ranks {
  /** @type {Hit[]} */ same = [];
  /** @type {Hit[]} */ begun = [];
  /** @type {Hit[]} */ named = [];
  /** @type {Hit[]} */ titled = [];
  /** @type {Hit[]} */ shown = [];
  /** @type {Hit[]} */ about = [];
  /** @type {Hit[]} */ said = [];
  /** @type {Hit[]} */ sections = [];

  /** What is found without longer texts. */
  all() {
    return [...this.same, ...this.begun, ...this.named, ...this.titled, ...this.shown, ...this.about];
  }

  /**
   * @param {string} title
   * @param {string} whole All that was typed.
   * @param {boolean} named Whether the words are in one of its names.
   */
  ofPage(title, whole, named) {
    if (!named) {
      return this.about;
    }
    return title === whole ? this.same : title.startsWith(whole.trimEnd()) ? this.begun : this.named;
  }
}

export class Search {
  /**
   * @param {string} base The address of the index.
   * @param {PageRow[]} others Pages that are not in the index.
   */
  constructor(base, others) {
    this.base = base;
    this.library = new Library(base);
    this.others = others;
    /** @type {PageRow[]} */
    this.pages = [];
    /** @type {string[]} Of each page, its folded title, all its names, and what is said of it. */
    this.titles = [];
    /** @type {string[]} */
    this.names = [];
    /** @type {string[]} */
    this.abouts = [];
    /** @type {Shelf[]} The longer texts, the newest first. */
    this.shelves = [];
    /** Whether all that hits are found by, but for the longer texts, has come. */
    this.whole = false;
    this.sectioned = false;
    /** @type {Map<number, Promise<void>>} For each part, its ids on their way. */
    this.linked = new Map();
  }

  /**
   * Loads what hits are found by.
   *
   * @param {() => void} each Called whenever more has come.
   */
  async load(each) {
    const pages = this.#rows("pages.json").then((rows) => {
      this.pages = [...rows, ...this.others];
      this.#fold();
      each();
    });
    await this.library.load((shard) => {
      if (shard === undefined) {
        this.#reset();
      } else {
        each();
      }
    }, false);
    await pages;
    this.whole = true;
    each();
  }

  /** Loads what pages such as the handbook say, section by section. */
  async #loadSections() {
    const said = await this.#rows("sections.json");
    this.pages = this.pages.flatMap((page) => [page, ...said.filter(([path]) => path.split("#")[0] === page[0])]);
    this.#fold();
    this.sectioned = true;
  }

  /**
   * @param {string} file
   * @returns {Promise<PageRow[]>}
   */
  async #rows(file) {
    const answer = await fetch(new URL(file, this.base));
    if (!answer.ok) {
      throw new Error(`${answer.status} ${file}`);
    }
    return answer.json();
  }

  #fold() {
    this.titles = foldAll(this.pages.map((page) => page[1]));
    this.names = foldAll(this.pages.map((page) => `${page[1]} ${page[4] ?? ""}`));
    this.abouts = foldAll(this.pages.map((page) => `${page[2]} ${page[3]}`));
  }

  #reset() {
    const { shards, starts, perTexts } = this.library;
    this.linked.clear();
    this.shelves = shards
      .flatMap(({ entries }, shard) =>
        [...Array(Math.ceil(entries / perTexts)).keys()].map((file) => ({
          shard, file, first: starts[shard] + file * perTexts, texts: null, folded: [],
        })),
      )
      .reverse();
  }

  /**
   * Finds in what is there.
   *
   * @param {string} asked
   * @returns {Found}
   */
  find(asked) {
    const wanted = terms(asked);
    if (wanted.length === 0) {
      return { hits: [], wanted: [], partly: false };
    }
    const { catalogue, titled } = this.library;
    const ranks = new Ranks();
    this.#findPages(wanted, fold(asked), ranks);
    for (let entry = catalogue.size - 1; entry >= 0; entry--) {
      const text = catalogue.texts[entry];
      if (has(text, wanted)) {
        const inTitle = wanted.every((term) => text.indexOf(term) < titled[entry] - 1);
        (inTitle ? ranks.titled : ranks.shown).push({ entry });
      }
    }
    let count = ranks.all().length;
    let partly = false;
    /** @type {(Shelf | null)[]} */
    const missing = [];
    if (count < FEW && this.whole) {
      for (const [number, shelf] of this.shelves.entries()) {
        if (count > 0 && number >= LOOKED) {
          partly = true;
          break;
        }
        if (!shelf.texts) {
          missing.push(shelf);
          continue;
        }
        if (missing.length > 0) {
          continue;
        }
        const said = this.#said(shelf, wanted);
        ranks.said.push(...said.map((entry) => ({ entry })));
        count += said.length;
        if (count >= FEW) {
          break;
        }
      }
      if (count < FEW && !this.sectioned) {
        missing.push(null);
      }
    }
    if (count >= FEW) {
      ranks.sections = [];
    }
    return { hits: [...ranks.all(), ...ranks.said, ...ranks.sections], wanted: missing, partly };
  }

  /**
   * @param {string[]} wanted
   * @param {string} whole All that was typed.
   * @param {Ranks} ranks
   */
  #findPages(wanted, whole, ranks) {
    let parent = -1;
    /** @type {PageRow[]} */
    let sections = [];
    this.pages.forEach((page, n) => {
      const named = has(this.names[n], wanted);
      const found = named || has(this.names[n] + this.abouts[n], wanted);
      if (page[0].includes("#")) {
        // A page that was found already is not told twice.
        if (found && parent >= 0 && sections.length < SECTIONS && sections.push(page) === 1) {
          ranks.sections.push({ page: this.pages[parent], sections });
        }
        return;
      }
      parent = found ? -1 : n;
      sections = [];
      if (found) {
        ranks.ofPage(this.titles[n], whole, named).push({ page, sections });
      }
    });
  }

  /**
   * The entries of a shelf that have the words in their longer texts, the newest first.
   *
   * @param {Shelf} shelf
   * @param {string[]} wanted
   * @returns {number[]}
   */
  #said({ first, folded }, wanted) {
    const { texts } = this.library.catalogue;
    const found = [];
    for (let n = folded.length - 1; n >= 0; n--) {
      const shown = texts[first + n];
      if (wanted.every((term) => folded[n].includes(term) || shown.includes(term)) && !has(shown, wanted)) {
        found.push(first + n);
      }
    }
    return found;
  }

  /**
   * Loads longer texts.
   *
   * @param {(Shelf | null)[]} shelves
   */
  async take(shelves) {
    await Promise.all(
      shelves.map(async (shelf) => {
        if (!shelf) {
          await this.#loadSections();
        } else if (!shelf.texts) {
          const texts = await this.library.texts(shelf.shard, shelf.file);
          shelf.folded = foldAll(texts.summary.map((text, n) => `${text} ${texts.voices[n]}`));
          shelf.texts = texts;
        }
      }),
    );
  }

  /**
   * The shelf that holds the longer texts of an entry.
   *
   * @param {number} entry
   * @returns {Shelf}
   */
  shelfOf(entry) {
    return /** @type {Shelf} */ (this.shelves.find((shelf) => shelf.first <= entry));
  }

  /**
   * Loads where the entries lead that lie in the same part as this one.
   *
   * @param {number} entry
   * @returns {Promise<void>}
   */
  link(entry) {
    const { shard } = this.shelfOf(entry);
    const coming = this.linked.get(shard) ?? this.library.loadMore(shard);
    this.linked.set(shard, coming);
    return coming;
  }
}
