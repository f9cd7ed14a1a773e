/*
 * Entries from the index as a list under their days, a page at a time, in the timeline's own dress.
 */

/**
 * @typedef {object} Shelf Where entries come from, by their numbers.
 * @property {Record<string, string>} words
 * @property {(number: number) => [month: string, day: string]} headings
 * @property {(number: number) => Element} item
 */

const PAGE = 30;
/** What a window shows at most at first; the rest of a page follows when that has been painted. */
const FIRST = 6;
const AFTER = 100; // milliseconds

export class Results {
  /** @param {Shelf} shelf */
  constructor(shelf) {
    this.shelf = shelf;
    this.element = make("div", "timeline found");
    this.element.hidden = true;
    this.more = /** @type {HTMLButtonElement} */ (make("button", "found__more"));
    this.more.type = "button";
    this.more.addEventListener("click", () => this.#continue());
    /** @type {number[]} */
    this.found = [];
    this.shown = 0;
    this.month = "";
    this.day = "";
    this.rest = 0;
  }

  /**
   * Shows what was found.
   *
   * @param {number[] | null} found Null for nothing at all.
   * @param {string} none What to say where there are none.
   */
  show(found, none) {
    this.element.hidden = found === null;
    this.found = found ?? [];
    this.shown = 0;
    this.month = "";
    this.day = "";
    this.element.replaceChildren(
      this.found.length ? make("h2", "year__name", this.shelf.words.results) : make("p", "nothing", none),
    );
    clearTimeout(this.rest);
    this.#add(FIRST);
    if (this.shown < this.found.length) {
      this.rest = setTimeout(() => this.#add(PAGE - FIRST), AFTER);
    }
  }

  #continue() {
    const next = this.shown;
    clearTimeout(this.rest);
    this.#add(PAGE);
    const link = this.element.querySelectorAll(".entry__title a")[next];
    if (link instanceof HTMLElement) {
      link.focus();
    }
  }

  /** @param {number} count */
  #add(count) {
    this.more.remove();
    const end = Math.min(this.shown + count, this.found.length);
    const added = document.createDocumentFragment();
    /** @type {ParentNode} */
    let month = this.element.querySelector(".month:last-of-type") ?? added;
    let list = month.querySelector(".day:last-of-type .spine");
    for (; this.shown < end; this.shown++) {
      const number = this.found[this.shown];
      const [inMonth, onDay] = this.shelf.headings(number);
      if (inMonth !== this.month) {
        this.month = inMonth;
        this.day = "";
        month = make("section", "month", make("h3", "month__name", inMonth));
        added.append(month);
      }
      if (onDay !== this.day || !list) {
        this.day = onDay;
        list = make("ol", "spine");
        const head = make("div", "day__head", make("h4", "day__name", onDay));
        month.append(make("section", "day", head, list));
      }
      list.append(this.shelf.item(number));
    }
    this.element.append(added);
    const left = this.found.length - this.shown;
    if (left > 0 && this.shown >= PAGE) {
      this.more.textContent = this.shelf.words.more.replace("{number}", String(Math.min(left, PAGE)));
      this.element.append(this.more);
    }
  }
}

/**
 * The entries of the index.
 *
 * @param {import("./library.js").Library} library
 * @param {Record<string, string>} words What the page says; the index adds what its entries are called.
 * @param {string} root The way to the site's root.
 * @returns {Shelf}
 */
export function shelfOf(library, words, root) {
  const { catalogue, entries } = library;
  return {
    words,
    headings: (number) => [entries[number].month, entries[number].day],
    item(number) {
      const entry = entries[number];
      const kind = catalogue.tables.kind[catalogue.choices[0][number][0]];
      const place = catalogue.tables.place[catalogue.choices[2][number][0]];
      const report = catalogue.reports[number] === 1;
      const link = /** @type {HTMLAnchorElement} */ (make("a", "", entry.title));
      link.href = `${root}${entry.id}`;
      if (entry.lang) {
        link.lang = entry.lang;
        link.dir = entry.dir;
      }
      const label = report ? library.words.report : (kind?.[1] ?? library.words.event);
      const line = make("p", "entry__line", make("span", "entry__kind", label), make("span", "entry__when", entry.when));
      if (place) {
        line.append(make("span", "entry__place", place[1] ?? place[0]));
      }
      const told = make("div", "entry__told", line, make("h5", "entry__title", link));
      const body = make("article", "entry__body", make("span", "mark"), told);
      return make("li", `entry entry--found ink--${(report ? "" : kind?.[4]) || "grey"}`, body);
    },
  };
}

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {string} name Its class.
 * @param {...(Node | string)} inside
 * @returns {HTMLElement}
 */
function make(tag, name, ...inside) {
  const element = document.createElement(tag);
  if (name) {
    element.className = name;
  }
  element.append(...inside);
  return element;
}
