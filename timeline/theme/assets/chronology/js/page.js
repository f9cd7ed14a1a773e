/*
 * The entries of a page that holds them all: what they say, and the showing and hiding of them.
 */
import { foldAll } from "./text.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const SECTIONS = [".day", ".month", ".year"];
const HEADING = ":scope > h2, :scope > h3, :scope > .day__head > h4";
const SAID = ".entry__told, .sources";

export class PageList {
  /** @param {HTMLElement} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.entries = /** @type {HTMLElement[]} */ ([...timeline.querySelectorAll(".entry")]);
    /** For each entry, the sections that it stands in, the smallest first. */
    this.around = this.entries.map((entry) =>
      SECTIONS.map((name) => /** @type {HTMLElement} */ (entry.closest(name))),
    );
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
    catalogue.texts = foldAll(
      this.entries.map((entry, number) => {
        const said = [...entry.querySelectorAll(SAID)].map((part) => part.textContent);
        const headings = this.around[number].map((section) => section.querySelector(HEADING)?.textContent);
        return [...said, ...headings, catalogue.names(number)].join(" ");
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
    found?.forEach((entry) => (fits[entry] = 1));
    const kept = new Set(this.around.flatMap((sections, entry) => (fits[entry] ? sections : [])));
    this.timeline.classList.toggle("timeline--filtered", found !== null);
    this.around.forEach((sections, entry) => {
      // What stands in a hidden section needs no hiding of its own.
      const outer = [...sections].reverse().find((section) => !kept.has(section));
      if (outer) {
        hide(outer, true);
        return;
      }
      sections.forEach((section) => hide(section, false));
      hide(this.entries[entry], !fits[entry]);
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
