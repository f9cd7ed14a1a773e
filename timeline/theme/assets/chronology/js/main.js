/*
 * Where our scripts begin. Each part is fetched when it is needed: the filters when a reader turns to them,
 * or when the page's address asks something of them. Without any of it everything is there.
 */
import { isEmpty, readQuestion } from "./question.js";

// A name of many lines makes the masthead taller than the style sheet can know; what stays, stays below it.
const masthead = document.querySelector(".masthead__inner");
if (masthead) {
  new ResizeObserver(() => {
    const { height } = masthead.getBoundingClientRect();
    if (height > parseFloat(getComputedStyle(masthead).minBlockSize) + 1) {
      document.body.style.setProperty("--masthead", `${height}px`);
    } else {
      document.body.style.removeProperty("--masthead");
    }
  }).observe(masthead);
}

// On a phone the sections are a line that is pushed along: the one that the reader is in comes into view, and so does
// each that the keyboard goes to, where a browser is content with half of it.
const sections = document.querySelector(".sections__list");
if (sections) {
  /** @param {Element | null} section */
  const show = (section) => {
    if (section) {
      const [line, here] = [sections.getBoundingClientRect(), section.getBoundingClientRect()];
      sections.scrollBy({ left: (here.left + here.right - line.left - line.right) / 2, behavior: "instant" });
    }
  };
  show(sections.querySelector("[aria-current]"));
  sections.addEventListener("focusin", () => show(sections.querySelector(":focus-visible")));
}

// While a reader's finger or wheel moves the page, its far months need not be drawn. At rest they are, for whatever
// else looks at the page has all of it then.
const timeline = document.querySelector(".timeline");
if (timeline) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const pass = () => {
    timeline.classList.add("timeline--passing");
    clearTimeout(rest);
    rest = setTimeout(() => {
      timeline.classList.remove("timeline--passing");
      rest = undefined;
    }, 500);
  };
  addEventListener("wheel", pass, { passive: true });
  addEventListener("touchmove", pass, { passive: true });
  addEventListener("scroll", () => rest && pass(), { passive: true });
}

// Material takes a letter for a command wherever no field has the focus, as on a button that has just come between two
// fields; in a form a letter is what somebody writes.
for (const form of document.querySelectorAll(".adding__form, .filters__form")) {
  form.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key.length === 1) {
      event.stopPropagation();
    }
  });
}

// Material puts wide tables into boxes that scroll; not every browser lets a keyboard into them.
addEventListener("load", () => {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap"))) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
    }
  }
});

const filters = document.querySelector(".filters");

if (filters instanceof HTMLElement) {
  /** @type {Promise<void> | undefined} */
  let begun;
  const begin = () => {
    begun ??= import("./filters.js").then((module) => module.begin(filters));
  };
  // For browsers whose style sheets cannot ask whether scripts run.
  filters.classList.add("filters--ready");
  if (isEmpty(readQuestion(location.search))) {
    filters.addEventListener("pointerenter", begin, { once: true });
    filters.addEventListener("focusin", begin, { once: true });
    filters.addEventListener("toggle", begin, { once: true, capture: true });
  } else {
    begin();
  }
}

const strip = document.querySelector(".strip");
if (strip instanceof HTMLElement) {
  import("./strip.js").then((module) => module.follow(strip));
}

const share = document.querySelector(".share");
if (share instanceof HTMLElement) {
  import("./share.js").then((module) => module.offerCopy(share));
}

const local = document.querySelector(".local");
if (local instanceof HTMLElement) {
  import("./clock.js").then((module) => module.offerLocalTime(local));
}

const search = document.querySelector(".md-search--chronology");
if (search instanceof HTMLElement) {
  const input = /** @type {HTMLInputElement} */ (search.querySelector(".md-search__input"));
  /** @param {EventTarget | null} before */
  const attend = (before) => {
    import("./finder.js").then((module) => module.attend(search, input, before));
  };
  if (document.activeElement === input) {
    attend(null);
  } else {
    input.addEventListener("focus", ({ relatedTarget }) => attend(relatedTarget), { once: true });
  }
}

const adding = document.querySelector(".adding");
if (adding instanceof HTMLElement) {
  import("./add/form.js").then((module) => module.begin(adding));
}
