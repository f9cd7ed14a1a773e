/*
 * The entries of a page that holds them all: what they say, and the showing and hiding of them.
 */
import { foldAll } from "./text.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const SECTIONS = ".year, .month, .day";
const HEADING = ":scope > h2, :scope > h3, :scope > .day__head > h4";
const NOWHERE = -1;
const SAID = ".entry__told, .sources";

export class PageList {
  /** @param {HTMLElement} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.entries = /** @type {HTMLElement[]} */ ([...timeline.querySelectorAll(".entry")]);
    /** @type {HTMLElement[]} Years, months and days, each behind what it stands in. */
    this.sections = [...timeline.querySelectorAll(SECTIONS)].map((section) => /** @type {HTMLElement} */ (section));
    const numbers = new Map(this.sections.map((section, number) => [/** @type {Element} */ (section), number]));
    /** @param {Element | null | undefined} element */
    const around = (element) => numbers.get(element?.closest(SECTIONS) ?? timeline) ?? NOWHERE;
    /** For each section, and for each entry, the number of the section that it stands in. */
    this.outer = this.sections.map((section) => around(section.parentElement));
    this.home = this.entries.map(around);
    this.none = document.createElement("p");
    this.none.className = "nothing";
    this.none.hidden = true;
    timeline.append(this.none);
  }

  /**
   * Reads what the entries say into the catalogue.
   *
   * @param {Catalogue} catalogue
   */
  read(catalogue) {
    /** @type {string[]} What stands over the entries of each section. */
    const headings = [];
    this.sections.forEach((section, number) => {
      const own = section.querySelector(HEADING)?.textContent ?? "";
      headings.push(`${headings[this.outer[number]] ?? ""} ${own}`);
    });
    catalogue.texts = foldAll(
      this.entries.map((entry, number) => {
        const said = [...entry.querySelectorAll(SAID)].map((part) => part.textContent);
        return [...said, headings[this.home[number]], catalogue.date(number), catalogue.names(number)].join(" ");
      }),
    );
  }

  /**
   * Shows the entries that were found, under the headings that are left.
   *
   * @param {number[] | null} found Null for all of them.
   * @param {string} none What to say where there are none.
   */
  show(found, none) {
    const fits = new Uint8Array(this.entries.length).fill(found ? 0 : 1);
    const kept = new Uint8Array(this.sections.length).fill(found ? 0 : 1);
    for (const entry of found ?? []) {
      fits[entry] = 1;
      for (let section = this.home[entry]; section !== NOWHERE && !kept[section]; section = this.outer[section]) {
        kept[section] = 1;
      }
    }
    this.timeline.classList.toggle("timeline--filtered", found !== null);
    // What stands in a hidden section needs no hiding of its own.
    this.sections.forEach((section, number) => {
      if (kept[this.outer[number]] ?? 1) {
        hide(section, !kept[number]);
      }
    });
    this.entries.forEach((entry, number) => {
      if (kept[this.home[number]] ?? 1) {
        hide(entry, !fits[number]);
      }
    });
    this.none.textContent = none;
    hide(this.none, found === null || found.length > 0);
  }
}

/**
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function hide(element, hidden) {
  if (element.hidden !== hidden) {
    element.hidden = hidden;
  }
}
