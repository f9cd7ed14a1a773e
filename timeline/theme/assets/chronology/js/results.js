/*
 * Entries from the index as a list under their days, a page at a time, in the timeline's own dress.
 */

/** @typedef {import("./library.js").Library} Library */

const PAGE = 30;
/** What a window shows at most at first; the rest of a page follows when that has been painted. */
const FIRST = 6;
const AFTER = 100; // milliseconds

export class Results {
  /**
   * @param {Library} library
   * @param {Record<string, string>} words What the page says; the index has the names of things.
   * @param {string} root The way to the site's root.
   */
  constructor(library, words, root) {
    this.library = library;
    this.words = words;
    this.root = root;
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
      this.found.length ? make("h2", "year__name", this.words.results) : make("p", "nothing", none),
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
      const entry = this.library.entries[number];
      if (entry.month !== this.month) {
        this.month = entry.month;
        this.day = "";
        month = make("section", "month", make("h3", "month__name", entry.month));
        added.append(month);
      }
      if (entry.day !== this.day || !list) {
        this.day = entry.day;
        list = make("ol", "spine");
        const head = make("div", "day__head", make("h4", "day__name", entry.day));
        month.append(make("section", "day", head, list));
      }
      list.append(this.#item(number));
    }
    this.element.append(added);
    const left = this.found.length - this.shown;
    if (left > 0 && this.shown >= PAGE) {
      this.more.textContent = this.words.more.replace("{number}", String(Math.min(left, PAGE)));
      this.element.append(this.more);
    }
  }

  /**
   * @param {number} number
   * @returns {HTMLElement}
   */
  #item(number) {
    const { catalogue, entries, words } = this.library;
    const entry = entries[number];
    const kind = catalogue.tables.kind[catalogue.choices[0][number][0]];
    const place = catalogue.tables.place[catalogue.choices[2][number][0]];
    const status = catalogue.tables.status[catalogue.choices[1][number][0]];
    const report = catalogue.reports[number] === 1;
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", entry.title));
    link.href = `${this.root}${entry.id}`;
    if (entry.lang) {
      link.lang = entry.lang;
      link.dir = entry.dir;
    }
    const label = report ? words.report : (kind?.[1] ?? words.event);
    const line = make("p", "entry__line", make("span", "entry__kind", label), make("span", "entry__when", entry.when));
    if (place) {
      line.append(make("span", "entry__place", place[1] ?? place[0]));
    }
    if (status) {
      line.append(make("span", "entry__status", status[1] ?? status[0]));
    }
    const told = make("div", "entry__told", line, make("h5", "entry__title", link));
    const body = make("article", "entry__body", make("span", "mark"), told);
    const colour = (report ? "" : kind?.[4]) || "grey";
    return make("li", `entry entry--found entry--${status?.[0] ?? "report"} ink--${colour}`, body);
  }
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
