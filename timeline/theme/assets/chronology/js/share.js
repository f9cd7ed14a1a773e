/*
 * A button that copies the page's address, beside the plain link that does without.
 */

/**
 * Offers the button where the browser lets a page write to the clipboard.
 *
 * @param {HTMLElement} place
 */
export function offerCopy(place) {
  const link = place.querySelector("a");
  const button = place.querySelector("button");
  const done = /** @type {HTMLElement | null} */ (place.querySelector("[data-said]"));
  if (!link || !button || !done || !navigator.clipboard) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    // Emptied first, so that a second copy is announced as well.
    done.textContent = "";
    await navigator.clipboard.writeText(link.href);
    done.textContent = done.dataset.said ?? "";
  });
}
