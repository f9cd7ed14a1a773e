/*
 * The filters: joins the form, the page's address, and the entries that are shown.
 */
import { Catalogue, FACETS } from "./catalogue.js";
import { Library } from "./library.js";
import { PageList } from "./page.js";
import { NAMES, isEmpty, readQuestion, writeQuestion } from "./question.js";
import { Results } from "./results.js";

/** @typedef {import("./catalogue.js").Answer} Answer */
/** @typedef {import("./question.js").Question} Question */
/**
 * @typedef {object} List The entries that are filtered.
 * @property {Catalogue} catalogue
 * @property {(found: number[] | null, none: string) => void} show Null for all, as if nothing were asked.
 * @property {(each: () => void) => Promise<void>} [deepen] Fetches the texts that words are looked for in.
 */
/**
 * @typedef {object} Data What stands beside the form.
 * @property {Record<string, string>} words
 * @property {import("./catalogue.js").Tables} [tables]
 * @property {import("./catalogue.js").Rows} [rows]
 * @property {string} [index]
 * @property {[facet: import("./catalogue.js").Facet, id: string]} [only] Of the index, the choice that all entries have.
 * @property {number[]} [within] Of the index, how many entries to pass over, how many to take, and so on.
 */

/** Milliseconds without a change before the count is announced. */
const PAUSE = 500;
/** Milliseconds before the counts beside the choices follow: what was found is shown first. */
const AFTER = 100;
/** So many choices of one facet are offered: those that most entries have. Words find the others. */
const MOST = 500;

class Filters {
  /**
   * @param {HTMLElement} element
   * @param {Data} data
   * @param {List} list
   */
  constructor(element, data, list) {
    this.words = data.words;
    this.list = list;
    this.element = element;
    this.fold = /** @type {HTMLDetailsElement} */ (element.querySelector("details"));
    this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.line = /** @type {HTMLElement} */ (element.querySelector(".filters__found"));
    this.clear = /** @type {HTMLButtonElement} */ (element.querySelector(".filters__clear"));
    this.status = /** @type {HTMLElement} */ (element.querySelector("[role=status]"));
    /** @type {Question} */
    this.question = {};
    /** Whether the newest entry of the history is one that is still being typed. */
    this.typing = false;
    this.pause = 0;
    this.recount = 0;
    /** @type {{ name: string, option: HTMLElement, label: string, count: (answer: Answer) => number }[]} */
    this.choices = [];
    this.#fill();
    this.form.addEventListener("input", (event) => this.#changed(/** @type {HTMLInputElement} */ (event.target)));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("keydown", (event) => this.#pressed(event));
    this.clear.addEventListener("click", () => this.#clear());
    addEventListener("popstate", () => this.#ask(readQuestion(location.search)));
  }

  /** Takes up what the address asks, or what was typed before the script was there. */
  begin() {
    const typed = this.#given();
    const asked = readQuestion(location.search);
    this.#ask(isEmpty(asked) ? typed : asked);
  }

  /** Puts the choices into the form: those that at least one entry has. */
  #fill() {
    const { tables } = this.list.catalogue;
    const all = this.list.catalogue.answer({});
    for (const facet of FACETS) {
      /** @type {number[]} */
      const depths = [];
      const counts = all.counts[facet];
      const asked = readQuestion(location.search)[facet];
      const offered = new Set([...tables[facet].keys()].sort((one, other) => counts[other] - counts[one]).slice(0, MOST));
      tables[facet].forEach(([id, label, parent], number) => {
        depths[number] = parent === undefined || parent < 0 ? 0 : depths[parent] + 1;
        if (counts[number] && (offered.has(number) || id === asked)) {
          const inset = "\u2003".repeat(depths[number]);
          this.#option(facet, id, inset + (label ?? id), (answer) => answer.counts[facet][number]);
        }
      });
    }
    this.#option("show", "events", this.words.events, (answer) => answer.show.events);
    this.#option("show", "reports", this.words.reports, (answer) => answer.show.reports);
    const key = this.form.querySelector("label[for=filter-key]");
    if (key instanceof HTMLElement) {
      this.choices.push({ name: "key", option: key, label: key.textContent ?? "", count: (answer) => answer.key });
    }
    const total = all.found.length;
    for (const name of NAMES) {
      const field = this.#field(name);
      const counts = this.choices.filter((choice) => choice.name === name).map((choice) => choice.count(all));
      if (field && (field instanceof HTMLSelectElement || name === "key")) {
        // What all entries have in common, or none of them has, tells none of them apart.
        const row = /** @type {HTMLElement} */ (field.parentElement);
        row.hidden = !counts.some((count) => count > 0 && count < total);
      }
    }
    this.#count(all);
  }

  /**
   * @param {string} name
   * @param {string} id
   * @param {string} label
   * @param {(answer: Answer) => number} count
   */
  #option(name, id, label, count) {
    const select = this.#field(name);
    if (select instanceof HTMLSelectElement) {
      const option = new Option(label, id);
      select.append(option);
      this.choices.push({ name, option, label, count });
    }
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement | HTMLSelectElement | null}
   */
  #field(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (this.form.elements.namedItem(name));
  }

