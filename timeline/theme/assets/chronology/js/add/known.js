/*
 * What the form knows of the site: fetched when somebody turns to it, with what is new in this event beside it.
 */
import { rowsOf } from "./choices.js";
import { shelfOf } from "./works.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./fresh.js").Fresh} Fresh */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */

export class Known {
  /** @type {Choices | null} Those of the site, and what is new. */
  choices = null;
  /** @type {Choices | null} Those of the site. */
  #own = null;
  /** @type {Set<string>} The ids that events have. */
  taken = new Set();
  /** @type {Fresh} */
  fresh = {};
  #rules;
  #load;
  #changed;
  /** @type {Promise<void> | undefined} */
  #loading;
  /** @type {Record<string, import("./choices.js").Choice[]>} */
  #rows = {};
  /** @type {Set<string>} */
  #shelves = new Set();

  /**
   * @param {Rules} rules
   * @param {(name: string) => Promise<any>} load
   * @param {() => void} changed Called when there is more to know.
   */
  constructor(rules, load, changed) {
    this.#rules = rules;
    this.#load = load;
    this.#changed = changed;
  }

  /** Loads what can be chosen; where that fails, it is tried again the next time. */
  async begin() {
    this.#loading ??= Promise.all([this.#load("choices"), this.#load("events")]).then(([choices, { event }]) => {
      this.#own = { ...choices, event, work: {} };
      this.taken = new Set(event.map((/** @type {string[]} */ [id]) => id));
      this.join(this.fresh);
      this.#changed();
    }, () => {
      this.#loading = undefined; // the event can be handed over all the same
    });
    return this.#loading;
  }

  /**
   * Loads what is known of the works that are cited.
   *
   * @param {Draft} draft
   */
  async look({ sources = [] }) {
    const { choices } = this;
    const shelves = /** @type {any[]} */ (sources).flatMap(({ url }) => (choices && url ? [shelfOf(url, choices)] : []));
    for (const name of shelves.filter((shelf) => !this.#shelves.has(shelf))) {
      this.#shelves.add(name);
      try {
        Object.assign(choices?.work ?? {}, await this.#load(name));
        this.#changed();
      } catch {
        this.#shelves.delete(name); // the event can be handed over all the same
      }
    }
  }

  /**
   * Adds what is new to what can be chosen, in the place of what was new before.
   *
   * @param {Fresh} fresh
   */
  join(fresh) {
    const own = /** @type {any} */ (this.#own);
    [this.fresh, this.#rows, this.choices] = [fresh, {}, own && { ...own }];
    for (const [noun, rows] of Object.entries(own ? fresh : {})) {
      const others = rows.filter(([id]) => !own[noun].some((/** @type {string[]} */ [known]) => known === id));
      /** @type {any} */ (this.choices)[noun] = [...own[noun], ...others];
    }
  }

  /**
   * What a field can be filled from.
   *
   * @param {string} noun
   * @param {() => Draft} read
   */
  rows(noun, read) {
    if (noun === "cited") {
      return rowsOf(noun, this.#rules, this.choices, read());
    }
    const rows = this.#rows[noun] ?? rowsOf(noun, this.#rules, this.choices, {});
    if (this.choices) {
      this.#rows[noun] = rows;
    }
    return rows;
  }
}
