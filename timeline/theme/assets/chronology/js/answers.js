/*
 * Answers what is typed into the search box: the first hits as soon as there are some, then all of them, then
 * with their excerpts. What was typed since is never answered with what was asked before.
 */
import { escape, item } from "./hits.js";
import { FEW, Search } from "./search.js";
import { terms } from "./text.js";

/** @typedef {import("./hits.js").Item} Item */

/** So many hits are shown; a link leads to all there are, on the timeline with its filters. */
const MOST = 50;
/** Milliseconds without a key before longer texts are fetched, and how many files at a time. */
const PAUSE = 250;
const AT_ONCE = 6;

export class Answers {
  /**
   * @param {string} base The address of the index.
   * @param {import("./search.js").PageRow[]} others Pages that are not in the index.
   * @param {string} failed What to say where the index cannot be had.
   * @param {(items: Item[][]) => void} send
   */
  constructor(base, others, failed, send) {
    this.search = new Search(base, others);
    this.failed = failed;
    this.send = send;
    this.asked = "";
    /** What was sent last, to send nothing twice. */
    this.sent = "";
    this.pause = 0;
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
  }

  /** @param {string} asked */
  ask(asked) {
    this.asked = asked;
    this.sent = "";
    clearTimeout(this.pause);
    this.loading ??= this.#try(() => this.search.load(() => this.#answer()));
    this.#answer();
  }

  #answer() {
    const { search, asked } = this;
    const wanted = terms(asked);
    if (wanted.length === 0) {
      this.#tell([]);
      return;
    }
    const found = search.find(asked);
    const settled = search.whole && found.wanted.length === 0;
    // One look at what comes first, and then the whole in its order: a list that moves all the time is no help.
    if (this.sent && !search.whole) {
      return;
    }
    const hits = found.hits.slice(0, MOST);
    const entries = hits.flatMap((hit) => ("entry" in hit ? [hit.entry] : []));
    const unlinked = entries.filter((entry) => !search.library.entries[entry].id);
    if (unlinked.length > 0) {
      void this.#then(asked, () => Promise.all(unlinked.map((entry) => search.link(entry))));
    }
    const known = hits.findIndex((hit) => "entry" in hit && unlinked.includes(hit.entry));
    const shown = known < 0 ? hits : hits.slice(0, known);
    if ((shown.length > 0 || settled) && !(this.sent && unlinked.length > 0)) {
      const items = shown.map((hit) => item(hit, search, wanted));
      // Its words come with the index, and pages may be found before that.
      if (known < 0 && search.library.words.every && (found.hits.length > MOST || (settled && found.partly))) {
        items.push(this.#more());
      }
      this.#tell(items);
    }
    if (found.wanted.length > 0) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => void this.#then(asked, () => search.take(found.wanted.slice(0, AT_ONCE))), PAUSE);
    } else if (settled && unlinked.length === 0) {
      const shelves = [...new Set(entries.slice(0, FEW).map((entry) => search.shelfOf(entry)))];
      const missing = shelves.filter((shelf) => !shelf.texts);
      if (missing.length > 0) {
        this.pause = setTimeout(() => void this.#then(asked, () => search.take(missing)), PAUSE);
      }
    }
  }

  /** The link to all that was found. */
  #more() {
    const location = `./?text=${encodeURIComponent(this.asked.trim())}`;
    return [{ location, title: escape(this.search.library.words.every), text: "", terms: {} }];
  }

  /** @param {Omit<Item, "score">[][]} items */
  #tell(items) {
    const sent = JSON.stringify(items);
    if (sent !== this.sent) {
      this.sent = sent;
      // Of a page that is there for one of its sections, that section counts for most, and the others are folded.
      const part = [0, 0.2, -0.2];
      this.send(items.map((one, n) => one.map((doc, m) => ({ ...doc, score: items.length - n + part[Math.min(m, 2)] }))));
    }
  }

  /**
   * Fetches more for a question, and answers it again if it is still asked.
   *
   * @param {string} asked
   * @param {() => Promise<unknown>} fetching
   */
  async #then(asked, fetching) {
    await this.#try(fetching);
    if (asked === this.asked) {
      this.#answer();
    }
  }

  /** @param {() => Promise<unknown>} fetching */
  async #try(fetching) {
    try {
      await fetching();
    } catch {
      // The next key tries again, from the beginning.
      this.loading = undefined;
      this.search = new Search(this.search.base, this.search.others);
      this.asked = "";
      this.#tell([[{ location: "./", title: escape(this.failed), text: "", terms: {} }]]);
    }
  }
}
