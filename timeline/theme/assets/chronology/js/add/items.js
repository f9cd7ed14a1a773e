/*
 * Lists in the form: items are added and removed by buttons, and the focus goes where the work goes on.
 */

let made = 0;

/**
 * Lets the buttons of a list add and remove its items.
 *
 * @param {HTMLElement} list
 * @param {(phrase: "added" | "removed", item: string) => void} say
 */
export function listen(list, say) {
  list.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    const item = button?.closest(".item");
    if (button?.dataset.add) {
      const added = add(list, button.dataset.add);
      say("added", nameOf(added));
      /** @type {HTMLElement | null} */ (added.querySelector("input, textarea"))?.focus();
    } else if (item && button?.hasAttribute("data-remove")) {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      say("removed", nameOf(item));
      item.remove();
      number(list);
      /** @type {HTMLElement | null} */ ((next ?? list).querySelector(next ? "[data-remove]" : "[data-add]"))?.focus();
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

/**
 * Adds an item of one kind.
 *
 * @param {HTMLElement} list
 * @param {string} way
 * @returns {HTMLElement}
 */
export function add(list, way) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector(`template[data-way="${way}"]`));
  const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  item.dataset.way = way;
  made++;
  for (const name of ["id", "for", "aria-describedby"]) {
    for (const element of item.querySelectorAll(`[${name}]`)) {
      // The endings tell what stands where: `-said` and `-error` stay at the end.
      const ids = (element.getAttribute(name) ?? "").split(" ").map((id) => id.replace("add-", `add-${made}-`));
      element.setAttribute(name, ids.join(" "));
    }
  }
  list.querySelector(".items__list")?.append(item);
  number(list);
  return item;
}

/** @param {Element} item */
const nameOf = (item) => item.querySelector("legend")?.textContent ?? "";

/** @param {HTMLElement} list */
function number(list) {
  list.querySelectorAll(".item").forEach((item, index) => {
    /** @param {string} [phrase] */
    const say = (phrase) => (phrase ?? "").replace("{number}", String(index + 1));
    for (const label of item.querySelectorAll('legend, [data-key=""] label')) {
      if (label.tagName === "LEGEND" || label.textContent?.includes("{number}")) {
        label.textContent = say(list.dataset.item);
      }
    }
    item.querySelector("[data-remove]")?.setAttribute("aria-label", say(list.dataset.remove));
  });
}
