/*
 * The controls of the form: what stands in them as a draft, and what is said of each below it.
 */
import { clean } from "./yaml.js";

/** @typedef {import("./checks.js").Draft} Draft */
/** @typedef {import("./checks.js").Problem} Problem */
/** @typedef {import("./values.js").Rules} Rules */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** @param {ParentNode} place @returns {Control | null} */
export const controlIn = (place) => place.querySelector("input, textarea, select");

/** @param {Control} control */
export function valueOf(control) {
  if (control.type === "checkbox") {
    return /** @type {HTMLInputElement} */ (control).checked || undefined;
  }
  return clean(control.value, control.tagName === "TEXTAREA") || undefined;
}

/**
 * Reads the form.
 *
 * @param {HTMLFormElement} form
 * @param {Rules} rules
 * @returns {{ draft: Draft, controls: Map<string, HTMLElement> }} What is filled in, in the order of the models, and
 *   for each value, by its way, where it stands.
 */
export function read(form, rules) {
  /** @type {Map<string, HTMLElement>} */
  const controls = new Map();
  /** @param {ParentNode} place @param {string[]} keys @param {string} path */
  const record = (place, keys, path) => {
    /** @type {Record<string, any>} */
    const found = {};
    for (const key of keys) {
      const list = path ? null : place.querySelector(`[data-list="${key}"]`);
      const at = path + key;
      if (list) {
        const items = itemsOf(list, at);
        controls.set(at, /** @type {HTMLElement} */ (list.querySelector("[data-add]")));
        if (items.length) {
          found[key] = items;
        }
        continue;
      }
      const field = [...place.querySelectorAll(`[data-key="${key}"]`)].find((one) => path || !one.closest(".item"));
      const control = field && controlIn(field);
      if (control) {
        controls.set(at, control);
        const value = valueOf(control);
        if (value !== undefined) {
          found[key] = value;
        }
      }
    }
    return found;
  };
  /** @param {Element} list @param {string} path */
  const itemsOf = (list, path) => {
    /** @type {any[]} */
    const items = [];
    for (const item of list.querySelectorAll(".item")) {
      const way = /** @type {HTMLElement} */ (item).dataset.way ?? "";
      const at = `${path},${items.length}`;
      const single = item.querySelector('[data-key=""]');
      const control = single && controlIn(single);
      const value = control ? valueOf(control) : record(item, Object.keys(rules.records[way]), `${at},`);
      if (control && value) {
        controls.set(at, control);
      }
      if (value && (control || Object.keys(value).length)) {
        items.push(value);
      }
    }
    return items;
  };
  const draft = record(form, Object.keys(rules.records.event), "");
  return { draft, controls };
}

/**
 * What stands below a control: what is understood of it, or what is wrong.
 *
 * @param {HTMLElement} control
 * @param {"said" | "error"} part
 */
export function below(control, part) {
  const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
  return document.getElementById(ids.find((id) => id.endsWith(`-${part}`)) ?? "");
}

/**
 * Shows what is wrong with a value, or that nothing is.
 *
 * @param {HTMLElement} control
 * @param {Problem | undefined} problem
 * @param {boolean} isAsked Whether a question below asks why it is right.
 * @param {string} timed The time that is filled in, where another would be written; empty for none.
 * @param {string} english What to say before words that are not in the page's language; empty where they are.
 * @param {Record<string, string>} words
 */
