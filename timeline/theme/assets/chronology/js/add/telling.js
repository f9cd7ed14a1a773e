/*
 * What the form says of itself: what has happened, and what still has to be mended, as a list with a link to each control.
 */
import { changeTo, nameOf, wordsOf } from "./fields.js";

/** @typedef {import("./checks.js").Problem} Problem */

/**
 * Shows the list, or hides it where there is nothing to mend.
 *
 * @param {HTMLElement} place
 * @param {Problem[]} errors
 * @param {Map<string, HTMLElement>} controls
 * @param {{ words: Record<string, string>, comma: string, english: string }} said
 */
export function summary(place, errors, controls, { words, comma, english }) {
  place.hidden = !errors.length;
  const links = errors.map((problem) => {
    const { path } = problem;
    const control = controls.get(path.join()) ?? controls.get(path.slice(0, -1).join());
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${control?.id || "add-wrong"}`;
    link.append(`${control ? nameOf(control, comma) : path[0]}: `, ...wordsOf(problem, english));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let fold = control?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
        fold.open = true;
      }
      control?.focus();
    });
    item.append(link);
    return item;
  });
  changeTo(/** @type {HTMLElement} */ (place.querySelector(".adding__count")), [words.needed.replace("{number}", String(errors.length))]);
  changeTo(/** @type {HTMLElement} */ (place.querySelector("ul")), links);
}

/**
 * Announces what happened.
 *
 * @param {HTMLElement} place
 * @param {string} words
 * @param {HTMLElement} [beside] Where it is to be seen, too; if not, it is to be seen elsewhere already.
 */
export function tell(place, words, beside) {
  const where = (beside ?? place).querySelector(beside ? ".adding__said" : ".adding__heard");
  for (const line of place.querySelectorAll(".adding__said, .adding__heard")) {
    // Emptied first, so that the same words are announced again.
    line.textContent = "";
    line.textContent = line === where ? words : "";
  }
}