  /**
   * What the form asks. A date that is still being typed, as 0002 on the way to 2020, is none yet.
   *
   * @returns {Question}
   */
  #given() {
    /** @type {Question} */
    const question = {};
    for (const name of NAMES) {
      const field = this.#field(name);
      const value = field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked ? "" : field?.value.trim();
      if (value && field?.validity.valid) {
        question[name] = value;
      }
    }
    return question;
  }

  /** @param {HTMLInputElement | HTMLSelectElement} field */
  #changed(field) {
    const question = this.#given();
    this.#answer(question);
    const url = writeQuestion(question, location.href);
    const typing = field.name === "text";
    // One step back undoes a word, not a letter.
    if (url !== location.href) {
      history[typing && this.typing ? "replaceState" : "pushState"](null, "", url);
      this.typing = typing;
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== "Escape" || event.isComposing) {
      return;
    }
    event.preventDefault();
    if (isEmpty(this.#given())) {
      this.fold.open = false;
      this.fold.querySelector("summary")?.focus();
    } else {
      this.#clear();
    }
  }

  #clear() {
    const inside = this.form.contains(document.activeElement);
    this.#ask({});
    history.pushState(null, "", writeQuestion({}, location.href));
    this.typing = false;
    if (!inside) {
      const to = this.fold.open ? this.#field("text") : this.fold.querySelector("summary");
      to?.focus({ preventScroll: true });
    }
  }

  /**
   * Fills the form in, and answers.
   *
   * @param {Question} question
   */
  #ask(question) {
    for (const name of NAMES) {
      const field = this.#field(name);
      if (field instanceof HTMLInputElement && field.type === "checkbox") {
        field.checked = question[name] === "1";
      } else if (field) {
        field.value = question[name] ?? "";
      }
    }
    this.typing = false;
    this.#answer(question);
  }

  /** @param {Question} question */
  #answer(question) {
    const before = this.question;
    this.question = question;
    if (question.text && this.list.deepen) {
      const { deepen } = this.list;
      delete this.list.deepen;
      void deepen(() => this.#answer(this.question));
    }
    const answer = this.list.catalogue.answer(question);
    const asked = !isEmpty(question);
    this.list.show(asked ? answer.found : null, this.words.none);
    this.element.classList.toggle("filters--asked", asked);
    this.#say(answer, asked, !isEmpty(before));
    clearTimeout(this.recount);
    this.recount = setTimeout(() => this.#count(answer), AFTER);
  }

  /**
   * Says how many were found: at once to the eye, and to the ear when the reader pauses.
   *
   * @param {Answer} answer
   * @param {boolean} asked
   * @param {boolean} before Whether something was asked before.
   */
  #say(answer, asked, before) {
    const found = this.words.found.replace("{found}", String(answer.found.length));
    this.clear.hidden = !asked;
    const said = document.createElement("span");
    said.className = "filters__asked";
    said.textContent = this.#asked();
    this.line.replaceChildren(...(asked ? [found, said] : []));
    clearTimeout(this.pause);
    if (asked || before) {
      this.pause = setTimeout(() => (this.status.textContent = answer.found.length ? found : this.words.none), PAUSE);
    }
  }

  /** What is asked, in words, for the closed line. */
  #asked() {
    const { tables } = this.list.catalogue;
    return NAMES.flatMap((name) => {
      const value = this.question[name];
      if (!value) {
        return [];
      }
      if (name === "from" || name === "to") {
        return [this.words[name].replace("{date}", () => value)];
      }
      const facet = FACETS.find((one) => one === name);
      const choice = facet && tables[facet].find(([id]) => id === value);
      return [choice?.[1] ?? (name === "key" ? this.words.key : name === "show" ? this.words[value] : undefined) ?? value];
    }).join(" · ");
  }

  /**
   * Writes beside each choice how many entries it would give.
   *
   * @param {Answer} answer
   */
  #count(answer) {
    for (const { option, label, count } of this.choices) {
      const number = count(answer);
      const text = this.words.choice.replace(/{(label|number)}/g, (_, name) => (name === "label" ? label : String(number)));
      if (option.textContent !== text) {
        option.textContent = text;
      }
      if (option instanceof HTMLOptionElement) {
        option.disabled = number === 0 && !option.selected;
      }
    }
  }
}

