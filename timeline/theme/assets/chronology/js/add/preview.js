/*
 * The entry as readers will see it: the site's own markup, which the page holds with one of everything, filled in.
 */
import { statusOf } from "./status.js";
import { fill } from "./words.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./values.js").Choices} Choices */
/** @typedef {import("./values.js").Rules} Rules */

/**
 * Shows a draft.
 *
 * @param {HTMLElement} place Where the form is.
 * @param {Draft} draft
 * @param {{ rules: Rules, choices: Choices | null, words: Record<string, string>, when: string, dates: string[] }} known
 *   Among them the event's date in words, and the date of each source.
 */
export function show(place, draft, { rules, choices, words, when, dates }) {
  const template = /** @type {HTMLTemplateElement} */ (place.querySelector(".adding__entry"));
  const entry = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  /** @param {string} name @returns {any} */
  const part = (name) => entry.querySelector(name);
  const kind = inTemplate(place, ".adding__kinds", `[data-kind="${draft.kind ?? ""}"]`);
  entry.className = `entry entry--event ink--${kind?.dataset.colour ?? "grey"}${draft.key ? " entry--key" : ""}`;
  if (kind) {
    part(".mark").replaceChildren(...kind.cloneNode(true).childNodes);
  }
  part(".entry__body").removeAttribute("id");
  if (!draft.key) {
    part(".unseen").remove();
  }
  part(".entry__kind").textContent = kind?.dataset.label ?? words.event;
  part(".entry__when").textContent = when.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) || words.undated;
  part(".entry__place").textContent = choices?.place.find(([id]) => id === draft.place)?.[1] ?? (draft.place || words.placeless);
  said(part(".entry__title > span"), String(draft.title ?? words.untitled), draft);
  draft.summary ? said(part(".entry__summary"), String(draft.summary), draft) : part(".entry__summary").remove();
  const status = statusOf(draft, choices);
  const shown = inTemplate(place, ".adding__statuses", `.status--${status}`)?.cloneNode(true);
  part(".status").replaceWith(...(shown ? [shown] : []));
  const accounts = status === "disputed" ? /** @type {any[]} */ (draft.accounts ?? []) : [];
  repeat(part(".accounts"), accounts, (item, account) => {
    const [by, says] = item.children;
    said(by, account.by ?? "…", draft);
    said(says, account.says ?? "…", draft);
  });
  repeat(part(".figures"), /** @type {any[]} */ (draft.figures ?? []), (item, figure) => {
    const number = /** @type {Element} */ (item.querySelector("b"));
    number.textContent = figureOf(figure, rules);
    item.replaceChildren(number, ` ${figure.what ?? "…"}`);
  });
  repeat(part(".sources ul"), /** @type {any[]} */ (draft.sources ?? []), (item, source, number) => {
    const article = choices?.article.find(([id]) => id === source);
    const voice = article ? article[2] : (source.publisher ?? source.origin);
    const name = choices?.publisher.find(([id]) => id === voice)?.[1] ?? (voice || article?.[1] || source.title || "…");
    const own = document.createElement("bdi");
    own.textContent = name;
    item.replaceChildren(own, dates[number] && fill(rules.language, ", ") + dates[number]);
  });
  if (!draft.sources) {
    part(".sources").remove();
  }
  const preview = place.querySelector(".adding__preview");
  const open = preview?.querySelector("details")?.open;
  preview?.replaceChildren(entry);
  entry.querySelector("details")?.toggleAttribute("open", Boolean(open));
}

/** @param {HTMLElement} place @param {string} template @param {string} name @returns {HTMLElement | null | undefined} */
const inTemplate = (place, template, name) =>
  /** @type {HTMLTemplateElement | null} */ (place.querySelector(template))?.content.querySelector(name);

/**
 * Puts words in their own language and direction.
 *
 * @param {Element} element
 * @param {string} words
 * @param {Draft} draft
 */
function said(element, words, { language }) {
  element.replaceChildren(...(element.tagName === "DIV" ? words.split(/\n{2,}/).map((text) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  }) : [words]));
  element.setAttribute("dir", "auto");
  if (language) {
    element.setAttribute("lang", String(language));
  }
}

/**
 * Shows one item of a list for each value, after the one that the markup holds.
 *
 * @param {HTMLElement} list
 * @param {any[]} values
 * @param {(item: HTMLElement, value: any, number: number) => void} each
 */
function repeat(list, values, each) {
  const model = /** @type {HTMLElement} */ (list.firstElementChild);
  list.replaceChildren(...values.map((value, number) => {
    const item = /** @type {HTMLElement} */ (model.cloneNode(true));
    each(item, value, number);
    return item;
  }));
  if (!values.length) {
    list.remove();
  }
}

/**
 * A number in words, as timeline/pages/words.py says it.
 *
 * @param {Record<string, string>} figure
 * @param {Rules} rules
 */
function figureOf({ value, min, max, unit, approximate }, { language }) {
  const format = new Intl.NumberFormat(document.documentElement.lang || "en", { numberingSystem: "latn" });
  /** @param {string} text */
  const number = (text) => (Number.isNaN(Number(text)) ? text : format.format(Number(text)));
  let words = value !== undefined ? number(value)
    : min !== undefined && max !== undefined ? fill(language, "{low}–{high}", { low: number(min), high: number(max) })
    : min !== undefined ? fill(language, "at least {number}", { number: number(min) })
    : max !== undefined ? fill(language, "at most {number}", { number: number(max) }) : "…";
  words = unit ? `${words} ${unit}` : words;
  return approximate ? fill(language, "about {number}", { number: words }) : words;
}