export function showProblem(control, problem, isAsked, timed, english, words) {
  const place = below(control, "error");
  if (!place) {
    return;
  }
  const { level = 0, time, hint = "" } = problem ?? {};
  const meant = timed ? "" : problem?.meant; // at a press, nothing that somebody wrote is lost
  if (control.matches("input, textarea, select")) {
    level > 2 ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
  }
  place.classList.toggle("field__error--warning", level === 1 || level === 2);
  // What the button says already needs no words; what it does not stands behind it.
  const [isSaid, rest] = (meant && (hint.endsWith(meant) ? [hint] : /^\S+ \S+?(?:, (.*))?$/.exec(hint))) || [];
  /** @type {(Element | string)[]} */
  const said = problem ? wordsOf({ ...problem, hint: isSaid ? "" : hint }, english) : [];
  const write = words.write.replace("{value}", `\u2066${[meant, time].filter(Boolean).join(" ")}\u2069`);
  for (const [value, name] of problem?.offers ?? (meant ? [[meant, write]] : [])) {
    const button = document.createElement("button");
    [button.type, button.className, button.dataset.write, button.textContent] = ["button", `button button--quiet${problem?.offers ? " field__offer" : ""}`, value, name];
    time && (button.dataset.time = time);
    said.push(" ", button);
  }
  rest && problem && said.push(" ", ...wordsOf({ ...problem, message: rest, hint: "" }, english).slice(-1));
  const also = timed ? words.timed.replace("{value}", `\u2066${timed}\u2069`) : isAsked ? words.stops : level === 2 && words.mend;
  also && said.push(` ${also}`);
  changeTo(place, said);
}

/**
 * Puts something in the place of what an element holds. What says the same stays, and whoever is at a button or a link of
 * it stays there, too.
 *
 * @param {Element} place
 * @param {(Node | string)[]} parts
 */
export function changeTo(place, parts) {
  const made = document.createElement("p");
  made.append(...parts);
  made.textContent === place.textContent || place.replaceChildren(...made.childNodes);
}

/**
 * Whether a problem is one that can be right all the same, if a reason is given.
 *
 * @param {Problem} problem
 * @param {Rules} rules
 */
export const canBeRight = ({ code, level }, { silenceable }) => level > 1 && silenceable.includes(code);

/**
 * Asks below a control why what is doubtful there is right all the same.
 *
 * @param {HTMLElement} control
 * @param {string[]} codes The checks that may be silenced.
 * @param {Record<string, string>} reasons What has been answered, by the check's code.
 * @param {HTMLTemplateElement} template
 */
export function askReasons(control, codes, reasons, template) {
  const place = below(control, "error");
  const asked = /** @type {HTMLElement[]} */ ([...(place?.parentElement?.querySelectorAll(":scope > [data-code]") ?? [])]);
  asked.forEach((one) => codes.includes(one.dataset.code ?? "") || one.remove());
  for (const code of codes) {
    let question = asked.find(({ dataset }) => dataset.code === code);
    if (!question) {
      question = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      question.dataset.code = code;
      place && controlIn(question)?.setAttribute("aria-describedby", place.id);
      place?.after(question);
    }
    // A reason holds for all that its check doubts: it stands wherever it is asked for.
    const answer = controlIn(question);
    answer && answer !== document.activeElement && (answer.value = reasons[code] ?? "");
  }
}

/**
 * A problem in sentences.
 *
 * @param {Problem} problem
 * @param {string} english See showProblem.
 */
export function wordsOf({ message, hint, mark, event }, english) {
  const said = document.createElement("span");
  const words = sentence(message) + (hint ? ` ${sentence(hint)}` : "");
  said.append(...words.split(/(\d[\d/.:~?]*-[\d/.:~?-]*)/).map((part, number) => (number % 2 ? whole(part) : part)));
  if (event) {
    const link = document.createElement("a");
    [link.href, link.target, link.textContent] = [`../events/${event}/`, "_blank", event];
    const [before, ...behind] = words.split(event);
    said.replaceChildren(before, link, behind.join(event));
  }
  if (!mark || !english) {
    return [said];
  }
  // What is wrong with a date has no translation: the check says it in English, too.
  said.lang = "en";
  said.dir = "ltr";
  return [`${english} `, said];
}

/** @param {string} date That is not broken at the end of a line. */
function whole(date) {
  const span = document.createElement("span");
  [span.className, span.textContent] = ["whole", date];
  return span;
}

/** @param {string} words */
const sentence = (words) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) + (/[?.]$/.test(words) ? "" : ".");

/**
 * What a field is called.
 *
 * @param {HTMLElement} control
 * @param {string} comma
 */
export function nameOf(control, comma) {
  const label = control.closest(".field")?.querySelector("label") ?? control.closest(".items")?.querySelector("legend");
  const item = control.closest(".item")?.querySelector("legend")?.textContent;
  const name = label?.firstChild?.textContent?.trim() ?? "";
  return item && item !== name ? item + comma + name : name;
}
