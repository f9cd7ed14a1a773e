/*
 * Marks on the strip above a timeline which period the reader is at. Only bars that lead to a heading of this
 * page can be; on pages of months the mark stands in the HTML already.
 */

/**
 * Follows the reader through the page.
 *
 * @param {HTMLElement} strip
 */
export function follow(strip) {
  /** @type {Map<Element, HTMLAnchorElement>} */
  const bars = new Map();
  for (const bar of /** @type {NodeListOf<HTMLAnchorElement>} */ (strip.querySelectorAll("a[href^='#']"))) {
    const section = document.getElementById(decodeURIComponent(bar.hash.slice(1)));
    if (section) {
      bars.set(section, bar);
    }
  }
  /** @type {Set<Element>} */
  const seen = new Set();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const change of changes) {
        if (change.isIntersecting) {
          seen.add(change.target);
        } else {
          seen.delete(change.target);
        }
      }
      // Of the sections on the reading line, the one that began last: a day within its month.
      const here = [...bars.keys()].filter((section) => seen.has(section)).pop();
      for (const [section, bar] of bars) {
        if (section === here) {
          bar.setAttribute("aria-current", "location");
        } else {
          bar.removeAttribute("aria-current");
        }
      }
    },
    { rootMargin: "-33% 0px -66% 0px" },
  );
  bars.forEach((_, section) => observer.observe(section));
}