/**
 * Starts the filters of a page.
 *
 * @param {HTMLElement} element
 */
export async function begin(element) {
  const script = /** @type {HTMLElement} */ (element.querySelector(".filters__data"));
  const data = /** @type {Data} */ (JSON.parse(script.textContent ?? ""));
  if (data.tables && data.rows) {
    new Filters(element, data, onPage(element, data.tables, data.rows)).begin();
    return;
  }
  const line = /** @type {HTMLElement} */ (element.querySelector(".filters__found"));
  line.textContent = data.words.loading;
  try {
    const list = await inIndex(element, data);
    line.textContent = "";
    new Filters(element, data, list).begin();
  } catch {
    line.textContent = data.words.failed;
  }
}

/**
 * The entries of a page that holds them all.
 *
 * @param {HTMLElement} element
 * @param {import("./catalogue.js").Tables} tables
 * @param {import("./catalogue.js").Rows} rows
 * @returns {List}
 */
function onPage(element, tables, rows) {
  const page = new PageList(/** @type {HTMLElement} */ (element.parentElement?.querySelector(".timeline")));
  const catalogue = new Catalogue(tables, page.entries.length);
  catalogue.add(rows);
  page.read(catalogue);
  return { catalogue, show: (found, none) => page.show(found, none) };
}

/**
 * The entries of the index, or some of them.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @returns {Promise<List>}
 */
async function inIndex(element, data) {
  const base = new URL(data.index ?? "", location.href);
  const library = new Library(base.href);
  await library.load();
  const { catalogue } = library;
  if (data.only) {
    catalogue.keep(...data.only);
  } else if (data.within) {
    catalogue.within = new Uint8Array(catalogue.size);
    let entry = 0;
    for (let run = 0; run < data.within.length; run += 2) {
      const start = entry + data.within[run];
      entry = start + data.within[run + 1];
      catalogue.within.fill(1, start, entry);
    }
  }
  const results = new Results(library, data.words, new URL("../../", base).href);
  element.after(results.element);
  return {
    catalogue,
    show(found, none) {
      results.show(found, none);
      element.classList.toggle("filters--away", found !== null);
    },
    deepen: (each) => library.loadTexts(each),
  };
}
